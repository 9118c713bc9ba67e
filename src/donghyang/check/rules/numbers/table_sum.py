"""합계가 더한 값과 다릅니다. | A total differs from the sum of its rows.

왜: 합계, 줄, 비중 가운데 하나가 틀렸다. 옮겨 적다 자리를 바꾼 숫자가 이렇게 드러난다.
Why: The total, a row or a share is wrong; this is how a digit lost in copying shows.
Bad:
  〈지역별 투자액〉
  지역	금액(억 원)	비중
  동부	120	60%
  서부	50	25%
  남부	30	15%
  합계	210	100%
Good:
  〈지역별 투자액〉
  지역	금액(억 원)	비중
  동부	120	60%
  서부	50	25%
  남부	30	15%
  합계	200	100%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import TOTAL, Board, added_rows, total_row
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "table-sum"
CLASS = "sum"
SEVERITY = "error"

_WIDTH = 4
"""Columns of a table whose last one adds up the others: a name, two parts, the total."""
_PARTS = 2
"""One part is no sum."""
_LACKING = 2
"""Cells that a total row lacks at the most: a column of ranks beside one of words."""
_NEAR_WHOLE = 1
"""Percentages add up where they, or their total, come so near to 100; rates of growth do not."""

_NUMBER = lazily(r"(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)%?")
_UNIT = lazily(r"\s?[(（][^()（）]*[)）]\s*$")
_YEAR = lazily(r"(?:19|20)[0-9]{2}년?")
_NOT_ADDED = lazily(
    r"최대|최소|최고|최저|최장|순위|순번|번호|연도|년도|구분|평균|증감|증가율|성장률|지수|점수|단가|No"
    r"|(?<![식정담해마일])당(?= |$|[(（])"
)
"""Columns that no total adds up; of what is told for each (랙당 사용량) the total is a mean."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns with a total in their last row, and rows with a total in their last column."""
    for board in sheet.boards:
        yield from _columns(sheet, board)
        yield from _rows(sheet, board)


def _columns(sheet: Sheet, board: Board) -> Iterator[Hit]:
    at = total_row(board)
    if at is None:
        return
    parts, total = added_rows(board, at), board.rows[at]
    if not _is_shifted(board, total, parts):
        yield from _column_hits(sheet, board, total, parts)


def _is_shifted(board: Board, total: list[Passage], parts: list[list[Passage]]) -> bool:
    """Is the total row printed with fewer cells: does a figure add up the column to the right of its own?"""
    empty = next((n for n, cell in enumerate(reversed(total[-_LACKING - 1 :])) if cell.text), 0)
    return any(
        _adds_up(total[column], [row[column + by] for row in parts])
        for by in range(1, empty + 1)
        for column in range(1, len(board.head) - by)
    )


def _adds_up(total: Passage, parts: list[Passage]) -> bool:
    numbers = [_NUMBER.fullmatch(cell.text) for cell in (total, *parts)]
    values = [Decimal(number["n"].replace(",", "")) for number in numbers if number]
    return len(values) == len(numbers) > _PARTS and values[0] == sum(values[1:])


def _column_hits(sheet: Sheet, board: Board, total: list[Passage], parts: list[list[Passage]]) -> list[Hit]:
    """The columns whose parts do not add up."""
    rows = [board.head, *parts] if _is_row(sheet, board.head) else parts
    groups = _groups(rows)
    return [
        hit
        for column, head in enumerate(board.head)
        if not _NOT_ADDED.search(head.text)
        for hit in _column(
            sheet, total[column], [row[column] for row in rows], [[r[column] for r in g] for g in groups]
        )
    ]


def _column(sheet: Sheet, total: Passage, parts: list[Passage], groups: list[list[Passage]]) -> list[Hit]:
    """What does not add up in a column; by groups where one of these is the whole by itself (by stage, by body)."""
    hits = list(_line(sheet, total, parts))
    by_group = [list(_line(sheet, total, group)) for group in groups] if hits else []
    return hits if all(by_group) else [hit for found in by_group for hit in found]


def _groups(rows: list[list[Passage]]) -> list[list[list[Passage]]]:
    """The rows below each name in the first column, where it stands once for several of them; none without such."""
    starts = [at for at, row in enumerate(rows) if row[0].text]
    if not starts or starts[0] or len(starts) == len(rows) or len(starts) == 1:
        return []
    found = [rows[at:end] for at, end in zip(starts, [*starts[1:], len(rows)], strict=True)]
    return found if all(len(group) >= _PARTS for group in found) else []


def _is_row(sheet: Sheet, head: list[Passage]) -> bool:
    """Is the first row of a table without heads a row like the others: a name, and figures that are no years?"""
    figures = [sheet.figure(cell) for cell in head[1:]]
    return bool(figures) and all(
        one is not None and one.value is not None and not _YEAR.fullmatch(one.text) for one in figures
    )


def _rows(sheet: Sheet, board: Board) -> Iterator[Hit]:
    if len(board.head) < _WIDTH or not TOTAL.match(_UNIT.sub("", board.head[-1].text)):
        return
    for row in board.rows:
        yield from _line(sheet, row[-1], row[1:-1])


def _line(sheet: Sheet, total: Passage, parts: list[Passage]) -> Iterator[Hit]:
    """A finding when the parts, all of them figures of one unit, do not add up to the total."""
    whole = sheet.figure(total)
    figures = [figure for cell in parts if cell.text and (figure := sheet.figure(cell))]
    if (
        whole is None
        or whole.value is None
        or len(figures) < _PARTS
        or len(figures) < sum(bool(cell.text) for cell in parts)
    ):
        return
    if whole.unit == "%p" or any(
        figure.value is None or figure.unit != whole.unit or figure.high for figure in figures
    ):
        return
    added = sum((figure.value or Decimal(0) for figure in figures), Decimal(0))
    if whole.unit == "%" and min(abs(whole.value - 100), abs(added - 100)) > _NEAR_WHOLE:
        return
    if _is_mean(whole, figures):
        return
    room = _room(figures)
    if not fits(whole, added - room, added + room):
        worth = shown_like(added, whole)
        yield Hit(
            *total.span,
            Message(f"더하면 {worth}입니다.", f"the rows add up to {worth}."),
            related=tuple(cell.span for cell in parts if cell.text),
        )


def _is_mean(whole: Quantity, figures: list[Quantity]) -> bool:
    """Does a figure with decimals lie among its parts, as the rate of the whole does (집약도 3.28), and no sum?"""
    values = [figure.value or Decimal(0) for figure in figures]
    return step(whole) < 1 and min(values) <= (whole.value or Decimal(0)) <= max(values)


def _room(figures: list[Quantity]) -> Decimal:
    """What rounding of the parts may add up to; nothing where they are whole numbers."""
    if all(step(figure) >= 1 and figure.unit != "%" and "." not in figure.text for figure in figures):
        return Decimal(0)
    return rounding(figures)
