"""What a line offers as an answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from donghyang.archive.answers.fitting import Candidate
from donghyang.language.patterns import lazily


@dataclass(frozen=True, slots=True)
class Found:
    """One possible answer at its place."""

    candidate: Candidate
    said: str
    """As it is told: the printed figure, a date in ISO 8601, the name."""
    value: Decimal | None = None
    unit: str | None = None
    bonus: float = 0.0
    """What its form adds to its fit: the unit that was asked for."""
    whole: bool = False
    """Whether it is the sum that the question asks for, of which others of its line are parts."""

    def agrees(self, other: Found) -> bool:
        """Whether two answers say the same: one name, or one figure, of which one may be rounded (35.7 of 35.71)."""
        if self.value is None or other.value is None:
            return self.value is other.value and _says_as_much(self.said, other.said)
        if self.unit != other.unit and None not in (self.unit, other.unit):
            return False
        return self.value == other.value or _rounded(self.value, other.value)


_ISO = lazily(r"(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?![-/0-9])")


def _says_as_much(one: str, other: str) -> bool:
    """Whether two answers in words are the same, or dates of which one is less precise."""
    a, b = (_ISO.match(said) for said in (one, other))
    if a and b:
        return a[0].startswith(b[0]) or b[0].startswith(a[0])
    return _letters(one) == _letters(other)


_CURRENCIES = {"CNY": "위안", "USD": "달러", "KRW": "원", "EUR": "유로", "JPY": "엔", "HKD": "홍콩달러"}


def printed(value: Decimal, unit: str | None) -> str:
    """A figure that was worked out, as a report prints it: 590억 위안, 1,763점."""
    if unit in _CURRENCIES:
        from donghyang.draft.figures import number

        return f"{number(value)} {_CURRENCIES[unit]}"
    return f"{value:,}{unit or ''}"


def _letters(said: str) -> str:
    return "".join(char for char in said if char.isalnum())


_DIGITS = 2
"""Digits that a rounded figure has at least."""


def _rounded(one: Decimal, other: Decimal) -> bool:
    rough, fine = sorted((one, other), key=lambda value: len(value.as_tuple().digits))
    exponent = rough.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0 or len(rough.as_tuple().digits) < _DIGITS:
        return False
    return abs(fine - rough) <= Decimal(1).scaleb(exponent) / 2
