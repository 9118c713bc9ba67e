"""Figures that follow one another in a line, with the words between them: what statements of arithmetic are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.exchange import is_beside
from donghyang.facts.slips import fits, last_digit, step
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

Range = tuple[Decimal, Decimal]
"""The lowest and the highest value that the printed digits of the operands allow."""
_WIDE = Decimal(10) ** 9
"""Where rounding leaves nothing to divide by, any quotient may be meant."""
_BEHIND = 14
"""So much behind a figure says what was done: a particle, a space and a verb."""
_BEFORE = 24
"""So much before a figure says whose it is."""


class Row(NamedTuple):
    """Two or three figures of one line with nothing but words between them."""

    figures: tuple[Quantity, ...]
    gaps: tuple[str, ...]
    """The words between two figures, one fewer than figures."""
    behind: str
    """The first characters behind the last figure."""
    before: str = ""
    """The last characters before the first figure."""


def rows(sheet: Sheet, length: int) -> Iterator[Row]:
    """All rows of `length` amounts with a value and no range, in order."""
    for passage, figures, gaps in _amounts(sheet):
        for at in range(len(figures) - length + 1):
            chosen = figures[at : at + length]
            yield Row(
                chosen,
                gaps[at : at + length - 1],
                sheet.text[chosen[-1].end : min(passage.end, chosen[-1].end + _BEHIND)],
                sheet.text[max(passage.start, chosen[0].start - _BEFORE) : chosen[0].start],
            )


@once_a_sheet
def _amounts(sheet: Sheet) -> list[tuple[Passage, tuple[Quantity, ...], tuple[str, ...]]]:
    """The figures of each line that may be operands, and the words between them."""
    found = []
    for passage in sheet.of(KOREAN):
        amounts = [figure for figure in sheet.quantities_in(*passage.span) if _is_amount(sheet, figure)]
        figures = tuple(
            figure for at, figure in enumerate(amounts) if not (at and is_conversion(sheet, amounts[at - 1], figure))
        )
        found.append((passage, figures, tuple(_gap(sheet, a, b) for a, b in pairwise(figures))))
    return found


_CONVERSION = lazily(r"\s?[(（](?:약 |한화 |한화로 |원화 |우리 돈 )?(?:약 )?[^()（）]{1,20}[)）]")


_LISTED = lazily(r",? ?(?:및 |와 |과 )?")


def are_listed(sheet: Sheet, figure: Quantity, following: Quantity) -> bool:
    """Do two figures follow one another in a list, with nothing but a comma or an 'and' between them?"""
    return _LISTED.fullmatch(sheet.text[figure.end : following.start]) is not None


def is_closed(sheet: Sheet, figure: Quantity) -> bool:
    """Does a bracket close right behind a figure?"""
    return sheet.text[figure.end : figure.end + 1] in (")", "）")


def is_conversion(sheet: Sheet, amount: Quantity, other: Quantity) -> bool:
    """Is a sum of money the one before it in another currency, alone in brackets: 3억 위안(약 560억 원)?"""
    return is_closed(sheet, other) and is_beside(sheet.text, amount, other)


def _gap(sheet: Sheet, a: Quantity, b: Quantity) -> str:
    """The words between two figures, a conversion right behind the first left out."""
    between = sheet.text[a.end : b.start]
    converted = _CONVERSION.match(between) if a.kind == "money" else None
    inner = sheet.quantities_in(a.end, a.end + converted.end()) if converted else []
    gap = between[converted.end() :] if converted and inner and is_conversion(sheet, a, inner[0]) else between
    return _STARS.sub("", gap)


_STARS = lazily(r"(?<=[가-힣A-Za-z)])\*{1,3}")
"""What points at an annotation below is no part of the words."""


def _is_amount(sheet: Sheet, figure: Quantity) -> bool:
    """No rank (2위 B사), no time that passed (10년 전), no word (절반), no group (상위 20%): these are no operands."""
    if figure.kind == "rank" or not any(char.isdigit() for char in figure.text):
        return False
    named = _GROUP.search(sheet.text, max(0, figure.start - 8), figure.start) is not None
    return bool(figure.value) and figure.high is None and not (is_past(sheet, figure) or named or is_cut(sheet, figure))


def is_past(sheet: Sheet, figure: Quantity) -> bool:
    """Is it how long ago something was: 10년 전?"""
    return figure.unit == "년" and sheet.text.startswith(" 전", figure.end)


_GROUP = lazily(r"(?:[상하]위|소득|[△▲▽▼−])\s?$")
"""Before a figure that names a group (상위 20%), or one whose sign is printed apart."""
_CUT_BEFORE, _CUT_BEHIND = lazily(r"[0-9][만억조]\s$"), lazily(r"\s[0-9]")


_SMALLER = {"초": lazily(r"[0-9]분\s?$"), "분": lazily(r"[0-9]시간?\s?$")}
_LARGER = {"분": lazily(r"\s?[0-9]{1,2}초"), "시간": lazily(r"\s?[0-9]{1,2}분")}
"""What stands before the smaller part of a length of time, and behind the larger one."""


def is_cut(sheet: Sheet, figure: Quantity) -> bool:
    """Is this a part of a figure that was not read whole: the 62 of 1,000만 62명, the 17 and 46 of 17분 46초?"""
    smaller, larger = _SMALLER.get(figure.unit or ""), _LARGER.get(figure.unit or "")
    if smaller and smaller.search(sheet.text, max(0, figure.start - len("9시간 ")), figure.start):
        return True
    if larger and larger.match(sheet.text, figure.end):
        return True
    before = _CUT_BEFORE.search(sheet.text, max(0, figure.start - 4), figure.start)
    behind = figure.text.rstrip()[-1:] in ("만", "억", "조") and _CUT_BEHIND.match(sheet.text, figure.end)
    return before is not None or bool(behind)


def same_unit(a: Quantity, b: Quantity) -> bool:
    """May two figures be held against each other as operands: one unit, neither a bound?"""
    return bool(comparable(a, b)) and not (_one_sided(a) or _one_sided(b))


def _one_sided(figure: Quantity) -> bool:
    return figure.bound is not None and figure.bound != "approx"


def _room(figure: Quantity) -> Decimal:
    """How far the printed digits may lie from the value: whole counts are exact, 200여 곳 is anything up to a digit
    more."""
    if figure.bound == "approx":
        return looseness(figure)
    return Decimal(0) if step(figure) == 1 and figure.kind == "count" else step(figure) / 2


_MOST_LOOSE = Decimal("0.1")
"""As a share of the value: 100여 곳 is said of 108, and hardly of 130."""


def looseness(figure: Quantity) -> Decimal:
    """How far the value may lie from what is told loosely: its last digit that is no zero, at most a tenth of it."""
    value = abs(figure.value or Decimal(0))
    return min(last_digit(value), _MOST_LOOSE * value)


def quotient(above: Quantity, below: Quantity, factor: int = 1) -> Range:
    """factor * above / below, between what rounding of both allows; 200TB is 2,000 times 100GB."""
    assert above.value is not None
    assert below.value is not None
    up, down = _room(above), _room(below)
    if below.value <= down:
        return Decimal(0), _WIDE
    alike = above.unit == below.unit or above.si_unit is None or above.si_unit != below.si_unit
    times = Decimal(factor) if alike else factor * per_unit(above) / per_unit(below)
    return (above.value - up) / (below.value + down) * times, (above.value + up) / (below.value - down) * times


def per_unit(figure: Quantity) -> Decimal:
    """What one of the figure's unit is in its SI unit; 1 where it has none."""
    return figure.si / figure.value if figure.si and figure.value else Decimal(1)


def rise(new: Quantity, old: Quantity, sign: int = 1) -> Range:
    """By how many per cent `new` lies above `old`, between what rounding of both allows; below it for a sign of -1."""
    low, high = sorted(sign * (value - 100) for value in quotient(new, old, 100))
    return low, high


def turn(text: str, at: int, up: re.Pattern[str], down: re.Pattern[str]) -> int:
    """1 where the words at an offset say that something rose, -1 where they say that it fell, 0 for other words."""
    return 1 if up.match(text, at) else -1 if down.match(text, at) else 0


def difference(new: Quantity, old: Quantity) -> Range:
    """new - old, between what rounding of both allows; whole numbers are exact."""
    assert new.value is not None
    assert old.value is not None
    room = _room(new) + _room(old)
    return new.value - old.value - room, new.value - old.value + room


def follows(printed: Quantity, worth: Range) -> bool:
    """Does a printed figure, rounded to its last digit, agree with what the operands give?"""
    room = step(printed) / 2
    return fits(printed, worth[0] - room, worth[1] + room)


def rounded(value: Decimal, like: Quantity) -> Decimal:
    """A computed value to the last digit that `like` prints."""
    size = step(like)
    return (value / size).to_integral_value() * size if size else value


def middle(worth: Range) -> Decimal:
    """The value in the middle of what the operands give: the one to show."""
    return (worth[0] + worth[1]) / 2


def shown(value: Decimal) -> str:
    """A computed value as an editor reads it: at most one decimal, thousands parted."""
    rounded = value.quantize(Decimal("0.1"))
    return f"{rounded:,.0f}" if rounded == rounded.to_integral_value() else f"{rounded:,.1f}"


_MAGNITUDES = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))


def shown_like(value: Decimal, like: Quantity) -> str:
    """A computed value in the magnitude in which `like` is printed, that of a table's head included; two decimals."""
    bare = Decimal(re.sub(r"[^0-9.]", "", like.text).strip(".") or 0)
    if like.header_unit and like.value and bare:
        unit, sign = abs(like.value) / bare, ""
    else:
        printed = [(unit, sign) for unit, sign in _MAGNITUDES if sign in like.text]
        unit, sign = next(
            (one for one in printed if abs(value) >= one[0]), printed[-1] if printed else (Decimal(1), "")
        )
    figure = f"{value / unit:,.2f}".rstrip("0").rstrip(".")
    return f"{figure}{sign}"


def shown_as(value: Decimal, like: Quantity) -> str:
    """A computed value as `like` is told: a rate with its unit, a multiple with two decimals at most, an amount in its
    magnitude."""
    if like.unit in ("%", "%p"):
        return f"{shown(value)}{like.unit}"
    if like.kind == "multiple":
        return f"{value:.2f}".rstrip("0").rstrip(".") + "배"
    return shown_like(value, like)
