"""Whether a figure is of the kind and the unit that a question asks for."""

from __future__ import annotations

from functools import cache

from donghyang.archive.answers.asking.asked import ANY_FIGURE, RANK, Asked
from donghyang.archive.answers.asking.question import Question
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_table
from donghyang.records import Quantity

_GENERIC = frozenset({"개", "곳", "가지"})
"""Counters that count anything; 개사 is none of 건."""
_SORTS = (
    ("무게", "kg"), ("중량", "kg"), ("길이", "m"), ("거리", "m"), ("높이", "m"), ("깊이", "m"), ("두께", "m"),
    ("면적", "m²"), ("넓이", "m²"),
)  # fmt: skip
"""What is measured, and the unit of the SI it is measured in."""
POINTS = "%p"
"""What the change of a share is told in."""
UNIT_FITS = 0.06
"""What it adds to an answer that it has the very unit asked for."""
_BEFORE_DIGITS = lazily(r"^[^0-9]+")


def suits(fact: Quantity, asked: Asked) -> bool:
    """Whether a figure is of the kind and the unit asked for."""
    if asked.unit is None and asked.kinds == ANY_FIGURE and fact.kind == "percent":
        return False
    if asked.unit is None:
        return (not asked.kinds or fact.kind in asked.kinds) and not _is_mere_time(fact, asked)
    if RANK in (fact.unit, asked.unit) or fact.kind == "rank":
        return fact.kind == "rank" and asked.unit == RANK
    if asked.change and asked.unit == "%" and fact.unit == POINTS:
        return True
    return (fact.kind in asked.kinds or fact.kind == "number") and same_unit(fact.unit, asked.unit)


def is_of_sort(fact: Quantity, question: Question) -> bool:
    """Whether a measure has the unit of what is measured: a weight none of frequencies."""
    if fact.kind != "measure" or question.asked is None or question.asked.unit is not None:
        return True
    said = " ".join(f"{need.text} {need.forms[0]}" for need in question.core)
    wanted = next((si for word, si in _SORTS if word in said), None)
    unit = unit_table().get(fact.unit or "")
    return wanted is None or unit is None or unit.si is None or unit.si == wanted


def _is_mere_time(fact: Quantity, asked: Asked) -> bool:
    """Whether a figure is a length of time, where money or a count might be asked for as well."""
    return fact.unit in _list("times") and not asked.times


def same_unit(one: str | None, other: str) -> bool:
    """Whether two units count the same: t and 톤; 개 counts anything, and firms too."""
    if one is None:
        return False
    if one.lower() == other.lower() or one.lower() in (f"{other.lower()}/년", f"{other.lower()}/일"):
        return True
    a, b = unit_table().get(one), unit_table().get(other)
    if a is not None and b is not None and a.si is not None and (a.si, a.factor) == (b.si, b.factor):
        return True
    anything, firms = _list("counters"), _list("firms")
    return {one, other} <= anything | firms and bool({one, other} & _GENERIC)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(tables.words(__package__, name))


def asks_with(fact: Quantity, question: Question) -> bool:
    """Whether the question itself names the figure: the 60nm of a memory, whose speed is asked for."""
    bare = _BEFORE_DIGITS.sub("", _closed_up(fact.text))
    return any(need.kind == "figure" and _closed_up(need.text).startswith(bare) for need in question.needs)


def _closed_up(text: str) -> str:
    return text.replace(" ", "").replace(",", "").lower()
