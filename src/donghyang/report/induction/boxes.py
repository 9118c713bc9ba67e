"""Drawn frames around words: their edges, their titles, and the lines inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from donghyang.language.patterns import lazily
from donghyang.report.induction.rooms import width
from donghyang.report.stream import Line

_TOP = lazily(r"^[┌┏╔╭+][─━═\s-]*(?P<in>[^─━═\s┬┳╦+-][^─━═]*[^─━═\s])?\s*[─━═-]*[┐┓╗╮+]$")
_BOTTOM = lazily(r"^[└┗╚╰+][─━═-]+[┘┛╝╯+]$")
_TABLE_EDGE = lazily(r"^[┌┏╔╭└┗╚╰├┣╠+]?[─━═\s┬┳╦┴┻╩┼╋╬+-]{4,}[┐┓╗╮┘┛╝╯┤┫╣+]?$")
_OPEN_TOP = lazily(r"^[┌┏╔╭][─━═\s]*(?P<in>[^─━═\s┬┳╦│][^─━═]*[^─━═\s])\s*[─━═]*$")
_OPEN_BOTTOM = lazily(r"^[└┗╚╰][─━═\s]*$")
_OPEN_INNER = lazily(r"^[│┃║]\s?(?P<in>.*)$")
"""A frame that is open at its right side."""
_INNER = lazily(r"^[│┃║|]\s?(?P<in>.*?)\s*[│┃║|]$")
_LONGEST = 40
"""Lines of one frame."""


@dataclass
class Boxes:
    """Frames of a stream."""

    edges: set[int] = field(default_factory=set)
    of: dict[int, int] = field(default_factory=dict)
    """The frame of each line in one, by the place of its upper edge."""
    titles: dict[int, str | None] = field(default_factory=dict)
    """For each upper edge the title in it."""
    inner: dict[int, str] = field(default_factory=dict)
    widths: dict[int | None, int] = field(default_factory=dict)
    """The room for words in each frame."""


def boxes(lines: list[Line], gone: set[int]) -> Boxes:
    """The frames of a stream; lone edges of tables are edges of nothing."""
    out = Boxes()
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end is None:
            if lines[at].grid is None and len(lines[at].raw) > 3 and _drawn(lines[at]):
                gone.add(at)
            at += 1
            continue
        found = _TOP.match(lines[at].raw) or _OPEN_TOP.match(lines[at].raw)
        out.edges |= {at, end}
        out.of[at] = at
        out.titles[at] = found["in"].strip() if found and found["in"] else None
        for place in range(at + 1, end):
            inner = _INNER.match(lines[place].raw) or _OPEN_INNER.match(lines[place].raw)
            out.of[place] = at
            out.inner[place] = inner["in"].strip() if inner else lines[place].raw
        out.widths[at] = max(*(width(lines[place].raw) for place in range(at, end + 1)), 8) - 4
        gone -= set(range(at, end + 1))
        at = end + 1
    return out


def _drawn(line: Line) -> bool:
    return _TABLE_EDGE.match(line.raw) is not None and any(sign in line.raw for sign in "┌└├┏┗┣╔╚╠┬┴┼+")


def _end(lines: list[Line], at: int) -> int | None:
    """The lower edge of the frame whose upper edge stands at `at`; None where none does."""
    if lines[at].grid is not None:
        return None
    if len(lines[at].raw) > 3 and _TOP.match(lines[at].raw):
        return _edge_below(lines, at, _BOTTOM, _INNER)
    return _edge_below(lines, at, _OPEN_BOTTOM, _OPEN_INNER) if _OPEN_TOP.match(lines[at].raw) else None


def _edge_below(lines: list[Line], at: int, bottom: re.Pattern[str], inside: re.Pattern[str]) -> int | None:
    for place in range(at + 1, min(at + _LONGEST, len(lines))):
        if lines[place].grid is not None:
            return None
        if bottom.match(lines[place].raw):
            return place if place > at + 1 else None
        if not inside.match(lines[place].raw):
            return None
    return None
