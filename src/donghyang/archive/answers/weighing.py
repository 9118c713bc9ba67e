"""Whether a place of an article answers a question: enough of its words are said there, and all that may not lack."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import ANY_FIGURE
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import is_everywhere, words
from donghyang.archive.answers.fitting import Candidate, Fit, fit, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.gates import is_open
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers import readers
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import place_of
from donghyang.records import Cited

LEAST_SHARE = 0.6
"""How much of a question's words, by weight, an answer's place says; what may be unsaid are deeds alone."""
MOST_UNSAID = 0.24
"""How much of a question's nouns, by weight, an answer's place may leave unsaid."""
MOST_UNSAID_OF_NAMES = 0.16
"""The same where no unit tells what is asked for."""


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


def _names_near(question: Question, candidate: Candidate) -> bool:
    """Whether what is asked for is said where it must be: the deed of a date in its line; what is measured, where no
    unit tells it, there or in what governs the line, with the word before it that tells of which sort it is."""
    asked, passage = question.asked, candidate.passage
    if asked is None or asked.sort not in ("date", "figure") or asked.unit not in (None, "%"):
        return True
    if _tells_no_deed(question, candidate):
        return True
    line = folded(f"{passage.text}\n{candidate.head}")
    near = folded("\n".join((passage.text, candidate.head, *passage.over)))
    by_deed = asked.unit == "%" and all(need.kind == "deed" for need in question.core)
    core = near if asked.sort == "figure" and not by_deed else line
    before = [need for need in question.around[-len(question.core) - 1 : -len(question.core)] if _modifies(need)]
    return all(need.said_in(core) for need in telling(question)) and all(need.said_in(near) for need in before)


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
    """Whether a word stands without a particle before the noun that it tells more of: 상장 기업."""
    return need.kind == "word" and need.text == need.forms[0] and not need.text.endswith("의")


def answers(question: Question, one: Scored, holdings: Holdings) -> bool:
    """Whether a place says enough of the question and all that it must say, and nothing forbids it."""
    if one.fit.share < LEAST_SHARE or any(need.is_hard for need in one.fit.missing):
        return False
    named = question.asked is not None and question.asked.sort in ("name", "date", "list", "ranked")
    if unsaid_nouns(question, one, holdings) > (MOST_UNSAID_OF_NAMES if named else MOST_UNSAID):
        return False
    if any(need.kind == "figure" or (need.kind == "name" and one.article.section != "brief") for need in one.fit.far):
        return False
    candidate = one.found.candidate
    if _hangs_on_deed(question, one) or any(need in one.fit.missing for need in _measured_by(question)):
        return False
    if not _names_near(question, candidate):
        return False
    unsaid = {*one.fit.missing, *one.fit.far} if _is_in_unit(question, one) else {*one.fit.weak, *one.fit.far}
    if any(need in unsaid for need in telling(question)) and not (
        _unit_tells(question, one) or _tells_no_deed(question, candidate)
    ):
        return False
    return is_open(question, candidate, holdings)


def _hangs_on_deed(question: Question, one: Scored) -> bool:
    """Whether a share is asked for by a verb alone, which the place does not say: 몇 % 팔렸나."""
    asked = question.asked
    percent = asked is not None and asked.unit == "%" and not asked.change
    return percent and not question.core and any(need.kind == "deed" for need in one.fit.missing)


def _measured_by(question: Question) -> list[Need]:
    """The verb right behind what asks where nothing else says what is measured: 얼마나 회수하나."""
    asked = question.asked
    if asked is None or asked.kinds != ANY_FIGURE or asked.unit is not None or not asked.taken:
        return []
    behind = [need for need in question.needs if need.span[0] >= asked.taken[-1][1]][:1]
    return [need for need in behind if need.kind == "deed" and not need.text.startswith(words("light"))]


def _is_in_unit(question: Question, one: Scored) -> bool:
    """Whether an answer has the very unit that the question names."""
    return question.asked is not None and question.asked.unit is not None and one.found.unit == question.asked.unit


def unsaid_nouns(question: Question, one: Scored, holdings: Holdings) -> float:
    """The share by weight of the question's nouns that the place does not say; all of them where the topic, which the
    question opens with, is among them, or one that no article of the archive says: it may be another thing."""
    nouns = [need for need in question.needs if need.kind != "deed" and not _goes_without_saying(need, one.article)]
    nouns = [need for need in nouns if not need.is_common or holdings.said(need)]
    missing = [need for need in one.fit.missing if need in nouns and need.kind == "word" and need not in question.core]
    if (nouns and nouns[0] in missing) or any(not holdings.said(need) for need in missing):
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


def is_beside(question: Question, one: Scored, lines: Container[str]) -> bool:
    """Whether words of the question are said only by a line before, or what it asks for only by a line above, of which
    that line tells something itself."""
    passage = one.found.candidate.passage
    before = [folded(text) for text in passage.before if text in lines]
    if any(need.said_in(text) for need in one.fit.far for text in before):
        return True
    above = [folded(text) for text in passage.over if text in lines]
    line = folded(f"{passage.text} {one.found.candidate.head}")
    if passage.row is not None and any(need.said_in(line) for need in question.core):
        return False
    return any(need.said_in(text) for need in question.core for text in above)
