"""Numbers without a unit: which of them tell how many or how much, and which only stand in a text.

Digits are everywhere (사례 2, 15동, ☎1388, 12345热线), and few of those without a unit measure anything. Scores of an
index (PMI 50, 지수는 103) are no quantities either. What is left is a count or a sum whose unit the text does not print
(가입자는 1,241만, 거래액이 26조 4천억, 人数超550万), known by its form, and a ratio that is called one (계수 0.33).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.wording import either
from donghyang.language import tables
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Quantity

_REACH = 60
"""Characters of a line before a number in which stands what it measures, or the index that it is one of."""
_RATIO = lazily(
    rf"(?:{either('ratios')})['’”」)]?(?:[(（][^()（）\n]{{1,12}}[)）])?(?:은|는|이|가|도|의|을|를|에서|[:：])?\s?[(（]?"
    rf"(?:약|현재|무려|각각|[가-힣]{{1,4}}(?:에서|보다))?\s?['‘“]?(?:[0-9.]+(?:에서|→)\s?)?$"
)
"""지니계수는 0.33, 질량비를 60에서 0.5로."""
_RATIO_ZH = lazily(
    rf"(?:{either('ratios_zh')})(?:约|仅|已)?(?:为|是|达到?|[从由](?:[0-9.]+(?:提[高升]|上升|下降|升|降|缩小|扩大|增|减)?[至到])?|[升降][至到])?\s?$"
)
_INDEX = lazily(f"지수|指数|{either('indices_named')}|{tables.either('donghyang.language', 'indices')}")
_CLOSED = lazily(
    rf"['’”」]?(?:\s?[)）\]→~∼]|[,，.;:。；、…提上下升降缩扩增减]|\s?$|\n|(?:{JOSA})(?![가-힣])|\s(?:이[상하]|초과|미만|대비|보다|지진)|\s[(（0-9])"
)
"""Where a ratio ends that no noun goes on with: 비율 2 sided."""
_THOUSANDS = lazily(r"[0-9],[0-9]{3}(?![0-9.])")
_LARGE = lazily(r"[0-9] ?[백천만억조경千万亿萬億兆]")
_TRILLIONS = lazily(r"[0-9]{1,3}조")
"""301조 is an article of a law, 2조 two sets: trillions without a unit ask for a witness."""
_MONEY = lazily(rf"(?:{either('sums')})(?:은|는|이|가|도|을|를)?\s?(?:약\s?)?$")
_OF_NUMBERS = lazily("숫자|수치|数字(?=[0-9是为：，。])")
"""What speaks of a number as one: 숫자 7을 넣는다."""
_ASKED = lazily("하나[만를]")
"""What opens a sentence and is all that is counted: 하나만 주세요."""
_PARTS = frozenset(":：∶")
"""What parts the terms of a ratio: 4.0∶37.7∶58.3."""
_NAME_MARKS = frozenset("/／#☎☏№v") | _PARTS
_NAMED = lazily(r"[‘“「『《〈'\"][^‘’“”「」『』《》〈〉'\"\n]{0,16}$")
_NAME_ENDS = lazily(r"[^‘’“”「」『』《》〈〉'\"\n]{0,16}[’”」』》〉'\"]")
"""Around a number in a name: “3个100万”, ‘사이버 10만 인재 양성방안’."""


def told(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities without the bare numbers that tell neither how many nor how much."""
    if _is_nothing_else(text, quantities):
        return list(quantities)
    return [one for one in quantities if one.kind != "number" or one.value is None or _tells(text, one)]


def _is_nothing_else(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a line is figures and marks only: a cell, or a number that is asked for."""
    if "\n" in text.strip():
        return False
    at = 0
    for one in quantities:
        if any(map(str.isalnum, text[at : one.start])):
            return False
        at = one.end
    return not any(map(str.isalnum, text[at:].lstrip("多余여")))


def _tells(text: str, one: Quantity) -> bool:
    """Whether a bare number is a count, a sum or a ratio."""
    before = text[max(0, one.start - _REACH) : one.start].rpartition("\n")[2]
    if one.text[0] in "第제" or before[-1:] in _NAME_MARKS or text[one.end : one.end + 1] in _PARTS:
        return False
    if _NAMED.search(before) and _NAME_ENDS.match(text, one.end):
        return False
    if _TRILLIONS.fullmatch(one.text):
        return _MONEY.search(before) is not None
    if _THOUSANDS.search(one.text) or _LARGE.search(one.text):
        return _INDEX.search(before) is None
    ratio = _RATIO.search(before) or _RATIO_ZH.search(before)
    if ratio is not None and _CLOSED.match(text, one.end):
        return True
    line = before + text[one.end : one.end + _REACH].partition("\n")[0]
    asked = not before.strip() and _ASKED.match(text, one.start) is not None
    return asked or before.endswith("这是") or _OF_NUMBERS.search(line) is not None
