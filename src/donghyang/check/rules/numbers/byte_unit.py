"""그런 단위는 없습니다. | There is no such unit of data.

왜: 바이트 앞에는 킬로에서 요타까지의 접두어만 선다. '에사바이트'는 잘못 옮긴 것이다.
Why: Before 바이트 stand the prefixes from kilo to yotta; any other is a slip of transcription.
Bad: 저장 용량은 300에사바이트에 달함
Good: 저장 용량은 300엑사바이트에 달함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._bytes import in_bytes
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "byte-unit"
CLASS = "unit"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures in bytes with a prefix that does not exist."""
    for passage in sheet.of(KOREAN):
        for found, is_known in in_bytes(passage):
            if not is_known:
                message = Message(f"'{found['unit']}'라는 단위는 없습니다.", f"there is no unit '{found['unit']}'.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)
