"""표의 글귀에 든 수가 본문과 다릅니다. | A figure in the words of a table's cell is not that of the text.

왜: '신청 자격: 만 40세 이하'처럼 글귀로 적은 칸의 조건과 날짜도 본문과 같아야 한다.
Why: Conditions, sums and days that a table tells in words must be those of the text too.
Bad:
  01
  청년 연구자 지원 공고
  ■ 지원 사업을 공고함(3.2)
  - 만 45세 이하 연구자에게 정착금 80만 위안을 지급함
  〈지원 내용〉
  구분	내용
  신청 자격	만 40세 이하, 해외 경력 3년 이상
  정착금	1인당 80만 위안
  주거	임대주택 3년 무상 제공
Good:
  01
  청년 연구자 지원 공고
  ■ 지원 사업을 공고함(3.2)
  - 만 40세 이하 연구자에게 정착금 80만 위안을 지급함
  〈지원 내용〉
  구분	내용
  신청 자격	만 40세 이하, 해외 경력 3년 이상
  정착금	1인당 80만 위안
  주거	임대주택 3년 무상 제공
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.figures.meant import around
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import supported
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "worded-cell"
CLASS = "table-text"
SEVERITY = "warning"

_AGE = "세"
_BOUNDS = ("<=", ">=", "<", ">")
_TO_FIGURE = lazily(r"(?:은|는|이|가|을|를|으로|로|의|도)? ?(?:[가-힣]{2,4}당 |최대 |최장 |총 |약 |각각 )?")
_EACH = lazily(r"(?:매년|연간?|월|매월|하루|일) |씩|각각")
_CHANGE = lazily(r"\s?(?:에서 |증가|감소|늘|줄|추가|인상|인하|%p|더)")
_LABELLED = lazily(
    r"(?P<label>[상하]반기|[1-9]차|[1-4]분기|(?:예선|본선|결선|접수|마감|발표|개막|폐막|개회|착공|준공|심사|공고)(?:일|식)?)"
    r"(?:은|는|이|가|에는|의)? ?(?P<month>[0-9]{1,2})월 ?(?P<day>[0-9]{1,2})일"
)
_LARGEST = 120
"""Tables of more cells are data."""
_ALIKE = 2
"""Pairs of letters that two conditions share around their figures."""
_Day = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Worded:
    """A cell of words with figures in it, and the name of its row."""

    name: str
    cell: Passage
    figures: tuple[Quantity, ...]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Conditions, sums and days of cells in words against the lines of the article and of the summary."""
    for board in sheet.boards:
        if board.article is None or len(board.rows) * len(board.head) > _LARGEST:
            continue
        worded = list(_worded(sheet, board))
        lines = [line for line in lines_of(sheet, board) if line.part != "headline"] if worded else []
        told = [one for line in lines for one in sheet.quantities_in(*line.span) if one.value and one.high is None]
        for row in worded:
            yield from _conditions(sheet, row, told)
            for line in lines:
                yield from _named(sheet, row, line)
                yield from _days(row, line)


def _worded(sheet: Sheet, board: Board) -> Iterator[_Worded]:
    for row in board.rows:
        name = bare(row[0].text)
        for cell in row[1:] if name and not is_whole(name) else ():
            figures = tuple(one for one in sheet.quantities_in(*cell.span) if one.value and one.high is None)
            if sheet.figure(cell) is None and re.search("[가-힣]{2}", cell.text):
                yield _Worded(name, cell, figures)


def _conditions(sheet: Sheet, row: _Worded, told: list[Quantity]) -> Iterator[Hit]:
    """'만 40세 이하' of the cell where the lines have the same condition with one other value only."""
    for own in row.figures:
        if own.bound not in _BOUNDS or sum(one.unit == own.unit for one in row.figures) > 1:
            continue
        alike = [one for one in told if (one.unit, one.bound) == (own.unit, own.bound)]
        if own.unit != _AGE:
            alike = [one for one in alike if len(around(sheet, one) & around(sheet, own)) >= _ALIKE]
            alike = alike if any(True for one in alike if _names(row, sheet, one)) else []
        values = {one.value for one in alike}
        if len(values) == 1 and own.value not in values and not any(one.value == own.value for one in told):
            yield _hit(alike[0], row)


def _names(row: _Worded, sheet: Sheet, figure: Quantity) -> bool:
    """Does the line of a figure name the row?"""
    line = sheet.at(figure.start)
    return line is not None and any(True for _ in places(line.text, row.name))


def _named(sheet: Sheet, row: _Worded, line: Passage) -> Iterator[Hit]:
    """'정착금 60만 위안' where the row 정착금 has one sum, another one."""
    for at in places(line.text, row.name):
        start = line.start + at + len(row.name)
        figure = next(iter(sheet.quantities_in(start, line.end)), None)
        if figure is None or not _TO_FIGURE.fullmatch(sheet.text[start : figure.start]) or not figure.value:
            continue
        own = [one for one in row.figures if one.unit == figure.unit]
        if len(own) != 1 or figure.kind in ("number", "rank", "multiple") or _CHANGE.match(sheet.text, figure.end):
            continue
        clause = line.text[max(0, at - _CLAUSE) : figure.end - line.start + 1]
        if _EACH.search(row.cell.text) or _EACH.search(clause):
            continue
        if figure.high is None and not supported(figure, own) and figure.value != own[0].value:
            yield _hit(figure, row)


_CLAUSE = 20
"""So much before a row's name may say that the figure is one of each year."""


def _days(row: _Worded, line: Passage) -> Iterator[Hit]:
    """'하반기는 10월 15일' where the cell has '하반기 9월 15일'."""
    own = {day: date for day, date, _ in _labelled(row.cell)}
    theirs = list(_labelled(line)) if own else []
    labels = [label for label, _, _ in theirs]
    shared = [one for one in theirs if one[0] in own and labels.count(one[0]) == 1]
    agree = any(date == own[label] for label, date, _ in shared)
    for label, date, span in shared:
        if date != own[label] and agree:
            yield Hit(*span, cell_message(row.name, row.cell.text), (row.cell.span,))


def _labelled(line: Passage) -> Iterator[tuple[str, _Day, Span]]:
    for found in _LABELLED.finditer(line.text):
        span = (line.start + found.start("month"), line.start + found.end())
        yield found["label"], (int(found["month"]), int(found["day"])), span


def _hit(figure: Quantity, row: _Worded) -> Hit:
    message: Message = cell_message(row.name, row.cell.text)
    return Hit(figure.start, figure.end, message, (row.cell.span,))
