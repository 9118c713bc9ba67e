"""What a question asks for, and the tables that tell what a noun asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.language import tables
from donghyang.records import Span

Sort = Literal["figure", "date", "name", "list", "ranked", "difference", "extreme"]
Grain = Literal["year", "month", "day", "any"]
NameKind = Literal["person", "body", "place", "list", "name"]
ANY_FIGURE = frozenset({"money", "percent", "count", "measure", "multiple", "number"})
RANK = "위"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, and the stretches of the question that say so."""

    sort: Sort
    kinds: frozenset[str] = frozenset()
    """Kinds of fact that may answer; of a figure only."""
    unit: str | None = None
    """As a fact has it; None where the question names none."""
    times: bool = False
    """Whether a length of time may answer though no unit is named: 기간은 얼마인가."""
    grain: Grain = "any"
    """How much of a date is asked for."""
    noun: str | None = None
    """What is to be named: 도시, 대학."""
    kind: NameKind | None = None
    """What sort of name that is; None where nothing says."""
    size: int | None = None
    """How many names make the list."""
    change: bool = False
    """Whether it asks by how much something went up or down."""
    least: bool = False
    """Whether the one that has the least is asked for, not the one that has the most."""
    rank: int | None = None
    """Whose place is asked for (1위는 어디인가)."""
    taken: tuple[Span, ...] = ()
    """Stretches that only ask."""
    core: tuple[Span, ...] = ()
    """Stretches that name what is measured or looked for."""


@cache
def _measures() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    rows = tables.read(__package__, "measured.tsv")
    return tuple((tuple(ends.split()), frozenset(kinds.split())) for ends, kinds in rows)


def measured(noun: str) -> frozenset[str]:
    """The kinds of fact that a noun is measured in; none for one that is no measure."""
    return next((kinds for ends, kinds in _measures() if noun.endswith(ends)), frozenset())


@cache
def _types() -> tuple[tuple[NameKind, tuple[str, ...], tuple[str, ...]], ...]:
    rows = tables.read(__package__, "types.tsv")
    return tuple((kind, tuple(nouns.split()), () if ends == "-" else tuple(ends.split())) for kind, nouns, ends in rows)  # type: ignore[misc]


def _row_of(noun: str) -> tuple[NameKind, tuple[str, ...], tuple[str, ...]] | None:
    exact = next((row for row in _types() if noun in row[1]), None)
    return exact or next((row for row in _types() if noun.endswith(tuple(one for one in row[1] if len(one) > 1))), None)


def kind_of(noun: str) -> NameKind | None:
    """What sort of name a noun asks for, None where the tables do not say."""
    row = _row_of(noun)
    return row[0] if row else None


def is_type(noun: str) -> bool:
    """Whether the tables list a noun among those that ask for a name."""
    return any(noun in nouns for _, nouns, _ in _types())


def ends_of(noun: str) -> tuple[str, ...]:
    """What the name of such a thing may end in; none where anything may."""
    row = _row_of(noun)
    return row[2] if row else ()
