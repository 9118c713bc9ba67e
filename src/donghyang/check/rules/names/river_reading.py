"""강 이름을 하나는 중국음으로, 하나는 한자음으로 적었습니다. | One river is read in Chinese, another in Korean.

왜: 창장과 주강이 나란히 있으면 어느 쪽을 따르는지 알 수 없다. 한 글에서는 한 가지로 읽는다.
Why: With 창장 beside 주강 nobody can tell the rule; a text reads its rivers in one way.
Bad: 창장 삼각주와 주강 삼각주의 기업이 참여
Good: 창장 삼각주와 주장 삼각주의 기업이 참여
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "river-reading"
CLASS = "transliteration"
SEVERITY = "note"

_AREA = r"(?=\s?(?:[(（][㐀-鿿]{2,3}[)）]\s?)?(?:삼각주|유역|경제벨트|경제권|중류|하류|중하류|상류|하구|연안))"


@cache
def _rivers() -> dict[str, tuple[str, str, bool]]:
    """Every form: (Chinese name, form by sound, whether it is that form)."""
    found: dict[str, tuple[str, str, bool]] = {}
    for hanzi, sound, read in tables.read(__package__, "rivers.tsv"):
        found[sound] = (hanzi, sound, True)
        found[read] = (hanzi, sound, False)
    return found


@cache
def _named() -> re.Pattern[str]:
    return lazily(rf"(?<![가-힣A-Za-z0-9])(?P<name>{'|'.join(_rivers())}){_AREA}")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rivers and deltas in Korean reading in a text that writes another one by its sound."""
    read: list[tuple[str, Span]] = []
    heard: dict[str, Span] = {}
    for passage in sheet.of(KOREAN):
        for found in _named().finditer(passage.text):
            span = (passage.start + found.start(), passage.start + found.end())
            if _rivers()[found["name"]][2]:
                heard.setdefault(found["name"], span)
            else:
                read.append((found["name"], span))
    for name, span in read if heard else ():
        hanzi, sound, _ = _rivers()[name]
        other, where = next(iter(heard.items()))
        message = Message(
            f"'{other}'은(는) 중국음인데 '{name}'은(는) 한자음입니다: {hanzi}은(는) '{sound}'입니다.",
            f"'{other}' is read in Chinese, '{name}' in Korean: {hanzi} is '{sound}'.",
        )
        yield Hit(*span, message, related=(where,))
