"""Hangul beside Chinese characters, as a record: which syllables stand for which character, and in what way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from donghyang.language.script import simplify

Way = Literal["both", "sound", "read", "word", "same", "near", "wrong", "missing", "extra"]

GOOD: frozenset[Way] = frozenset({"both", "sound", "read", "word", "same"})


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the Hanja and what stands for it."""

    way: Way
    hanja: str
    start: int
    """Place of the Hangul in the sheet's text."""
    end: int
    right: str = ""
    """The Hangul that the national table gives, for a character."""


@dataclass(slots=True)
class Pair:
    """A Korean name and the Chinese one behind it in brackets."""

    hangul: str
    hanja: str
    """As printed."""
    start: int
    """Where the Hangul begins in the sheet's text; it ends at `end`."""
    end: int
    hanja_at: tuple[int, int]
    steps: list[Step] = field(default_factory=list)
    closed: bool = True
    """Whether the bracket closes right behind the Hanja."""
    cost: float = 1.0
    """0 for a perfect fit, towards 1 for two names that have nothing to do with each other."""

    @property
    def plain(self) -> str:
        """The Chinese name in simplified characters."""
        return simplify(self.hanja)

    def count(self, *ways: Way) -> int:
        """How many characters stand in one of these ways."""
        return sum(len(step.hanja) for step in self.steps if step.way in ways)

    @property
    def has_more(self) -> bool:
        """Does the Hangul have a syllable that no character stands for?"""
        return any(step.way == "extra" for step in self.steps)

    def printed(self, step: Step) -> str:
        """The Hangul of a step as it is printed."""
        return self.hangul[step.start - self.start : step.end - self.start]

    @property
    def whole(self) -> tuple[int, int]:
        """From the Hangul to the closing bracket, or to the Hanja's end where more is said behind it."""
        return self.start, self.hanja_at[1] + self.closed
