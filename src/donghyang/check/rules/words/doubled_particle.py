"""조사가 두 번 적혔습니다. | A particle stands twice.

왜: '설명회에서 에서'처럼 띄어 쓴 조사가 다시 나오면 고쳐 쓰다 남은 것이다.
Why: A particle that stands again by itself behind its word is left over from rewriting.
Bad: 담당자는 설명회에서 에서 일정을 밝힘
Good: 담당자는 설명회에서 일정을 밝힘
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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
_JOINED = lazily(r"(?<=[가-힣]{2})(?P<particle>를|는|으로)(?P=particle)(?=[ ,]|$)")
_OTHER = lazily(r"(?<=[가-힣])(?:은 는|는 은|을 를|를 을|(?P<of>의) 의)(?= [가-힣])")
"""The same particle in its other form, behind a space."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Particles behind their word and once more, behind a space or not."""
    for passage in sheet.of(KOREAN):
        for found in chain.from_iterable(shape.finditer(passage.text) for shape in (_TWICE, _JOINED, _OTHER)):
            twice = found.groupdict().get("particle") or found[0].split()[0]
            message = Message(f"조사 '{twice}'이(가) 두 번 적혔습니다.", f"'{twice}' stands twice.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
