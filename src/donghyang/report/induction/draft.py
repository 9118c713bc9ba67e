"""A report being read: its leaves, what stands around its articles, and what each leaf was told to be."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property

from donghyang.report.induction.entries import Entry, Frame
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.pool import PooledReferences
from donghyang.report.induction.sections import Part
from donghyang.report.parts import Part as Told


@dataclass
class Draft:
    """A report being read."""

    leaves: list[Leaf]
    frame: Frame
    parts: list[Part]
    pool: PooledReferences
    barred: frozenset[tuple[str, bool]] = frozenset()
    """What opens no leads in this reading."""
    lead: tuple[str, bool] | None = None
    """What opens leads, as `habits` tells it."""
    way: re.Pattern[str] | None = None
    """How the headlines of longer articles are printed with their category."""
    near: dt.date | None = None
    told: dict[int, tuple[Told, int | None]] = field(default_factory=dict)
    behind: list[Leaf] = field(default_factory=list)
    count: int = 0

    def between(self, start: int, end: int) -> list[Leaf]:
        """The leaves of a stretch that neither the imprint nor the pool of references takes."""
        return [self.leaves[at] for at in range(start, end) if at not in self._taken]

    @cached_property
    def _taken(self) -> set[int]:
        return set(self.frame.imprint) | self.pool.taken

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """The first entry of the contents page for each headline, by the place of that."""
        return {entry.target: entry for entry in reversed(self.frame.contents)}

    def tell(self, leaf: Leaf, part: Told, article: int | None = None) -> None:
        """Say what a leaf is."""
        for at in leaf.at:
            self.told.setdefault(at, (part, article))
