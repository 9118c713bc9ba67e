"""주년이나 나이가 적힌 해와 맞지 않습니다. | An anniversary or an age does not fit the years told.

왜: '2021년 설립된 연구소가 2026년 5주년', '1958년생이 2026년 68세'는 빼 보면 안다.
Why: 'Founded in 2021, in 2026 five years old' and 'born in 1958, 68 in 2026' can be worked out.
Bad: 2018년 설립된 이 연구소는 2026년 10주년을 맞음
Good: 2016년 설립된 이 연구소는 2026년 10주년을 맞음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "anniversary"
CLASS = "date"
SEVERITY = "warning"

_FOUNDED = lazily(
    r"(?P<year>(?:18|19|20)[0-9]{2})년(?: ?[0-9]{1,2}월)?(?: ?[0-9]{1,2}일)?에?,? ?(?:[가-힣]{1,8} )?"
    rf"(?:{tables.either(__package__, 'founded')})"
    r"[^0-9.;]{0,40}"
    r"(?:(?P<now>올해|금년)|(?P<then>(?:19|20)[0-9]{2})년)[^0-9.;]{0,24}?(?P<number>[0-9]{1,3})주년"
)
_BORN = lazily(
    r"(?P<year>(?:18|19|20)[0-9]{2})년생[^0-9.;]{0,40}(?:(?P<now>올해|금년)|(?P<then>(?:19|20)[0-9]{2})년)"
    r"[^0-9.;]{0,16}?(?P<number>[0-9]{1,3})[세살]"
)
_BY_COUNTING = 1
"""A year more or less: ages are counted from birth or from the new year."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A year of founding or birth, a later year, and how many years lie between, in one sentence."""
    for passage in sheet.of(PROSE):
        if "주년" in passage.text or "년생" in passage.text:
            for pattern, room in ((_FOUNDED, 0), (_BORN, _BY_COUNTING)):
                for found in pattern.finditer(passage.text):
                    then = int(found["then"]) if found["then"] else sheet.date.year if sheet.date else None
                    if then is None or abs(then - int(found["year"]) - int(found["number"])) <= room:
                        continue
                    years = then - int(found["year"])
                    message = Message(
                        f"{found['year']}년부터 세면 {years}입니다.", f"from {found['year']} it is {years}."
                    )
                    yield Hit(passage.start + found.start("number"), passage.start + found.end(), message)
