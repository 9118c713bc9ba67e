"""Figures held against each other: what the rules need around `facts.compare`, where all comparing is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees, comparable
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.records import Quantity


def computed(like: Quantity, low: Decimal, high: Decimal) -> Quantity:
    """What the arithmetic gives, as a figure in the unit of `like`; a range where rounding leaves room."""
    plain = replace(like, text="", si=None, si_unit=None, bound=None, problem=None)
    return replace(plain, value=low, high=high if high != low else None)


_ABOUT = Decimal("0.05")


def fits(printed: Quantity, low: Decimal, high: Decimal) -> bool:
    """Does a printed figure agree with what the arithmetic gives? 'About' allows a little more."""
    if printed.bound == "approx" and printed.value is not None:
        room = abs(printed.value) * _ABOUT
        if low - room <= printed.value <= high + room:
            return True
    return bool(agrees(replace(printed, si=None, si_unit=None), computed(printed, low, high)))


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
    mine, my_line = around(sheet, figure), line_pairs(sheet, figure)

    def rank(other: Quantity) -> tuple[bool, float, Decimal]:
        assert figure.value is not None
        assert other.value is not None
        gap = abs(figure.value - other.value) / max(abs(figure.value), abs(other.value), Decimal(1))
        likeness = len(mine & around(sheet, other)) + len(my_line & line_pairs(sheet, other)) / 4
        return (not one_slip_apart(figure, other), -likeness, gap)

    return min(alike, key=rank)


def line_pairs(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """Pairs of letters of the whole line on which a figure stands."""
    line = sheet.at(figure.start)
    return _pairs(line.text) if line else frozenset()


@lru_cache(maxsize=256)
def _pairs(text: str) -> frozenset[str]:
    """Its letters by twos."""
    words = letters(text)
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def surely_meant(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Is a different figure clearly the one that was meant: one digit apart, or between the same words?

    The figure stands in a line that retells others. The fewer significant digits, the more chance there is: 2,000 and
    3,000 need the words around them to agree, 17 and 15 some words of their lines, 214.8 and 214.3 nothing.
    """
    if figure.kind == "rank" and other.unit == figure.unit:
        return len(around(sheet, figure) & around(sheet, other)) > 1
    (before, behind), (their_before, their_behind) = _neighbours(sheet, figure), _neighbours(sheet, other)
    beside = [bool(before) and before == their_before, bool(behind) and behind == their_behind]
    if one_slip_apart(figure, other):
        alike = len(around(sheet, figure) & around(sheet, other))
        digits = significant(figure.text)
        if digits > _FEW or (
            digits == _FEW and len(line_pairs(sheet, figure) & line_pairs(sheet, other)) >= _SAME_WORDS
        ):
            return True
        return any(beside) and (all(beside) or alike >= _SAME_WORDS)
    return figure.unit == other.unit and all(beside) and significant(figure.text) == significant(other.text)


_SAME_WORDS = 3
_FEW = 2
"""So many significant digits are often the same by chance."""


def significant(text: str) -> int:
    """How many digits a figure prints before its trailing zeros."""
    return len(re.sub(r"[^0-9]", "", text).rstrip("0"))


def _neighbours(sheet: Sheet, figure: Quantity) -> tuple[str, str]:
    """The last two letters of the word before a figure, its particle left out, and the two right behind it."""
    line = sheet.at(figure.start)
    if line is None:
        return "", ""
    before = sheet.text[max(line.start, figure.start - 14) : figure.start].split()
    word = letters(without_particle(before[-1])) if before else ""
    return word[-2:], letters(sheet.text[figure.end : min(line.end, figure.end + 8)])[:2]


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


def one_slip_apart(a: Quantity, b: Quantity) -> bool:
    """One slip of the keyboard apart: the same unit and digits but one, or two neighbours exchanged (7만, 40,000)."""
    if a.value is None or b.value is None or None in (a.unit, b.unit) or not comparable(a, b):
        return False
    if a.unit == b.unit and "%" in (a.unit or "") and _decimals(a) != _decimals(b):
        return False
    if a.unit != b.unit and "명" in (a.unit, b.unit):
        return False
    one, two = (f"{value.normalize():f}" for value in (a.value, b.value))
    if len(one) != len(two):
        return False
    places = [at for at, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    exchanged = len(places) == 2 and one[places[0]] == two[places[1]] and one[places[1]] == two[places[0]]
    return len(places) == 1 or (exchanged and one[places[0] + 1 : places[1]] in ("", "."))


def _decimals(figure: Quantity) -> int:
    return len(figure.text.partition(".")[2].rstrip("% 이상하미만초과p약"))
