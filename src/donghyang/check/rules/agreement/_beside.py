"""A clause beside a table: the rows, columns and years it names, and what the table gives for a figure of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from donghyang.check.sheet.grids import Grid, aliases, is_whole, lines_of, named_in, places, sided, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.clauses import clauses
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

SENTENCE = lazily(r"(?:[^.;,]|[.;](?!\s|$)|(?<![고며나만]),)+[.;,]?")
"""A sentence, or a part of one that ends in a verb and a comma."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a line beside a table; offsets count characters of the sheet's text."""

    sheet: Sheet
    grid: Grid
    line: Passage
    start: int
    end: int
    rows: tuple[tuple[int, str], ...]
    """Where the rows are named, and which."""
    years: tuple[int, ...]
    """The years of the table's columns that it names."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.sheet.text[self.start : self.end]

    def before(self, figure: Quantity) -> str:
        """What stands before a figure."""
        return self.sheet.text[self.start : figure.start]

    def behind(self, figure: Quantity, length: int) -> str:
        """The next characters of its line behind a figure."""
        return self.sheet.text[figure.end : min(self.line.end, figure.end + length)]

    def names(self) -> list[str]:
        """The rows, each once, in the order in which they are named first."""
        return list(dict.fromkeys(row for _, row in self.rows))

    def columns(self) -> list[int]:
        """The columns that it names; all of them where it names none, those of its years where there are such."""
        grid = self.grid
        if self.years:
            return [grid.years[year] for year in self.years]
        named = [at for head, at in grid.heads.items() if any(True for _ in places(self.line.text, _noun(head)))]
        return named or [at for at in range(len(grid.board.head)) if at != grid.named]

    def cells(self, row: str) -> dict[int, Quantity]:
        """The figures of a row by column."""
        found = {at: self.sheet.figure(self.grid.rows[row][at]) for at in range(len(self.grid.board.head))}
        return {
            at: one for at, one in found.items() if at != self.grid.named and one is not None and one.value is not None
        }

    def whole(self) -> dict[int, Quantity]:
        """The row of totals by column; sums of all rows where the table has none, {} where a row lacks a figure."""
        totals = [row for row in self.grid.rows if is_whole(row) and row not in ("평균", "기타", "나머지")]
        if totals:
            return self.cells(totals[0])
        rows = [self.cells(row) for row in self.grid.rows]
        return {at: total for at in rows[0] if (total := added([row.get(at) for row in rows]))}


def _noun(head: str) -> str:
    """A head without what says that it counts: 기업 수, 출원 건수."""
    return _KIND.sub("", head) or head


_KIND = lazily(r"\s?(?:건수|수|액|량)$")


def added(figures: list[Quantity | None]) -> Quantity | None:
    """The sum of figures of one unit as a figure; None where one is missing or of another unit."""
    known = [one for one in figures if one is not None and one.value is not None]
    if not known or len(known) != len(figures) or len({one.unit for one in known}) != 1:
        return None
    return replace(max(known, key=step), value=sum((one.value or Decimal(0) for one in known), Decimal(0)))


def clauses_beside(sheet: Sheet) -> Iterator[Clause]:
    """The clauses of all lines beside tables, each with the table."""
    for grid in sided(sheet):
        names = aliases(grid)
        for line in lines_of(sheet, grid.board):
            for sentence in SENTENCE.finditer(line.text):
                for start, end in clauses(line.text, *sentence.span()):
                    said = named_in(names, line.text[start:end])
                    rows = tuple((line.start + start + at, names[form]) for at, form in said)
                    years = tuple(
                        dict.fromkeys(year for year, *_ in years_in(line.text[start:end]) if year in grid.years)
                    )
                    yield Clause(sheet, grid, line, line.start + start, line.start + end, rows, years)
