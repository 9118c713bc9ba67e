"""Work on a newsroom's own template, in a process of its own: one that never ends, or fills the memory, ends alone."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SECONDS = 180.0
"""The house's template takes less than one for an issue."""
MEMORY = 2 << 30
"""Bytes of address space beyond those that the process has when it begins (Linux)."""


class EndlessError(Exception):
    """The time was up, or the process died: most often of its memory."""


def apart(work: Callable[..., bytes], *given: object) -> bytes:
    """What `work` makes of what is given, in another process; both have to be what `pickle` takes.

    Raises what `work` raises, and EndlessError where it does not end well in time.
    """
    from multiprocessing import get_context

    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, work, given), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(SECONDS):
            raise EndlessError
        told = ours.recv()
    except EOFError:
        raise EndlessError from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(told, Exception):
        raise told
    made: bytes = told
    return made


def _work(way: Connection[Any, Any], work: Callable[..., bytes], given: tuple[object, ...]) -> None:
    import signal

    from donghyang.guard.confining import confine

    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a library that dies says so there, at length
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the one in front answers
    confine(MEMORY)
    try:
        way.send(work(*given))
    except Exception as problem:  # told by the process in front
        way.send(problem)
