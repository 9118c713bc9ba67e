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

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.hangul import FINALS, split
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "misspelling"
CLASS = "typo"
SEVERITY = "note"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every pattern of `misspellings.tsv`, and 율 and 률."""
    yield from _rates(sheet)
    for literal, wrong, right, why in _table():
        if literal not in sheet.text:
            continue
        for found in _pattern(wrong).finditer(sheet.text):
            passage = sheet.at(found.start())
            if passage is not None and passage.part in KOREAN and found.end() <= passage.end:
                fix = None if right == _EITHER else Fix(found.expand(right))
                yield Hit(*found.span(), Message(found.expand(why.ko), found.expand(why.en)), fix=fix)


def _rates(sheet: Sheet) -> Iterator[Hit]:
    """율 stands behind a vowel and ㄴ, 률 behind every other consonant (한글 맞춤법 제11항)."""
    for passage in sheet.of(KOREAN):
        for found in _RATE.finditer(passage.text):
            before, written = found.group()[0], found.group()[1]
            right = "율" if split(before)[2] in ("", "ㄴ") else "률"
            if written != right:
                why = Message(f"'{before}' 뒤에서는 '{right}'입니다.", f"behind '{before}' it is '{right}'.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), why, fix=Fix(before + right))


_RATE = lazily(r"(?<=[가-힣])[가-힣][율률](?=[ 은을이의과로도,.)(]|$)")


@cache
def _table() -> tuple[tuple[str, str, str, Message], ...]:
    """What must stand in a text for the pattern to be found, pattern, right form and reason of each row."""
    return tuple(
        (_literal(wrong), wrong, right, Message(korean, english))
        for wrong, right, korean, english in tables.read(__package__, "misspellings.tsv")
    )


_EITHER = "-"
"""In place of the right form: which of two is meant cannot be told."""
_OPEN = lazily(r"\([^()]*\)\??|\[[^\]]*\][?*+]?|\\.|.[?*]")


def _literal(pattern: str) -> str:
    """The longest run of Hangul outside of groups and classes: without it in the text nothing need be looked for."""
    bare, before = pattern, ""
    while bare != before:
        bare, before = _OPEN.sub(" ", bare), bare
    return "" if "|" in bare else max(re.findall("[가-힣]+", bare), key=len, default="")


@cache
def _pattern(wrong: str) -> re.Pattern[str]:
    return lazily(wrong.replace("{ㄹ}", _ENDS_IN_L), re.MULTILINE)


_ENDS_IN_L = f"[{''.join(chr(code) for code in range(ord('갈'), ord('힣') + 1, len(FINALS)))}]"
