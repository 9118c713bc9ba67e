"""The places of elements among their brothers (Selectors Level 4, 14), counted once for each parent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from donghyang.language import tables

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_KEPT = 100_000
"""Elements whose places are kept at once."""


@dataclass(frozen=True, slots=True)
class _Place:
    first: int
    """Which of all brothers it is, from 1."""
    alike: int
    """Which of those with its tag."""


class Places:
    """Which of its brothers an element is."""

    NAMES: ClassVar[frozenset[str]] = frozenset(tables.words(__package__, "css_places"))
    COUNTS: ClassVar[frozenset[str]] = frozenset(("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"))

    def __init__(self) -> None:
        self._of: dict[_Element, dict[_Element, _Place]] = {}
        self._alike: dict[_Element, Counter[object]] = {}
        self._kept = 0

    def is_so(self, name: str, element: _Element) -> bool:
        """Whether a word of `NAMES` is true of an element."""
        if name in ("root", "scope"):
            return element.getparent() is None
        if name == "empty":
            return len(element) == 0 and not element.text
        if name.startswith("only"):
            return self.is_in(f"nth-{name[5:]}", element, 0, 1) and self.is_in(f"nth-last-{name[5:]}", element, 0, 1)
        which, _, kind = name.partition("-")
        if kind == "child":
            return (element.getprevious() if which == "first" else element.getnext()) is None
        return self.is_in(f"nth-{'last-' if which == 'last' else ''}{kind}", element, 0, 1)

    def is_in(self, name: str, element: _Element, step: int, first: int) -> bool:
        """Whether the place that a name of `COUNTS` tells is one of first, first + step, first + 2 step …"""
        behind = self._count(name, element) - first
        return behind == 0 if step == 0 else behind % step == 0 and behind // step >= 0

    def _count(self, name: str, element: _Element) -> int:
        parent = element.getparent()
        if parent is None:
            return 1
        place = self._places(parent)[element]
        if name == "nth-child":
            return place.first
        if name == "nth-last-child":
            return len(parent) + 1 - place.first
        return place.alike if name == "nth-of-type" else self._alike[parent][element.tag] + 1 - place.alike

    def _places(self, parent: _Element) -> dict[_Element, _Place]:
        if parent not in self._of:
            if self._kept > _MOST_KEPT:
                self._of.clear()
                self._alike.clear()
                self._kept = 0
            alike = Counter[object]()
            places: dict[_Element, _Place] = {}
            for at, child in enumerate(parent, 1):
                alike[child.tag] += 1
                places[child] = _Place(at, alike[child.tag])
            self._of[parent], self._alike[parent] = places, alike
            self._kept += len(places)
        return self._of[parent]
