"""The tables of a sheet with a place for every cell: captions, heads, rows, pages joined, halves taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from donghyang.check.sheet.passages import Passage
from donghyang.language.patterns import lazily
from donghyang.records import Grid, Span
from donghyang.report import Reading
from donghyang.report.tables import caption_of, laid_out

_BEFORE = 6
"""So many tables back one is continued: as many as stand side by side on a page."""
TOTAL = lazily(
    r"^(?:(?:총\s?)?(?:합\s?계|총\s?계|계|소\s?계|전\s?체|total)|\S[^\n]{0,30} (?:합계|소계|총계))"
    r"(?:\s*[(（][^()（）\n]{1,20}[)）])?\s*$",
    re.IGNORECASE,
)
"""How a row of totals is called: 합계, 총계, 6개 지역 합계, 소계(4개 도시)."""
_SUBTOTAL = lazily(r"소\s?계")


@dataclass(slots=True)
class Board:
    """One table; rows are as long as the head."""

    caption: Passage | None
    head: list[Passage]
    rows: list[list[Passage]]
    article: int | None
    parts: list[Passage] = field(default_factory=list)
    """Captions of the same table, when it is broken over pages."""

    @property
    def title(self) -> str:
        """The words of the caption, "" when there is none."""
        return (caption_of(self.caption.text) or self.caption.text) if self.caption else ""

    def column(self, index: int) -> list[Passage]:
        """The cells of one column, head left out."""
        return [row[index] for row in self.rows]

    def cells(self) -> Iterator[Passage]:
        """Every cell below the head."""
        return (cell for row in self.rows for cell in row)


def boards(readings: Iterable[Reading], passages: Sequence[Passage], cells: Mapping[Span, Passage]) -> list[Board]:
    """The tables of a sheet, in order; those set side by side one after the other.

    `passages` are the lines and cells of the readings in order, `cells` those of tables by their place in the document.
    """
    found: list[Board] = []
    above: Passage | None = None
    at = 0
    for reading in readings:
        grid = reading.line.grid
        if grid is None:
            above = above if reading.part == "remark" else passages[at]
            at += 1
            continue
        for board in _of_grid(grid, cells):
            if board.caption is None and above is not None and above.part == "caption":
                board.caption = above
            _add(found, board)
        above = None
        at += sum(len(row) for row in grid.rows)
    return found


def _of_grid(grid: Grid, cells: Mapping[Span, Passage]) -> list[Board]:
    if laid_out(grid) is None:
        return []
    rows = [[cells[cell.span] for cell in row] for row in grid.rows]
    rows = [row for row in rows if any(cell.text for cell in row)]
    if not rows:
        return []
    starts = [at for at, cell in enumerate(rows[0]) if cell.part == "caption"]
    if starts:
        ends = [*starts[1:], max(map(len, rows))]
        spans = [_stripped([row[a:b] for row in rows[1:]]) for a, b in zip(starts, ends, strict=True)]
        return [
            _board(rows[0][start], part) for start, part in zip(starts, spans, strict=True) if part and len(part) > 1
        ]
    return [_halved(_board(None, _stripped(rows)))] if len(rows) > 1 else []


def _stripped(rows: list[list[Passage]]) -> list[list[Passage]]:
    """Rows of equal length without columns at the right edge that are empty throughout."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell.text), default=0)
    kept = [row[:width] for row in rows if any(cell.text for cell in row)]
    return [row + [_empty(row[-1])] * (width - len(row)) for row in kept if row]


def _empty(after: Passage) -> Passage:
    return Passage(after.end, after.end, "", "cell", after.article)


def _board(caption: Passage | None, rows: list[list[Passage]]) -> Board:
    return Board(caption, rows[0], rows[1:], rows[0][0].article)


def _halved(board: Board) -> Board:
    """A table that repeats its head at its side, to save height, as one long table."""
    half, odd = divmod(len(board.head), 2)
    names = [_letters(cell.text) for cell in board.head]
    if odd or half < 2 or names[:half] != names[half:]:
        return board
    rows = [row[:half] for row in board.rows] + [row[half:] for row in board.rows]
    return Board(board.caption, board.head[:half], [row for row in rows if any(c.text for c in row)], board.article)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _add(found: list[Board], board: Board) -> None:
    """Join a table to the one it continues: the same head, and no other caption."""
    names = [_letters(cell.text) for cell in board.head]
    for last in reversed(found[-_BEFORE:]):
        same = last.article == board.article and [_letters(cell.text) for cell in last.head] == names
        if same and (board.caption is None or _letters(board.title) == _letters(last.title)):
            last.rows += board.rows
            if board.caption:
                last.parts.append(board.caption)
            return
        if board.caption is None:
            break
    found.append(board)


def counts_up(printed: Sequence[str]) -> bool:
    """Are these 1, 2, 3, … as a column prints them that only numbers or ranks its rows (1., 1위)?"""
    return [text.strip(" .위") for text in printed] == [str(at) for at in range(1, len(printed) + 1)]


def total_row(board: Board) -> int | None:
    """The place of the row that adds up the others, None when there is none."""
    found = _totals(board)
    parts = _subtotals(board, found)
    whole = [at for at in found if at not in parts]
    return whole[0] if len(whole) == 1 and whole[0] in (0, len(board.rows) - 1) else None


def added_rows(board: Board, total: int) -> list[list[Passage]]:
    """The rows that a total adds up: the others, without those that add up a part of them."""
    left_out = {total, *_subtotals(board, _totals(board))}
    return [row for at, row in enumerate(board.rows) if at not in left_out]


def _totals(board: Board) -> list[int]:
    return [at for at, row in enumerate(board.rows) if any(TOTAL.match(cell.text) for cell in row[:2])]


def _subtotals(board: Board, totals: list[int]) -> set[int]:
    """The totals of a part, where another is the total of all."""
    parts = {at for at in totals if any(_SUBTOTAL.search(cell.text) for cell in board.rows[at][:2])}
    return parts if len(parts) < len(totals) else set()
