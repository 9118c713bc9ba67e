"""한 줄에서 같은 것을 두 가지 단위로 셉니다. | One thing is counted in two ways in one line.

왜: 한 나열에서 같은 것을 건과 개로 세면 한쪽이 바뀐 것이다.
Why: One list does not count one thing in 건 and in 개; one of them was exchanged.
Bad: 국책 프로젝트 4건과 민간 프로젝트 3개를 포함
Good: 국책 프로젝트 4건과 공장 3개를 포함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "mixed-counter"
CLASS = "unit"
SEVERITY = "warning"

_COUNTED = lazily(r"(?<![0-9])(?P<noun>[가-힣]{2,8})\s[0-9][0-9,]*(?P<unit>건|개|종|명|곳)(?![가-힣]{0,1}사|국|년|월)")
_HEAD = 4
"""The last letters of a longer noun are the thing itself: 공동프로젝트 is a 프로젝트."""
_NO_NOUNS = frozenset(
    ("에서", "까지", "부터", "으로", "보다", "대비", "이상", "이하", "각각", "모두", "가운데", "목표")
)
"""Particles that stand alone where a figure was cut from its noun."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """One noun counted with two classifiers in one line: the rarer, or the later."""
    for passage in sheet.of(KOREAN):
        yield from _mixed(passage)


def _mixed(passage: Passage) -> Iterator[Hit]:
    groups: dict[str, list[re.Match[str]]] = {}
    for found in _COUNTED.finditer(passage.text):
        for noun in dict.fromkeys((found["noun"], found["noun"][-_HEAD:])):
            if noun not in _NO_NOUNS:
                groups.setdefault(noun, []).append(found)
    told: set[int] = set()
    for group in groups.values():
        units = [found["unit"] for found in group]
        usual = max(units, key=Counter(units).__getitem__)
        first = next(found for found in group if found["unit"] == usual)
        for found in group:
            if found["unit"] != usual and found.start() not in told:
                told.add(found.start())
                yield _hit(passage, found, first)


def _hit(passage: Passage, found: re.Match[str], first: re.Match[str]) -> Hit:
    message = Message(
        f"같은 것을 '{first['unit']}'과(와) '{found['unit']}'(으)로 셉니다.",
        f"one thing is counted in '{first['unit']}' and in '{found['unit']}'.",
    )
    related = ((passage.start + first.start(), passage.start + first.end()),)
    return Hit(passage.start + found.start(), passage.start + found.end(), message, related)
