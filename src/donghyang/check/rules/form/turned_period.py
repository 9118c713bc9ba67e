"""기간의 끝이 처음보다 앞섭니다. | A stretch of time ends before it begins.

왜: '11월 3일부터 10월 28일까지'는 달이나 날이 틀렸거나, 이듬해라는 말이 빠진 것이다.
Why: 'From 3 November to 28 October' has a wrong month or day, or lacks 'of the following year'.
Bad: 신청은 9월 20일부터 9월 10일까지, 사업은 2027년부터 2025년까지임
Good: 신청은 9월 10일부터 9월 20일까지, 사업은 2025년부터 2027년까지임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Period

ID = "turned-period"
CLASS = "date"
SEVERITY = "error"

_DAYS = lazily(
    r"(?P<month>[0-9]{1,2})월 ?(?P<day>[0-9]{1,2})일(?:\([월화수목금토일]\))?부터 "
    r"(?:(?P<to_month>[0-9]{1,2})월 ?)?(?P<to_day>[0-9]{1,2})일(?:\([월화수목금토일]\))?까지"
)
_YEARS = lazily(r"(?<![0-9])(?P<from>20[0-9]{2})년부터 (?P<to>20[0-9]{2})년까지")
_BARE = lazily(r"(?<![0-9.,-])(?P<from>20[0-9]{2})년? ?[~∼～–—-] ?(?P<to>20[0-9]{2})년")
_TO = lazily(r"\.?\s?(?:[(（][월화수목금토일](?:요일)?[)）])?\s?(?:[~∼～–—]|-(?= ))\s?")
"""Between two dates of one stretch."""
_YEAR = lazily(r"(?:19|20)[0-9]{2}|['‘’][0-9]{2}")
_FIRST = tables.either(__package__, "first_days")
_LAST = tables.either(__package__, "last_days")
_HEADS = lazily(_FIRST), lazily(_LAST)
_SHORT = lazily(r"[(（]['‘’](?P<from>[0-9]{2})년? ?[-~∼–—] ?['‘’]?(?P<to>[0-9]{2})년?[)）]")
"""The period of a plan: ('25~'27)."""
_OVER_THE_YEAR = 6
"""So many months back, the end is one of the following year: 11월부터 2월까지."""

_MESSAGE = Message("끝이 처음보다 앞섭니다.", "it ends before it begins.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Stretches from a date to an earlier one, in a sentence or in two columns of a table."""
    for passage in sheet.of(KOREAN):
        turned = [found for found in _SHORT.finditer(passage.text) if found["to"] < found["from"]]
        turned += [found for found in _DAYS.finditer(passage.text) if _is_turned(found)]
        turned += [
            found for shape in (_YEARS, _BARE) for found in shape.finditer(passage.text) if found["to"] < found["from"]
        ]
        for found in turned:
            yield Hit(passage.start + found.start(), passage.start + found.end(), _MESSAGE)
    for first, last in pairwise(sheet.periods):
        if _TO.fullmatch(sheet.text, first.end, last.start) and _YEAR.search(last.text) and _precedes(last, first):
            yield Hit(first.start, last.end, _MESSAGE)
    for board in sheet.boards:
        yield from _of_board(sheet, board)


def _precedes(one: Period, other: Period) -> bool:
    """Does a date lie before another that is told as precisely?"""
    if one.value is None or other.value is None or len(one.value) != len(other.value):
        return False
    return one.high is None and one.value < other.value


def _of_board(sheet: Sheet, board: Board) -> Iterator[Hit]:
    """Rows with a column for the first day and one for the last."""
    columns = [[at for at, cell in enumerate(board.head) if head.fullmatch(cell.text.strip())] for head in _HEADS]
    if any(len(found) != 1 for found in columns):
        return
    (start,), (end,) = columns
    for row in board.rows:
        days = [sheet.periods_in(*row[at].span) for at in (start, end)]
        if all(len(found) == 1 for found in days) and _precedes(days[1][0], days[0][0]):
            yield Hit(*row[end].span, _MESSAGE, related=(row[start].span,))


def _is_turned(found: re.Match[str]) -> bool:
    month, to_month = int(found["month"]), int(found["to_month"] or found["month"])
    if month - to_month >= _OVER_THE_YEAR:
        return False
    named = found["to_month"] is not None or int(found["day"]) - int(found["to_day"]) < 0
    return named and (to_month, int(found["to_day"])) < (month, int(found["day"]))
