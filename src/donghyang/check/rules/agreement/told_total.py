"""본문의 수가 표의 합계와 다릅니다. | A figure of the text is not the total of the table.

왜: '협력기업은 54개'라 하고 표의 협력기업 합계가 45개면 한쪽이 잘못 적힌 것이다.
Why: 'The partners number 54' where the table adds its partners up to 45: one of the two is a slip.
Bad:
  01
  시험장 지정 현황
  ■ 시험장 지정 현황을 발표함(3.2)
  - 시험장은 68곳이며, 절반이 동부에 있음
  〈지역별 시험장〉
  지역	시험장(곳)
  동부	32
  서부	32
  합계	64
Good:
  01
  시험장 지정 현황
  ■ 시험장 지정 현황을 발표함(3.2)
  - 시험장은 64곳이며, 절반이 동부에 있음
  〈지역별 시험장〉
  지역	시험장(곳)
  동부	32
  서부	32
  합계	64
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from donghyang.check.figures.likeness import LIKELY, likeness
from donghyang.check.figures.meant import is_rounded
from donghyang.check.figures.told import Told, is_aside, of_line, years
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._aims import has_aims, is_aim
from donghyang.check.rules.agreement._rows import SHARES, cell_message
from donghyang.check.sheet.boards import Board, total_row
from donghyang.check.sheet.grids import bare, lines_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.facts.goal_tables import year_of
from donghyang.language import tables
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "told-total"
CLASS = "table-text"
SEVERITY = "warning"

_SURE = 10.0
"""So much likelier a slip than another figure: one digit of two or more, or one lost. What lies so near a total and is
told of its measure was one in every table of 130 clean texts but where words tell another year, a part or a list."""
_GENERAL = frozenset(tables.words(__package__, "general_measures"))
_WORD = lazily(r"[가-힣A-Za-z]{2,}")
_PHRASE = lazily(r"[,;.(（0-9]")
_BEHIND, _BEFORE = 18, 40
"""So much behind and before a figure are the words that say what it counts."""
_LATER = lazily(r"[;.] |[가-힣](?:고|며|으나|지만),? ")
_OF_A_PART = lazily(
    rf"(?:{tables.either(__package__, 'other_than_all')}|[0-9]{{2}}년|[^0-9 ]{{1,12}}의)[^0-9]{{0,14}}$"
)
"""Before a figure, that it is of another year, of each, of some of the rows, or still to come."""
_LISTS = 24
"""A line of more figures lists them."""
_CHANGE = lazily(r"\s?(?:을|를|이|가|씩)? ?(?:추가|증가|감소|늘|줄|더|상승|하락|확대|많|적|에서|보다|대비|차이|신규)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures told of the measure of a column, against the total that the table gives for it."""
    for board in sheet.boards:
        totals = _totals(sheet, board) if board.article is not None else []
        cells = {(one.value, one.unit) for one in sheet.figures_of(board.cells())} if totals else set()
        of_aims = has_aims(board, sheet.date)
        for line in lines_of(sheet, board) if totals else ():
            told = of_line(sheet, line)
            for one in told if len(told) <= _LISTS and (of_aims or not is_aim(line.text)) else ():
                if (one.binding.figure.value, one.binding.figure.unit) not in cells and _is_value(sheet, one, told):
                    yield from _held(sheet, one, told, totals)


def _totals(sheet: Sheet, board: Board) -> list[tuple[str, Quantity]]:
    """The totals of a table, each with its head."""
    row = total_row(board)
    if row is None or len(board.rows[row]) != len(board.head):
        return []
    cells = [(head.text, sheet.figure(cell)) for head, cell in zip(board.head, board.rows[row], strict=True)]
    found = [(head, _counted(head, one)) for head, one in cells if one is not None and one.value]
    if any(one.unit == "%" and SHARES.search(head) and one.value != _ALL for head, one in found):
        return []  # 합계(상위 5개사)
    return [(head, one) for head, one in found if one.unit not in (None, "%", "%p")]


def _counted(head: str, figure: Quantity) -> Quantity:
    """The figure with the unit that a head names by what is counted: 25 under 건수 is 25건."""
    counted = _COUNT.fullmatch(bare(head)) if figure.unit is None else None
    return replace(figure, unit=counted[1], kind="count") if counted else figure


_COUNT = lazily(r"([가-힣])수")
_ALL = 100


def _is_value(sheet: Sheet, one: Told, line: Sequence[Told]) -> bool:
    """Is a figure the value of a thing now: no base, change, part of a list, and not of another year or of each?"""
    figure = one.binding.figure
    if figure.kind in ("rank", "number", "multiple") or figure.bound not in (None, "approx") or figure.high is not None:
        return False
    if is_aside(one) or one.binding.part in ("base", "change") or _CHANGE.match(sheet.text, figure.end):
        return False
    return not _is_listed(sheet, figure, line)


def _is_listed(sheet: Sheet, figure: Quantity, line: Sequence[Told]) -> bool:
    """Does a figure of its unit stand right beside it, as in a list: 베이징 64개, 상하이 41개?"""
    others = [one.binding.figure for one in line if one.binding.figure.unit == figure.unit]
    gaps = (sheet.text[min(one.end, figure.end) : max(one.start, figure.start)] for one in others if one is not figure)
    return any(_NEXT.fullmatch(gap) for gap in gaps)


_NEXT = lazily(r"(?: ?[(（][^()（）]*[)）])?[,·] [^0-9,.;]{1,16}")


def _said_before(sheet: Sheet, line: Passage, figure: Quantity) -> str:
    words = sheet.text[max(line.start, figure.start - _BEFORE) : figure.start]
    return _LATER.split(words)[-1]


def _held(sheet: Sheet, one: Told, line: Sequence[Told], totals: Sequence[tuple[str, Quantity]]) -> Iterator[Hit]:
    figure = one.binding.figure
    behind = _PHRASE.split(sheet.text[figure.end : min(one.where.end, figure.end + _BEHIND)])[0]
    before = _said_before(sheet, one.where, figure)
    said = {without_particle(word) for word in _WORD.findall(f"{before} {behind}")}
    is_part = _OF_A_PART.search(before) is not None
    for head, total in totals:
        if total.unit != figure.unit or total.value is None or agrees(figure, total).holds:
            continue
        beside = any(_is_beside(sheet, figure, other.binding.figure, totals) for other in line)
        if not (beside or (not is_part and _names(head, said))) or is_rounded(sheet, figure, total):
            continue
        if likeness(figure, total.value) < (LIKELY if beside else _SURE):
            continue
        if any(agrees(other.binding.figure, total).holds for other in line) or _is_of_another_year(one, head):
            continue
        yield Hit(figure.start, figure.end, cell_message("합계", total.text), ((total.start, total.end),))
        return


def _is_beside(sheet: Sheet, figure: Quantity, other: Quantity, totals: Sequence[tuple[str, Quantity]]) -> bool:
    """Is another figure right behind it the total of another column: 68척, 480억 위안?"""
    joined = other.start >= figure.end and _AND.fullmatch(sheet.text[figure.end : other.start])
    return bool(joined) and any(total.unit == other.unit and agrees(other, total).holds for _, total in totals)


_AND = lazily(r"(?:, | 및 |\()(?:[^0-9.,;()]{1,12} )?(?:약 |총 )?")


def _names(head: str, said: set[str]) -> bool:
    """Do the words beside a figure name what a head counts: 협력기업 54개 by 협력기업 수(개)?"""
    own = [word for word in _WORD.findall(bare(head)) if word not in _GENERAL]
    return any(word.endswith(one) or one.endswith(word) for one in own for word in said - _GENERAL)


def _is_of_another_year(one: Told, head: str) -> bool:
    year, span = year_of(head), years(one.binding.time)
    return year is not None and span is not None and not span[0] <= year <= span[1]
