"""부처의 줄임말만 있고 온전한 이름이 없습니다. | A ministry stands by its short name only.

왜: 공신부나 발개위는 중국어를 아는 독자만 안다. 처음에 온전한 이름을 한 번은 적어야 한다.
Why: Only readers of Chinese know 공신부 or 발개위; the full name should stand once.
Bad: 공신부는 로봇 표준을 내놓고 국자위는 투자를 늘림
Good: 공업정보화부(이하 공신부)는 로봇 표준을 내놓았고, 공신부는 투자도 늘림
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import short_bodies
from donghyang.language.nearness import letters
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "short-body"
CLASS = "name-variant"
SEVERITY = "note"


@cache
def _long_names() -> dict[str, tuple[str, ...]]:
    return {short: body.full for body in short_bodies() for short in body.unknown}


@cache
def _short() -> re.Pattern[str]:
    return lazily(rf"(?<![가-힣A-Za-z0-9])(?P<name>{'|'.join(_long_names())})(?=(?:{JOSA})?(?![가-힣]))")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The first place of every short name whose full name stands nowhere in the text."""
    told: set[str] = set()
    whole = ""
    for passage in sheet.of(KOREAN):
        for found in _short().finditer(passage.text):
            name = found["name"]
            whole = whole or letters(sheet.text)
            if name in told or any(letters(long) in whole for long in _long_names()[name]):
                continue
            told.add(name)
            long = _long_names()[name][0]
            message = Message(
                f"'{name}'의 온전한 이름 '{long}'이(가) 없습니다.", f"'{name}' stands without its full name '{long}'."
            )
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
