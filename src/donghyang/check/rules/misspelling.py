"""맞춤법에 어긋납니다. | Against the spelling rules.

왜: 한글 맞춤법과 표준국어대사전이 달리 적는다. 띄어쓰기가 뜻을 바꾸는 것도 있다(이중 / 이 중).
Why: The orthography and the standard dictionary write it otherwise; some spaces change the sense.
Bad: 지난 해 기업간의 협력으로 백분률이 오르고, 이중 3개 기업이 상장
Good: 지난해 기업 간의 협력으로 백분율이 오르고, 이 중 3개 기업이 이중 상장
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.data import read_table
from donghyang.check.passages import KOREAN
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.records import Fix, Message

ID = "misspelling"
CLASS = "typo"
SEVERITY = "note"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every pattern of `misspellings.tsv`."""
    for pattern, right, why in _table():
        for found in pattern.finditer(sheet.text):
            passage = sheet.at(found.start())
            if passage is not None and passage.part in KOREAN and found.end() <= passage.end:
                yield Hit(*found.span(), why, fix=Fix(found.expand(right)))


@cache
def _table() -> tuple[tuple[re.Pattern[str], str, Message], ...]:
    return tuple(
        (re.compile(wrong, re.MULTILINE), right, Message(korean, english))
        for wrong, right, korean, english in read_table("misspellings.tsv")
    )
