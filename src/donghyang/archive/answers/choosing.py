"""Which of several answers a question means: in a line by what each has that the others lack, then by all it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.folding import Folded, folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.weighing import Scored
from donghyang.language.patterns import lazily

_Place: TypeAlias = int | tuple[int, str, tuple[str, ...]]

MARGIN = 0.018
"""By how much an answer fits better than the next other one, as a share of the words."""
_SAME_SHARE = 0.07
"""How much less of a question another answer may say that is as good."""
_LISTED = lazily(r"(?:\([^()]*\))?(?:\s?[,·]|[와과]\s|\s및\s)")
"""Behind a figure after which a list goes on."""
_YEAR = lazily(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2}|(?<=['’‘])[0-9]{2})년")

_NOWHERE = (0, 0)
"""The place of a year of the question as a need: it is none of its words."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line, or a table, tells of the answers that it offers."""

    words: dict[int, frozenset[Need]]
    """The words of the question that tell of each, by its identity."""
    told: dict[frozenset[Need], set[tuple[Decimal | None, str]]]
    """Their values, by these words."""
    has_whole: bool
    """Whether one of them is the sum that the question asks for."""


def chosen(question: Question, every: Sequence[Scored], offered: Sequence[Scored], holdings: Holdings) -> list[Scored]:
    """The answers that are not told to be another thing's, the best first. `every`: those that answer by themselves;
    `offered`: these and all else that the lines offer, of which one may be meant though it lacks too much."""
    answering = {_place(one) for one in every}
    offers: dict[_Place, list[Scored]] = {}
    for one in offered:
        if (place := _place(one)) in answering:
            offers.setdefault(place, []).append(one)
    lines = {place: _line(question, some) for place, some in offers.items()}
    good = [one for one in every if _is_meant(question, one, lines[_place(one)], holdings)]
    beside = max((one.score for one in good if _is_beside(one, question)), default=0.0)
    good = [one for one in good if _is_beside(one, question) or one.score > beside + MARGIN]
    return sorted(good, key=lambda one: -one.score)


def _is_beside(one: Scored, question: Question) -> bool:
    """Whether the stretch of an answer says what is measured or done itself; a row's head does so for all of it."""
    return not question.core or one.found.candidate.passage.row is not None or one.fit.own.issuperset(question.core)


def _line(question: Question, offered: Sequence[Scored]) -> _Line:
    shared = _shared(offered)
    told: dict[frozenset[Need], set[tuple[Decimal | None, str]]] = {}
    words = {id(one): _told(question, one, shared) for one in offered}
    for one in offered:
        told.setdefault(words[id(one)], set()).add((one.found.value, one.found.said))
    return _Line(words, told, any(one.found.whole for one in offered))


def rivals(good: Sequence[Scored]) -> list[Scored]:
    """Other answers that fit about as well as the best one, and say about as much of the question."""
    best, *rest = good
    others = [one for one in rest if not one.found.agrees(best.found) and is_as_near(one, best)]
    return [one for one in others if _place(one) != _place(best) or not one.fit.own < best.fit.own]


def is_as_near(one: Scored, best: Scored) -> bool:
    """Whether an answer fits about as well as the best one, and says about as much of the question."""
    return best.score - one.score < MARGIN and best.fit.share - one.fit.share < _SAME_SHARE


def _place(one: Scored) -> _Place:
    """What the answers that are told apart stand in: a line, or a table."""
    passage = one.found.candidate.passage
    return (passage.at, passage.row.caption, passage.row.header) if passage.row else id(passage)


def _is_meant(question: Question, one: Scored, line: _Line, holdings: Holdings) -> bool:
    """Whether no other answer of the line is told more closely what the question asks for."""
    mine = {(one.found.value, one.found.said)}
    others = [theirs for theirs, values in line.told.items() if values != mine]
    own = line.words[id(one)]
    in_line = one.found.candidate.passage.row is None
    if in_line and any(map(_is_year, frozenset().union(*others) - own)):
        return False
    core = frozenset(question.core)
    if core and core <= own:
        others = [theirs for theirs in others if core <= theirs]
    if not others:
        return True
    if line.has_whole:
        return one.found.whole
    for theirs in others:
        if any(map(_is_year, own - theirs)):
            continue
        if _weight(theirs - own, holdings) > _weight(own - theirs, holdings) or (
            in_line and _tells_a_thing(theirs - own) and _tells_a_thing(own - theirs)
        ):
            return False
    return True


def _is_year(need: Need) -> bool:
    """Whether a need is a year of the question, which one figure of a line bears: 2026년 30건, in all 90건."""
    return need.span == _NOWHERE


def _weight(needs: frozenset[Need], holdings: Holdings) -> float:
    return sum(map(holdings.weight, needs))


def _tells_a_thing(needs: frozenset[Need]) -> bool:
    return any(need.kind != "deed" for need in needs)


def _shared(line: Sequence[Scored]) -> tuple[Folded, Folded]:
    """What a line says before the first of its answers, which governs them all, and behind the last one of a list,
    whose verb is that of all."""
    places = sorted((one.found.candidate for one in line), key=lambda candidate: candidate.start)
    first, last, text = places[0], places[-1], places[0].passage.text
    if first.passage.row is not None:
        return folded(""), folded("")
    listed = all(_LISTED.match(text, one.end) for one in places if one.start < last.start)
    return folded(text[: first.start]), folded(text[last.end :] if listed else "")


def _told(question: Question, one: Scored, shared: tuple[Folded, Folded]) -> frozenset[Need]:
    """The words of a question, and its years, that tell of one answer of a line: those in its own stretch; deeds in
    their own words alone, for of a line's deeds any may be told with another word."""
    candidate = one.found.candidate
    head = folded(candidate.head)
    lead, tail = shared
    own = folded(f"{candidate.passage.text[slice(*candidate.own)]} {candidate.head}").letters
    needs = {
        need
        for need in one.fit.own
        if need.kind != "deed" or any(form in own for form in need.forms[: need.own])
        if need.said_in(head) or not (need.said_in(lead) or (need.kind == "deed" and need.said_in(tail)))
    }
    return frozenset(needs | set(_years(question, one)))


def _years(question: Question, one: Scored) -> Iterable[Need]:
    """The year of a question that is the last one that a line names up to an answer, or its column names, as a need."""
    candidate = one.found.candidate
    before = candidate.passage.text[: candidate.end] if candidate.passage.row is None else ""
    said = [found["year"] for found in _YEAR.finditer(f"{before} {candidate.head}")][-1:]
    years = {(period.value or "")[:4] for period in question.periods}
    return [
        Need(year, (f"{year} ",), 1, "figure", _NOWHERE) for year in years if said and year in (said[0], f"20{said[0]}")
    ]
