"""따옴표 안의 따옴표가 거꾸로입니다. | Quotation marks are nested the wrong way.

왜: 큰따옴표 안에서 따온 말은 작은따옴표로 적는다. 같은 따옴표를 겹치면 어디서 끝나는지 알 수 없다.
Why: A quotation inside “ ” takes ‘ ’; the same marks one inside the other do not show where each ends.
Bad: 시장은 ‘버스를 “수소 도시”의 상징으로 만들겠다’고 밝힘
Good: 시장은 “버스를 ‘수소 도시’의 상징으로 만들겠다”고 밝힘
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "quote-nesting"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_NESTED = lazily(
    r"‘(?![0-9]{2}(?:년|[-~∼.]))[^‘’“”\n]{0,80}(?:“[^‘’“”\n]{1,80}”|‘(?![0-9]{2}(?:년|[-~∼.]))[^‘’“”\n]{1,80}’)"
    r"[^‘’“”\n]{0,80}’"
    r"|“[^‘’“”\n]{0,80}“[^‘’“”\n]{1,80}”[^‘’“”\n]{0,80}”"
    r"|(?<![^\s(])'(?=[^\s'\"0-9])[^'\"\n]{0,80}\"[^'\"\n]{1,80}\"[^'\"\n]{0,80}(?<=\S)'"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """“ ” or ‘ ’ inside ‘ ’, and “ ” inside “ ”."""
    for passage in sheet.of(KOREAN):
        for found in _NESTED.finditer(passage.text):
            yield Hit(
                passage.start + found.start(),
                passage.start + found.end(),
                Message("겉은 “ ”, 속은 ‘ ’로 적습니다.", "the outer marks are “ ”, the inner ones ‘ ’."),
            )
