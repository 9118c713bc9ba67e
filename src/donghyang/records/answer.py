"""What the archive says to a question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from donghyang.records.issue import SectionKind

AnswerStatus = Literal["answered", "not_found", "contradiction"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A place of the archive that an answer rests on, or that speaks of nearly the same."""

    issue: dt.date | None
    section: SectionKind
    number: int | None
    headline: str
    quote: str
    """The line or row as it is printed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its places; one that was not found has neither text nor value."""

    status: AnswerStatus
    answer: str | None
    """One short phrase; dates in ISO 8601, with the printed form behind them. None where nothing answers."""
    value: Decimal | None
    unit: str | None
    """As in facts: an ISO currency, `%`, or as printed."""
    sources: tuple[Cited, ...]
    """The best first; those of one that was not found only lie near the question."""
