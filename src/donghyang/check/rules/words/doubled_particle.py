"""조사가 두 번 적혔습니다. | A particle stands twice.

왜: '설명회에서 에서'처럼 띄어 쓴 조사가 다시 나오면 고쳐 쓰다 남은 것이다.
Why: A particle that stands again by itself behind its word is left over from rewriting.
Bad: 담당자는 설명회에서 에서 일정을 밝힘
Good: 담당자는 설명회에서 일정을 밝힘
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "doubled-particle"
CLASS = "doubled-word"
SEVERITY = "warning"

_TWICE = lazily(
    r"(?<=[가-힣A-Za-z0-9)’'”」])(?P<particle>에서|에게|으로|까지|부터|에는|을|를|은|는) (?P=particle)(?= )"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Particles behind their word and once more behind a space."""
    for passage in sheet.of(KOREAN):
        for found in _TWICE.finditer(passage.text):
            twice = found["particle"]
            message = Message(f"조사 '{twice}'이(가) 두 번 적혔습니다.", f"'{twice}' stands twice.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
