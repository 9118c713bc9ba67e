"""A document as the rules see it: clean lines with their part in the report, articles, tables and facts."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from donghyang import report
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import Board, boards
from donghyang.check.sheet.heaps import without_heaps
from donghyang.check.sheet.lone import as_article
from donghyang.check.sheet.passages import Part, Passage, Scroll, cut
from donghyang.language.patterns import lazily
from donghyang.records import Cell, Document, Issue, Period, Quantity, Span
from donghyang.report import Reading
from donghyang.report.grammar import is_open

if TYPE_CHECKING:
    from donghyang.check.resources import Resources

_MARKERS_WIDTH = 6
"""A line may open with two markers (- ☑), the last of which counts."""


class Sheet:
    """What the rules work on. `text` is the document's text cleaned; all offsets here count its characters."""

    def __init__(
        self, document: Document, date: dt.date | None, resources: Resources, *, glossed: Sheet | None = None
    ) -> None:
        """`glossed` is the same sheet with its glosses (한글(漢字)*), for one that is to be without."""
        self.document = document
        self.resources = resources
        self._date = date
        self._glossed = glossed
        self._interpreted: report.Interpretation = glossed._interpreted if glossed else report.interpret(document)
        read = self._interpreted
        self.issue: Issue = read.issue
        self.readings = read.readings
        """What each line of the document was taken for, in order."""
        self.articles = _articles(self.issue)
        self.is_lone = False
        """Whether it is a short text without articles, read as one."""
        if not self.articles and self.issue.doubt is None:
            self.readings, self.articles = as_article(self.readings, document.text)
            self.is_lone = bool(self.articles)
        self.date = self.issue.date or date
        """The day of publication, None when neither the document nor the caller says it."""
        self._scroll = Scroll(glossed=glossed is None)
        self.passages: list[Passage] = []
        self.lines: list[Passage] = []
        """The lines and cells whole, as `boards` and `layout` take them; `passages` has long ones in several.

        Remarks stand here alone, without words: no rule reads them."""
        self.cells: dict[Span, Passage] = {}
        """Table cells by their place in the document."""
        self.open: list[Passage] = []
        """The lines and cells that are still to be written."""
        self._read()
        self.text = self._scroll.text
        self._starts = [passage.start for passage in self.passages]

    # ------------------------------------------------------------ reading

    def _read(self) -> None:
        for reading in self.readings:
            if reading.line.grid is None:
                self._add(reading)
            for cell, part in reading.cells():
                self._add_cell(cell, part, reading.article)

    def _add(self, reading: Reading) -> None:
        line = reading.line
        if reading.part == "remark":
            self.lines.append(Passage(0, 0, "", "remark", reading.article))
            return
        start, text = self._scroll.add(self.document.text, line.span)
        bare = _bare(text, reading.opener)
        start, text = start + len(text) - len(bare), bare
        self._keep(Passage(start, start + len(text), text, reading.part, reading.article, line.marker, line.indent))

    def _add_cell(self, cell: Cell, part: Part, article: int | None) -> None:
        start, text = self._scroll.add(self.document.text, cell.span)
        bare = text.lstrip("• ")
        start, text = start + len(text) - len(bare), bare
        passage = Passage(start, start + len(text), text, part, article)
        self.cells[cell.span] = passage
        self._keep(passage)

    def _keep(self, passage: Passage) -> None:
        self.lines.append(passage)
        if _is_open(passage.text):
            self.open.append(passage)
        for part in cut(passage):
            self.passages.append(part)
            if part.article is not None:
                self.articles[part.article].passages.append(part)

    # ------------------------------------------------------------ looking

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the clean text stands in the document."""
        return self._scroll.place(start, end)

    def at(self, offset: int) -> Passage | None:
        """The line that holds an offset, None for an empty document."""
        found = bisect_right(self._starts, offset) - 1
        return self.passages[found] if found >= 0 else None

    def standing(self, forms: Iterable[str]) -> list[str]:
        """Those of `forms` that stand in the text, the longest first: a pattern need hold no others."""
        return sorted((form for form in forms if form in self.text), key=len, reverse=True)

    def of(self, parts: Collection[Part]) -> Iterator[Passage]:
        """The lines of these parts, in order."""
        return (passage for passage in self.passages if passage.part in parts)

    @cached_property
    def unglossed(self) -> Sheet:
        """The sheet without its glosses, for rules on figures that follow one another; itself where it has none."""
        plain = Sheet(self.document, self._date, self.resources, glossed=self)
        return self if plain.text == self.text else plain

    @cached_property
    def boards(self) -> list[Board]:
        """The tables, in order."""
        return boards(self.readings, self.lines, self.cells)

    @cached_property
    def periods(self) -> list[Period]:
        """The dates and stretches of time that the clean text states, in order."""
        from donghyang.facts.periods import find_periods

        return find_periods(self.text, date=self.date)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The figures of the clean text, in order, without the numbers that are parts of a date or lie in a heap."""
        from donghyang.facts.quantities import find_quantities
        from donghyang.language.overlap import Taken

        dates = Taken((period.start, period.end) for period in self.periods)
        found = without_heaps(self.text, find_quantities(self.text))
        return [q for q in found if q.kind in ("measure", "money") or not dates.touches(q.start, q.end)]

    @cached_property
    def _headed(self) -> dict[int, Quantity]:
        """Figures of table cells whose unit stands in the head, by their place in the document."""
        if self._glossed is not None:
            return self._glossed._headed
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

    def figures_of(self, passages: Iterable[Passage]) -> Iterator[Quantity]:
        """The figures of lines and table cells, those of cells with the unit of their column."""
        for passage in passages:
            headed = self.figure(passage) if passage.part == "cell" else None
            if headed is not None:
                yield headed
            else:
                yield from self.quantities_in(*passage.span)

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.start for quantity in self.quantities]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The figures that lie in a stretch of the text."""
        starts = self._quantity_starts
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        return [quantity for quantity in self.quantities[first:last] if quantity.end <= end]

    def periods_in(self, start: int, end: int) -> list[Period]:
        """The dates and stretches of time that lie in a stretch of the text."""
        first = bisect_left(self.periods, start, key=lambda period: period.start)
        last = bisect_left(self.periods, end, key=lambda period: period.start)
        return [period for period in self.periods[first:last] if period.end <= end]


_ITEM = lazily(r"[\n\v]|(?:^|\s)•\s")
"""What parts the items of a cell."""


def _is_open(text: str) -> bool:
    return "??" in text and any(is_open(item.strip()) for item in _ITEM.split(text))


def _bare(text: str, opener: str) -> str:
    """The words of a line behind its marker, or behind the number of a headline."""
    at = text.find(opener) if opener else -1
    return text[at + len(opener) :].lstrip() if 0 <= at <= _MARKERS_WIDTH else text


def _articles(issue: Issue) -> list[ArticleLines]:
    found: list[ArticleLines] = []
    for number, section in enumerate(issue.sections):
        for article in section.articles:
            found.append(ArticleLines(len(found), section.kind, number, article.number, article.date))
    return found
