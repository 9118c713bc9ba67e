"""앞섰다는 쪽의 값이 더 작습니다. | The one said to be ahead has the smaller figure.

왜: '1만 9천 점으로 2위(1만 7천 점)를 제침'이면 앞의 값이 커야 한다. 아니면 두 값이 바뀐 것이다.
Why: Who overtakes must have the larger figure; else the two were exchanged.
Bad: 1만 7천 점으로 2위(1만 9천 점)를 제침
Good: 1만 9천 점으로 2위(1만 7천 점)를 제침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._neighbours import neighbours
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "overtaking"
CLASS = "order"
SEVERITY = "error"

_OVERTAKES = lazily(r"^[)）]?[을를]?\s?(?:제[치침쳐쳤친]|앞[서선섰섬질]|웃돌|웃돈|추월|넘어[서섰선]|능가|상회|초과)")
_AHEAD = lazily(r"^\s?(?:으로|로)?\s?(?:[가-힣A-Za-z0-9]+ ?)?[(（]?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A로 B(2위)를 제침': the first figure must be the larger."""
    for first, second, between, behind in neighbours(sheet):
        if first.value is None or second.value is None or second.value < first.value:
            continue
        if _AHEAD.match(between) and _OVERTAKES.match(behind):
            message = Message("앞섰다는 쪽의 값이 더 작습니다.", "the one ahead has the smaller figure.")
            yield Hit(first.start, second.end, message)
