"""One commitment through the issues: targets of one actor and measure tied, met, missed, silent."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from donghyang.facts.compare import agrees, comparable
from donghyang.facts.deadlines import is_later, same_deadline
from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Step, TiedTarget

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from donghyang.records import DatedTarget, Reported, Target, Tie

_TOKENS = lazily(r"[^\s·,，、()（）'‘’“”\"]+")
_STOP = frozenset(tables.words(__package__, "measure_fillers"))
_PARTICLE = lazily("(?:을|를|이|가|은|는|의|에|와|과|로|으로)$")
_LEADING = lazily(r"^\([^()]*\)(?:급|규모)?\s?")
_SHORT = 2
"""Letters of a word that has no particle to lose."""
_NEAR = 2000
"""How many statements of one region are looked back through for one of the same thing; a bound for the time."""
_Placed = TypeVar("_Placed", "DatedTarget", "Reported")


def tied(
    targets: Sequence[DatedTarget], reported: Sequence[Reported] = (), *, today: dt.date | None = None
) -> list[TiedTarget]:
    """The commitments of dated issues, each with its statements in order; [] without targets.

    A later statement of one actor and measure restates its target, raises or lowers it (same deadline), or moves the
    deadline (same value). A figure reported of it meets it, or misses it when the deadline is over; `silent` is said of
    a deadline that was over on `today` with nothing reported.
    """
    threads: list[list[Step]] = []
    beside: dict[str | None, list[list[Step]]] = {}
    for stated in sorted(targets, key=lambda one: (one.spot.issue, one.target.start)):
        near = beside.setdefault(stated.region, [])
        for thread in reversed(near[-_NEAR:]):
            last = _last(thread)
            tie = _tie(last, stated)
            if tie is not None:
                if tie != "restated" or stated.spot.issue != last.spot.issue:
                    thread.append(Step(tie, stated))
                break
        else:
            near.append([Step("first", stated)])
            threads.append(near[-1])
    figures = _by_region(sorted(reported, key=lambda one: one.spot.issue))
    return [_closed(thread, figures.get(_last(thread).region, []), today) for thread in threads]


def _by_region(found: Iterable[_Placed]) -> dict[str | None, list[_Placed]]:
    groups: dict[str | None, list[_Placed]] = {}
    for one in found:
        groups.setdefault(one.region, []).append(one)
    return groups


def _last(thread: list[Step]) -> DatedTarget:
    return next(step.stated for step in reversed(thread) if step.stated is not None)


def _tie(before: DatedTarget, after: DatedTarget) -> Tie | None:
    """How a later statement ties to an earlier one; None where it is of something else."""
    a, b = before.target, after.target
    if not _same_thing(before, after):
        return None
    if a.value is None or b.value is None:
        if a.value is not None or b.value is not None:
            return None
        return _moved(a, b) or "restated"
    if not comparable(a, b):
        return None
    if same_deadline(a.deadline, b.deadline):
        if agrees(a, b):
            return "restated"
        if before.spot.issue == after.spot.issue:
            return None
        return "raised" if b.value > a.value else "lowered"
    again = before.spot.issue != after.spot.issue and a.value == b.value and a.unit == b.unit
    return _moved(a, b) if again else None  # an issue that tells one figure for two years tells a series


def _moved(a: Target, b: Target) -> Tie | None:
    if a.deadline is None or b.deadline is None or same_deadline(a.deadline, b.deadline):
        return None
    return "delayed" if is_later(b.deadline, a.deadline) else "advanced"


def _same_thing(a: DatedTarget, b: DatedTarget) -> bool:
    return same_actor(a.region, a.target.actor, b.region, b.target.actor) and same_measure(
        a.target.metric, b.target.metric
    )


def same_actor(region: str | None, actor: str | None, other_region: str | None, other: str | None) -> bool:
    """Whether two actors may be one: of one region, or where neither has a region of one name; not when unknown."""
    if region is not None or other_region is not None:
        return region == other_region
    if not actor or not other:
        return False
    a, b = letters(actor), letters(other)
    return a in b or b in a


def same_measure(one: str | None, other: str | None) -> bool:
    """Whether two measures are one: every word that says something stands in both, blanks and fillers apart."""
    if not one or not other:
        return False
    (whole, words), (other_whole, other_words) = _said(one), _said(other)
    if not words or not other_words:
        return whole == other_whole
    return all(word in other_whole for word in words) and all(word in whole for word in other_words)


@lru_cache(maxsize=16384)
def _said(measure: str) -> tuple[str, tuple[str, ...]]:
    """The letters of a measure, and its words that say something."""
    plain = _LEADING.sub("", measure)
    found = (found[0] for found in _TOKENS.finditer(plain))
    words = (letters(_PARTICLE.sub("", word) if len(word) > _SHORT else word) for word in found)
    return letters(plain), tuple(word for word in words if word and word not in _STOP)


def _closed(thread: list[Step], reported: Sequence[Reported], today: dt.date | None) -> TiedTarget:
    """The commitment with what became of it."""
    last = _last(thread)
    target = last.target
    outcome = _outcome(last, reported)
    if outcome is None and today is not None and target.deadline is not None and int(target.deadline[:4]) < today.year:
        outcome = Step("silent", None)
    return TiedTarget(target.actor, target.metric, (*thread, outcome) if outcome else tuple(thread))


def _outcome(stated: DatedTarget, reported: Sequence[Reported]) -> Step | None:
    """The first figure that meets a target, else the last one that misses it behind its deadline; None for neither."""
    target = stated.target
    missed = None
    for one in reported:
        told, value = one.reached, one.reached.figure.value
        if target.value is None or one.spot.issue <= stated.spot.issue or value is None:
            continue
        if not same_actor(stated.region, target.actor, told.region, told.actor):
            continue
        if not same_measure(target.metric, told.metric) or not comparable(target, told.figure):
            continue
        if value <= target.value if target.bound in ("<=", "<") else value >= target.value:
            return Step("met", None, one)
        if target.deadline is not None and told.when is not None and told.when[:4] >= target.deadline[:4]:
            missed = Step("missed", None, one)
    return missed
