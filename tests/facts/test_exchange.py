"""Converted sums: what a printed pair allows, where a rate comes from, how the house rounds."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from donghyang.facts import find_facts
from donghyang.facts.exchange import agrees_with, implied, in_won, is_beside, rate_of
from donghyang.records import Quantity


def sums(text: str) -> list[Quantity]:
    """The sums of money of a line."""
    return [fact for fact in find_facts(text) if isinstance(fact, Quantity) and fact.kind == "money"]


@pytest.mark.parametrize(
    ("money", "rate", "won"),
    [
        ("20억 위안", "190", "380000000000"),
        ("8,214억 6,000만 위안", "190", "156000000000000"),
        ("13.6만 위안", "190.23", "25870000"),
        ("7 위안", "190.23", "1332"),
        ("500만 위안", "190.23", "951150000"),
        ("30억~40억 위안", "190", None),
    ],
)
def test_a_sum_in_won(money: str, rate: str, won: str | None) -> None:
    assert in_won(sums(money)[0], Decimal(rate)) == (Decimal(won) if won else None)


@pytest.mark.parametrize(
    ("line", "rate", "fits"),
    [
        ("20억 위안(약 3,805억 원)", "190.23", True),
        ("20억 위안(약 3,805억 원)", "195", True),
        ("20억 위안(약 3,805억 원)", "210", False),
        ("20억 위안(약 3조 8,050억 원)", "190.23", False),
    ],
)
def test_a_pair_and_a_rate(line: str, rate: str, fits: bool) -> None:
    first, second = sums(line)
    assert is_beside(line, first, second)
    pair = implied(first, second)
    assert pair is not None
    assert agrees_with(*pair, Decimal(rate)) is fits


@pytest.mark.parametrize("line", ["20억 위안과 3,805억 원", "20억 위안(30억 위안)", "20억 위안(지방비 3,805억 원)"])
def test_no_pair(line: str) -> None:
    first, second = sums(line)
    assert not is_beside(line, first, second)


def test_a_range_allows_no_rate() -> None:
    first, second = sums("30억~40억 위안(약 6,000억 원)")
    assert implied(first, second) is None


def test_the_day_of_a_rate() -> None:
    may, june = dt.date(2025, 5, 2), dt.date(2025, 6, 2)

    def rates(currency: str, day: dt.date) -> Decimal | None:
        return Decimal(190) if (currency, day) == ("CNY", june) else None

    yuan, won = sums("20억 위안")[0], sums("20억 원")[0]
    assert rate_of(yuan, rates, june, None) == 190
    assert rate_of(yuan, rates, may, june) == 190, "that of the issue where there is none of the article's day"
    assert rate_of(yuan, rates, may, None) is None
    assert rate_of(yuan, rates, None, None) is None
    assert rate_of(won, rates, june, june) is None
