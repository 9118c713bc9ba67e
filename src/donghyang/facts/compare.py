"""Two facts held against each other: may they be compared, and do they agree?

This is the only place where values are compared; what it needs to know of units stands in tables. Both questions are
symmetric. A figure agrees with another when they are equal, when one is the other rounded to the places it prints, or
when one lies within the bound or the range that the other states.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from donghyang.facts.deadlines import same_deadline
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Name, Period, Quantity, Target

if TYPE_CHECKING:
    from donghyang.records import Fact

How = Literal["equal", "rounded", "bound", "range", "contained", "different", "unlike", "unread"]

_MOST_ROUNDED = Decimal("0.05")
"""Rounding explains a difference up to this share of the value, an approximation (약, 约) up to twice of it."""
_BEYOND_BOUND = Decimal("0.25")
"""How far beyond a bound a figure may lie and still be what it speaks of ("over 100" is said of 120, not of 500)."""
_LAST_GROUP = lazily(r"[0-9０-９][0-9０-９,，]*(?:[.．]([0-9０-９]+))?\s?([十百千万萬亿億兆십백천만억조경]*)")
_POWERS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12,
    "십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12, "경": 16,
}  # fmt: skip
_BELOW, _ABOVE = ("<", "<="), (">", ">=")


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer and the reason for it; true when the answer is yes."""

    holds: bool
    how: How
    reason: Message

    def __bool__(self) -> bool:
        return self.holds


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure is of, as far as its surroundings say; None is unknown and stands in the way of nothing."""

    metric: str | None = None
    subject: str | None = None
    period: Period | None = None


_UNKNOWN = Setting()


def comparable(a: Fact, b: Fact, here: Setting = _UNKNOWN, there: Setting = _UNKNOWN) -> Verdict:
    """Whether two facts speak of the same: kind, unit, and as far as known metric, subject and period.

    A quantity and a target are compared by the target's value. Facts without a value are not comparable.
    """
    if isinstance(a, Quantity | Target) and isinstance(b, Quantity | Target):
        return _same_figure(a, b, _setting(a, here), _setting(b, there))
    if isinstance(a, Period) and isinstance(b, Period):
        if a.value is None or b.value is None:
            return _no("unread", "풀지 못한 날짜", "a date that was not resolved")
        return _yes("equal", "둘 다 날짜", "both are dates")
    if isinstance(a, Name) and isinstance(b, Name):
        if a.hanja == b.hanja or a.korean == b.korean:
            return _yes("equal", "같은 이름", "the same name")
        return _no("unlike", "다른 이름", "different names")
    return _no("unlike", "종류가 다름", "of different kinds")


def agrees(a: Fact, b: Fact) -> Verdict:
    """Whether two comparable facts state the same; not when they cannot be compared, and the reason says why."""
    ground = comparable(a, b)
    if not ground:
        return ground
    if isinstance(a, Period) and isinstance(b, Period):
        return _periods(a, b)
    if isinstance(a, Name) and isinstance(b, Name):
        if (a.hanja, a.korean) == (b.hanja, b.korean):
            return _yes("equal", "같은 표기", "written the same")
        return _no("different", "표기가 다름", "written differently")
    if isinstance(a, Target) and isinstance(b, Target) and not same_deadline(a.deadline, b.deadline):
        return _no("different", "기한이 다름", "with different deadlines")
    assert isinstance(a, Quantity | Target)
    assert isinstance(b, Quantity | Target)
    return _figures(_Figure.of(a), _Figure.of(b))


# ---------------------------------------------------------------- what may be compared


def _setting(fact: Quantity | Target, stated: Setting) -> Setting:
    if isinstance(fact, Target) and stated is _UNKNOWN:
        return Setting(fact.metric, fact.actor)
    return stated


def _same_figure(a: Quantity | Target, b: Quantity | Target, here: Setting, there: Setting) -> Verdict:
    if a.value is None or b.value is None:
        return _no("unread", "읽지 못한 수", "a figure that could not be read")
    if _scale(a, b) is None:
        units = ", ".join(sorted((a.unit or "-", b.unit or "-")))
        return _no("unlike", f"단위가 다름: {units}", f"in different units: {units}")
    for mine, other, ko, en in (
        (here.metric, there.metric, "지표가 다름", "of different metrics"),
        (here.subject, there.subject, "대상이 다름", "of different subjects"),
    ):
        if mine and other and not _alike(mine, other):
            return _no("unlike", ko, en)
    if here.period and there.period and not _periods(here.period, there.period):
        return _no("unlike", "시기가 다름", "of different periods")
    return _yes("equal", "같은 단위", "in the same unit")


def _kind(fact: Quantity | Target) -> str:
    """The kind of a quantity; of a target as its unit shows it."""
    if isinstance(fact, Quantity):
        return fact.kind
    unit = fact.unit or ""
    if unit in ("%", "%p"):
        return "percent"
    return "money" if re.fullmatch("[A-Z]{3}", unit) else "figure"


def _scale(a: Quantity | Target, b: Quantity | Target) -> tuple[Decimal, Decimal] | None:
    """What to multiply the two values by to have them in one unit; None when there is no such unit."""
    one = Decimal(1)
    kinds = {_kind(a), _kind(b)}
    if kinds <= {"percent", "multiple"} and len(kinds) == 2 and "%p" not in (a.unit, b.unit):
        if None not in (a.unit, b.unit):
            return None  # 30% and 3배 are not the same statement; 30% and 3/10 are
        return (one, Decimal(100)) if _kind(a) == "percent" else (Decimal(100), one)
    if "money" in kinds or "percent" in kinds or "number" in kinds:
        return (one, one) if a.unit == b.unit else None
    if (
        isinstance(a, Quantity)
        and isinstance(b, Quantity)
        and a.si_unit
        and a.si_unit == b.si_unit
        and a.value
        and b.value
    ):
        return (a.si or a.value) / a.value, (b.si or b.value) / b.value
    if a.unit == b.unit or _families(a.unit) & _families(b.unit):
        return one, one
    counted = {"count", "figure"}
    if kinds <= counted and ("any" in _families(a.unit) or "any" in _families(b.unit)):
        return one, one
    return None


@cache
def _family_table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for family, forms in tables.read(__package__, "classifiers.tsv"):
        for form in forms.split():
            table.setdefault(form, set()).add(family)
    return {form: frozenset(names) for form, names in table.items()}


def _families(unit: str | None) -> frozenset[str]:
    return _family_table().get(unit or "", frozenset())


def _alike(a: str, b: str) -> bool:
    """Whether two short descriptions share most of the pairs of letters of the shorter one."""
    first, second = (_pairs(text) for text in (a, b))
    fewer = min(len(first), len(second))
    return not fewer or 2 * len(first & second) >= fewer


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"\W", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or ({bare} if bare else set())


# ---------------------------------------------------------------- figures


@dataclass(frozen=True, slots=True)
class _Figure:
    """A value as compared: its range, its bound, and the smallest step its digits print."""

    low: Decimal
    high: Decimal
    bound: str | None
    step: Decimal
    scaled_from: Quantity | Target

    @classmethod
    def of(cls, fact: Quantity | Target) -> _Figure:
        value = fact.value or Decimal(0)
        high = fact.high if isinstance(fact, Quantity) and fact.high is not None else value
        return cls(value, high, fact.bound, _step(fact, value), fact)

    def times(self, factor: Decimal) -> _Figure:
        return _Figure(self.low * factor, self.high * factor, self.bound, self.step * abs(factor), self.scaled_from)


def _step(fact: Quantity | Target, value: Decimal) -> Decimal:
    """The place of the last digit printed: 21.28억 is exact to 0.01억, 4만 to 1만."""
    last = None
    for group in _LAST_GROUP.finditer(fact.text):
        if last is None or not fact.text[last.end() : group.start()].strip():
            last = group
    if last is None:
        return Decimal(0)
    power = sum(_POWERS[c] for c in last[2]) - len(last[1] or "")
    step = Decimal(1).scaleb(power)
    if isinstance(fact, Quantity) and fact.header_unit:
        bare = Decimal(re.sub(r"[^0-9.]", "", last[0]) or 0)
        step = step * abs(value) / bare if bare else step
    return step


def _figures(a: _Figure, b: _Figure) -> Verdict:
    scale = _scale(a.scaled_from, b.scaled_from) or (Decimal(1), Decimal(1))
    a, b = a.times(scale[0]), b.times(scale[1])
    if a.low != a.high or b.low != b.high:
        return _ranges(a, b)
    if a.low == b.low:
        if a.bound == b.bound:
            return _yes("equal", "같은 값", "the same value")
        if {a.bound, b.bound} <= {">", ">=", None, "approx"} or {a.bound, b.bound} <= {"<", "<=", None, "approx"}:
            return _yes("bound", "값은 같고 한정만 다름", "the same value with another bound")
        return _no("different", "같은 값의 위와 아래", "above and below the same value")
    if _one_sided(a, b) or _one_sided(b, a):
        return _yes("bound", "말한 한계 안의 값", "within the bound that is stated")
    share = _MOST_ROUNDED * (2 if "approx" in (a.bound, b.bound) else 1)
    room = max(min(a.step, share * 2 * abs(a.low)), min(b.step, share * 2 * abs(b.low))) / 2
    if "approx" in (a.bound, b.bound):
        room = max(room, min(a.step, b.step) / 2)
    if abs(a.low - b.low) <= room and a.bound not in _ABOVE + _BELOW and b.bound not in _ABOVE + _BELOW:
        return _yes("rounded", "반올림하면 같은 값", "the same value when rounded")
    return _no("different", "값이 다름", "different values")


def _one_sided(limit: _Figure, other: _Figure) -> bool:
    """Whether `other` lies on the side of a bound that it speaks of, and near it."""
    if other.bound in _ABOVE + _BELOW and other.bound[0] != (limit.bound or "?")[0]:
        return False
    gap = other.low - limit.low
    near = abs(gap) <= _BEYOND_BOUND * abs(limit.low)
    if other.bound in _ABOVE + _BELOW:
        return False
    return near and ((limit.bound in _ABOVE and gap > 0) or (limit.bound in _BELOW and gap < 0))


def _ranges(a: _Figure, b: _Figure) -> Verdict:
    if (a.low, a.high) == (b.low, b.high):
        return _yes("equal", "같은 범위", "the same range")
    for wide, narrow in ((a, b), (b, a)):
        if wide.low <= narrow.low and narrow.high <= wide.high and narrow.low == narrow.high:
            return _yes("range", "범위 안의 값", "within the range that is stated")
    return _no("different", "범위가 다름", "different ranges")


# ---------------------------------------------------------------- periods


def _periods(a: Period, b: Period) -> Verdict:
    first, second = _ends(a), _ends(b)
    if first == second:
        return _yes("equal", "같은 때", "the same time")
    if None in first or None in second:
        return _no("unread", "풀지 못한 날짜", "a date that was not resolved")
    if all(_within(x, y) for x, y in zip(first, second, strict=True)):
        return _yes("contained", "정밀도만 다른 같은 때", "the same time, one stated more closely")
    return _no("different", "다른 때", "different times")


def _ends(period: Period) -> tuple[str | None, str | None]:
    return period.value, period.high if period.high is not None else period.value


def _within(a: str | None, b: str | None) -> bool:
    """Whether one ISO date is the other with more places (2023 and 2023-02)."""
    return a is not None and b is not None and (a.startswith(b) or b.startswith(a))


def _yes(how: How, ko: str, en: str) -> Verdict:
    return Verdict(True, how, Message(ko, en))


def _no(how: How, ko: str, en: str) -> Verdict:
    return Verdict(False, how, Message(ko, en))
