"""Headlines, and entries of the contents page, that stand in several lines: the one says how far the other goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from donghyang.language.nearness import letters
from donghyang.report.induction.entries import Entry
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.layout.contents import ways
from donghyang.report.layout.openers import Opener

_MOST_LINES = 3
"""Lines that a headline goes on over, below its first one."""
_LEAST = 7
"""Letters of a beginning that tells a headline."""
_BEHIND = re.compile(r"\s*[(（\[][^()（）\[\]]{3,24}[)）\]]$")


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
        out.append(_joined(leaves[at : last + 1]))
        at = last + 1
    return out


def _said(leaf: Leaf) -> set[str]:
    words = bare_of(leaf.words)
    every = {letters(bare_of(way)) for text in (words, _BEHIND.sub("", words)) for way, _ in ways(text)}
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
        begun = {way + letters(tail) for way in begun for tail in (leaf.text, _BEHIND.sub("", leaf.text))}
        if begun & wanted:
            return last
        if not any(one.startswith(way) for way in begun for one in wanted):
            return at
    return at


def _joined(lines: list[Leaf]) -> Leaf:
    first = lines[0]
    if len(lines) == 1:
        return first
    tail = "".join(f" {leaf.text}" for leaf in lines[1:])
    line = replace(first.line, text=first.line.text + tail, span=(first.span[0], lines[-1].span[1]))
    opener = Opener(first.key, first.number, first.words + tail)
    return replace(
        first, at=tuple(at for leaf in lines for at in leaf.at), line=line, opener=opener, ruled=lines[-1].ruled
    )
