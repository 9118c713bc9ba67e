"""Headlines, and entries of the contents page, that stand in several lines: the one says how far the other goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from donghyang.language.nearness import letters
from donghyang.report.induction.entries import BEHIND, Entry
from donghyang.report.induction.leaf import Leaf, with_line
from donghyang.report.induction.shapes import bare_of
from donghyang.report.layout.contents import ways

_MOST_LINES = 3
"""Lines that a headline goes on over, below its first one."""
_LEAST = 7
"""Letters of a beginning that tells a headline."""


def with_whole_headlines(leaves: list[Leaf], contents: Sequence[Entry]) -> list[Leaf]:
    """The leaves, with the lines made one that contents page or body print as one."""
    ends: dict[int, int] = {}
    places = {id(leaf): at for at, leaf in enumerate(leaves)}
    for entry in contents:
        if entry.target < 0:
            continue
        for place, other in ((entry.target, entry.leaf), (places[id(entry.leaf)], leaves[entry.target])):
            last = _last_line(leaves, place, _said(other))
            if last > place:
                ends[place] = last
    out: list[Leaf] = []
    at = 0
    while at < len(leaves):
        last = ends.get(at, at)
        out.append(reduce(_in_one_line, leaves[at : last + 1]))
        at = last + 1
    return out


def _said(leaf: Leaf) -> set[str]:
    words = bare_of(leaf.words)
    every = {letters(bare_of(way)) for text in (words, BEHIND.sub("", words)) for way, _ in ways(text)}
    return {way for way in every if len(way) > _LEAST}


def _last_line(leaves: list[Leaf], at: int, wanted: set[str]) -> int:
    """The last line of a headline that begins at `at` and is `wanted`; `at` where its first line says it all."""
    begun = _said(leaves[at])
    if begun & wanted or any(way.startswith(tuple(wanted)) for way in begun):
        return at
    for last in range(at + 1, min(at + _MOST_LINES + 1, len(leaves))):
        leaf = leaves[last]
        if leaf.gap or leaf.key or leaf.url or leaf.edge or leaf.box != leaves[at].box:
            return at
        begun = {way + letters(tail) for way in begun for tail in (leaf.text, BEHIND.sub("", leaf.text))}
        if begun & wanted:
            return last
        if not any(one.startswith(way) for way in begun for one in wanted):
            return at
    return at


def _in_one_line(whole: Leaf, leaf: Leaf) -> Leaf:
    return with_line(whole, leaf, " ")
