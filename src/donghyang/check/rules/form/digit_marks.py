"""수 안의 쉼표나 점이 제자리에 없습니다. | A comma or a point stands in a wrong place inside a number.

왜: '1,2345,00대', '25,0%'는 자릿점을 잘못 찍은 것이어서 수를 읽을 수 없다.
Why: '1,2345,00' and '25,0%' cannot be read: the digits are parted in the wrong places.
Bad: 버스는 1,2345,00대로 25,0% 늘어남
Good: 버스는 1,234,500대로 25.0% 늘어남. 3,4월과 12,13일은 쉼
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "digit-marks"
CLASS = "form"
SEVERITY = "warning"

_COUNTERS = tables.either(__package__, "whole_counters")
_BEHIND = r" ?(?:[만억조천백%％]|[A-Za-z㎡㎢]|[가-힣]{1,3})"
_CHAIN = lazily(rf"(?<![0-9.,:/~A-Za-z-])[0-9]{{1,4}}(?:[,.][0-9]{{1,6}}){{1,5}}(?![0-9,:/~-]|\.[0-9])(?={_BEHIND})")
_TWICE = lazily(
    r"(?<![0-9.,])[0-9]{1,3}(?:,,|\.,|,\.)[0-9]{1,3}(?![0-9.,])"
    r"|(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{1,2})?[.,](?=[%％])"
)
_APART = lazily(r"(?<![0-9.,])[1-9][0-9]{0,2} ,[0-9]{3}(?![0-9,])")
_WHOLE = lazily(rf"(?<![0-9.,])[1-9][0-9]{{0,2}}\.[0-9]{{3}}(?=(?:{_COUNTERS})(?![가-힣]{{2}}))")
"""A count in thousands parted by a point: nobody counts 1.234 persons."""
_GROUPED = lazily(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_DATE = lazily(r"(?:19|20)[0-9]{2}\.|[0-9]{2}\.(?:0?[1-9]|1[0-2])\.?")
_NUMBERED = lazily(rf" ?(?:{tables.either(__package__, 'numbered_things')})")
"""What is listed without saying it twice: 3,4월, 1,2단계."""

_ALIKE = 2
"""Digits of figures that are listed without a space, and how far apart two such numbers of 만 and 억 lie: 3,4만 명."""
_LARGE = tuple("만억조")
_ROUND = 5
"""Round numbers are listed at any distance: 10,20만 원."""
_MEAN = lazily("평균|당|[율률]|지수")
_NEAR = 12
"""So far behind such a word a count may have parts."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Chains of digits that are neither a number with its separators nor a date, a list or a version."""
    for passage in sheet.of(KOREAN):
        for found in _chains(passage.text):
            message = Message("자릿점이나 소수점이 제자리에 없습니다.", "the digits are parted in a wrong place.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _chains(text: str) -> Iterator[re.Match[str]]:
    for shape in (_TWICE, _APART):
        yield from shape.finditer(text)
    for found in _WHOLE.finditer(text):
        if not _MEAN.search(text, max(0, found.start() - _NEAR), found.start()):
            yield found
    for found in _CHAIN.finditer(text):
        is_number = "," not in found[0] or _GROUPED.fullmatch(found[0]) or _DATE.match(found[0])
        if not is_number and not _is_list(text, found):
            yield found


def _is_list(text: str, found: re.Match[str]) -> bool:
    """Figures side by side: of a thing that is numbered, or each larger than the one before and written alike."""
    if _NUMBERED.match(text, found.end()):
        return True
    parts = found[0].split(",")
    if any("." in part for part in parts):
        return all("." in part for part in parts)
    numbers = [int(part) for part in parts]
    if text[found.end() : found.end() + 1] in _LARGE and any(number % _ROUND for number in numbers):
        return all(0 < other - one <= _ALIKE for one, other in pairwise(numbers))
    return all(len(one) <= len(other) <= _ALIKE and int(one) < int(other) for one, other in pairwise(parts))
