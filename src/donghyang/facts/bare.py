"""Numbers without a unit: which of them a text tells as figures, and which only stand in it as labels, codes and names.

Digits are everywhere (사례 2, 15동, ☎1388, 엑스박스 360, 12345热线), and few of those without a unit measure anything.
So a bare number asks for a witness: its own form (34,000, 26조 4천억, 0.376, -0.1), a word that says what it measures
(지수는 103, PMI 50), or one behind it that tells a value (80으로 집계). Without any it is not reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.lent import ARROW
from donghyang.facts.wording import either
from donghyang.language import tables
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.spelled_ko import COUNTING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Quantity

_LANGUAGE = "donghyang.language"
_REACH = 24
"""Characters before a number in which stands what it measures."""
_BEHIND = 16
"""Characters behind a number in which stands what tells it, or what it rises to."""
_INDICES = tables.either(_LANGUAGE, "indices")
_GAUGES = f"{either('gauges')}|{tables.either(_LANGUAGE, 'told_in_decimals')}|{_INDICES}"
_MEASURED = lazily(
    rf"(?:{_GAUGES})['’”」)]?(?:[(（][^()（）\n]{{1,12}}[)）])?(?:은|는|이|가|도|의|을|를|에서|[:：])?\s?[(（]?"
    r"(?:약|현재|무려|각각)?\s?['‘“]?$"
)
"""기준선(100), 지수(EBSI)는 103, PMI 50."""
_MEASURED_ZH = lazily(
    rf"(?:{either('gauges_zh')}|{_INDICES})(?:约|仅|已)?(?:为|是|达到?|升至|降至|从|由|[:：])?\s?[(（]?$"
)
_TOLD = lazily(
    r"['’”]?(?:(?:으?로|을|를|보다|까지)(?:[(（][^()（）\n]*[)）])?\s?(?:(?:크게|소폭|대폭|다시|더)\s)?"
    rf"(?:{either('values_told')})"
    r"|\s(?:전망|기록|수준)(?![가-힣])|이다(?![가-힣])|이었|이며|이고(?![가-힣])|였다|임(?![가-힣])|입니다|일\s때|인\s경우)"
)
"""80’으로 집계, 100을 상회, 69.6 전망."""
_TOLD_ZH = lazily(r"(?=[，。；、,.;)）\s]|$)")
_IS_ZH = lazily(r"(?:为|是|达到|等于|升至|降至|增至|减至)\s?$")
_CLOSED = lazily(
    rf"['’”」]?(?:\s?[)）\]→~∼]|[,，.;:。；、…]|\s?$|\n|(?:{JOSA})(?![가-힣])|\s(?:이[상하]|초과|미만|대비|보다)|\s[(（0-9])"
)
"""Where a number ends that no noun goes on with: 시장(2 sided, 지수 3종."""
_OF_NUMBERS = lazily("숫자|数字")
"""What speaks of a number as one: 숫자 7을 넣는다."""
_NOT_ALONE = lazily(r"\s?(?:다(?![가-힣])|씩|[둘셋])")
"""둘 다, 하나 둘씩: no count is told."""
_DIGITS = lazily(r"[0-9]")
_THOUSANDS = lazily(r"[0-9],[0-9]{3}(?![0-9])")
_POINT = lazily(r"[0-9]\.[0-9]")
_LARGE = lazily(r"[0-9] ?[백천만억조경千万亿萬億兆]")
_TRILLIONS = lazily(r"[0-9]{1,3}조")
"""301조 is an article of a law, 2조 two sets: trillions without a unit ask for a witness."""
_MONEY = lazily(rf"(?:{either('sums')})(?:은|는|이|가|도|을|를)?\s?(?:약\s?)?$")
_DAY = lazily(r"(?:1[0-2]|0?[1-9])\.(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])")
"""7.19: a day as likely as a decimal."""
_MONTH = lazily(r"[0-4][0-9]\.(?:0[1-9]|1[0-2])")
"""24.10: a month."""
_MONTH_ALONE = lazily(r"2[0-9]\.(?:1[0-2]|[1-9])")
"""(24.7), as titles are dated."""
_VERSION = lazily(r"[1-9]\.0")
"""2.0, more often a version than a figure."""
_LATIN = lazily(r"[A-Za-z]\n$")
"""PM and 2.5 in two lines, as converters part them."""
_HANGUL = lazily("[가-힣]")
_ONE_PLACE = lazily(r"[0-9]{1,2}\.[0-9]")
_STOP = lazily(r"\.(?!\s*$)|\)[,，]")
_NAME_MARKS = frozenset("/／#☎☏№v")


def told(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities without the bare numbers that the text does not tell as figures."""
    if _is_nothing_else(text, quantities):
        return list(quantities)
    kept: list[Quantity] = []
    for at, one in enumerate(quantities):
        behind = quantities[at + 1] if at + 1 < len(quantities) else None
        if one.kind != "number" or one.value is None or _is_told(text, kept, one, behind):
            kept.append(one)
    return kept


def _is_nothing_else(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a line is figures and marks only: a cell, or a number that is asked for."""
    if "\n" in text.strip():
        return False
    at = 0
    for one in quantities:
        if any(map(str.isalnum, text[at : one.start])):
            return False
        at = one.end
    return not any(map(str.isalnum, text[at:]))


def _is_told(text: str, kept: Sequence[Quantity], one: Quantity, behind: Quantity | None) -> bool:
    """Whether the text tells a bare number as a figure; `kept` are those before it, `behind` the next one."""
    if one.text[0] in "第제" or text[one.start - 1 : one.start] in _NAME_MARKS:
        return False
    if behind is not None and behind.kind != "number" and _rises_to(text, one, behind):
        return False  # it has the unit of that one: 84.5→’24. 110만 개
    risen = bool(kept) and kept[-1].kind == "number" and _rises_to(text, kept[-1], one)
    return risen or any(_witnesses(text, one))


def _rises_to(text: str, one: Quantity, behind: Quantity) -> bool:
    """Whether an arrow leads from one figure to the next, a date between them or none."""
    return behind.start - one.end <= _BEHIND and ARROW.match(text, one.end) is not None


def _witnesses(text: str, one: Quantity) -> Iterator[bool]:
    yield _is_of_form(text, one)
    before = text[max(0, one.start - _REACH) : one.start].rpartition("\n")[2]
    closed = _CLOSED.match(text, one.end) is not None
    yield one.bound is not None and one.text[:1] not in "~∼～〜><"
    measured = _MEASURED.search(before) or _MEASURED_ZH.search(before)
    yield measured is not None and (closed or _POINT.search(one.text) is not None)
    yield _TOLD.match(text, one.end) is not None
    yield _IS_ZH.search(before) is not None and _TOLD_ZH.match(text, one.end) is not None
    yield closed and _OF_NUMBERS.search(before + text[one.end : one.end + _REACH].partition("\n")[0]) is not None
    yield one.text in COUNTING and _NOT_ALONE.match(text, one.end) is None


def _is_of_form(text: str, one: Quantity) -> bool:
    """Whether a number is written as figures are and labels are not."""
    printed = one.text
    if _DIGITS.search(printed) is None:
        return False
    if _TRILLIONS.fullmatch(printed):
        return _MONEY.search(text[max(0, one.start - _REACH) : one.start]) is not None
    if _THOUSANDS.search(printed) or _LARGE.search(printed) or printed[0] in "-−△▽▼":
        return True
    named = _VERSION.fullmatch(printed) or _LATIN.search(text, max(0, one.start - _REACH), one.start)
    return _POINT.search(printed) is not None and not named and not _is_date(text, one)


def _is_date(text: str, one: Quantity) -> bool:
    """Whether a number with a point may be a day or a month as Korean offices print them: (7.19), 2.22., 24.10."""
    if _HANGUL.search(text, max(0, one.start - _REACH), one.end + _BEHIND) is None:
        return False
    if _MONTH_ALONE.fullmatch(one.text) and text[one.start - 1 : one.start] in ("(", "（"):
        return text[one.end : one.end + 1] in (")", "）")
    shaped = _DAY.match(one.text) or _MONTH.fullmatch(one.text)
    if shaped is None:
        return False
    if _ONE_PLACE.fullmatch(one.text):
        return _STOP.match(text, one.end) is not None
    return True
