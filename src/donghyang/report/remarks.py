"""Remarks stand anywhere in a report and change nothing of how its other lines are read.

They are taken out of the stream before it is read, and put where they stood when it is.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from donghyang.records import Article, Block, Issue, Remark
from donghyang.report.grammar import unremarked
from donghyang.report.imprint import Imprint
from donghyang.report.parts import Interpretation, Part, Reading
from donghyang.report.stream import Line

_CLOSING: frozenset[Part] = frozenset(("section", "reference", "imprint"))
"""What stands in an article behind its blocks only; the section is the title of its references."""

Placed = Mapping[int, Sequence[Line]]
"""Remarks, by how many other lines stand above them."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The lines of a document without its remarks, and the remarks."""

    lines: list[Line]
    remarks: Placed

    def between(self, start: int, end: int) -> list[Line]:
        """The lines from `start` to `end`, each with the remarks below it."""
        found: list[Line] = []
        for at in range(start, end):
            found += [self.lines[at], *self.remarks.get(at + 1, ())]
        return found

    def below(self, start: int, end: int) -> Placed:
        """The remarks below the lines from `start` to `end`."""
        return {at: lines for at, lines in self.remarks.items() if start < at <= end}


def parted(lines: Iterable[Line]) -> Stream:
    """A stream with its remarks taken out."""
    said: list[Line] = []
    remarks: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.role == "remark":
            remarks[len(said)].append(line)
        else:
            said.append(line)
    return Stream(said, dict(remarks))


@dataclass(frozen=True, slots=True)
class Zones:
    """The parts of a stream around its articles, with the remarks that stand in them."""

    stream: Stream
    kept: list[Line]
    """Its lines without imprint and title."""
    imprint: Imprint | None
    start: int
    end: int
    """Where in `kept` the articles begin and end."""

    @property
    def first(self) -> int:
        """Where in the stream the articles begin."""
        return min(self._place(self.start), self.last)

    @property
    def last(self) -> int:
        """Where in the stream they end."""
        return self._place(self.end)

    def _place(self, at: int) -> int:
        """Where in the stream the line `at` of `kept` stands: at the same place, or behind an imprint left out."""
        left_out = self.imprint is not None and len(self.kept) > self.imprint.first <= at
        return at + (len(self.stream.lines) - len(self.kept) if left_out else 0)

    @property
    def front(self) -> list[Line]:
        """The lines in front of the articles."""
        kept = set(map(id, self.kept))
        above = [*self.stream.remarks.get(0, ()), *self.stream.between(0, self.first)]
        return [line for line in above if line.role == "remark" or id(line) in kept]

    @property
    def back(self) -> tuple[str, ...]:
        """The words behind the articles and the imprint."""
        found: list[str] = []
        kept = set(map(id, self.kept))
        fixed = set(map(id, self.stream.lines[: self.imprint.end])) if self.imprint else set()
        for line in self.stream.between(self.last, len(self.stream.lines)):
            if line.role == "remark":
                found.append(line.raw)
            elif id(line) in kept:
                found.append(unremarked(line.text))
            elif id(line) not in fixed:
                found += line.rows
        return tuple(found)


def put_back(issue: Issue, readings: Sequence[Reading], remarks: Placed) -> Issue:
    """The issue with remarks in its articles, where `readings` tell the lines above them.

    What stands below a section's title goes with the article below it; what stands outside of all articles goes to
    the issue's `front`.
    """
    if not remarks:
        return issue
    firsts = _firsts(readings)
    homes: dict[int, list[tuple[int, Line]]] = defaultdict(list)
    front = list(issue.front)
    for at, lines in sorted(remarks.items()):
        home = _home(readings, at, firsts)
        if home is not None:
            homes[home] += [(at, line) for line in lines]
        else:
            front += [line.raw for line in lines]
    closings = _closings(readings)
    number, sections = 0, []
    for section in issue.sections:
        articles = []
        for article in section.articles:
            told = homes.get(number)
            articles.append(_with(article, told, readings, closings.get(number, [])) if told else article)
            number += 1
        sections.append(replace(section, articles=tuple(articles)))
    return replace(issue, sections=tuple(sections), front=tuple(front))


def _firsts(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """(place of its first line, article) for each article, in order."""
    found: dict[int, int] = {}
    for at, reading in enumerate(readings):
        if reading.article is not None:
            found.setdefault(reading.article, at)
    return [(at, article) for article, at in found.items()]


def _closings(readings: Sequence[Reading]) -> dict[int, list[int]]:
    """The places of the lines of each article that may be printed behind its blocks."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        if reading.article is not None and (reading.part in _CLOSING or reading.part == "source"):
            found[reading.article].append(at)
    return found


def _home(readings: Sequence[Reading], at: int, firsts: Sequence[tuple[int, int]]) -> int | None:
    """The article that a remark below the line `at - 1` belongs to, None where it stands outside of all."""
    above = readings[at - 1] if at else None
    if above is None or above.article is not None:
        return above.article if above else None
    begun = bisect_left(firsts, (at,))
    opened = above.part == "section" or begun > 0
    return firsts[begun][1] if opened and begun < len(firsts) else None


def _with(
    article: Article, told: Iterable[tuple[int, Line]], readings: Sequence[Reading], closings: Sequence[int]
) -> Article:
    """An article with its remarks: above its lead, among its blocks, below them."""
    end = _end_of_blocks(article, readings, closings)
    begins = _begins(article)
    above, below = list(article.above), list(article.below)
    among: dict[int, list[Block]] = defaultdict(list)
    for at, line in told:
        reading = readings[at - 1]
        if reading.article is None or reading.part in ("number", "headline"):
            above.append(line.text)
        elif at > end:
            below.append(line.text)
        else:
            among[bisect_left(begins, line.span[0])].append(Remark(line.text, span=line.span))
    blocks = [*among.get(0, ())]
    for at, block in enumerate(article.blocks, 1):
        blocks += [block, *among.get(at, ())]
    return replace(article, above=tuple(above), blocks=tuple(blocks), below=tuple(below))


def _end_of_blocks(article: Article, readings: Sequence[Reading], closings: Iterable[int]) -> int:
    """The place of the first line that is printed behind the blocks; the number of lines where none is."""
    if not (article.references or article.source or article.author):
        return len(readings)
    source = article.source.span if article.source else None
    for at in closings:
        if readings[at].part in _CLOSING or (source and _holds(source, readings[at].line)):
            return at
    return len(readings)


def _holds(span: tuple[int, int], line: Line) -> bool:
    return span[0] <= line.span[0] and line.span[1] <= span[1]


def _begins(article: Article) -> list[int]:
    """For each block the least place at which it or one behind it begins, so that they rise: the number of those
    before a remark is that of the blocks above it."""
    found: list[int] = []
    least = sys.maxsize
    for block in reversed(article.blocks):
        least = min(least, block.span[0]) if block.span else least
        found.append(least)
    return found[::-1]


def woven(read: Interpretation, stream: Stream) -> Interpretation:
    """The interpretation with a reading for each remark."""
    if not stream.remarks:
        return read
    readings: list[Reading] = []
    for at in range(len(read.readings) + 1):
        article = read.readings[at - 1].article if at else None
        readings += [Reading(line, "remark", article) for line in stream.remarks.get(at, ())]
        readings += read.readings[at : at + 1]
    return replace(read, readings=tuple(readings))
