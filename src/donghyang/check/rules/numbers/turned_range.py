"""범위의 앞뒤가 바뀌었습니다. | A range runs from the larger to the smaller.

왜: '8~5mm', '최소 500만 원에서 최대 200만 원'은 앞뒤가 바뀌었거나 자릿수가 틀린 것이다.
Why: '8-5 mm' and 'at least 5m, at most 2m' are turned round, or a digit is wrong.
Bad: 두께를 9~6mm로 조절하며 최소 300만 원에서 최대 200만 원을 지원함
Good: 두께를 6~9mm로 조절하며 최소 100만 원에서 최대 200만 원을 지원함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "turned-range"
CLASS = "order"
SEVERITY = "error"

_UNITS = tables.either(__package__, "range_units")
_RANGE = lazily(
    r"(?<![만억조0-9.,:~∼'‘’/A-Za-z△▲−-])(?P<low>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}(?:\.[0-9]{1,3})?) ?[~∼～] ?"
    rf"(?P<high>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?) ?(?:{_UNITS})(?![A-Za-z0-9])"
)
_YEARS = lazily(
    r"(?<![0-9.,:~∼'‘’/A-Za-z-])(?P<low>[1-9][0-9]?) ?[~∼～] ?(?P<high>[1-9][0-9]?)년"
    r"(?=간|이며|이고|임|으로|이다| ?(?:이상|이내|동안|정도|안팎|내외|후|뒤))(?! ?(?:전|생|도))"
)
"""How long something lasts; 99~02년 and 10~2월 are dates."""
_LASTING = 30
"""Years; what is more is the number of a year."""
_LEAST, _MOST = lazily("최소|적게는|짧게는|낮게는|작게는"), lazily("최대|많게는|길게는|높게는|크게는")
_TO = lazily(r"(?:에서|부터|,)? ?")
_SIGN = lazily(r"[-−△▲–]\s?$|영하 ?$|마이너스 ?$|[만억조] ?$")
_BEFORE = len("마이너스 ") + 1
_COUNTED_DOWN = lazily(r"(?:전|순위|위|까지 (?:줄|낮|축소|단축|감소)|로 (?:줄|낮|축소|단축|감소|떨어))")
"""Behind a range that runs down on purpose."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two plain numbers of one unit with a swung dash, and 'at least A, at most B'."""
    for passage in sheet.of(KOREAN):
        if "~" in passage.text or "∼" in passage.text or "～" in passage.text:
            yield from _dashed(passage)
    for sentence in sentences(sheet):
        if "최대" in sentence.text or "게는" in sentence.text:
            yield from _bounded(sentence)


def _dashed(passage: Passage) -> Iterator[Hit]:
    for found in _RANGE.finditer(passage.text):
        low, high = (Decimal(found[name].replace(",", "")) for name in ("low", "high"))
        signed = _SIGN.search(passage.text[max(0, found.start() - _BEFORE) : found.start()])
        if low > high and not signed and not _COUNTED_DOWN.match(passage.text, found.end()):
            yield _hit(passage, found)
    for found in _YEARS.finditer(passage.text):
        if int(found["high"]) < int(found["low"]) <= _LASTING:
            yield _hit(passage, found)


def _hit(passage: Passage, found: re.Match[str]) -> Hit:
    message = Message("범위의 앞이 뒤보다 큽니다.", "the range runs from the larger to the smaller.")
    return Hit(passage.start + found.start(), passage.start + found.end(), message)


def _bounded(sentence: Sentence) -> Iterator[Hit]:
    for least, most in pairwise(sentence.figures):
        named = _LEAST.match(least.text) and _MOST.match(most.text) and _TO.fullmatch(sentence.between(least, most))
        if named and least.unit == most.unit and (least.value or 0) > (most.value or 0):
            message = Message(f"'{most.text}'보다 큽니다.", f"this exceeds '{most.text}'.")
            yield Hit(least.start, least.end, message, ((most.start, most.end),))
