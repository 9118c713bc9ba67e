"""괄호나 낫표의 짝이 맞지 않습니다. | A bracket has no partner.

왜: 열고 닫지 않은 괄호는 덧말의 끝을 알 수 없게 하고, 조판에서 뒤의 글까지 이어진다.
Why: An unclosed bracket leaves the end of the aside unknown.
Bad: 수소 버스(20대는 3월부터 다님
Good: 1) 수소 버스(20대)는 3월부터 다님
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "brackets"
CLASS = "form"
SEVERITY = "note"

_OPENS_ITEM = lazily(
    r"(?:^|[\s•,])(?:[0-9.]{1,4}|[A-Za-z]{1,4}|[가-힣]{1,4}[0-9]{0,2})$"
    r"|[①-⑳㉠-㉻ⅰ-ⅿⅠ-Ⅿ]$"  # the sign of an item: 가), 1.2), ①), ⅱ)
    r"|[가-힣”’\"'」』%][0-9]{1,2}$"  # the number of a footnote: 연구자4)
)
"""What stands before a bracket that only closes."""
_ITEM = 5
"""How far back such an item can begin, with the sign before it."""
_PAIRS = {"(": ")", "（": "）", "「": "」", "『": "』", "〈": "〉", "《": "》", "[": "]", "【": "】"}
_NO_BRACKET = lazily(r"(?:^|•\s?)[0-9가-힣a-zⅰ-ⅿ]{1,4}\)|[:;]-?[)(]|\s[〉》]\s?(?=[가-힣A-Za-z])")
"""The sign of an item at the head of a line, a smiley, and the arrow between menus: 첫 화면 〉 자료실."""

_Lone = list[tuple[int, str]]


def find(sheet: Sheet) -> Iterator[Hit]:
    """Brackets that open or close alone; a pair may stand on two lines, as in text that was wrapped."""
    waiting: _Lone = []
    before: Passage | None = None
    for passage in sheet.of(KOREAN):
        lone = _lone(passage)
        opened = waiting[-1:] if before is not None and before.article == passage.article else []
        if opened and lone and _half(_PAIRS[opened[0][1]]) == _half(lone[0][1]):
            waiting.pop()
            lone = lone[1:]
        yield from (_hit(at) for at, _ in waiting)
        yield from (_hit(at) for at, char in lone if char not in _PAIRS)
        waiting, before = [(at, char) for at, char in lone if char in _PAIRS], passage
    yield from (_hit(at) for at, _ in waiting)


def _lone(passage: Passage) -> _Lone:
    """(place, bracket) of every bracket of a line that has no partner in it, in order."""
    if not any(char in passage.text for char in "()（）「」『』〈〉《》[]【】"):
        return []
    text = _NO_BRACKET.sub(lambda found: " " * len(found[0]), passage.text)
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
    return [(passage.start + at, text[at]) for at in sorted(waiting + lone)]


def _half(char: str) -> str:
    """Full and half width may pair."""
    return ")" if char == "）" else char


def _hit(at: int) -> Hit:
    return Hit(at, at + 1, Message("짝이 없는 괄호입니다.", "this bracket has no partner."))
