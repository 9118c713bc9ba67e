"""What an editor lets pass by name, though a rule holds it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Who lets a line pass, why, and when."""

    by: str
    reason: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Allowed:
    """One line that may be printed though a rule holds it back; tied to its words, so that no other line is."""

    line: str
    rule: str
    signed: Signature


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided about the reports of a folder."""

    allowed: tuple[Allowed, ...] = ()
