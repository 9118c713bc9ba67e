"""Which figure was meant by another: by its digits, and by the words around both."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from donghyang.check.figures.likeness import is_slip_of, likeness
from donghyang.check.figures.operands import follows, looseness, quotient
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.slips import last_digit, one_slip_apart, significant, step
from donghyang.language.nearness import letters, pairs
from donghyang.language.particles import without_particle
from donghyang.records import Quantity


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
        likeness = len(mine & around(sheet, other)) + len(my_line & line_pairs(sheet, other)) / _LINE
        return (not one_slip_apart(figure, other), -likeness, gap)

    return min(alike, key=rank)


def line_pairs(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """Pairs of letters of the whole line on which a figure stands."""
    line = sheet.at(figure.start)
    return pairs(line.text) if line else frozenset()


def surely_meant(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Is a different figure clearly the one that was meant: one digit apart, or between the same words?

    The figure stands in a line that retells others. The fewer significant digits, the more chance there is: 2,000 and
    3,000 need the words around them to agree, 17 and 15 some words of their lines, 214.8 and 214.3 nothing.
    """
    if figure.kind == "rank" and other.unit == figure.unit:
        return len(around(sheet, figure) & around(sheet, other)) >= _RANKED_ALIKE
    (before, behind), (their_before, their_behind) = _neighbours(sheet, figure), _neighbours(sheet, other)
    beside = [bool(before) and before == their_before, bool(behind) and behind == their_behind]
    if one_slip_apart(figure, other):
        alike = len(around(sheet, figure) & around(sheet, other))
        digits = significant(figure.text)
        if digits >= _FEW and _weight(sheet, figure, other) >= (_ENOUGH if digits == _FEW else _ENOUGH_OF_MANY):
            return True
        return any(beside) and (all(beside) or alike >= _SAME_WORDS)
    same = figure.unit == other.unit and all(beside) and significant(figure.text) == significant(other.text)
    return same and is_slip_of(figure, other)


def _weight(sheet: Sheet, figure: Quantity, other: Quantity) -> float:
    """How like a slip a figure is, as often as its line shares pairs of letters with the other's."""
    assert other.value is not None
    return likeness(figure, other.value) * len(line_pairs(sheet, figure) & line_pairs(sheet, other))


_ENOUGH, _ENOUGH_OF_MANY = 60, 250
"""Of two digits one changed and three words shared weigh so much, or both exchanged and one word; of three or more one
changed and two words. 13 and 14, or 11.6% and 31.6%, stand in one article by chance."""


_SAME_WORDS = 3
"""Pairs of letters that two figures must share around them: two words, or a long one."""
_RANKED_ALIKE = 2
"""Pairs of letters that two ranks must share: a word of three letters."""
_FEW = 2
"""So many significant digits are often the same by chance."""


def _neighbours(sheet: Sheet, figure: Quantity) -> tuple[str, str]:
    """The last two letters of the word before a figure, its particle left out, and the two right behind it."""
    line = sheet.at(figure.start)
    if line is None:
        return "", ""
    before = sheet.text[max(line.start, figure.start - _WORD[0]) : figure.start].split()
    word = letters(without_particle(before[-1])) if before else ""
    return word[-2:], letters(sheet.text[figure.end : min(line.end, figure.end + _WORD[1])])[:2]


def same_thing(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Do two figures count the same? Small numbers agree by chance, so they must share a word beside them."""
    if figure.kind != "count" or figure.value is None or figure.value > _BY_CHANCE:
        return True
    return bool(around(sheet, figure) & around(sheet, other)) or (
        figure.value == other.value and _counted(sheet, figure) == _counted(sheet, other) != ""
    )


def _counted(sheet: Sheet, figure: Quantity) -> str:
    """The first letter behind a figure: of 11개 시에 and 11개 시* it is the same."""
    return letters(sheet.text[figure.end : figure.end + 3])[:1]


_BY_CHANCE = 20
"""Counts up to this one stand in every article."""

_BESIDE = (16, 14)
"""So much before and behind a figure are the words that say what it counts; a verb is shorter than a noun."""
_WORD = (14, 8)
"""So much before a figure holds the last word, and behind it the first one with its particle."""
_LINE = 4
"""So many pairs of letters of the line weigh as one beside the figure."""


def around(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """Pairs of letters of the words before and behind a figure, on its line."""
    line = sheet.at(figure.start)
    if line is None:
        return frozenset()
    before = sheet.text[max(line.start, figure.start - _BESIDE[0]) : figure.start]
    behind = sheet.text[figure.end : min(line.end, figure.end + _BESIDE[1])]
    return pairs(before) | pairs(behind)


def is_just_over(figure: Quantity, other: Quantity) -> bool:
    """Is a figure the other one without its last digits: 33% (넘겨) of 33.2%?"""
    assert figure.value is not None
    return other.value is not None and figure.value < other.value < figure.value + step(figure)


def is_rounded(sheet: Sheet, one: Quantity, other: Quantity) -> bool:
    """Does the one tell loosely what the other tells closely: 약 1,100만 of 1,120만, 210여 of 214, 26%대 of 26.8%?"""
    return _loosens(sheet, one, other) or _loosens(sheet, other, one)


def _loosens(sheet: Sheet, loose: Quantity, exact: Quantity) -> bool:
    if not (loose.value and exact.value and comparable(loose, exact)) or exact.bound not in (None, "approx"):
        return False
    if loose.unit == "%" and sheet.text.startswith("대", loose.end):
        return is_just_over(loose, exact)
    value = exact.si * loose.value / loose.si if loose.si and exact.si else exact.value
    finer = last_digit(value) < last_digit(loose.value)
    return loose.bound == "approx" and finer and abs(value - loose.value) <= looseness(loose)


def is_scaled(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Are two figures of lines that share words ten times apart: 30톤 and 3톤?"""
    if figure.unit != other.unit or not figure.value or not other.value:
        return False
    shared = len(line_pairs(sheet, figure) & line_pairs(sheet, other))
    return _TEN in (figure.value / other.value, other.value / figure.value) and shared >= _SAME_WORDS


_TEN = Decimal(10)


def is_cut_short(figure: Quantity, others: Iterable[Quantity]) -> bool:
    """Is a sum one of `others` without its smaller part: 16억 of 16억 5,400만?"""
    whole = figure.kind == "money" and figure.value is not None and significant(figure.text) >= _FEW
    return whole and any(other.unit == figure.unit and is_just_over(figure, other) for other in others)


def is_spanned(figure: Quantity, others: Iterable[Quantity]) -> bool:
    """Does a range reach from the end of one of `others` to that of another: 80~99% of 80~95% and 97~99%?"""
    like = [other for other in others if other.unit == figure.unit]
    return figure.high is not None and {figure.value, figure.high} <= {
        end for one in like for end in (one.value, one.high)
    }


def is_share_of(figure: Quantity, told: Iterable[Quantity]) -> bool:
    """Is it the part that figures of one line tell as a share of their whole: 475명 of 569명 and 83.5%?"""
    told = [one for one in told if one.value]
    shares = [one for one in told if one.unit == "%"]
    wholes = [one for one in told if one.unit == figure.unit]
    return any(follows(share, quotient(figure, whole, 100)) for share in shares for whole in wholes)
