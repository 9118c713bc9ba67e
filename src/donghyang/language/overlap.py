"""Stretches of one text held against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from donghyang.records import Span


class Taken:
    """Stretches that are taken; they stand in order and do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        kept = list(spans)
        self._starts = [start for start, _ in kept]
        self._ends = [end for _, end in kept]

    def touches(self, start: int, end: int) -> bool:
        """Whether a character from `start` to `end` is taken."""
        last = bisect_left(self._starts, end) - 1
        return start < end and last >= 0 and self._ends[last] > start
