"""The other side: a process that reads what it is sent, within limits that the system keeps.

Linux keeps a limit of memory and of time at work; elsewhere the one who asked keeps the time, and readers count.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import traceback
from typing import IO, TYPE_CHECKING

from donghyang import read
from donghyang.guard.confining import confine
from donghyang.read import limits
from donghyang.records import Unreadable

if TYPE_CHECKING:
    from donghyang.guard.process import Kind

_TIMES = 8
"""How many times its own size a file may take in memory beside the limit: its letters, each with its place."""
_SCAN_MEMORY = 1536
"""MiB that the programs which recognise letters take for themselves."""
_SCAN_SECONDS = 20
"""Seconds that the recognition of a page may take."""


def serve() -> None:
    """Answer what comes in until nothing more does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the other one answers it
    questions, answers = _channels()
    while True:
        try:
            kind, data, name, most = pickle.load(questions)  # the process that started this one wrote it
        except EOFError:
            return
        _say(answers, _answered(kind, data, name, most, answers))


def _channels() -> tuple[IO[bytes], IO[bytes]]:
    """Where questions come from and answers go to; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _say(answers: IO[bytes], what: tuple[str, object]) -> None:
    with contextlib.suppress(OSError):
        pickle.dump(what, answers, protocol=5)
        answers.flush()


def _answered(kind: Kind, data: bytes, name: str, most: limits.Limits, answers: IO[bytes]) -> tuple[str, object]:
    def on_scan(pages: int) -> None:
        _within(most.memory + _SCAN_MEMORY, len(data), most.seconds + pages * _SCAN_SECONDS)
        _say(answers, ("patience", pages * _SCAN_SECONDS))

    try:
        with limits.budget(name, most) as budget:
            budget.on_scan = on_scan
            _within(most.memory, len(data), most.seconds)
            return "done", (read.page_of if kind == "page" else read.document_of)(data, name, most)
    except Unreadable as problem:
        return "refused", problem
    except MemoryError:
        return "refused", limits.exceeded(name, "memory", most.memory)
    except Exception as problem:
        return "fault", (type(problem).__name__, traceback.format_exc())


def _within(memory: int, size: int, seconds: int) -> None:
    """Keep this process to so many MiB and what a file of that size takes beside them, and to seconds of work."""
    confine(memory * limits.MIB + _TIMES * size, seconds)
