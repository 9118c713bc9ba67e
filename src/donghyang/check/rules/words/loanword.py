"""외래어 표기가 표준과 다릅니다. | A loan word is not spelled by the standard.

왜: 국립국어원의 용례와 다르게 적힌 외래어다. 찾기에서 빠지고, 글마다 달라진다.
Why: The National Institute lists another spelling; the word is missed by search and varies from text to text.
Bad: 데이타 컨퍼런스에서 비젼을 발표
Good: 데이터 콘퍼런스에서 비전을 발표
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
from donghyang.records import Fix, Message

ID = "loanword"
CLASS = "transliteration"
SEVERITY = "note"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every wrong form of `loanwords.tsv` at a word's head or behind another word."""
    pattern, right = _table()
    for passage in sheet.of(KOREAN):
        for found in pattern.finditer(passage.text):
            wrong = found.group()
            yield Hit(
                passage.start + found.start(),
                passage.start + found.end(),
                Message(f"표준 표기는 '{right[wrong]}'입니다.", f"the standard spelling is '{right[wrong]}'."),
                fix=Fix(right[wrong]),
            )


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    right = {row[0]: row[1] for row in tables.read(__package__, "loanwords.tsv")}
    words = sorted(right, key=len, reverse=True)
    long = "|".join(word for word in words if len(word) > 2)
    short = "|".join(word for word in words if len(word) < 3)
    return re.compile(rf"{long}|(?<![가-힣])(?:{short})(?![가-힣]{{2}})"), right
