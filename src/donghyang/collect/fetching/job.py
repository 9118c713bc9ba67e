"""What the process that fetches is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from donghyang.collect.evidence import Asked, Row
from donghyang.records import Collecting, Message


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be fetched, how, and where it is kept."""

    asked: tuple[Asked, ...]
    folder: Path
    """Of the evidence."""
    collecting: Collecting
    agent: str
    """How we call ourselves."""
    proxy: str = ""
    """Name and password of the proxy ("name:password"), "" where it wants none."""
    seconds: float = 3600.0
    """From now on, in which pages are asked for."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The evidence is open, and what a killed run left half-written is cut off."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Everything was asked for that could be."""

    left: int
    """Pages for which no time was left."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The work cannot go on: said to a person, or a fault of the program with its details."""

    message: Message | None
    kind: str = ""
    details: str = ""


Answer = Ready | Row | Ended | Broken
