"""What a clause is while it is put into Korean: its setting, its core, and the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.moods import AHEAD, DENIED
from donghyang.draft.prose import noted
from donghyang.language import tables
from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    from donghyang.draft.moods import Mood

_RECORDED = re.compile("[을를] 기록하$")
_COMES_ABOUT = re.compile("(?:되|개막하|폐막하|출범하)$")
_MANY = re.compile(rf"\d[\d,.]*(?:[만억조][\d,만억 ]*)?(?:{tables.either(__package__, 'counted_so')}) 기록$")
_FLOWS = tuple(tables.words(__package__, "flows"))
_HELD_AGAINST = re.compile(r"전년|전기|전월|직전|\d{4}년(?: 말)? 대비 |[\d.,]+%p? (?:증가|감소|상승|하락|성장)$")
_EVERYWHERE = ("전국에", "전 세계에")
_COMMA = re.compile(r", (?!\d)")
_KNOWN = ("해당 ", "이 ", "이번 ", "이는")
"""What has been spoken of before."""
TIMES = frozenset(
    {
        "매년",
        "현재",
        "최근",
        "최근 몇 년간",
        "향후",
        "새해 들어",
        "이 중",
        "이번",
        "앞서",
        "이후",
        "우선",
        "당일",
        "조만간",
    }
)
"""Adverbs that stand in front of everything else."""


_MORE = re.compile("[과와] | 등(?= |$)")
"""A third one, joined otherwise, or more that are not named."""
_YEAR = re.compile("(?:년|지난해|작년)$")


def is_year(date: str) -> bool:
    """Is a Korean date a whole year, and no part of one?"""
    return bool(_YEAR.search(date))


def _to_year(told: str) -> str:
    """较上年同比: what it is held against is said once."""
    return told.replace("전년 동기 대비", "전년 대비").replace("전년 대비 전년 대비", "전년 대비")


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
    mood: Mood = ""
    """Done, planned, demanded …; "" while nothing has been said of it."""

    @property
    def goal(self) -> bool:
        """Does it state what is still to come?"""
        return self.mood in AHEAD

    def reaching(self) -> Clause:
        """A figure that is still to come is not recorded but reached: 3% 기록 -> 3% 달성."""
        if (
            self.shape != "figure"
            or self.mood in ("", "done", "neutral", "steady")
            or not self.stem.endswith(" 기록하")
        ):
            return self
        korean = self.korean.removesuffix("기록") + "달성" if self.korean.endswith(" 기록") else self.korean
        return replace(self, korean=korean, stem=self.stem.removesuffix("기록하") + "달성하")

    @property
    def static(self) -> bool:
        """Does it name a figure without a verb (建设周期5年)?"""
        return self.shape == "figure" and bool(_RECORDED.search(self.stem)) and not self.korean.endswith(" 기록")

    def standing(self) -> Clause:
        """A figure without a verb as what something is: 주기는 5년을 기록하 -> 주기는 5년이."""
        return replace(self, stem=_RECORDED.sub("이", self.stem)) if self.static else self

    def counted(self) -> Clause:
        """How many there are is come to, and no record: 녹색공장 3,616개 기록 -> 3,616개에 달함."""
        many = _MANY.search(self.korean) if self.shape == "figure" and self.stem.endswith(" 기록하") else None
        if many is None or self.who.endswith(_FLOWS):
            return self
        told = self.korean.removesuffix(" 기록")
        front = self.stem.removesuffix(f"{with_particle(told, '을')} 기록하")
        return self if front == self.stem else replace(self, korean=f"{told}에 달함", stem=f"{front}{told}에 달하")

    def of_years(self) -> Clause:
        """What is told of a whole year is held against a whole year, not against its same time."""
        return replace(self, korean=_to_year(self.korean), stem=_to_year(self.stem))

    def follows(self, other: Clause) -> bool:
        """Is this the move of the figure that the clause before gave (705만 대로 전년 동기 대비 9% 증가)?"""
        figures = self.shape == other.shape == "figure" and self.mood == other.mood == "done"
        told = other.stem.endswith((" 기록하", f"{other.korean}이"))
        given = told and not self.who and self.date in ("", other.date) and bool(other.who)
        return figures and given and bool(_HELD_AGAINST.match(self.korean))

    def embedded(self) -> Clause:
        """The clause as part of what somebody says: its subject is not what the sentence speaks of."""
        topic = with_particle(self.who, "은")
        if not self.who or not self.stem.startswith(f"{topic} "):
            return self
        return replace(self, stem=with_particle(self.who, "이") + self.stem[len(topic) :])

    def spoken(self) -> Clause:
        """The clause in a sentence of its own: 이 stands behind what newly comes about, or is aimed at."""
        aimed = self.mood == "goal" and self.shape in ("figure", "event") and not self.stem.endswith(" 달성하")
        new = (
            self.shape in ("event", "publish")
            and bool(_COMES_ABOUT.search(self.stem))
            and not self.who.startswith(_KNOWN)
        )
        return self.embedded() if aimed or (new and self.mood not in DENIED) else self

    def note(self, *, among_others: bool = False, bare: bool = False) -> str:
        """Subject, predicate and mood; with other subjects in the sentence a particle keeps them apart.

        `bare`: the mood stands behind a later clause.
        """
        joint = self.joint
        # 전국 기지국 300만 개 구축 as a note, 전국에 기지국 300만 개를 구축하였다 as a sentence.
        who = self.who.removesuffix("에") if self.who.endswith(_EVERYWHERE) else self.who
        if joint == ", " and who.count(", ") == 1 and not _MORE.search(who):
            # 甲、乙实现收入: two who do it, and not a row of three.
            who = who.replace(", ", " 및 ")
        told = f"{who}{joint}{self.korean}" if who else self.korean
        row = ", " in self.korean and ", " not in self.who
        if self.who and (among_others or row) and joint == ", ":
            # 갑, 을 200개·병 688개 육성: who does it stands before a comma, a row of what it does needs another mark.
            plain = self.shape != "figure" and not _PARTED.search(self.korean) and self.korean.count(" ") <= _LIGHT
            subject = self.who if plain else with_particle(self.who, "이")
            told = f"{subject} {self.korean}" if among_others else f"{who}, {_COMMA.sub('·', self.korean)}"
        return told if bare else noted(told, self.stem, self.mood)


_LIGHT = 3
"""Blanks in what is done, for a subject without a particle."""
_PARTED = re.compile("[을를에로] |·")
"""What has particles of its own has one behind who does it as well: 증가율이 평균을 상회, 부총리 개막식 참석."""


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
    front: str = ""
    manner: str = ""
    ahead: bool = False
