"""The looks at a source, one after another -> what it is now, since when, how heavy that is, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from donghyang.collect.health.looks import Look, State, Weight, named
from donghyang.collect.health.silence import Silence, silence
from donghyang.records import Message, Source

EMPTY_HARD = 3
"""Looks in a row that find nothing, where there was something before: the site has changed."""
_KNOWN = 400
"""Looks of a source that are kept in mind: a year of daily ones."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a source is, by the looks at it."""

    source: str
    state: State
    weight: Weight | None
    """How heavy it is; None where nothing is the matter."""
    since: dt.date | None
    """The first of the looks in a row that came to it, or the last publication of one that is silent; None before any
    look."""
    looks: int
    """So many in a row came to it."""
    message: Message
    """The same in a sentence, with what to do next."""

    @property
    def is_notice(self) -> bool:
        """Whether a person is to be told: what only a person mends, or what did not mend itself."""
        return self.weight == "hard" or (self.weight == "soft" and (self.looks > 1 or self.state == "silent"))


def standing(source: Source, looks: Sequence[Look]) -> Standing:
    """What a source is after `looks` at it, which are in order; those at others are passed over."""
    own = [look for look in looks if look.source == source.name][-_KNOWN:]
    if not own:
        return Standing(source.name, "unknown", None, None, 0, _NEVER)
    last = own[-1]
    row = list(takewhile(lambda look: look.state == last.state, reversed(own)))
    since, count = row[-1].day, len(row)
    if last.trouble is not None:
        _, weight, hard = named(last.trouble)
        heavy: Weight = "hard" if count >= hard else weight
        return Standing(source.name, last.state, heavy, since, count, last.reason or _UNTOLD)
    if last.state == "empty" and source.is_local:
        return Standing(source.name, "empty", None, since, count, _NOTHING)
    if last.state == "empty":
        had = any(look.found for look in own)
        return Standing(source.name, "empty", "hard" if had and count >= EMPTY_HARD else "soft", since, count, _EMPTY)
    if source.kind != "page" and (found := _silence(source, own)) is not None:
        return Standing(source.name, "silent", "soft", found.last, count, _silent(found))
    return Standing(source.name, last.state, None, since, count, _WELL[last.state == "fine"])


def _silence(source: Source, own: Sequence[Look]) -> Silence | None:
    cadence = None if source.cadence is None else float(source.cadence)
    return silence(published(own), cadence, own[-1].day)


def published(looks: Iterable[Look]) -> list[dt.date]:
    """The days on which a source has published, as far as its looks tell.

    The days of their entries; where those have none, the day on which one was first seen.
    """
    days: set[dt.date] = set()
    for look in looks:
        days.update(look.days or ((look.newest or look.day,) if look.fresh or look.newest else ()))
    return sorted(days)


_NEVER = Message("아직 살펴보지 않았습니다.", "not looked at yet.")
_UNTOLD = Message(
    "받지 못했습니다. 주소를 브라우저에서 확인하십시오.", "could not be had; look at its address in a browser."
)
_NOTHING = Message("아직 아무것도 들어 있지 않습니다.", "nothing lies in it yet.")
_EMPTY = Message(
    "응답은 있으나 글의 목록을 찾지 못했습니다. 주소를 브라우저에서 확인하고, 목록이 보이면 [selectors]를 적으십시오.",
    "answers, but names no articles; look at it in a browser, and where it shows a list write its [selectors].",
)
_WELL = (Message("새 글이 없습니다.", "nothing new."), Message("새 글이 있습니다.", "has something new."))


def _silent(found: Silence) -> Message:
    usual = f"{found.interval:.0f}"
    return Message(
        f"{found.last} 뒤로 새 글이 없습니다(근무일 {found.waited}일째, 보통 {usual}일 안에 냄). "
        "주소가 옮겨 갔는지 브라우저에서 확인하십시오.",
        f"nothing since {found.last} ({found.waited} working days; it usually publishes within {usual}). "
        "See in a browser whether it has moved.",
    )
