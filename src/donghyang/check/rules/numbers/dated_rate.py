"""환산한 금액이 그날의 환율과 맞지 않습니다. | A converted sum does not fit the rate of the day.

왜: 편집실의 환율표로 셈한 값과 크게 다르면 단위나 통화를 잘못 옮긴 것이다.
Why: Far from the newsroom's own rate, a unit or a currency was mistaken.
Bad: 매출 200억 위안(약 4조 5,000억 원)
Good: 매출 200억 위안(약 3조 7,000억 원)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers.conversion import conversions
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.exchange import HOME, agrees_with, rate_of
from donghyang.records import Message

ID = "dated-rate"
CLASS = "conversion"
SEVERITY = "warning"
NEEDS = ("rates",)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sums with their value in won beside them, against the rate of the article's day."""
    rates = sheet.resources.rates
    assert rates is not None
    for pair in conversions(sheet):
        article = sheet.articles[pair.article] if pair.article is not None else None
        if pair.won.unit != HOME:
            continue
        rate = rate_of(pair.sum, rates, article.date if article else None, sheet.date)
        if rate is not None and not agrees_with(pair.low, pair.high, rate):
            yield Hit(
                pair.sum.start,
                pair.won.end,
                Message(
                    f"그날의 환율은 {rate}인데 여기서는 {pair.rate:.1f}입니다.",
                    f"the rate of the day is {rate}, here it is {pair.rate:.1f}.",
                ),
            )
