"""A question as it is read: what it asks for, and what a text must say to answer it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from donghyang.archive.answers.asking.asked import Asked, measured
from donghyang.archive.answers.asking.need import Need
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Period

_LENGTH = lazily(r"(?:최근|지난|과거|향후|앞으로|过去|未来|最近)\s?[0-9]")
"""A stretch that hangs on the day: 최근 10년간."""
_MOST_AROUND = 4
Language = Literal["ko", "zh", "en"]
_YEAR = lazily("(?:19|20)[0-9]{2}|[0-9][^월月]*(?:년|年|규획|계획|规划)")
"""A time that names a year: 2025, '25년, 13.5 규획."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    text: str
    language: Language
    asked: Asked | None
    """None where it asks for nothing that the archive can name."""
    needs: tuple[Need, ...]
    core: tuple[Need, ...]
    """Those of the needs that name what is measured or looked for."""
    around: tuple[Need, ...]
    """The core with the words that belong to it: 상장 기업, 졸업생의 비중."""
    periods: tuple[Period, ...]
    """Times with a year that it names."""
    ahead: bool = False
    """Whether it may ask for what is planned or expected."""


def core_of(needs: Sequence[Need], asked: Asked | None) -> tuple[Need, ...]:
    """The needs that a place must say itself: what is measured, the deed whose date is asked for, a person's office."""
    if asked is None:
        return ()
    if asked.sort == "date" and (deeds := [need for need in needs if need.kind == "deed"]):
        return (deeds[-1],)
    found = [need for need in needs if any(need.span[0] < end and start < need.span[1] for start, end in asked.core)]
    if asked.sort == "figure" and found and all(need.kind == "deed" for need in found):
        before = [need for need in needs if need.kind == "word" and need.span[1] <= found[0].span[0]]
        found = [need for need in before[-1:] if measured(need.forms[0])]
    if asked.kind == "person" and not found:
        found = [need for need in needs if need.kind == "word" and need.forms[0].endswith(words("titles"))]
    return tuple(found)


def around_core(text: str, needs: Sequence[Need], core: Sequence[Need]) -> tuple[Need, ...]:
    """The core with the words right before it that carry no particle but 의, and the offices of a person."""
    if not core:
        return ()
    found = list(core)
    for need in reversed(needs[: needs.index(core[0])]):
        joined = text[need.span[1] : found[0].span[0]].strip(" -·&") == ""
        if not joined or not (need.text.endswith("의") or need.text == need.forms[0]) or len(found) > _MOST_AROUND:
            break
        found.insert(0, need)
    return tuple(found)


def periods_of(text: str, day: dt.date | None) -> tuple[Period, ...]:
    """The times of a question that name a year of their own; 내년 and 3월 are words that a text has to say."""
    from donghyang.facts.periods import find_periods

    relative = words("relative")
    return tuple(
        period
        for period in find_periods(text, date=day)
        if period.value
        and _YEAR.search(period.text)
        and not _LENGTH.match(period.text)
        and not any(word in period.text for word in relative)
    )


def is_everywhere(need: Need) -> bool:
    """Whether a word says no more than what all reports are of: 중국."""
    return need.kind == "word" and need.forms[0] in words("everywhere")


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a list of this room."""
    return tables.words(__package__, name)
