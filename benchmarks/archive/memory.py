"""The most memory that this process and those it started hold together, as Linux tells it; 0 elsewhere."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

_EVERY = 1.0
"""Seconds between two looks."""
_PROCESSES = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Peak:
    """Looks while it is open; `megabytes` is the most that was seen, shared pages counted in each process."""

    def __init__(self) -> None:
        self.megabytes = 0
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while True:
            self.megabytes = max(self.megabytes, _held() // 1_000_000)
            if self._done.wait(_EVERY):
                return


def _held() -> int:
    """Bytes that this process and all below it hold now."""
    held, below = {}, defaultdict(list)
    for folder in _PROCESSES.glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        below[int(fields[1])].append(int(folder.name))
        held[int(folder.name)] = int(fields[21]) * _PAGE
    total, open_ = 0, [os.getpid()]
    while open_:
        one = open_.pop()
        total += held.get(one, 0)
        open_ += below[one]
    return total
