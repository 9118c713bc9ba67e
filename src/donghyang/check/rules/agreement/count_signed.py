"""기호를 달아 적은 항목의 수가 '등 N개'와 다릅니다. | Items with a sign each are not as many as is said.

왜: '▶가 ▶나 ▶다 등 4개 제도'처럼 기호를 달아 하나씩 적을 때는 빠뜨리지 않는다.
Why: What is set out with a sign each is set out whole; one off is an item lost or a wrong figure.
Bad: 새 제도인 ▶노선 분류 ▶번호 통합 ▶자격 인정 등 4개 제도를 시행
Good: 새 제도인 ▶노선 분류 ▶번호 통합 ▶자격 인정 등 3개 제도를 시행
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "count-signed"
CLASS = "count-list"
SEVERITY = "warning"

_NUMBER = r"(?P<number>[2-9]|1[0-9])(?:개|대|가지|종|건|곳|단계|등급) ?"
_SAID = lazily(rf"(?: 등|을 포함한|의) (?:총 )?{_NUMBER}[가-힣]{{1,2}}")
_BEFORE = lazily(rf"(?<![0-9.,]){_NUMBER}[가-힣 ]{{0,10}}[(（](?P<items>[^()（）]{{3,200}})[)）]")
"""A count with its items in brackets behind it: 5개 시험동(△제동 △차체 …)."""
_SIGNS = ("△", "▲", "▶", "◆", "①")
_MARKS = {sign: lazily("[①-⑮]" if sign == "①" else sign) for sign in _SIGNS}
_LONGEST = 40
"""Letters of the last item: what is longer is a sentence."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lists whose items open with one sign each, and the count right behind the last."""
    for passage in sheet.of(PROSE):
        if any(sign in passage.text for sign in _SIGNS):
            for found in _SAID.finditer(passage.text):
                yield from _held(passage, found)
            for found in _BEFORE.finditer(passage.text):
                yield from _inside(passage, found)


def _inside(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    number = int(found["number"])
    for mark in _MARKS.values():
        listed = len(mark.findall(found["items"]))
        if listed > 1 and abs(number - listed) == 1:
            span = passage.start + found.start("number"), passage.start + found.start("items") - 1
            yield Hit(*span, miscount(number, listed), ((span[1], passage.start + found.end()),))
            return


def _held(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    before = passage.text[: found.start()]
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    for mark in _MARKS.values():
        places = [one.start() for one in mark.finditer(before)]
        if len(places) < 2 or len(before) - places[-1] > _LONGEST:
            continue
        number = int(found["number"])
        if abs(number - len(places)) == 1:
            start = passage.start + found.start("number")
            first = passage.start + found.start() - len(before) + places[0]
            yield Hit(start, passage.start + found.end(), miscount(number, len(places)), ((first, start),))
        return
