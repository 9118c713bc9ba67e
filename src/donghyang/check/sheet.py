"""A document as the rules see it: clean lines with their part in the report, articles, tables and facts."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from donghyang import report
from donghyang.check.passages import Part, Passage, Scroll
from donghyang.check.tables import Board, boards
from donghyang.records import Cell, Document, Issue, Period, Quantity, SectionKind, Span
from donghyang.report.grammar import (
    AUTHOR,
    NUMBER,
    NUMERAL,
    NUMERAL_TITLE,
    REFERENCES,
    SOURCE,
    SUBHEAD,
    SUMMARY,
    is_bare_section,
    joined_slashes,
)
from donghyang.report.imprint import find_imprint
from donghyang.report.stream import Line, stream
from donghyang.report.tables import caption_of

if TYPE_CHECKING:
    from donghyang.check.resources import Resources

_MARKERS_WIDTH = 6
"""A line may open with two markers (- ☑), the last of which counts."""
_NOTE = re.compile(r"^\W*※?\s*참\s*고")


@dataclass(slots=True)
class Story:
    """One article: its lines by part, in order."""

    index: int
    kind: SectionKind
    section: int
    number: int | None
    date: dt.date | None
    passages: list[Passage] = field(default_factory=list)

    def of(self, *parts: Part) -> list[Passage]:
        """The lines of these parts."""
        return [passage for passage in self.passages if passage.part in parts]

    def first(self, part: Part) -> Passage | None:
        """The first line of a part, None when there is none."""
        return next((passage for passage in self.passages if passage.part == part), None)

    def text(self, parts: Collection[Part]) -> str:
        """The lines of these parts, one below the other."""
        return "\n".join(passage.text for passage in self.passages if passage.part in parts)


class Sheet:
    """What the rules work on. `text` is the document's text cleaned; all offsets here count its characters."""

    def __init__(self, document: Document, date: dt.date | None, resources: Resources) -> None:
        self.document = document
        self.resources = resources
        self.issue: Issue = report.parse(document)
        self.date = self.issue.date or date
        """The day of publication, None when neither the document nor the caller says it."""
        self._scroll = Scroll()
        self.passages: list[Passage] = []
        self.cells: dict[Span, Passage] = {}
        """Table cells by their place in the document."""
        self.stories = _stories(self.issue)
        self._read()
        self.text = self._scroll.text
        self._starts = [passage.start for passage in self.passages]

    # ------------------------------------------------------------ reading

    def _read(self) -> None:
        lines = stream(self.document)
        walk = _Walk(self.issue, self.stories, imprint_at=_imprint_at(lines, self.issue.series))
        for at, line in enumerate(lines):
            if line.grid is None:
                part, article = walk.part(at, line)
                self._add(line.span, part, article, line)
                continue
            article = walk.article(line)
            for row in line.grid.rows:
                for cell in row:
                    self._add_cell(cell, article)

    def _add(self, span: Span, part: Part, article: int | None, line: Line) -> None:
        start, text = self._scroll.add(self.document.text, span)
        bare = _bare(text, line.marker, part)
        start, text = start + len(text) - len(bare), bare
        self._keep(Passage(start, start + len(text), text, part, article, line.marker, line.indent))

    def _add_cell(self, cell: Cell, article: int | None) -> None:
        start, text = self._scroll.add(self.document.text, cell.span)
        bare = text.lstrip("• ")
        start, text = start + len(text) - len(bare), bare
        passage = Passage(start, start + len(text), text, "caption" if caption_of(text) else "cell", article)
        self.cells[cell.span] = passage
        self._keep(passage)

    def _keep(self, passage: Passage) -> None:
        self.passages.append(passage)
        if passage.article is not None:
            self.stories[passage.article].passages.append(passage)

    # ------------------------------------------------------------ looking

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the clean text stands in the document."""
        return self._scroll.place(start, end)

    def at(self, offset: int) -> Passage | None:
        """The line that holds an offset, None for an empty document."""
        found = bisect_right(self._starts, offset) - 1
        return self.passages[found] if found >= 0 else None

    def of(self, parts: Collection[Part]) -> Iterator[Passage]:
        """The lines of these parts, in order."""
        return (passage for passage in self.passages if passage.part in parts)

    @cached_property
    def boards(self) -> list[Board]:
        """The tables, in order."""
        return boards(self)

    @cached_property
    def periods(self) -> list[Period]:
        """The dates and stretches of time that the clean text states, in order."""
        from donghyang.facts.periods import find_periods

        return find_periods(self.text, date=self.date)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The figures of the clean text, in order, without the numbers that are parts of a date."""
        from donghyang.facts.quantities import find_quantities

        dates = {at for period in self.periods for at in range(period.start, period.end)}
        found = find_quantities(self.text)
        return [q for q in found if q.kind in ("measure", "money") or dates.isdisjoint(range(q.start, q.end))]

    @cached_property
    def _headed(self) -> dict[int, Quantity]:
        """Figures of table cells whose unit stands in the head, by their place in the document."""
        from donghyang.facts.tables import cell_quantities

        return {quantity.start: quantity for quantity in cell_quantities(self.document)}

    def figure(self, cell: Passage) -> Quantity | None:
        """The one figure of a table cell, with the unit of its column; None for words and for several figures.

        Its offsets are those of the cell in the sheet's text.
        """
        if not cell.text:
            return None
        headed = self._headed.get(self.place(cell.start, cell.end)[0])
        if headed is not None:
            return replace(headed, start=cell.start, end=cell.end)
        found = self.quantities_in(cell.start, cell.end)
        return found[0] if len(found) == 1 and found[0].end - found[0].start >= len(cell.text) - 2 else None

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The figures that lie in a stretch of the text."""
        starts = self._quantity_starts
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        return [quantity for quantity in self.quantities[first:last] if quantity.end <= end]


def _imprint_at(lines: list[Line], series: str | None) -> int:
    """Where the imprint begins, with the series title that heads it; the end of the lines where there is none."""
    imprint = find_imprint(lines)
    if imprint is None:
        return len(lines)
    head = lines[imprint.first - 1] if imprint.first else None
    headed = head is not None and head.plain and joined_slashes(head.text) == series
    return imprint.first - 1 if headed else imprint.first


def _bare(text: str, marker: str, part: Part) -> str:
    """The words of a line behind its marker, or behind the number of a headline."""
    if part == "headline" and (numbered := NUMBER.match(text)) and numbered["headline"]:
        return numbered["headline"]
    at = text.find(marker) if marker else -1
    return text[at + len(marker) :].lstrip() if 0 <= at <= _MARKERS_WIDTH else text


def _stories(issue: Issue) -> list[Story]:
    found: list[Story] = []
    for number, section in enumerate(issue.sections):
        for article in section.articles:
            found.append(Story(len(found), section.kind, number, article.number, article.date))
    return found


class _Walk:
    """Tells each line's part while walking down the report."""

    def __init__(self, issue: Issue, stories: list[Story], imprint_at: int) -> None:
        self.stories = stories
        self.imprint_at = imprint_at
        self._articles = [article for section in issue.sections for article in section.articles]
        self._begins = [article.span[0] for article in self._articles if article.span]
        self._contents = {entry.span for entry in issue.contents}
        self._numeral = False
        self._seen_summary = False
        self._current = -1
        self._lead = False
        self._mode: Part = "text"

    def article(self, line: Line) -> int | None:
        """The article that holds a line, None before the first and behind the last."""
        found = bisect_right(self._begins, line.span[0]) - 1
        return found if found >= 0 else None

    def part(self, at: int, line: Line) -> tuple[Part, int | None]:
        """(part, article) of one line that is no table."""
        if at >= self.imprint_at:
            return "imprint", None
        article = self.article(line)
        if self._opens_section(line):
            return "section", None
        if article is None:
            plain = not self._articles and not self._contents and not self._seen_summary
            return (self._body(line) if plain and line.text != "요약" else self._front(line)), None
        if article != self._current:
            self._current, self._lead, self._mode = article, False, "text"
        return self._in_article(line, article), article

    def _opens_section(self, line: Line) -> bool:
        title = self._numeral and line.plain
        self._numeral = line.plain and NUMERAL.match(line.text) is not None
        return line.plain and (
            title or self._numeral or is_bare_section(line.text) or NUMERAL_TITLE.match(line.text) is not None
        )

    def _front(self, line: Line) -> Part:
        if line.span in self._contents:
            return "contents"
        if line.plain and SUMMARY.match(line.text):
            self._seen_summary = True
            return "section"
        return "summary" if self._seen_summary else "cover"

    def _in_article(self, line: Line, index: int) -> Part:
        article = self._articles[index]
        if line.plain and (AUTHOR.match(line.text) or (self._mode == "imprint" and not line.url)):
            self._mode = "imprint"
            return "imprint"
        if line.plain and (REFERENCES.match(line.text)):
            self._mode = "reference"
            return "section"
        if (SOURCE.match(line.text) and self._mode != "reference") or line.url:
            return "source" if self._mode != "reference" else "reference"
        if SOURCE.match(line.text):
            return "source"
        if self._mode == "reference":
            return "reference"
        if not self._lead:
            if article.lead and line.text.startswith(article.lead):
                self._lead = True
                return "lead"
            if line.plain and article.headline and line.text.endswith(article.headline):
                return "headline"
            if line.plain and NUMBER.match(line.text):
                return "number"
        return self._body(line)

    def _body(self, line: Line) -> Part:
        caption = caption_of(line.text) if line.plain else None
        if caption is not None:
            self._mode = "note" if _NOTE.match(caption) else "text"
            return "caption"
        if line.role == "annotation":
            return "annotation"
        if SUBHEAD.match(line.text) and not line.marker:
            self._mode = "text"
            return "heading"
        if line.role == "lead":
            return "heading"
        if self._mode == "note":
            return "note"
        return "bullet" if line.marker else "text"
