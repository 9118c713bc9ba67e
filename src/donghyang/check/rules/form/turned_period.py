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

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "turned-period"
CLASS = "date"
SEVERITY = "error"

_DAYS = lazily(
    r"(?P<month>[0-9]{1,2})월 ?(?P<day>[0-9]{1,2})일(?:\([월화수목금토일]\))?부터 "
    r"(?:(?P<to_month>[0-9]{1,2})월 ?)?(?P<to_day>[0-9]{1,2})일(?:\([월화수목금토일]\))?까지"
)
_YEARS = lazily(r"(?<![0-9])(?P<from>20[0-9]{2})년부터 (?P<to>20[0-9]{2})년까지")
_SHORT = lazily(r"[(（]['‘’](?P<from>[0-9]{2})년? ?[-~∼–—] ?['‘’]?(?P<to>[0-9]{2})년?[)）]")
"""The period of a plan: ('25~'27)."""
_OVER_THE_YEAR = 6
"""So many months back, the end is one of the following year: 11월부터 2월까지."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Days from one date to an earlier one, and years from a later to an earlier one."""
    for passage in sheet.of(KOREAN):
        turned = [found for found in _SHORT.finditer(passage.text) if found["to"] < found["from"]]
        turned += [found for found in _DAYS.finditer(passage.text) if _is_turned(found)]
        turned += [found for found in _YEARS.finditer(passage.text) if found["to"] < found["from"]]
        for found in turned:
            message = Message("끝이 처음보다 앞섭니다.", "it ends before it begins.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _is_turned(found: re.Match[str]) -> bool:
    month, to_month = int(found["month"]), int(found["to_month"] or found["month"])
    if month - to_month >= _OVER_THE_YEAR:
        return False
    named = found["to_month"] is not None or int(found["day"]) - int(found["to_day"]) < 0
    return named and (to_month, int(found["to_day"])) < (month, int(found["day"]))
