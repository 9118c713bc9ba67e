"""What a clause is while it is put into Korean: its setting, its core, and the whole."""

from __future__ import annotations

from dataclasses import dataclass

from donghyang.language.hangul import with_particle

TIMES = frozenset({"매년", "현재", "최근", "최근 몇 년간", "이 중", "이번"})
"""Adverbs that stand in front of everything else."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in Korean and what is known of it."""

    korean: str
    """Without its subject."""
    stem: str
    """The same as a sentence without its ending (계획을 발표하), subject and all."""
    shape: str
    """figure, publish, act, event or setting (a date or circumstance without a statement)."""
    who: str = ""
    """What it speaks of; without it the clause can only follow another one."""
    joint: str = " "
    """What stands between subject and predicate: a comma behind an actor."""
    date: str = ""
    """Korean date that stands in front of it, "" when it has none."""
    deadline: bool = False
    """Is that date a term to be met?"""
    goal: bool = False
    """Does it state an aim, not a result?"""

    def note(self, *, among_others: bool = False) -> str:
        """Subject and predicate; with other subjects in the sentence a particle keeps them apart."""
        if not self.who:
            return self.korean
        if among_others and self.joint == ", ":
            return f"{with_particle(self.who, '은')} {self.korean}"
        return f"{self.who}{self.joint}{self.korean}"


@dataclass(frozen=True, slots=True)
class Core:
    """Subject and predicate, before date, circumstances and aim."""

    korean: str
    stem: str
    shape: str
    who: str = ""
    joint: str = " "


@dataclass(slots=True)
class Setting:
    """What stands in front of a clause's subject and predicate."""

    date: str = ""
    deadline: bool = False
    modal: str = ""
    front: str = ""
    manner: str = ""
    ahead: bool = False
