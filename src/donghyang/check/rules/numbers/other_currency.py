"""환산한 값이 다른 화폐의 환율과 맞습니다. | A conversion follows the rate of another currency.

왜: '7,500만 달러(약 142억 원)'의 환율 190은 위안의 것이다. 화폐를 잘못 적었거나 환산이 틀렸다.
Why: At 190 won a dollar the amount was meant in yuan, or the conversion is wrong.
Bad: 기업당 평균 투자액은 6,000만 달러(약 114억 원)임
Good: 기업당 평균 투자액은 6,000만 위안(약 114억 원)임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import is_conversion
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._currencies import has_had
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "other-currency"
CLASS = "unit"
SEVERITY = "error"

_PLACES = (Decimal(1), Decimal(10), Decimal("0.1"), Decimal(100), Decimal("0.01"))
"""A rate so many times the own one's is that of a sum with a place lost or gained."""
_NAMES = {"CNY": "위안", "USD": "달러", "EUR": "유로", "JPY": "엔"}
"""The currencies that are taken for one another, with their words, in the order in which they are tried."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Amounts with their value in won in brackets at a rate that only another currency has had."""
    for passage in sheet.of(KOREAN):
        for amount, won in pairwise(sheet.quantities_in(*passage.span)):
            if won.unit != "KRW" or amount.unit not in _NAMES or not is_conversion(sheet, amount, won):
                continue
            if not amount.value or not won.value or amount.high is not None or won.high is not None:
                continue
            rate = won.value / amount.value
            other = _other(amount.unit, rate)
            if other is not None:
                name = _NAMES[other]
                message = Message(
                    f"환율 {rate:.0f}은(는) '{name}'의 것입니다.", f"{rate:.0f} won is a rate of {other}."
                )
                yield Hit(amount.start, amount.end, message, ((won.start, won.end),))


def _other(unit: str, rate: Decimal) -> str | None:
    """The currency that has had such a rate; None where the own one has, but for a place lost or gained."""
    if any(has_had(unit, rate * ten) for ten in _PLACES):
        return None
    return next((other for other in _NAMES if has_had(other, rate)), None)
