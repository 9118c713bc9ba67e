"""Typed statements of a text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from donghyang.records.message import Message

Bound = Literal[">=", ">", "<=", "<", "approx"]
QuantityKind = Literal["money", "percent", "count", "measure", "rank", "multiple", "number"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, as one place of the text states it."""

    kind: QuantityKind
    text: str
    start: int
    end: int
    value: Decimal | None
    """None when the numeral cannot be read; `problem` says why."""
    high: Decimal | None = None
    """The upper end of a range, None for a single figure."""
    unit: str | None = None
    """ISO 4217 code for money, "%" or "%p" for shares, else the unit as printed; None for a bare number."""
    bound: Bound | None = None
    problem: Message | None = None
    si: Decimal | None = None
    """The value in `si_unit`, beside the printed one; None for money, shares and units without an SI value."""
    si_unit: str | None = None
    header_unit: bool = False
    """The unit was taken from the head of the table column."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a stretch of time."""

    text: str
    start: int
    end: int
    value: str | None
    """ISO 8601, as precise as the text is ("2025", "2023-08", "2023-02-03"); None when unresolved."""
    high: str | None = None
    """The last day, month or year of a stretch of time, None for a single date."""
    problem: Message | None = None
    """Why there is no value, or what the text itself says against it (a weekday that is not that of the day)."""
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Name:
    """A Korean form and Chinese characters that the text ties together."""

    text: str
    start: int
    end: int
    korean: str
    hanja: str
    type: str
    """person, organisation, place, policy, product or term."""
    problem: Message | None = None
    kind: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class Target:
    """A commitment: who will reach what by when."""

    text: str
    start: int
    end: int
    actor: str | None
    metric: str | None
    value: Decimal | None
    unit: str | None
    bound: Bound | None
    deadline: str | None
    """The last year of the goal, ISO 8601 ("2025")."""
    baseline: str | None = None
    problem: Message | None = None
    kind: Literal["target"] = "target"


Fact = Quantity | Period | Name | Target
