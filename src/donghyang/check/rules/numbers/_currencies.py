"""What a unit of a currency was worth in won, by which a converted sum shows the currency that was meant."""

from __future__ import annotations

from decimal import Decimal

_WON = {
    "CNY": (120, 260),
    "USD": (900, 1700),
    "EUR": (1100, 2000),
    "JPY": (7, 15),
    "HKD": (110, 230),
    "GBP": (1300, 2400),
}
"""The lowest and the highest worth over the last twenty years, with room (Bank of Korea, ECOS 731Y001)."""


def has_had(unit: str, rate: Decimal) -> bool:
    """Was a unit of this currency worth so many won?"""
    low, high = _WON[unit]
    return low <= rate <= high
