"""괄호나 낫표의 짝이 맞지 않습니다. | A bracket has no partner.

왜: 열고 닫지 않은 괄호는 덧말의 끝을 알 수 없게 하고, 조판에서 뒤의 글까지 이어진다.
Why: An unclosed bracket leaves the end of the aside unknown.
Bad: 수소 버스(20대는 3월부터 다님
Good: 1) 수소 버스(20대)는 3월부터 다님
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "brackets"
CLASS = "form"
SEVERITY = "note"

_OPENS_ITEM = re.compile(r"(?:^|[\s•,])[0-9A-Za-z가-힣.]{1,4}$|[①-⑳㉠-㉻]$")
"""What stands before a bracket that only closes the number of an item: 가), 1.2), ①)."""
_ITEM = 5
"""How far back such an item can begin, with the sign before it."""
_PAIRS = {"(": ")", "（": "）", "「": "」", "『": "』", "〈": "〉", "《": "》", "[": "]", "【": "】"}
_ENUMERATOR = re.compile(r"(?:^|•\s?)[0-9가-힣a-z]{1,2}\)|[:;][)(]")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Brackets of each line that open or close alone; '1)' and smileys are none."""
    for passage in sheet.of(KOREAN):
        if not any(char in passage.text for char in "()（）「」『』〈〉《》[]【】"):
            continue
        text = _ENUMERATOR.sub(lambda found: " " * len(found[0]), passage.text)
        waiting: list[int] = []
        lone: list[int] = []
        for at, char in enumerate(text):
            if char in _PAIRS:
                waiting.append(at)
            elif char in _PAIRS.values():
                if waiting and _half(_PAIRS[text[waiting[-1]]]) == _half(char):
                    waiting.pop()
                else:
                    lone.append(at)
        lone = [at for at in lone if text[at] != ")" or not _OPENS_ITEM.search(text[max(0, at - _ITEM) : at])]
        for at in sorted(waiting + lone):
            yield Hit(
                passage.start + at,
                passage.start + at + 1,
                Message("짝이 없는 괄호입니다.", "this bracket has no partner."),
            )


def _half(char: str) -> str:
    """Full and half width may pair."""
    return ")" if char == "）" else char
