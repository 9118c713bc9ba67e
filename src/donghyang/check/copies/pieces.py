"""A text cut at the borders of its findings: what marked copies are made of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghyang.records import Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line that lies inside the same findings throughout."""

    text: str
    own: tuple[int, ...]
    """Indexes of the findings it belongs to."""
    second: tuple[int, ...]
    """Indexes of the findings that name it as their other place."""


def lines_of(text: str, findings: Sequence[Finding]) -> Iterator[list[Piece]]:
    """The lines of the text, each in pieces; linear in the text and in its findings."""
    marks: list[tuple[int, int, int, bool]] = []
    for number, finding in enumerate(findings):
        marks.append((finding.start, finding.end, number, True))
        marks += [(related.start, related.end, number, False) for related in finding.related]
    marks.sort()
    open_: list[tuple[int, int, int, bool]] = []
    waiting = iter([*marks, (len(text) + 1, len(text) + 1, -1, True)])
    following = next(waiting)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while following[0] < end or (following[0] == end and following[0] == start):
            open_.append(following)
            following = next(waiting)
        open_ = [mark for mark in open_ if mark[1] > start]
        # The return of a Windows line end is no text of the line.
        last = end - line.endswith("\r")
        borders = {start, last} | {min(max(at, start), last) for mark in open_ for at in mark[:2]}
        yield list(_pieces(text, sorted(borders), open_))
        start = end + 1


def _pieces(text: str, cuts: Sequence[int], marks: Sequence[tuple[int, int, int, bool]]) -> Iterator[Piece]:
    """What lies between each two borders; `marks` in their order, none of which begins or ends but at a border."""
    inside: list[tuple[int, int, int, bool]] = []
    at = 0
    for start, end in itertools.pairwise(cuts):
        inside = [mark for mark in inside if mark[1] >= end]
        while at < len(marks) and marks[at][0] <= start:
            if marks[at][1] >= end:
                inside.append(marks[at])
            at += 1
        yield _piece(text[start:end], inside)


def _piece(text: str, inside: Sequence[tuple[int, int, int, bool]]) -> Piece:
    own = tuple(dict.fromkeys(number for _, _, number, first in inside if first))
    second = tuple(dict.fromkeys(number for _, _, number, first in inside if not first))
    return Piece(text, own, second)
