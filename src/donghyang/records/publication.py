"""An issue as it was sent: its number, which sending it is, and what later sendings put right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Corrected:
    """One place that a correction changed."""

    place: str
    """The article, by section, number and headline; else the part of the issue."""
    part: str
    """What of it: 리드, 글머리, 표의 줄 …"""
    before: str | None
    """What was printed, cut to the words around the change; None for what was added."""
    after: str | None
    """What is printed now; None for what was taken out."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a later sending of an issue says was wrong."""

    date: dt.date
    notice: str
    """In the editor's words."""
    changes: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Which issue of the series this is, and which sending of it."""

    number: int | None
    """제N호; None where the newsroom does not count."""
    sending: int
    """From 1."""
    date: dt.date
    """The day of this sending."""
    corrections: tuple[Correction, ...] = ()
    """Of this sending and those before it, the newest first."""
