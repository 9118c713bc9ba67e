"""비율이나 배수가 적힌 두 수와 맞지 않습니다. | A ratio does not follow from the part and the whole given.

왜: 전체와 부분이 함께 적혀 있으면 비율을 셈해 볼 수 있다. 부분이 전체보다 클 수도 없다.
Why: Where part and whole stand there, the ratio can be worked out; nor can a part be more than its whole.
Bad: 참가자 7,000명은 전체 2만 1,000명의 35%이고, 기업 24곳 중 30곳이 참여
Good: 참가자 7,000명은 전체 2만 1,000명의 33.3%이고, 기업 24곳 중 10곳이 참여
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import Row, follows, per_unit, quotient, rows, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import fits_in_one_unit, other_unit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import verbs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "ratio"
CLASS = "ratio"
SEVERITY = "error"

_WHOLE = 100
"""No share is more."""
_FEW = 10
"""'10명 중 9명(91.6%)' is a rounded way to say the share."""
_TIMES = frozenset(("번", "회", "차례", "일", "년", "개월", "주", "시간", "분"))
"""What happens while something lasts is no part of it: 2번의 수술 중 4번."""
_AMONG = lazily(
    r"(?:(?!이며|이고|인데|으로|로 |였|이었)"
    r"의?(?: ?[가-힣A-Za-z]{1,8}){0,2} ?(?:가운데|중에서는?|중에?)|[^.;0-9]{0,20}[ ,](?:이|그) ?(?:중|가운데))"
    r"(?: [가-힣A-Za-z·]{1,8}){0,2}?(?: [가-힣A-Za-z]{1,8}[은는이가])? (?:약 )?"
)
"""Behind 이며 another whole is named: 의료 30건이며 농업 가운데 31건."""
_OF_THESE = lazily(r"[ ,][이그] ?(?:중|가운데)")
_NEXT_TO = lazily(r"(?:으로|로|이며|인데)?,? (?:이|그) ?(?:중|가운데)(?: [가-힣]{1,8}(?:이|가|은|는)?)? (?:약 )?")
"""이 중, said of the figure right before it."""
_FRACTION_OF = lazily(
    r"(?:의?(?: ?[가-힣A-Za-z]{1,8}){0,3}|(?:으로|이며|인데|로),? [^0-9.,;]{0,16})(?:[이가은는]| 가운데|"
    r" 중)? (?:그 |약 )?"
)
_ROUGH = Decimal("0.15")
"""As a share of it: what is called a quarter or a half may be so much off."""
_BRACKET = lazily(r"[(（](?:약 )?")
_TAKES = lazily(r"(?:으로|로|이|가|은|는|을|를)?[^.;0-9]{0,16}? ?(?:약 )?")
_RATE = lazily(r"[^.;0-9]{0,20}[가-힣](?:율|률|비중)(?:은|는|이)? (?:약 )?")
_SHARE_WORD = lazily(
    rf" ?(?:[을를의]? ?(?:차지|비중|점유)|에 ?(?:{verbs.either(__package__, 'comes_to')})|인 |임|이었|였|이다|"
    r"로 (?:나타|집계|조사)|수준)"
)
_LISTED = lazily(r"(?:와|과|,|·) ?[0-9.]+ ?%")
"""Behind a share, the next of a list: each belongs to a part of its own."""
_OF = lazily(r"[)）]?의 (?:약 )?")
_WHOLE_BEHIND = lazily(
    r"(?:은|는|이|가|로|으로|이며|인데)[, ](?:[^.,;0-9]{0,16} )?(?:전체|총|전국|모든)"
    r"(?: [가-힣]{1,6})? ?(?:[가-힣 ]{0,10}[(（])?(?:약 )?"
)
_THAT_IS = lazily(r"(?:인|에 해당하는|에 달하는|를 차지하는|, 즉) (?:약 )?")
_BESIDE = lazily(
    r"(?:은|는|로|으로)[, ](?:[^.,;]{0,16} )?(?:[^.,;()]{1,16}[(（](?:약 )?)?|"
    r"(?:[을를이가로])?[^.,;0-9]{0,12}[고며],? 이는 [^.,;()0-9]{1,20}[(（](?:약 )?|"
    r"(?: 동안)? [^.,;()0-9]{1,16}(?:하여|해서?|하며|하고) (?:기존|종전|일반|종래)[^.,;()0-9]{0,16}[(（](?:약 )?"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """B of A (x %); B is x % of all A; x % of A, which is B; B is x times A; and parts above their whole."""
    for row in rows(sheet, 3):
        yield from (hit for hit in _stated(row) if not _is_of_another(sheet, row, hit))
    for row in rows(sheet, 2):
        yield from _too_large(row)


def _is_of_another(sheet: Sheet, row: Row, hit: Hit) -> bool:
    """Is it the fraction of a figure farther off in the line: 27억 위안으로 1인당 3,000위안이며 3분의 2인 18억?"""
    part = next((one for one in row.figures if (one.start, one.end) == (hit.start, hit.end)), None)
    fraction = next(filter(_is_fraction, row.figures), None)
    if fraction is None or part is None or part is fraction:
        return False
    before = sheet.quantities_in(sheet.text.rfind("\n", 0, part.start) + 1, part.start)
    return any(same_unit(part, one) and not any(_roughly(part, one, fraction)) for one in before)


def _stated(row: Row) -> Iterator[Hit]:
    a, b, c = row.figures
    first, second = row.gaps
    if _LISTED.match(row.behind):
        return
    if c.unit == "%" and _AMONG.fullmatch(first):
        takes = _TAKES.fullmatch(second) and _SHARE_WORD.match(row.behind)
        if _BRACKET.fullmatch(second) or _RATE.fullmatch(second) or takes:
            yield from _check(b, a, c)
    elif c.unit == "%" and _WHOLE_BEHIND.fullmatch(first) and _OF.fullmatch(second):
        yield from _check(a, b, c)
    elif b.unit == "%" and _AMONG.fullmatch(first) and _THAT_IS.fullmatch(second):
        yield from _check(c, a, b)
    elif _is_fraction(b) and _FRACTION_OF.fullmatch(first) and _THAT_IS.fullmatch(second):
        yield from _roughly(c, a, b)
    elif b.unit == "%" and _OF.fullmatch(first) and _THAT_IS.fullmatch(second):
        yield from _check(c, a, b)
    elif c.kind == "multiple" and _BESIDE.fullmatch(first) and _OF.fullmatch(second):
        yield from _check(a, b, c)


def _check(part: Quantity, whole: Quantity, rate: Quantity) -> Iterator[Hit]:
    if rate.unit == "%" and (part.value or 0) > (whole.value or 0) and (rate.value or 0) <= _WHOLE:
        return  # what is larger is no part: 이 중 speaks of another figure
    of_shares = part.unit == "%" and rate.kind != "multiple"
    if not same_unit(part, whole) or of_shares or rate.bound not in (None, "approx"):
        return
    low, high = quotient(part, whole, 100 if rate.unit == "%" else 1)
    if rate.unit == "%" and whole.value is not None and whole.value <= _FEW:
        low, high = low - 50 / whole.value, high + 50 / whole.value
    if not follows(rate, (low, high)) and rate.kind == "multiple" and fits_in_one_unit(whole, part, rate):
        yield other_unit(whole, part, rate)
    elif not follows(rate, (low, high)) or _is_another_whole(part, whole, rate):
        assert part.value is not None
        assert whole.value is not None
        exact = part.value / whole.value * _units(part, whole) * (100 if rate.unit == "%" else 1)
        worth = f"{shown(exact)}{'%' if rate.unit == '%' else '배'}"
        related = tuple((figure.start, figure.end) for figure in (part, whole))
        yield Hit(
            rate.start, rate.end, Message(f"두 수로 셈하면 {worth}입니다.", f"the figures give {worth}."), related
        )


def _is_fraction(figure: Quantity) -> bool:
    """Is it a half, or so many parts of so many?"""
    return bool(figure.unit is None or figure.unit == "%") and bool(re.match(r"[0-9]분의|절반|반$", figure.text))


def _roughly(part: Quantity, whole: Quantity, fraction: Quantity) -> Iterator[Hit]:
    """'220곳 … 그 4분의 1인 45곳', '36곳 가운데 절반인 24곳'."""
    times = (fraction.value or Decimal(0)) / (100 if fraction.unit == "%" else 1)
    if not same_unit(part, whole) or part.unit == "%" or not (part.value and whole.value and times):
        return
    if abs(part.value / whole.value / times - 1) > _ROUGH:
        worth = f"{shown(whole.value * times)}"
        message = Message(f"'{whole.text}'의 {fraction.text}은 {worth}입니다.", f"of {whole.text} it is {worth}.")
        yield Hit(part.start, part.end, message, ((whole.start, whole.end), (fraction.start, fraction.end)))


def _units(part: Quantity, whole: Quantity) -> Decimal:
    """What makes up for two units of one kind: 1,000 for TB and GB."""
    return per_unit(part) / per_unit(whole) if part.unit != whole.unit else Decimal(1)


def _is_another_whole(part: Quantity, whole: Quantity, rate: Quantity) -> bool:
    """Do the printed figures give a whole multiple, and the text another: 2.4 and 0.4 are six times, not five?"""
    assert part.value is not None
    if rate.kind != "multiple" or not whole.value or rate.value is None or rate.bound is not None:
        return False
    exact = part.value / whole.value * _units(part, whole)
    return exact == exact.to_integral_value() != rate.value == rate.value.to_integral_value()


def _too_large(row: Row) -> Iterator[Hit]:
    whole, part = row.figures
    gap = row.gaps[0]
    if not _AMONG.fullmatch(gap) or not same_unit(whole, part):
        return
    if _OF_THESE.search(gap) and not (_NEXT_TO.fullmatch(gap) and not any(char.isdigit() for char in row.before)):
        return
    if part.kind in ("percent", "rank", "number") or part.unit in _TIMES:
        return
    assert whole.value is not None
    assert part.value is not None
    if part.value > whole.value:
        message = Message(
            f"부분이 전체 '{whole.text}'보다 큽니다.", f"the part is larger than its whole, {whole.text}."
        )
        yield Hit(part.start, part.end, message, related=((whole.start, whole.end),))
