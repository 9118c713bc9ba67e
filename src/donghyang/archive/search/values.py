"""Figures and dates under one writing: 21.28억, 2,128,000,000 and 21亿2800万 are one token of the index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from donghyang.language.patterns import lazily
from donghyang.records import Fact, Period, Quantity

_SMALL = 10
"""Smaller whole numbers are found as words, not by their value."""
_YEARS = range(1900, 2101)
_MOST_DIGITS = 24
_SHORT_YEAR = lazily(r"['’‘＇](\d{2})(?!\d)")
_CENTURY = 2000


def of_facts(facts: Iterable[Fact], text: str, issue: dt.date, day: dt.date | None) -> tuple[str, ...]:
    """The tokens of what an article states, of the day of its event and of its issue, each once."""
    found = dict.fromkeys(day_tokens(issue.isoformat()))
    if day:
        found |= dict.fromkeys(_days_of(day.isoformat()))
    for fact in facts:
        if isinstance(fact, Quantity):
            found |= dict.fromkeys(token for token, _ in number_tokens(fact))
        elif isinstance(fact, Period):
            found |= dict.fromkeys((*_days_of(fact.value or ""), *_days_of(fact.high or "")))
    for short in _SHORT_YEAR.findall(text):
        found[f"@{_CENTURY + int(short)}"] = None
    return tuple(found)


def number_tokens(quantity: Quantity) -> Iterator[tuple[str, float]]:
    """The tokens of a figure, each with how sure it is of it: with its currency or share, and as a bare number."""
    unit = (quantity.unit or "").lower() if quantity.kind in ("money", "percent") else ""
    for value in (quantity.value, quantity.high):
        plain = _plain(value) if value is not None else ""
        if not plain:
            continue
        if unit:
            yield f"#{plain}{'%' if unit.startswith('%') else unit if unit.isascii() else ''}", 1.0
        if not unit or (value is not None and abs(value) >= _SMALL):
            yield f"#{plain}", 0.3 if unit else 1.0


def _plain(value: Decimal) -> str:
    """A number in digits; "" for one that says little by itself, or is too long."""
    if not value.is_finite() or (abs(value) < _SMALL and value == value.to_integral_value()):
        return ""
    if value.adjusted() > _MOST_DIGITS or (value == value.to_integral_value() and int(value) in _YEARS):
        return ""
    text = f"{value.normalize():f}"
    return text if len(text) <= _MOST_DIGITS else ""


def day_tokens(value: str) -> list[str]:
    """The tokens of a date, from the year to its full precision: @2023, @2023-05, @2023-05-30; [] for none."""
    parts = value.partition("T")[0].split("-")
    if not parts[0].isdigit():
        return []
    return ["@" + "-".join(parts[: length + 1]) for length in range(len(parts))]


def yearless(month: str, day: str) -> str:
    """The token of a day of any year: @--05-30."""
    return f"@--{int(month):02}-{int(day):02}"


def _days_of(value: str) -> list[str]:
    """The tokens of a date in an article: as it is, and without its year."""
    tokens = day_tokens(value)
    return [*tokens, yearless(*tokens[-1].split("-")[1:])] if len(tokens) == _WHOLE_DAY else tokens


_WHOLE_DAY = 3
