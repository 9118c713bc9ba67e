"""뒤에 온다는 일의 날짜가 앞섭니다. | What is said to follow is dated earlier.

왜: '12월 시험 운전을 거쳐 6월 준공'이 같은 해면 둘 가운데 한 날짜가 틀렸다.
Why: 'After a trial run in December 2026, finished in June 2026' has one of its dates wrong.
Bad: 공장은 2026년 12월 시험 운전을 거쳐 2026년 6월 준공할 예정임
Good: 공장은 2026년 12월 시험 운전을 거쳐 2027년 6월 준공할 예정임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "event-order"
CLASS = "order"
SEVERITY = "warning"

_DATE = r"(?<![0-9])['‘’]?(?P<year{0}>(?:20)?[0-9]{{2}})년 (?:(?P<month{0}>[0-9]{{1,2}})월)?"
_THEN = lazily(
    _DATE.format("") + r"(?:에| 말| 초)? ?[^.,;0-9()'‘’]{0,14}?"
    r"(?:거쳐|거친 (?:뒤|후)|마치고|마친 (?:뒤|후)|끝내고|끝낸 (?:뒤|후)|착공(?:해|하여|하고|한 (?:뒤|후))|"
    r"착수(?:해|하여|하고|한 (?:뒤|후))|시작(?:해|하여|한 (?:뒤|후)))(?:서)?,? (?:이르면 |늦어도 )?"
    + rf"(?={_DATE.format('2')}(?P<end>(?!부터|에? ?(?:발표|수립|확정|승인)(?:한|된))))"
)
"""Two events in a row; the second date is only looked at, for it may begin another such pair."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A에 시작해 B에 완공' and its like, where B lies before A; both by year, or both by year and month."""
    for passage in sheet.of(PROSE):
        for found in _THEN.finditer(passage.text) if passage.text.count("년 ") > 1 else ():
            if bool(found["month"]) == bool(found["month2"]) and _when(found, "2") < _when(found, ""):
                start = passage.start + found.start("year2")
                first = (passage.start + found.start(), passage.start + found.end())
                message = Message("앞의 일보다 이릅니다.", "this is earlier than what it follows.")
                date = passage.text[found.start("year2") : found.end("end")].rstrip()
                yield Hit(start, start + len(date), message, (first,))


def _when(found: re.Match[str], which: str) -> tuple[int, int]:
    return full_year(found[f"year{which}"]), int(found[f"month{which}"] or 0)
