"""One commitment through the issues: targets of one actor and measure tied, met, missed, silent; and contradictions."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from donghyang.facts.compare import agrees, comparable
from donghyang.language import tables
from donghyang.language.nearness import letters, pair_ratio
from donghyang.language.patterns import lazily
from donghyang.records import Contradiction, Step, TiedTarget

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from donghyang.records import DatedTarget, Reported, Target, Tie

_TOKENS = lazily(r"[^\s·,，、()（）'‘’“”\"]+")
_STOP = frozenset(tables.words(__package__, "measure_fillers"))
_PARTICLE = lazily("(?:을|를|이|가|은|는|의|에|와|과|로|으로)$")
_LEADING = lazily(r"^\([^()]*\)(?:급|규모)?\s?")
_REVISED = lazily("상향|하향|조정|수정|변경|높여|높이|낮춰|늘려|앞당|연기|미뤄|늦춰")
_DIGITS = lazily("[0-9]+")
_ALIKE = 0.8
"""How much of their letters two sentences share that tell one thing again."""
_TELLING = 8
"""Letters without which a line says nothing of its own: a cell (14개) is like any other."""
_SHORT = 2
"""Letters of a word that has no particle to lose."""
_NEAR = 2000
"""How many statements of one region are looked back through for one of the same thing; a bound for the time."""
_Measure = tuple[str, tuple[str, ...]]
"""The letters of a measure, and its words that say something."""
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
    beside: dict[str | None, _Beside] = {}
    for stated in sorted(targets, key=lambda one: (one.spot.issue, one.target.start)):
        near = beside.setdefault(stated.region, _Beside())
        for at in near.of_measure(stated.target.metric):
            last = near.last[at]
            tie = _tie(last, stated)
            if tie is not None:
                if tie != "restated" or stated.spot.issue != last.spot.issue:
                    near.threads[at].append(Step(tie, stated))
                    near.last[at], near.measures[at] = stated, _said(stated.target.metric or "")
                break
        else:
            threads.append([Step("first", stated)])
            near.begin(threads[-1], stated)
    figures = {
        region: [(_said(one.reached.metric), one) for one in group]
        for region, group in _by_region(sorted(reported, key=lambda one: one.spot.issue)).items()
    }
    return [_closed(thread, figures.get(_last(thread).region, []), today) for thread in threads]


class _Beside:
    """The commitments of one region, with what each was last stated as."""

    def __init__(self) -> None:
        self.threads: list[list[Step]] = []
        self.last: list[DatedTarget] = []
        self.measures: list[_Measure] = []

    def begin(self, thread: list[Step], stated: DatedTarget) -> None:
        """Take in a new one."""
        self.threads.append(thread)
        self.last.append(stated)
        self.measures.append(_said(stated.target.metric or ""))

    def of_measure(self, metric: str | None) -> Iterator[int]:
        """The places of those that are near and of this measure, the last begun first."""
        if not metric:
            return
        measure, count = _said(metric), len(self.measures)
        for at in range(count - 1, max(count - _NEAR, 0) - 1, -1):
            if _are_one(measure, self.measures[at]) and self.last[at].target.metric:
                yield at


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
    if a.deadline == b.deadline:
        if agrees(a, b):
            return "restated"
        if before.spot.issue == after.spot.issue:
            return None  # told as a contradiction
        return "raised" if b.value > a.value else "lowered"
    return _moved(a, b) if a.value == b.value and a.unit == b.unit else None


def _moved(a: Target, b: Target) -> Tie | None:
    if a.deadline is None or b.deadline is None or a.deadline == b.deadline:
        return None
    return "delayed" if b.deadline > a.deadline else "advanced"


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
    return _are_one(_said(one), _said(other))


def _are_one(one: _Measure, other: _Measure) -> bool:
    (whole, words), (other_whole, other_words) = one, other
    if not words or not other_words:
        return whole == other_whole
    if words[0] not in other_whole or other_words[0] not in whole:
        return False  # so most are told apart
    return all(word in other_whole for word in words) and all(word in whole for word in other_words)


@lru_cache(maxsize=16384)
def _said(measure: str) -> _Measure:
    """The letters of a measure, and its words that say something."""
    plain = _LEADING.sub("", measure)
    found = (found[0] for found in _TOKENS.finditer(plain))
    words = (letters(_PARTICLE.sub("", word) if len(word) > _SHORT else word) for word in found)
    return letters(plain), tuple(word for word in words if word and word not in _STOP)


def _closed(thread: list[Step], reported: Sequence[tuple[_Measure, Reported]], today: dt.date | None) -> TiedTarget:
    """The commitment with what became of it."""
    last = _last(thread)
    target = last.target
    outcome = _outcome(last, reported)
    if outcome is None and today is not None and target.deadline is not None and int(target.deadline[:4]) < today.year:
        outcome = Step("silent", None)
    return TiedTarget(target.actor, target.metric, (*thread, outcome) if outcome else tuple(thread))


def _outcome(stated: DatedTarget, reported: Sequence[tuple[_Measure, Reported]]) -> Step | None:
    """The first figure that meets a target, else the last one that misses it behind its deadline; None for neither."""
    target = stated.target
    missed = None
    if target.value is None or not target.metric:
        return None
    measure = _said(target.metric)
    for other, one in reported:
        told, value = one.reached, one.reached.figure.value
        if not _are_one(measure, other) or one.spot.issue < stated.spot.issue or value is None:
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


def contradictions(targets: Sequence[DatedTarget], reported: Sequence[Reported] = ()) -> list[Contradiction]:
    """Places of two issues that say another value of one thing for one time; [] where none do.

    A target that a later issue says was changed, or that another document sets, is no contradiction.
    """
    found: list[Contradiction] = []
    for group in _by_region(targets).values():
        pairs = _of_one(group, [(one.target.deadline, one.target.metric) for one in group])
        found += [one for earlier, later in pairs if (one := _against(earlier, later)) is not None]
    for figures in _by_region(reported).values():
        near = _of_one(figures, [(one.reached.when, one.reached.metric) for one in figures])
        found += [one for earlier, figure in near if (one := _figures_against(earlier, figure)) is not None]
    return found


def _of_one(
    group: Sequence[_Placed], told: Sequence[tuple[str | None, str | None]]
) -> Iterator[tuple[_Placed, _Placed]]:
    """The pairs of near ones that are of one time and one measure, which `told` says of each, in order."""
    before: dict[str | None, list[tuple[int, _Measure]]] = {}
    for at, (one, (when, metric)) in enumerate(zip(group, told, strict=True)):
        if not metric:
            continue
        measure, same = _said(metric), before.setdefault(when, [])
        first = bisect_left(same, at - _NEAR, key=lambda pair: pair[0])
        yield from ((group[place], one) for place, other in same[first:] if _are_one(other, measure))
        same.append((at, measure))


def _against(a: DatedTarget, b: DatedTarget) -> Contradiction | None:
    one, other = a.target, b.target
    if one.value is None or other.value is None or one.deadline != other.deadline or not _same_thing(a, b):
        return None
    if not comparable(one, other) or agrees(one, other):
        return None
    same_paper = a.document is not None and b.document is not None and letters(a.document) == letters(b.document)
    if a.spot.issue == b.spot.issue or not same_paper or _REVISED.search(other.text):
        return None
    return Contradiction(
        other.metric or one.metric or "", one.deadline, a.spot, one.text, one.value, b.spot, other.text, other.value,
        one.unit, agrees(one, other).reason,
    )  # fmt: skip


def _alike(a: Reported, b: Reported) -> bool:
    """Whether two figures stand in lines that are alike but for their figures."""
    one, other = (_DIGITS.sub("", told.said) for told in (a, b))
    return min(len(letters(one)), len(letters(other))) >= _TELLING and pair_ratio(one, other) >= _ALIKE


def _of_one_time(a: Reported, b: Reported) -> bool:
    """Whether two figures are of one year or day; where neither names any, only lines alike speak of one time."""
    one, other = a.reached.when, b.reached.when
    return one == other if one is not None or other is not None else _alike(a, b)


def _of_one_actor(a: Reported, b: Reported) -> bool:
    """Whether one body reached both: a region has many firms with one measure."""
    one, other = a.reached, b.reached
    return one.region == other.region and (same_actor(None, one.actor, None, other.actor) or _alike(a, b))


def _figures_against(a: Reported, b: Reported) -> Contradiction | None:
    one, other = a.reached, b.reached
    value, other_value = one.figure.value, other.figure.value
    if value is None or other_value is None or a.spot.issue == b.spot.issue:
        return None  # what one issue says twice is the proofreader's
    verdict = agrees(one.figure, other.figure)
    if not comparable(one.figure, other.figure) or verdict:
        return None
    if not (_of_one_time(a, b) and _of_one_actor(a, b) and same_measure(one.metric, other.metric)):
        return None
    return Contradiction(
        other.metric,
        one.when,
        a.spot,
        one.text,
        value,
        b.spot,
        other.text,
        other_value,
        one.figure.unit,
        verdict.reason,
    )
