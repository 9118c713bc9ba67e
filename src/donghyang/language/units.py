"""Units as texts print them: what kind of figure they make, their ISO currency, and the SI value behind them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.records import QuantityKind


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed form of a unit."""

    form: str
    kind: QuantityKind | Literal["none"]
    """"none" marks what makes the digits before it a name, an ordinal or a date: 14차, 3세대, 第5号."""
    unit: str | None
    """ISO 4217 code, "%" or "%p", else the printed form."""
    factor: Decimal | None
    """What one unit is in `si`; for money and shares what one is in `unit`. None where neither is defined."""
    si: str | None


_TAG = lazily(r"<su[bp]>|</su[bp]>")
_RAISED = str.maketrans("23", "²³")


@cache
def unit_table() -> dict[str, Unit]:
    """Every printed form with its unit; own rows of `units.tsv` win over the forms made with SI prefixes."""
    table = {form: unit for form, unit in _prefixed().items() if form not in _LONE}
    for form, kind, unit, factor, si in (row for row in tables.read(__package__, "units.tsv")):
        printed = _printed(form) if kind != "none" else None
        table[form] = Unit(
            form, cast("QuantityKind", kind), unit or printed, Decimal(factor) if factor else None, si or None
        )
    return table


def _printed(form: str) -> str:
    """The form as it stands in print, raised digits raised: m<sup>2</sup> and m^2 are m²."""
    if "<sup>" in form or "^" in form:
        return _TAG.sub("", form.replace("^", "")).translate(_RAISED)
    return form


_LONE = frozenset("bBFHTSCLANKP")
"""Letters that behind a digit are more often a model or a grade (3B, 6T) than a unit."""


def lone_unit(letter: str) -> Unit | None:
    """The unit that one letter means where it can be no model's; None for any other character."""
    return _prefixed().get(letter) if letter in _LONE else None


@cache
def _prefixed() -> dict[str, Unit]:
    made: dict[str, Unit] = {}
    for _, prefixes, units in tables.read(__package__, "prefixed_units.tsv"):
        for prefix, power in (pair.split("=") for pair in prefixes.split()):
            for name, meaning in (pair.split("=") for pair in units.split()):
                factor, _, si = meaning.partition(":")
                value = Decimal(factor).scaleb(int(power)) if factor else None
                made[prefix + name] = Unit(prefix + name, "measure", prefix + name, value, si or None)
    return made


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For each first character the lengths of the forms that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for form in unit_table():
        lengths.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit printed at `at`, None when there is none. A Latin unit must end where its word ends."""
    first = text[at : at + 1]
    for size in _lengths().get(first, ()):
        found = unit_table().get(text[at : at + size])
        if found is None:
            continue
        after = text[at + size : at + size + 1]
        last = found.form[-1]
        if last.isascii() and last.isalpha() and after.isascii() and (after.isalnum() or after == "_"):
            continue
        return found
    return None
