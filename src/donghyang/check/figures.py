"""Figures held against each other: what the rules need around `facts.compare`, where all comparing is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from donghyang.check.sheet import Sheet
from donghyang.check.text import letters
from donghyang.facts.compare import agrees, comparable
from donghyang.records import Quantity


def computed(like: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """What the arithmetic gives, as a figure in the unit of `like`; a range where rounding leaves room."""
    return replace(like, text="", value=low, high=high if high != low else None, bound=None, problem=None)


def fits(printed: Quantity, low: Decimal, high: Decimal) -> bool:
    """Does a printed figure agree with what the arithmetic gives?"""
    return bool(agrees(printed, computed(printed, low, high)))


_GROUP = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?\s?([십백천만억조경]*)")
_POWERS = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16}


def step(quantity: Quantity) -> Decimal:
    """The worth of the last digit that a figure prints: 0.01 for 17.86, 100만 for 1억 2,300만; 0 without digits."""
    groups = list(_GROUP.finditer(quantity.text))
    if not groups or quantity.value is None:
        return Decimal(0)
    last = groups[-1]
    unit = Decimal(1).scaleb(sum(_POWERS[sign] for sign in last[2]) - len(last[1] or ""))
    if not quantity.header_unit:
        return unit
    bare = Decimal(re.sub(r"[^0-9.]", "", last[0]) or 0)
    return unit * abs(quantity.value / bare) if bare else unit


def supported(figure: Quantity, others: Iterable[Quantity]) -> bool:
    """Is there a figure among `others` that says the same?"""
    return any(agrees(figure, other) for other in others)


def closest(sheet: Sheet, figure: Quantity, others: Iterable[Quantity]) -> Quantity | None:
    """The figure that was most likely meant to be the same; None if none is comparable.

    One that shares all digits but one comes first, then what is counted alike, then the value.
    """
    alike = [other for other in others if other.value is not None and comparable(figure, other)]
    if not alike or figure.value is None:
        return None
    mine, my_line = around(sheet, figure), _line(sheet, figure)

    def rank(other: Quantity) -> tuple[bool, float, Decimal]:
        assert figure.value is not None
        assert other.value is not None
        gap = abs(figure.value - other.value) / max(abs(figure.value), abs(other.value), Decimal(1))
        likeness = len(mine & around(sheet, other)) + len(my_line & _line(sheet, other)) / 4
        return (not _one_digit_apart(figure.text, other.text), -likeness, gap)

    return min(alike, key=rank)


def _line(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    line = sheet.at(figure.start)
    words = letters(line.text) if line else ""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def surely_meant(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Is a different figure clearly the one that was meant: one digit apart, or counted in the same words?"""
    return _one_digit_apart(figure.text, other.text) or len(around(sheet, figure) & around(sheet, other)) >= _SAME_WORDS


_SAME_WORDS = 3


def same_thing(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Do two figures count the same? Small numbers agree by chance, so they must share a word beside them."""
    if figure.kind != "count" or figure.value is None or figure.value > _BY_CHANCE:
        return True
    return bool(around(sheet, figure) & around(sheet, other))


_BY_CHANCE = 20


def around(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """Pairs of letters of the words before and behind a figure, on its line."""
    line = sheet.at(figure.start)
    if line is None:
        return frozenset()
    before = letters(sheet.text[max(line.start, figure.start - 16) : figure.start])
    behind = letters(sheet.text[figure.end : min(line.end, figure.end + 14)])
    return frozenset(word[at : at + 2] for word in (before, behind) for at in range(len(word) - 1))


def _one_digit_apart(a: str, b: str) -> bool:
    one, two = (re.sub(r"[^0-9]", "", text) for text in (a, b))
    return len(one) == len(two) > 1 and sum(x != y for x, y in zip(one, two, strict=True)) == 1
