"""중국어 낱말을 뜻이 다른 우리말로 옮겼습니다. | A Chinese word was put into a Korean word of another sense.

왜: 遥感은 원격제어가 아니라 원격탐사이고, 大模型은 챗봇이 아니다. 원제나 한자가 곁에 있으면 알 수 있다.
Why: 遥感 is remote sensing, not remote control; where the Chinese title or the characters stand by, it can be told.
Bad:
  01
  남해연구소, 원격제어 자료 공개
  ■ 원격제어 자료를 공개(3.2)
  - 해안의 변화를 관찰한 자료
  참고자료
  ☑ 南海研究所公开遥感数据
  https://www.example.cn/a/1.html
Good:
  01
  남해연구소, 원격탐사 자료 공개
  ■ 원격탐사 자료를 공개(3.2)
  - 해안의 변화를 관찰한 자료
  참고자료
  ☑ 南海研究所公开遥感数据
  https://www.example.cn/a/1.html
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
from donghyang.language.script import simplify
from donghyang.records import Message

ID = "false-friend"
CLASS = "term"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Articles whose Chinese has the term and whose Korean has the wrong word only."""
    for article in sheet.articles:
        chinese = simplify(" ".join(passage.text for passage in article.passages))
        for term, wrong, right in _table():
            if term not in chinese:
                continue
            lines = [passage for passage in article.passages if passage.part in KOREAN]
            if any(right in passage.text for passage in lines):
                continue
            places = [
                (passage.start + found.start(), passage.start + found.end())
                for passage in lines
                for found in wrong.finditer(passage.text)
            ]
            if places:
                message = Message(f"{term}은(는) '{right}'입니다.", f"{term} is '{right}'.")
                yield Hit(*places[0], message, related=tuple(places[1:]))


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (term, re.compile(wrong), right) for term, wrong, right in tables.read(__package__, "false_friends.tsv")
    )
