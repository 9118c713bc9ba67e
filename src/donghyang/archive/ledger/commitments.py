"""Targets through the issues: restated, moved, met, missed, or silent; those that are due; contradictions."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive import giving
from donghyang.archive.answers import contradictions
from donghyang.archive.ledger.booked import Chosen, booked, spot_of
from donghyang.archive.ledger.narrowing import articles_with
from donghyang.facts import tied
from donghyang.facts.commitments import Setter, dated, setter_of
from donghyang.facts.places import holders, lies_in
from donghyang.language.nearness import letters
from donghyang.records import (
    ArchivedArticle,
    CannotProceed,
    Contradiction,
    Message,
    Reached,
    Reported,
    Target,
    TiedTarget,
)

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.archive.rows import Stated
    from donghyang.records import DatedTarget

_QUARTER = re.compile(r"([12][0-9]{3})-?[qQ]([1-4])")
_ISO = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Due:
    """Deadlines from `since` to `until`, days in ISO 8601; None: open on this side."""

    since: str | None
    until: str | None
    to_the_month: bool = False
    """Only deadlines that are told with their month: the end of 2025 is not December 2025."""

    def holds(self, deadline: str | None) -> bool:
        """Whether a deadline as precise as known (2025, 2025-06) ends in this stretch."""
        if deadline is None or (self.to_the_month and len(deadline) == len("2025")):
            return False
        last = last_day(deadline)
        return (self.since is None or last >= self.since) and (self.until is None or last <= self.until)


@dataclass(frozen=True, slots=True)
class Commitments:
    """What the archive knows of the targets that were asked for."""

    targets: tuple[TiedTarget, ...]
    """By deadline, those without one last."""
    contradictions: tuple[Contradiction, ...]
    """Of all targets and figures in the archive that speak of what was asked for."""
    open_only: bool = False
    """Nothing was asked for and the archive holds too many: only those that stand open, the earliest due of them."""


def due_of(word: str, today: dt.date) -> Due:
    """The stretch that a word names: 2025, 2025-06, 2025Q2, quarter (this one), overdue. Raises CannotProceed else."""
    if word == "overdue":
        return Due(None, (today - dt.timedelta(1)).isoformat())
    if word == "quarter":
        return _quarter(today.year, (today.month + 2) // 3)
    if found := _QUARTER.fullmatch(word):
        return _quarter(int(found[1]), int(found[2]))
    if _ISO.fullmatch(word):
        return Due(_first_day(word), last_day(word), to_the_month=len(word) == len("2025-06"))
    raise CannotProceed(Message(f"{word}: 기한이 아닙니다.", f"{word} is no deadline."), "no-due")


def commitments(
    archive: Archive, chosen: Chosen, *, actor: str | None = None, due: Due | None = None, today: dt.date
) -> Commitments:
    """The targets that are wanted, each with what other issues say of it until `today`; () where there are none.

    A target of another issue ties to them by its actor or region and its measure, whatever was asked for.
    """
    asked = due is not None or actor is not None or chosen != Chosen()
    all_of_them = giving.Wanted("target")
    open_only = not asked and giving.count(archive, all_of_them, _MANY) == _MANY
    wanted_rows = giving.Wanted("target", since=str(today.year), limit=_MANY) if open_only else all_of_them
    known = _told_once(_dated(giving.ledger(archive, wanted_rows)))
    figures = () if open_only else booked(archive, "reached")
    reported = [Reported(row.fact, row.spot, row.line) for row in figures if isinstance(row.fact, Reached)]
    wanted = [
        one
        for one in tied(known, reported, today=today)
        if any(_lets_through(step.stated, chosen, actor) for step in one.steps if step.stated is not None)
        and (due is None or due.holds(one.last.target.deadline))
    ]
    wanted.sort(key=lambda one: (one.last.target.deadline or "~", one.last.spot.issue))
    clashes = [one for one in contradictions(_asked_for(archive, chosen, actor)) if _speaks_of(one, chosen, actor)]
    return Commitments(tuple(wanted), tuple(clashes), open_only=open_only)


def _told_once(stated: Iterable[DatedTarget]) -> list[DatedTarget]:
    """The targets, those that one article tells again left out: the fullest telling of each value, unit and deadline
    stays, in its headline, its lead, a bullet or a table.
    """
    groups: dict[tuple[object, ...], list[DatedTarget]] = {}
    for one in stated:
        target = one.target
        key = (one.spot, target.value, target.unit, (target.deadline or "")[:4])
        groups.setdefault(key if target.value is not None else (*key, target.text), []).append(one)
    return [one for group in groups.values() for one in _fullest(group)]


def _fullest(group: list[DatedTarget]) -> list[DatedTarget]:
    """One telling of each thing in a group of one value: what names no measure is told by the one that does."""
    kept: dict[_Measure, DatedTarget] = {}
    for one in sorted(group, key=_fullness, reverse=True):
        measure = _Measure.of(one.target.metric or "")
        if not any(measure.is_one_with(other) for other in kept):
            kept[measure] = one
    return list(kept.values())


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a target measures, read once for all that it is held against."""

    letters: str
    words: frozenset[str]

    @classmethod
    def of(cls, metric: str) -> _Measure:
        return cls(letters(metric), frozenset(word.removesuffix("의") for word in metric.split()))

    def is_one_with(self, other: _Measure) -> bool:
        """Whether one measure is the other, named in more words: 국가급 플랫폼, 국가급의 중간시험 플랫폼."""
        if self.letters in other.letters or other.letters in self.letters:
            return True
        return self.words <= other.words or other.words <= self.words


def _fullness(one: DatedTarget) -> tuple[int, int, int, int]:
    target = one.target
    told = (target.baseline, target.bound, target.actor)
    return bool(target.metric), sum(part is not None for part in told), len(target.deadline or ""), len(one.line)


def _asked_for(archive: Archive, chosen: Chosen, actor: str | None) -> list[ArchivedArticle]:
    """The articles that may speak of what is asked for, the newest of them, in order."""
    words = [letters(word) for word in (*chosen.words, *([actor] if actor else ()))]
    found: deque[ArchivedArticle] = deque(maxlen=_HELD)
    some = (
        articles_with(archive, chosen.words, chosen.region) if words or chosen.region else giving.newest(archive, _HELD)
    )
    for one in giving.articles(archive, some, facts=False):
        plain = letters(one.text) if words else ""
        if all(word in plain for word in words) and (chosen.region is None or lies_in(chosen.region, one.text)):
            found.append(one)
    return list(found)


_MANY = 5_000
"""So many targets are tied at once without narrowing, a bound for the time."""
_HELD = 400
"""So many articles are held against each other at once, a bound for the time; narrower questions reach farther back."""


def _dated(rows: Iterable[tuple[Stated, ArchivedArticle]]) -> Iterator[DatedTarget]:
    """The targets with what binds them; the document that an article names is looked for once."""
    setters: dict[int, Setter] = {}
    for fact, article in rows:
        assert isinstance(fact, Target)
        if article.id not in setters:
            setters[article.id] = setter_of(article.article)
        yield dated(article.text, fact, spot_of(article), article.article, setters[article.id])


def _lets_through(stated: DatedTarget, chosen: Chosen, actor: str | None) -> bool:
    day = stated.spot.issue
    if (chosen.since and day < chosen.since) or (chosen.until and day > chosen.until):
        return False
    target = stated.target
    plain = letters(f"{stated.spot.headline} {target.text} {target.metric or ''} {target.actor or ''}")
    if not all(letters(word) in plain for word in chosen.words):
        return False
    if actor is not None and letters(actor) not in letters(target.actor or stated.spot.headline):
        return False
    said = f"{stated.region or ''} {target.actor or ''}"
    return (
        chosen.region is None or lies_in(chosen.region, said, stated.spot.headline) or _is_row_of(chosen.region, target)
    )


def _is_row_of(region: str, target: Target) -> bool:
    """Whether a target is the cell of a table whose row is of this place: 저장 해수담수화 규모."""
    first = (target.metric or "").split(" ")[0]
    if not first or any("가" <= letter <= "힣" for letter in target.text):
        return False
    wanted = {place.hanzi for place in holders(region)}
    return any(place.hanzi in wanted for place in holders(first))


def _speaks_of(clash: Contradiction, chosen: Chosen, actor: str | None) -> bool:
    said = f"{clash.what} {clash.first.headline} {clash.second.headline}"
    plain = letters(said)
    words: Sequence[str] = (*chosen.words, *([actor] if actor else ()))
    return all(letters(word) in plain for word in words) and (chosen.region is None or lies_in(chosen.region, said))


def _quarter(year: int, quarter: int) -> Due:
    first = dt.date(year, 3 * quarter - 2, 1)
    after = dt.date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    return Due(first.isoformat(), (after - dt.timedelta(1)).isoformat())


def _first_day(word: str) -> str:
    return f"{word}-01-01"[:10]


def last_day(word: str) -> str:
    """The last day that a year, a month or a day holds."""
    if len(word) == 4:
        return f"{word}-12-31"
    if len(word) == 7:
        year, month = int(word[:4]), int(word[5:])
        return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).isoformat()
    return word[:10]
