"""A process that answers questions, replaced when it hangs or dies."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

CRASH = "crash\n"
"""What an answer begins with where the function raised; its traceback follows."""


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
        """`patience`: seconds that one answer may take; more is a hang."""
        self._work, self._patience = work, patience
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(self._work, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, *question: object) -> Any:
        """What the function answers; "hang", "died", or a text that begins with CRASH."""
        self._pipe.send(question)
        try:
            if self._pipe.poll(self._patience):
                return self._pipe.recv()
            found = "hang"
        except EOFError:
            found = "died"
        self.stop()
        self._start()
        return found

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
