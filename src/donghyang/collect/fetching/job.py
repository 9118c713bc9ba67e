"""What the process that fetches is told, and what it answers.

It is told one `Job`, then as many tuples of pages as there are to ask for, and None when there are no more. It answers
`Ready` once, and for each page a `Row` or, when there was no time for it, `Skipped`; of a robots.txt too a `Row`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from donghyang.collect.evidence import Row
from donghyang.records import Collecting, Message


@dataclass(frozen=True, slots=True)
class Job:
    """How pages are fetched, and where they are kept."""

    folder: Path
    """Of the evidence."""
    collecting: Collecting
    agent: str
    """How we call ourselves."""
    proxy: str
    """Name and password of the proxy ("name:password"), "" where it wants none."""
    seconds: float
    """From now on, in which pages are asked for."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The evidence is open, and what a killed run left half-written is cut off."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A page for which no time was left."""

    url: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The work cannot go on."""

    message: Message | None
    """What is said to a person; None for a fault of the program."""
    kind: str = ""
    """Of the fault."""


Answer = Ready | Row | Skipped | Broken
