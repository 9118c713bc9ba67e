"""A process that answers questions, replaced when it hangs or dies."""

from __future__ import annotations

import multiprocessing
import os
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

CRASH = "crash\n"
"""What an answer begins with where the function raised; its traceback follows."""
LENIENT = 10
"""So many times its patience a question may wait by the clock, where other work takes the processor."""


def _serve(work: Callable[..., object], pipe: Connection) -> None:
    while (question := pipe.recv()) is not None:
        try:
            answer = work(*question)
        except BaseException:
            answer = CRASH + traceback.format_exc()
        pipe.send(answer)


class Watched:
    """Asks a function in a process of its own."""

    def __init__(self, work: Callable[..., object], patience: float) -> None:
        """`patience`: seconds of work that one answer may take; more is a hang."""
        self._work, self._patience = work, patience
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a forked one would wait for threads of the typesetter
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._work, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, *question: object) -> Any:
        """What the function answers; "hang", "died", or a text that begins with CRASH."""
        self._pipe.send(question)
        worked, until = self._worked(), time.monotonic() + LENIENT * self._patience
        try:
            while time.monotonic() < until and self._worked() - worked < self._patience:
                if self._pipe.poll(self._patience / LENIENT):
                    return self._pipe.recv()
            found = "hang"
        except EOFError:
            found = "died"
        self.stop()
        self._start()
        return found

    def _worked(self) -> float:
        """Seconds of processor time so far; by the clock where the system does not tell."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
