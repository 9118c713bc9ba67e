"""증감률이나 배수가 기사의 다른 곳에 적힌 수와 맞지 않습니다. | A rate does not fit a figure elsewhere in the article.

왜: '전년(80만 건) 대비 15.4% 증가', '전국 평균의 11.6배'의 나머지 수는 흔히 앞줄이나 표에 있다.
Why: The other operand of 'up 15.4 % on the year (800,000)' or '11.6 times the average' often stands a line above.
Bad:
  01
  특허 통계 발표
  ■ 특허 등록 92.1만 건(3.2)
  - 등록은 전년(79.8만 건) 대비 14.5% 증가
Good:
  01
  특허 통계 발표
  ■ 특허 등록 92.1만 건(3.2)
  - 등록은 전년(79.8만 건) 대비 15.4% 증가
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import (
    Range,
    difference,
    follows,
    middle,
    quotient,
    rise,
    same_unit,
    shown,
    shown_like,
    turn,
)
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._called import called
from donghyang.check.rules.numbers._turns import FELL, ROSE
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, significant, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "distant-operand"
CLASS = "growth"
SEVERITY = "error"

_AGAINST = lazily(r"[)）]\s?(?:대비|보다|에 ?비해) (?:약 )?")
_TIMES = lazily(r"(?:으로|로|은|는|이며)[, ]+(?P<phrase>[가-힣]{2,8}(?: [가-힣]{2,8}){0,2})의 (?:약 )?")
_BESIDE = lazily(r"(?:은|는|이|인)? ?[(（]?(?:약 )?")
_OF_ALL = lazily(
    r"(?:으로|로|은|는|이며|을|를)?[, ]+(?![^.,;0-9]{0,12}(?:기준|각각))(?:[^.,;0-9]{0,12} )?(?:전체|전국|총액|"
    r"총량)[가-힣 ]{0,8}의 (?:약 )?"
)
_SHIFTS = (Decimal(10), Decimal("0.1"))
"""A figure that lost or gained a place on the way from 万 and 亿."""
_FEW_THINGS = 10
"""Of fewer things a share is seldom told: 2개 권역 is who, not how many."""
_FEW_WHOLES = 6
"""Among more figures that could be the whole, one gives a likely share by chance."""
_MOST = 400
"""So many figures of one article are looked at; more than a weekly's article has."""
_REACH = 24
"""A figure right behind a name, with its unit, is no longer."""
_ROUND, _FEW = 1, 2
"""Of so few digits a share, and a difference, are one slip away from too many others."""
_LIKELY = (Decimal("0.3"), Decimal(3))
"""How far a year's figure may lie from that of the year before."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rises on a figure in brackets, shares of all, and multiples of what is named elsewhere with its figure."""
    for article in sheet.articles:
        lines = article.of(*PROSE)
        pairs = [pair for line in lines for pair in pairwise(sheet.quantities_in(*line.span))]
        rises = [pair for pair in pairs if _is_rise(sheet, *pair)]
        shares = [pair for pair in pairs if _is_share(sheet, *pair)]
        figures = list(sheet.figures_of(article.passages))[:_MOST] if rises or shares else []
        for old, rate in rises:
            yield from _risen(sheet, old, rate, figures) if rate.unit == "%" else _added(sheet, old, rate, figures)
        for part, rate in shares:
            yield from _shared(part, rate, figures)
        for first, times in pairs:
            yield from _multiple(sheet, lines, first, times)


def _is_rise(sheet: Sheet, old: Quantity, rate: Quantity) -> bool:
    beside = _AGAINST.fullmatch(sheet.text[old.end : rate.start])
    opened = sheet.text[old.start - 1 : old.start] in ("(", "（")
    is_rate = rate.unit == "%" or rate.unit == old.unit
    return bool(beside and opened and is_rate and old.unit != "%" and old.value and rate.value and not rate.bound)


def _risen(sheet: Sheet, old: Quantity, rate: Quantity, figures: list[Quantity]) -> Iterator[Hit]:
    sign = turn(sheet.text, rate.end, ROSE, FELL)
    near = (
        (new, rise(new, old, sign))
        for new in figures
        if _is_other(new, old) and _LIKELY[0] < (new.value or 0) / (old.value or 1) < _LIKELY[1]
    )
    if sign:
        yield from _slipped(rate, near)


def _added(sheet: Sheet, old: Quantity, change: Quantity, figures: list[Quantity]) -> Iterator[Hit]:
    """'전년(2조 7,956억 위안)보다 2,826억 위안 증가': the change against every figure that could be the new one."""
    sign = turn(sheet.text, change.end, ROSE, FELL)
    found: list[tuple[Quantity, Decimal]] = []
    for new in figures if sign else ():
        if not _is_other(new, old) or new.start == change.start:
            continue
        low, high = sorted(sign * value for value in difference(new, old))
        worth = middle((low, high))
        if fits(change, low, high):
            return
        if significant(change.text) > _FEW and worth > 0 and one_slip_apart(change, replace(change, value=worth)):
            found.append((new, worth))
    if found:
        new, worth = found[0]
        yield _hit(change, shown_like(worth, change), new)


def _is_other(figure: Quantity, operand: Quantity) -> bool:
    """May a figure be the other operand: another place, one value, the same unit?"""
    return bool(figure.start != operand.start and figure.value and figure.high is None and same_unit(figure, operand))


def _slipped(rate: Quantity, others: Iterable[tuple[Quantity, Range]]) -> Iterator[Hit]:
    """A finding when no operand gives the rate, and one gives it but for a slip of the keyboard."""
    found: list[tuple[Quantity, Decimal]] = []
    for other, right in others:
        if follows(rate, right):
            return
        worth = middle(right).quantize(min(step(rate), Decimal(1)))
        shifted = any(follows(rate, (right[0] * ten, right[1] * ten)) for ten in _SHIFTS)
        if shifted or (worth > 0 and one_slip_apart(rate, replace(rate, value=worth, text=f"{worth}%"))):
            found.append((other, worth))
    if found:
        other, worth = min(found, key=lambda one: abs(one[0].start - rate.start))
        yield _hit(rate, f"{worth}%", other)


def _is_share(sheet: Sheet, part: Quantity, rate: Quantity) -> bool:
    said = _OF_ALL.fullmatch(sheet.text[part.end : rate.start])
    return bool(said and part.value and part.unit != "%" and rate.unit == "%" and rate.value and not rate.bound)


def _shared(part: Quantity, rate: Quantity, figures: list[Quantity]) -> Iterator[Hit]:
    if part.kind == "count" and (part.value or 0) < _FEW_THINGS:
        return
    wholes = ((whole, quotient(part, whole, 100)) for whole in figures if _is_other(whole, part))
    larger = [(whole, worth) for whole, worth in wholes if (whole.value or 0) > (part.value or 0)]
    if significant(rate.text) > _ROUND and len({whole.value for whole, _ in larger}) <= _FEW_WHOLES:
        yield from _slipped(rate, larger)


def _multiple(sheet: Sheet, lines: list[Passage], part: Quantity, rate: Quantity) -> Iterator[Hit]:
    named = _TIMES.fullmatch(sheet.text[part.end : rate.start])
    if rate.kind != "multiple" or not named or not part.value:
        return
    whole = _one_called(sheet, lines, named["phrase"], part)
    if whole is None:
        return
    times = quotient(part, whole)
    if not follows(rate, times):
        yield _hit(rate, f"{shown(middle(times))}배", whole)


def _one_called(sheet: Sheet, lines: list[Passage], phrase: str, like: Quantity) -> Quantity | None:
    """The one figure that stands right behind a phrase, in the unit of `like`; None where there is none or several."""
    found = [one for one in called(sheet, lines, phrase, _BESIDE, _REACH) if same_unit(one, like)]
    return found[0] if len({figure.value for figure in found}) == 1 else None


def _hit(rate: Quantity, worth: str, other: Quantity) -> Hit:
    message = Message(f"'{other.text}'(으)로 셈하면 {worth}입니다.", f"with '{other.text}' it is {worth}.")
    return Hit(rate.start, rate.end, message, related=((other.start, other.end),))
