"""What the proofreader wants looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from donghyang.records.message import Message

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What would stand in the place of the finding's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the proofreader wants looked at."""

    __pydantic_config__ = {"alias_generator": lambda name: name.rstrip("_")}  # noqa: RUF012
    """Reads `class_` back under the name it is written with."""

    rule: str
    class_: str
    """The family of slips: sum, share, doubled-word, contents-body …, or form."""
    severity: Severity
    message: Message
    start: int
    end: int
    text: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    """None wherever either side may be the wrong one."""
