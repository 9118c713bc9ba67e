"""Whether a place of an article answers a question: enough of its words are said there, and all that may not lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import is_everywhere, words
from donghyang.archive.answers.fitting import Candidate, Fit, fit, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.gates import is_open
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers import readers
from donghyang.archive.answers.offers.units import same_unit
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import place_of
from donghyang.records import Cited

LEAST_SHARE = 0.6
"""How much of a question's words, by weight, an answer's place says, deeds among them."""
MOST_UNSAID = 0.2
"""How much of a question's nouns, by weight, an answer's place may leave unsaid in any of their words. On 50 outsiders'
questions that nobody had read 0.28 gave one answer more and three wrong ones (2026-11)."""
_CLEAR, _LEAST_ALONE, _MOST_ALONE = 0.2, 0.5, 0.4
"""By how much an answer fits better than all others to stand alone, how much of the words its place says then, and how
much of the nouns it may leave unsaid: twice as much. Of 650 read questions (2026-11) these limits
gave eight right answers more, none wrong and none invented."""
_MOST_UNDONE = 2
"""How many deeds of a question its place may tell otherwise: more are a condition that it does not tell."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A possible answer with its fit."""

    found: Found
    fit: Fit
    article: Held

    @property
    def score(self) -> float:
        """How well it fits, its form included."""
        return (self.fit.score + self.fit.share) / 2 + self.found.bonus

    @property
    def cited(self) -> Cited:
        """Its line, quoted."""
        return self.article.cited(quote(self.found.candidate.passage))


def scored_of(question: Question, near: Sequence[Held], holdings: Holdings) -> Iterator[Scored]:
    """What the lines of the nearest articles offer, each with its fit."""
    for article in near:
        for passage in article.passages:
            for reader in readers(question):
                for found in reader(passage, question, holdings):
                    yield Scored(found, fit(question.needs, found.candidate, holdings), article)


def telling(question: Question) -> Sequence[Need]:
    """The core without words that say what is measured only with the one before them: 풍력 of 풍력 규모."""
    return [need for need in question.core if need.forms[0] not in words("weak")] or question.core


def _tells_no_deed(question: Question, candidate: Candidate) -> bool:
    """Whether a deed is asked for of a row, which has no verb: a list of events with their days; or one that says no
    more than the noun before it, which the stretch says: 평가를 받나."""
    if not all(need.kind == "deed" for need in question.core):
        return False
    if candidate.passage.row is not None:
        return True
    nouns = [need for need in question.needs if need.kind == "word"]
    own = folded(candidate.passage.text[slice(*candidate.own)])
    light = all(need.text.startswith(words("light")) for need in question.core)
    return light and bool(nouns) and nouns[-1].said_in(own) == 1.0


def _modifies(need: Need) -> bool:
    """Whether a word stands without a particle before the noun that it tells more of: 기초연구 경비."""
    return need.kind == "word" and need.text == need.forms[0] and not need.is_common


def answers(question: Question, one: Scored, holdings: Holdings) -> bool:
    """Whether a place says all names and figures of a question, what is measured, and enough of its other nouns, and
    nothing forbids it; what is done it may tell otherwise."""
    return _may_answer(question, one, holdings, LEAST_SHARE, MOST_UNSAID)


def alone(question: Question, scored: Sequence[Scored], holdings: Holdings) -> list[Scored]:
    """The place that stands clear of every other answer, which may leave more of a question unsaid; [] where none
    stands so."""
    if not scored:
        return []
    best = scored[0]
    behind = next((one.score for one in scored if _is_rival(question, one, best, holdings)), 0.0)
    if best.score - behind < _CLEAR or not _may_answer(question, best, holdings, _LEAST_ALONE, _MOST_ALONE):
        return []
    return [best]


def _is_rival(question: Question, one: Scored, best: Scored, holdings: Holdings) -> bool:
    """Whether another answer might be meant; a figure of the same row or line that something forbids is none."""
    if one.found.agrees(best.found):
        return False
    candidate = one.found.candidate
    return candidate.passage is not best.found.candidate.passage or is_open(question, candidate, holdings)


def _may_answer(question: Question, one: Scored, holdings: Holdings, least: float, most: float) -> bool:
    """Whether a place says this share of a question at least, leaves this much of its nouns unsaid at most, and nothing
    forbids it."""
    if one.fit.share < least or any(need.is_hard for need in one.fit.missing):
        return False
    if unsaid_nouns(question, one, holdings) > most or _is_of_the_headline(question, one):
        return False
    if sum(need.kind == "deed" and need.text not in words("loose") for need in one.fit.missing) > _MOST_UNDONE:
        return False
    if any(need.kind == "figure" or (need.kind == "name" and one.article.section != "brief") for need in one.fit.far):
        return False
    if any(need.kind == "turned" and need not in one.fit.own for need in question.needs):
        return False
    if _is_undated(question, one):
        return False
    candidate = one.found.candidate
    before = question.around[-len(question.core) - 1 : -len(question.core)]
    if any(_modifies(need) and need in one.fit.missing for need in before):
        return False
    unsaid = {*one.fit.missing, *one.fit.far} if _is_in_unit(question, one) else {*one.fit.weak, *one.fit.far}
    if any(need in unsaid for need in telling(question)) and not (
        _unit_tells(question, one) or _tells_no_deed(question, candidate)
    ):
        return False
    return is_open(question, candidate, holdings)


def _is_undated(question: Question, one: Scored) -> bool:
    """Whether a date is asked for of what no word is read for, and nothing but names stands beside the date."""
    if question.asked is None or question.asked.sort != "date" or question.core:
        return False
    return all(need.kind == "name" for need in one.fit.own)


def _is_in_unit(question: Question, one: Scored) -> bool:
    """Whether an answer has the very unit that the question names."""
    return (
        question.asked is not None
        and question.asked.unit is not None
        and same_unit(one.found.unit, question.asked.unit)
    )


def _is_of_the_headline(question: Question, one: Scored) -> bool:
    """Whether a headline tells a figure, of the whole news, and the question says more than is said there; or a lead,
    and the question names another thing."""
    article, passage = one.article, one.found.candidate.passage
    if question.asked is None or question.asked.sort != "figure" or passage.row is not None:
        return False
    if passage.text == article.headline and article.section != "brief":
        return bool(one.fit.missing)
    return passage.text in article.head and any(need.kind == "word" for need in one.fit.missing)


def unsaid_nouns(question: Question, one: Scored, holdings: Holdings) -> float:
    """The share by weight of the question's nouns that the place does not say, what is measured apart; all of them
    where no article of the archive says one in any of its words, for it may be another thing."""
    nouns = [need for need in question.needs if need.kind != "deed" and not _goes_without_saying(need, one.article)]
    missing = [need for need in one.fit.missing if need in nouns and need.kind == "word" and need not in question.core]
    if any(not need.is_common and not holdings.said(need) for need in missing):
        return 1.0
    total = sum(map(holdings.weight, nouns))
    return sum(map(holdings.weight, missing)) / total if total else 0.0


def _goes_without_saying(need: Need, article: Held) -> bool:
    """Whether a word is of what all reports are, and the headline is of no one place in it."""
    return is_everywhere(need) and place_of(article.headline) is None


def _unit_tells(question: Question, one: Scored) -> bool:
    """Whether a unit that counts one sort of thing alone stands for the noun counted: 이동과학관 차량은 몇 대."""
    asked = question.asked
    if asked is None or asked.unit is None or asked.unit in words("any_thing") or one.found.unit != asked.unit:
        return False
    before = [need for need in question.around if need not in question.core]
    return bool(before) and all(need in one.fit.own for need in before)
