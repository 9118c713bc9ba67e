"""외국 도시가 다른 나라에 놓였습니다. | A foreign city is put into another country.

왜: 잘 알려진 도시가 어느 나라에 있는지, 어느 도시가 수도인지는 정해져 있다. 다르게 적으면 사실이 틀린 것이다.
Why: In which country a well-known city lies and which one is the capital is settled; anything else is an error of fact.
Bad: 이집트 나이로비에 사무소를 열고, 브라질의 수도 상파울루에서 회의를 개최
Good: 케냐 나이로비에 사무소를 열고, 브라질의 수도 브라질리아에서 회의를 개최
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.abroad import capitals, cities, countries
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "foreign-place"
CLASS = "place-fact"
SEVERITY = "warning"

_AT = r"(?P<at>에|에서|에는|시)?(?![가-힣])"
"""What stands right behind a city where something is."""
_NO_CITY = r"(?!\s(?:협정|협약|의정서|기후|선언|총회|라운드|프로세스))"
"""What is called after a city: 미국 파리 협정 탈퇴."""
_SHORT = 2
"""A city of so many syllables may be a word as well: it must be told as a place."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Cities behind the name of a country in which they do not lie, and capitals that are none."""
    named = sheet.standing(countries())
    told = sheet.standing(cities())
    if not named or not told:
        return
    one, other = "|".join(map(re.escape, named)), "|".join(map(re.escape, told))
    inside = lazily(rf"(?<![가-힣A-Za-z·])(?P<country>{one})\s(?P<city>{other}){_AT}{_NO_CITY}")
    beside = lazily(rf"(?<![가-힣])(?P<city>{other})[(（](?P<country>{one})[)）](?P<at>)")
    capital = lazily(
        rf"(?<![가-힣A-Za-z])(?P<country>{one})의?\s수도(?:인|는)?\s(?P<city>{other})(?P<at>)(?![가-힣]{{3}})"
    )
    for passage in sheet.of(KOREAN):
        for pattern in (inside, beside):
            yield from (_elsewhere(passage, found) for found in pattern.finditer(passage.text) if _is_wrong(found))
        for found in capital.finditer(passage.text):
            seat = capitals()[countries()[found["country"]]]
            if found["city"] != seat:
                yield _hit(passage, found, f"{found['country']}의 수도는 {seat}입니다.", f"the capital is {seat}.")


def _is_wrong(found: re.Match[str]) -> bool:
    lies = cities()[found["city"]]
    surely = found["at"] or len(found["city"]) > _SHORT or found.re.groupindex["city"] < found.re.groupindex["country"]
    return bool(surely) and lies != countries()[found["country"]]


def _elsewhere(passage: Passage, found: re.Match[str]) -> Hit:
    lies = cities()[found["city"]]
    return _hit(passage, found, f"{found['city']}은(는) {lies}에 있습니다.", f"{found['city']} lies in {lies}.")


def _hit(passage: Passage, found: re.Match[str], korean: str, english: str) -> Hit:
    start = min(found.start("country"), found.start("city"))
    end = max(found.end("country"), found.end("city"))
    return Hit(passage.start + start, passage.start + end, Message(korean, english))
