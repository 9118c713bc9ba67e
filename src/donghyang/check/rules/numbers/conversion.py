"""환산한 금액의 환율이 서로 다릅니다. | The exchange rates implied by converted sums differ.

왜: 한 기사에서 같은 날 환산한 금액은 비율이 같다. 하나만 다르면 그 금액이나 단위가 틀린 것이다.
Why: Sums converted on one day share one rate; where one pair differs, its sum or its unit is wrong.
Bad: 매출 200억 위안(3조 7,000억 원), 투자 50억 위안(9,250억 원), 지원금 10억 위안(1,950억 원)
Good: 매출 200억 위안(약 3조 7천억 원), 투자 50억 위안(9,250억 원), 지원금 10억 위안(1,850억 원)
Options: 없음 (none)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from itertools import pairwise
from statistics import median

from donghyang.check.figures.operands import is_closed
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.exchange import HOME, implied
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_table
from donghyang.records import Message, Quantity, Span

ID = "conversion"
CLASS = "conversion"
SEVERITY = "error"

_BESIDE = lazily(r"[가-힣]{0,2}\s?[(（]\s?(?:(?:한화|우리 돈|원화)\s?)?(?:약\s?)?")
_LIKELY = Decimal("0.08")
"""Rates that lie less far apart may be those of two days."""
_EARLIER = lazily(r"지난해|작년|재작년|당시|[0-9]년 전(?![국체년문반력자])")
_CLAUSE = 60
"""So far before a sum its clause may say of what year it is."""
_DAILY = Decimal("0.004")
"""How far rates of one issue may lie apart: sums are converted on different days of a week."""
_FINEST = Decimal("0.0001")
"""Rates are given to four figures; what differs by less is their rounding."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A sum and what it is in another currency."""

    sum: Quantity
    won: Quantity
    low: Decimal
    """The lowest and the highest rate that the printed digits allow."""
    high: Decimal
    article: int | None

    @property
    def rate(self) -> Decimal:
        """The middle of the rates that the digits allow."""
        return (self.low + self.high) / 2


def find(sheet: Sheet) -> Iterator[Hit]:
    """Pairs of one currency whose rate does not fit that of the others."""
    groups: dict[tuple[str | None, str | None], list[Conversion]] = {}
    for pair in conversions(sheet):
        groups.setdefault((pair.sum.unit, pair.won.unit), []).append(pair)
    given = _given(sheet.text) if groups else {}
    for units, group in groups.items():
        if units in given:
            yield from _against(sheet, group, given[units])
        elif len(group) > 1:
            yield from _odd(sheet, group)


_GIVEN = lazily(r"(?<![0-9,.])1 ?(?P<name>위안|달러|유로) ?[=＝] ?(?:약 ?)?(?P<won>[0-9][0-9,]*(?:\.[0-9]+)?) ?원")


def _given(text: str) -> dict[tuple[str | None, str | None], list[tuple[Decimal, Span]]]:
    """The rates at which the text says that it converts, by the two currencies, each with where it says so."""
    found: dict[tuple[str | None, str | None], list[tuple[Decimal, Span]]] = {}
    for said in _GIVEN.finditer(text) if "=" in text or "＝" in text else ():
        if rate := Decimal(said["won"].replace(",", "")):
            found.setdefault((unit_table()[said["name"]].unit, HOME), []).append((rate, said.span()))
    return found


def _against(sheet: Sheet, group: list[Conversion], given: list[tuple[Decimal, Span]]) -> Iterator[Hit]:
    """The pairs that do not follow from a rate that the text gives for all of them."""
    rate, span = given[0]
    for pair in group:
        fits = any(pair.low <= one * (1 + _DAILY) and pair.high >= one * (1 - _DAILY) for one, _ in given)
        if not fits and not _of_another_day(sheet, pair, rate):
            mine = f"{pair.rate:,.2f}"
            message = Message(
                f"환율이 {mine}인데 밝힌 환율은 {rate}입니다.", f"the rate is {mine}, not {rate} as given."
            )
            yield Hit(pair.sum.start, _closed(sheet, pair.won), message, related=(span,))


def conversions(sheet: Sheet) -> Iterator[Conversion]:
    """Sums with another currency right behind them in brackets."""
    money = [quantity for quantity in sheet.quantities if quantity.kind == "money" and quantity.value]
    for first, second in pairwise(money):
        gap = sheet.text[first.end : second.start]
        if first.unit == second.unit or not _BESIDE.fullmatch(gap):
            continue
        passage = sheet.at(first.start)
        if passage is None or passage.part not in KOREAN:
            continue
        if rates := implied(first, second):
            yield Conversion(first, second, *rates, passage.article)


def _odd(sheet: Sheet, group: list[Conversion]) -> Iterator[Hit]:
    """The pairs that no common rate explains, within an article and over the whole text."""
    usual = Decimal(str(median([pair.rate for pair in group])))
    told: set[int] = set()
    room = usual * _DAILY
    models = nsmallest(2, group, key=lambda pair: (abs(pair.rate - usual), pair.sum.start))
    for pair in group:
        if (pair.high < usual - room or pair.low > usual + room) and not _of_another_day(sheet, pair, usual):
            told.add(pair.sum.start)
            other = next(other for other in models if other is not pair)
            if len(set(_rates(pair, other))) > 1:
                yield _hit(sheet, pair, other, witnesses=len(group) - 1)
    articles: dict[int | None, list[Conversion]] = {}
    for pair in group:
        if pair.sum.start not in told and not _of_another_day(sheet, pair, usual):
            articles.setdefault(pair.article, []).append(pair)
    for near in articles.values():
        yield from _within_article(sheet, near)


def _of_another_day(sheet: Sheet, pair: Conversion, usual: Decimal) -> bool:
    """Is a sum of an earlier year told, whose rate may be that of then?"""
    before = sheet.text[max(0, pair.sum.start - _CLAUSE) : pair.sum.start]
    return _EARLIER.search(before) is not None and abs(pair.rate - usual) <= usual * _LIKELY


def _within_article(sheet: Sheet, near: list[Conversion]) -> Iterator[Hit]:
    """Exactly printed sums of one article that share no rate: the one that fits the fewest others."""
    if len(near) < 2:
        return
    low, high = max(pair.low for pair in near), min(pair.high for pair in near)
    if low <= high + high * _FINEST:
        return
    fitting, middle = _fitting(near), median(pair.rate for pair in near)
    odd = min(near, key=lambda pair: (fitting[pair.sum.start], -abs(pair.rate - middle), -pair.sum.start))
    other = next(pair for pair in near if not _meet(pair, odd))
    if len(set(_rates(odd, other))) > 1:
        yield _hit(sheet, odd, other, witnesses=len(near) - 1)


def _fitting(near: list[Conversion]) -> dict[int, int]:
    """How many of the sums, its own included, each meets; by its place."""
    lows, highs = sorted(pair.low for pair in near), sorted(pair.high for pair in near)
    room = {pair.sum.start: pair.high * _FINEST for pair in near}
    return {
        pair.sum.start: bisect_right(lows, pair.high + room[pair.sum.start])
        - bisect_left(highs, pair.low - room[pair.sum.start])
        for pair in near
    }


def _meet(a: Conversion, b: Conversion) -> bool:
    room = a.high * _FINEST
    return a.low <= b.high + room and b.low <= a.high + room


def _hit(sheet: Sheet, pair: Conversion, other: Conversion, *, witnesses: int) -> Hit:
    """An error where the rates lie far apart, or where several sums agree on another; else a warning."""
    span = (pair.sum.start, _closed(sheet, pair.won))
    mine, theirs = _rates(pair, other)
    far = abs(pair.rate - other.rate) > other.rate * _LIKELY
    return Hit(
        *span,
        Message(f"환율이 {mine}인데 다른 곳은 {theirs}입니다.", f"the rate is {mine} here, {theirs} there."),
        related=((other.sum.start, _closed(sheet, other.won)),),
        severity=None if far or witnesses > 1 else "warning",
    )


def _rates(pair: Conversion, other: Conversion) -> tuple[str, str]:
    """Both rates as an editor reads them: won for a dollar, not dollars for a won."""
    rates = (pair.rate, other.rate)
    mine, theirs = rates if min(rates) >= 1 else (1 / pair.rate, 1 / other.rate)
    return f"{mine:,.2f}", f"{theirs:,.2f}"


def _closed(sheet: Sheet, figure: Quantity) -> int:
    """Where a figure ends, with the bracket that closes behind it."""
    return figure.end + is_closed(sheet, figure)
