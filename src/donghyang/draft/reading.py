"""What is read: a page's clause as words with what each can be, and the page with its facts by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.language.script import fold, is_han
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.language.terms import Kind, Termbase
    from donghyang.records import Bound, Fact


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place, with what it can be and how Korean writes it as that."""

    zh: str
    start: int
    end: int
    roles: dict[Role, str]
    """Role -> Korean; empty for a stretch that has no Korean form."""
    kind: Kind | None = None
    """The termbase's kind of a noun."""
    fact: Quantity | Period | None = None
    deadline: bool = False
    """Does this date set a term?"""

    def ko(self, role: Role) -> str:
        """Korean of the word in this role; "" where it has none."""
        return self.roles.get(role, "")

    def has(self, *roles: Role) -> bool:
        """Can the word stand in one of these roles?"""
        return any(role in self.roles for role in roles)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a page's clauses: its text, its facts by place, the termbase, the day it speaks from."""

    text: str
    facts: dict[int, Quantity | Period]
    terms: Termbase
    date: dt.date | None
    folded: str = field(default="", compare=False)
    """The text as words are looked up in it."""
    dates: tuple[int, ...] = field(default=(), compare=False)
    """Where its dates begin, in order."""

    def is_first(self, at: int) -> bool:
        """Is the sentence that `at` stands in the page's first, so that none in front of it can name anything?"""
        return self.text.find("。", 0, at) < 0

    def dates_in(self, start: int, end: int) -> tuple[int, ...]:
        """Where the dates of a stretch begin, in order."""
        first, last = (bisect_left(self.dates, place) for place in (start, end))
        return self.dates[first:last]


def opens_paragraph(page: Reader, at: int) -> bool:
    """Does what stands at `at` open a paragraph of the page?"""
    return not page.text[page.text.rfind("\n", 0, at) + 1 : at].strip(" \u3000")


def sentence_start(page: Reader, at: int) -> int:
    """Where the sentence begins that `at` stands in; a semicolon ends none."""
    return max(page.text.rfind(stop, 0, at) for stop in "。\n") + 1


def reader(text: str, facts: Sequence[Fact], terms: Termbase, date: dt.date | None) -> Reader:
    """A reader of `text`; of facts that begin at one place the longest counts."""
    placed: dict[int, Quantity | Period] = {}
    for fact in facts:
        if isinstance(fact, (Quantity, Period)):
            fact = _without_neighbours(text, fact)
            fact = _pieces(text, fact) if isinstance(fact, Quantity) else fact
            known = placed.get(fact.start)
            if known is None or known.end < fact.end:
                placed[fact.start] = fact
    dates = tuple(sorted(place for place, fact in placed.items() if isinstance(fact, Period)))
    return Reader(text, placed, terms, date, fold(text), dates)


# 今年中央财政, 今年中国: the year ends before 中; 今年前十个月: before 前.
_BEGUN_BY_MIDDLE = frozenset("央国小部型心")
_MONTHS_BEHIND = re.compile(r"(?:[两一二三四五六七八九十]{1,2}|\d{1,2})个?月|[一二三]季度")


_PRICED = re.compile(r"[元价费售卖钱花付薪资本][^，。；]{0,8}$")
_PERSON_YEARS = re.compile(r"年(?![均龄来内底初前末度轻增])")


def _pieces(text: str, fact: Quantity) -> Quantity:
    """块 that counts chips, where nobody speaks of a price; 人年, which counts no persons."""
    if (
        fact.kind == "money"
        and fact.text.endswith("块")
        and not _PRICED.search(text[max(0, fact.start - 10) : fact.start])
    ):
        return replace(fact, kind="count", unit="块")
    if fact.kind == "count" and fact.unit == "人" and _PERSON_YEARS.match(text, fact.end):
        return replace(fact, text=f"{fact.text}年", end=fact.end + 1, unit="人年")
    return fact


def _without_neighbours(text: str, fact: Quantity | Period) -> Quantity | Period:
    """The fact without a character that belongs to the word beside it.

    突破120种以上技术: in front of what is counted 突破 is the deed, not the bound of the figure.
    """
    behind = text[fact.end : fact.end + 1]
    cut_off = (fact.text[-1:] == "中" and behind in _BEGUN_BY_MIDDLE) or (
        fact.text[-1:] == "前" and _MONTHS_BEHIND.match(text, fact.end)
    )
    if isinstance(fact, Period) and behind and cut_off:
        return replace(fact, text=fact.text[:-1], end=fact.end - 1)
    if not isinstance(fact, Quantity) or not fact.text.startswith("突破") or not behind or not is_han(behind):
        return fact
    bound: Bound | None = ">=" if "以上" in fact.text else None
    return replace(fact, text=fact.text[2:], start=fact.start + 2, bound=bound)
