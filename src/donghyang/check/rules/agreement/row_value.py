"""문장이 한 이름에 붙인 수가 표에서는 다른 줄의 것입니다. | A figure given to one name is another row's in the table.

왜: '산둥이 2.68%'라 하고 표의 2.68%가 저장의 것이면, 이름이나 수를 옮겨 적다 바뀐 것이다.
Why: 'Shandong 2.68 %' where the table has 2.68 % for Zhejiang: a name or a figure was taken from the wrong row.
Bad:
  01
  지역별 비중
  ■ 지역별 비중을 발표함(3.2)
  - 나래가 18.6%로 뒤를 이음
  〈지역별 비중〉
  지역	비중(%)
  가온	35.2
  나래	24.1
  다솜	18.6
Good:
  01
  지역별 비중
  ■ 지역별 비중을 발표함(3.2)
  - 나래가 24.1%로 뒤를 이음
  〈지역별 비중〉
  지역	비중(%)
  가온	35.2
  나래	24.1
  다솜	18.6
Options: 없음 (none)
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from donghyang.check.figures.meant import is_rounded
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import SHARES, cell_message
from donghyang.check.sheet.boards import Board, total_row
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places, sentences_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-value"
CLASS = "table-text"
SEVERITY = "warning"

_PLACE = lazily(r"(?<=[가-힣]{2})(?:시|성|자치구)$")
_IN_PLACE = lazily(r"^[가-힣]{2,}(?:성|시|자치구) (?=[가-힣]{2,})")
"""Before the name of a city, the province that it lies in: 광둥성 선전."""
_TO_FIGURE = lazily(r"(?:시|성|구|대학)?(?:에서|이|가|은|는|의 경우|도)? ?(?:[(（])?(?:약 )?")
_CHANGE = lazily(
    r"\s?[)）]?(?:에서 |%p|포인트|배|증가|감소|늘|줄|상승|하락|성장|확대|축소|높|낮|많|적|차이|앞|뒤|로 (?:증가|"
    r"감소|늘|줄|오|내|높|낮|올))"
)
_OTHER = lazily(
    r"지난해|전년|작년|대비|보다|증가율|목표|[0-9]{4}년|['‘’][0-9]{2}년|까지|평균|각각|[이그] ?(?:중|가운데)"
)
"""In the words before: another year, a comparison, or a part of the row."""
_COUNTED = lazily(r" ?(?P<noun>[가-힣]{2,4}?)(?:에서|에|은|는|이|가|을|를|로|의)? ")
_FEW, _LEAST = 2, 3


@dataclass(frozen=True, slots=True)
class _Column:
    """The figures of a column by the names of its rows."""

    board: Board
    at: int
    """Its place in the table."""
    figures: dict[str, tuple[Passage, Quantity]]
    unit: str | None
    head: str
    """Its head without brackets."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A row's name with its figure right behind, the only column of that unit having another there."""
    for article in sheet.articles:
        boards = [board for board in sheet.boards if board.article == article.index and len(board.rows) >= _LEAST]
        columns = [one for board in boards for one in _columns(sheet, board)]
        shares = _shares(sheet, columns)
        told = lines_of(sheet, boards[0]) if columns else []
        for line in (one for passage in told for one in sentences_of(passage)):
            yield from _of_line(sheet, line, columns, shares)
            if not _OTHER.search(line.text):
                yield from _of_all(sheet, line, [board for board in boards if total_row(board) is not None])


def _of_all(sheet: Sheet, line: Passage, boards: list[Board]) -> Iterator[Hit]:
    """'87개 센터' where the total under the head 센터 is 78, and no row has 87."""
    for figure in sheet.quantities_in(*line.span):
        noun = _COUNTED.match(sheet.text, figure.end)
        if figure.kind != "count" or noun is None or significant(figure.text) < _FEW:
            continue
        for board in boards:
            yield from _against_total(sheet, figure, noun["noun"], board)


def _against_total(sheet: Sheet, figure: Quantity, noun: str, board: Board) -> Iterator[Hit]:
    at = total_row(board)
    for column in range(1, len(board.head)):
        total = sheet.figure(board.rows[at or 0][column]) if noun in board.head[column].text else None
        if total is None or total.value is None or total.unit not in (None, figure.unit):
            continue
        cells = [sheet.figure(row[column]) for row in board.rows]
        alike = replace(total, unit=figure.unit, kind=figure.kind)
        if is_rounded(sheet, figure, alike) or not one_slip_apart(figure, alike):
            continue
        if all(one is None or one.value != figure.value for one in cells):
            message = Message(f"표의 합계는 '{total.text}'입니다.", f"the total of the table is '{total.text}'.")
            yield Hit(figure.start, figure.end, message, (board.rows[at or 0][column].span,))


def _columns(sheet: Sheet, board: Board) -> Iterator[_Column]:
    names = _names(board)
    for at in range(1, len(board.head)):
        found = {
            name: (row[at], figure)
            for name, row in zip(names, board.rows, strict=True)
            if name and at < len(row) and (figure := sheet.figure(row[at])) is not None and figure.value is not None
        }
        units = {figure.unit for _, figure in found.values()}
        if len(found) >= _LEAST and len(units) == 1:
            yield _Column(board, at, found, units.pop(), bare(board.head[at].text))


def _shares(sheet: Sheet, columns: list[_Column]) -> list[_Column]:
    """What the rows have of the total of each column, in per cent, where the table itself has no shares."""
    found = []
    for column in columns:
        row = total_row(column.board)
        total = sheet.figure(column.board.rows[row][column.at]) if row is not None else None
        if total is None or not total.value or column.unit == "%":
            continue
        if any(SHARES.search(head.text) for head in column.board.head):
            continue
        shares = {
            name: (cell, replace(one, value=(one.value or 0) / total.value * 100, unit="%", kind="percent"))
            for name, (cell, one) in column.figures.items()
        }
        found.append(replace(column, figures=shares, unit="%"))
    return found


def _names(board: Board) -> list[str]:
    """The names of the rows, those in the second column where the first numbers them; "" for totals."""
    numbered = any(row[0].text.strip(" .위").isdigit() for row in board.rows)
    at = 1 if len(board.head) > 2 and numbered else 0
    names = [
        "" if is_whole(bare(row[0].text)) else _PLACE.sub("", _IN_PLACE.sub("", bare(row[at].text)))
        for row in board.rows
    ]
    rows = Counter(names)
    return ["" if is_whole(name) or rows[name] > 1 else name for name in names]


def _of_line(sheet: Sheet, line: Passage, columns: list[_Column], shares: list[_Column]) -> Iterator[Hit]:
    said: list[tuple[str, Quantity, list[_Column]]] = []
    clauses = [0, *(one.end() for one in _TURN.finditer(line.text)), len(line.text)]
    for name in {name for column in columns for name in column.figures}:
        for at in places(line.text, name):
            start = line.start + at + len(name)
            figures = sheet.quantities_in(start, line.end)[:1]
            if not figures or not _TO_FIGURE.fullmatch(sheet.text[start : figures[0].start]):
                continue
            clause = bisect_right(clauses, at)
            if not _OTHER.search(line.text, clauses[clause - 1], clauses[clause]):
                said.append((name, figures[0], _meant(columns, line.text[:at])))
    for name, figure, _ in said:
        yield from _held_share(sheet, name, figure, shares)
    for name, figure, meant in said:
        beside = [one for other, one, _ in said if other != name and _is_cell(other, one, meant)]
        yield from _held(sheet, name, figure, meant, sure=bool(beside))


_TURN = lazily(r"[가-힣](?:고|며|으나|지만|는데),? ")
"""Between two clauses of a sentence."""


def _is_cell(name: str, figure: Quantity, columns: list[_Column]) -> bool:
    """Has a column just that figure in the row of the name?"""
    return any(
        name in column.figures and column.unit == figure.unit and column.figures[name][1].value == figure.value
        for column in columns
    )


def _meant(columns: list[_Column], before: str) -> list[_Column]:
    """The columns whose head the words before name; all where they name none."""
    named = [column for column in columns if len(column.head) > 1 and column.head in before]
    return named or columns


def _held(sheet: Sheet, name: str, figure: Quantity, columns: list[_Column], *, sure: bool = False) -> Iterator[Hit]:
    """`sure`: the line tells another row of the table, and rightly; then a single digit is held too."""
    of_unit = [column for column in columns if column.unit == figure.unit and name in column.figures]
    plain = figure.value and figure.high is None and figure.bound in (None, "approx") and figure.unit is not None
    if len(of_unit) != 1 or not plain or figure.kind == "rank" or _CHANGE.match(sheet.text, figure.end):
        return
    cell, own = of_unit[0].figures[name]
    others = [one for other, (_, one) in of_unit[0].figures.items() if other != name]
    if _agree(figure, own) or is_rounded(sheet, figure, own) or (significant(figure.text) < _FEW and not sure):
        return
    if any(other.value == figure.value for other in others) or one_slip_apart(figure, own):
        yield Hit(figure.start, figure.end, cell_message(name, cell.text), (cell.span,))


def _held_share(sheet: Sheet, name: str, figure: Quantity, shares: list[_Column]) -> Iterator[Hit]:
    """'나래가 40%를 차지' where another row has 40 % of the total of a column, and this one of none."""
    own = [column.figures[name][1] for column in shares if name in column.figures]
    if figure.unit != "%" or not own or not _TAKES.match(sheet.text, figure.end) or not figure.value:
        return
    if figure.bound not in (None, "approx") or any(_agree(figure, one) for one in own):
        return
    for column in shares:
        for other, (cell, one) in column.figures.items():
            if other != name and _agree(figure, one):
                message = Message(f"표로 셈하면 '{other}'의 비중입니다.", f"by the table it is the share of '{other}'.")
                yield Hit(figure.start, figure.end, message, (cell.span,))
                return


_TAKES = lazily(r"[을를] ?(?:차지|점유)|의 비중")


def _agree(figure: Quantity, own: Quantity) -> bool:
    """Is the figure that of the cell, rounded to fewer digits at the most?"""
    assert figure.value is not None
    assert own.value is not None
    places = Decimal(1).scaleb(-len(figure.text.partition(".")[2].rstrip("% )")))
    return figure.value == own.value or abs(figure.value - own.value) * 2 <= places
