"""From what the archive's lines offer to one answer, to none, or to a contradiction."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import words
from donghyang.archive.answers.differences import halves, is_told_right
from donghyang.archive.answers.fitting import Candidate, Fit, fit, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found, printed
from donghyang.archive.answers.gates import is_open
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers import readers
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.times import same_time
from donghyang.records import Answer, Cited

NEAR = 8
"""Articles that are searched for an answer."""
LEAST_SHARE = 0.6
"""How much of a question's words, by weight, an answer's place says; what may be unsaid are deeds alone."""
MOST_UNSAID = 0.24
"""How much of a question's nouns, by weight, an answer's place may leave unsaid."""
MOST_UNSAID_OF_NAMES = 0.16
"""The same where no unit tells what is asked for."""
MARGIN = 0.018
"""By how much an answer fits better than the next other one, as a share of the words."""
_APART = 0.12
"""How much less of a question the place of a contradiction may say than the best one."""
_SAME_SHARE = 0.07
"""How much less of it another answer may say that is as good."""
_NAMED = 0.12
"""What it adds to a fit that the own stretch names what is asked for."""
_EPSILON = 1e-9
_CORE = 0.7
"""What the word itself is of that, beside the words that belong to it."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Scored:
    """A possible answer with its fit."""

    found: Found
    fit: Fit
    near: float
    """What it gains by what is measured or looked for being named in its own stretch."""
    article: Held

    @property
    def score(self) -> float:
        """How well it fits, its form included."""
        return (self.fit.score + self.fit.share) / 2 + self.found.bonus + self.near

    @property
    def cited(self) -> Cited:
        """Its line, quoted."""
        return self.article.cited(quote(self.found.candidate.passage))


def decide(question: Question, holdings: Holdings) -> Answer:
    """The answer to a question, with its sources; those of an unanswered one are the nearest articles."""
    near = [article for article, _ in holdings.nearest(question.needs, NEAR)]
    if question.asked is not None and question.asked.sort == "difference":
        return _difference(question, near, holdings)
    scored = sorted(_scored(question, near, holdings), key=lambda one: -one.score)
    lines = frozenset(one.found.candidate.passage.text for one in scored)
    every = [one for one in scored if _answers(question, one, holdings) and not _is_beside(question, one, lines)]
    good = _best_named(every)
    if not good or any(_says_else(one, good[0]) for one in every):
        return _none(near, scored)
    best, rest = good[0], good[1:]
    rivals = [one for one in rest if not one.found.agrees(best.found) and _is_as_near(one, best)]
    if any(one.article.issue == best.article.issue for one in rivals):
        return _none(near, scored)
    if other := _other_issue(question, best, scored, holdings):
        return _contradiction(best, other)
    if rivals:
        return _none(near, scored)
    told = _with_unit(best, scored)
    same = [one for one in good if one.found.agrees(best.found)]
    return Answer("answered", told.said, told.value, told.unit, _sources(same))


def _scored(question: Question, near: Sequence[Held], holdings: Holdings) -> Iterator[Scored]:
    for article in near:
        for passage in article.passages:
            for reader in readers(question):
                for found in reader(passage, question, holdings):
                    fits = fit(question.needs, found.candidate, holdings)
                    yield Scored(found, fits, _NAMED * _share_named(question, fits), article)


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
    core = near if asked.sort == "figure" else line
    before = [need for need in question.around[-len(question.core) - 1 : -len(question.core)] if _modifies(need)]
    return all(need.said_in(core) for need in question.core) and all(need.said_in(near) for need in before)


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


def _share_named(question: Question, fits: Fit) -> float:
    """How much of what is measured or looked for its own stretch names: most for the word itself."""
    if not question.core:
        return 0.0
    core = sum(need in fits.own for need in question.core) / len(question.core)
    return _CORE * core + (1 - _CORE) * sum(need in fits.own for need in question.around) / len(question.around)


def _answers(question: Question, one: Scored, holdings: Holdings) -> bool:
    """Whether a place says enough of the question and all that it must say, and nothing forbids it."""
    if one.fit.share < LEAST_SHARE or any(need.is_hard for need in one.fit.missing):
        return False
    named = question.asked is not None and question.asked.sort in ("name", "date", "list", "ranked")
    if _unsaid_nouns(question, one, holdings) > (MOST_UNSAID_OF_NAMES if named else MOST_UNSAID):
        return False
    if any(need.kind == "figure" or (need.kind == "name" and one.article.section != "brief") for need in one.fit.far):
        return False
    candidate = one.found.candidate
    if _hangs_on_deed(question, one):
        return False
    if not _names_near(question, candidate):
        return False
    unsaid = {*one.fit.missing, *one.fit.far} if _is_in_unit(question, one) else {*one.fit.weak, *one.fit.far}
    if any(need in unsaid for need in question.core) and not (
        _unit_tells(question, one) or _tells_no_deed(question, candidate)
    ):
        return False
    return is_open(question, candidate, holdings)


def _hangs_on_deed(question: Question, one: Scored) -> bool:
    """Whether a share is asked for by a verb alone, which the place does not say: 몇 % 팔렸나."""
    asked = question.asked
    percent = asked is not None and asked.unit == "%" and not asked.change
    return percent and not question.core and any(need.kind == "deed" for need in one.fit.missing)


def _is_in_unit(question: Question, one: Scored) -> bool:
    """Whether an answer has the very unit that the question names."""
    return question.asked is not None and question.asked.unit is not None and one.found.unit == question.asked.unit


def _unsaid_nouns(question: Question, one: Scored, holdings: Holdings) -> float:
    """The share by weight of the question's nouns that the place does not say; all of them where the topic, which the
    question opens with, is among them, or one that no article of the archive says: it may be another thing."""
    nouns = [need for need in question.needs if need.kind != "deed"]
    missing = [need for need in one.fit.missing if need.kind == "word" and need not in question.core]
    if (nouns and nouns[0] in missing) or any(not holdings.said(need) for need in missing):
        return 1.0
    total = sum(map(holdings.weight, nouns))
    return sum(map(holdings.weight, missing)) / total if total else 0.0


def _unit_tells(question: Question, one: Scored) -> bool:
    """Whether a unit that counts one sort of thing alone stands for the noun counted: 이동과학관 차량은 몇 대."""
    asked = question.asked
    if asked is None or asked.unit is None or asked.unit in words("any_thing") or one.found.unit != asked.unit:
        return False
    before = [need for need in question.around if need not in question.core]
    return bool(before) and all(need in one.fit.own for need in before)


def _is_beside(question: Question, one: Scored, lines: Container[str]) -> bool:
    """Whether words of the question are said only by a line before, or what it asks for only by a line above, of which
    that line tells something itself."""
    passage = one.found.candidate.passage
    before = [folded(text) for text in passage.before if text in lines]
    if any(need.said_in(text) for need in one.fit.far for text in before):
        return True
    above = [folded(text) for text in passage.over if text in lines]
    line = folded(f"{passage.text} {one.found.candidate.head}")
    return any(need.said_in(text) and not need.said_in(line) for need in question.core for text in above)


def _best_named(good: list[Scored]) -> list[Scored]:
    """Those whose stretch names most of what is asked for, and of one line those that no other place fits better: the
    speed of 60nm beside that of 200nm."""
    good = [one for one in good if not any(_names_more(other, one) for other in good)]
    most = max((one.near for one in good), default=0.0)
    good = [one for one in good if one.near >= most - _EPSILON]
    lines: dict[int, list[Scored]] = {}
    for one in good:
        lines.setdefault(id(one.found.candidate.passage), []).append(one)
    return [one for one in good if not any(_says_more(other, one) for other in lines[id(one.found.candidate.passage)])]


def _says_else(one: Scored, best: Scored) -> bool:
    """Whether a later answer of the same line has a word of the question in its stretch that the best one has not. What
    an earlier one has may go on to hold: its topic."""
    a, b = one.found.candidate, best.found.candidate
    if a.passage is not b.passage or a.start <= b.start or one.found.agrees(best.found):
        return False
    return any(need.kind != "deed" for need in one.fit.own - best.fit.own)


def _names_more(one: Scored, other: Scored) -> bool:
    """Whether one of two answers of a line has names and numbers of the question in its own stretch that the other
    lacks there: 주장 4호 beside 주장 3호."""
    if one.found.candidate.passage is not other.found.candidate.passage:
        return False
    a, b = ({need for need in fits.own if need.is_hard} for fits in (one.fit, other.fit))
    return a > b and any(need.kind == "figure" for need in a - b)


def _says_more(one: Scored, other: Scored) -> bool:
    """Whether the stretch of one says all that the other's says, and more; or more of what no text may lack."""
    a, b = one.fit.own, other.fit.own
    return a > b or sum(need.is_hard for need in a) > sum(need.is_hard for need in b)


def _other_issue(question: Question, best: Scored, scored: Sequence[Scored], holdings: Holdings) -> Scored | None:
    """What another issue says of the same at the same time, and differently; None where none does, or none clearly."""
    issues: dict[object, list[Scored]] = {}
    for one in scored:
        if one.article.issue == best.article.issue or best.fit.share - one.fit.share >= _APART:
            continue
        if _unsaid_nouns(question, one, holdings) > MOST_UNSAID:
            continue
        if _may_differ(question, one, best) and is_open(question, one.found.candidate, holdings):
            issues.setdefault(one.article.issue, []).append(one)
    for said in issues.values():
        if any(one.found.agrees(best.found) for one in said):
            continue
        good = sorted(_best_named(said), key=lambda one: -one.score)
        top = good[0]
        clear = all(one.found.agrees(top.found) or not _is_as_near(one, top) for one in good)
        close = best.fit.share - top.fit.share < _APART and _weakly_named(top) >= _weakly_named(best)
        timed = bool(question.periods) or (question.asked is not None and question.asked.sort == "date")
        if clear and close and (timed or same_time(top.found.candidate, best.found.candidate, holdings)):
            return top
    return None


def _may_differ(question: Question, one: Scored, best: Scored) -> bool:
    """Whether a place of another issue speaks of the same thing: it lacks none of its names, nor what is measured."""
    same = one.found.agrees(best.found) or one.found.unit == best.found.unit
    lacking = {*one.fit.missing, *one.fit.far} - {*best.fit.missing, *best.fit.far}
    return same and not any(need.is_hard or need in question.core for need in lacking)


def _weakly_named(one: Scored) -> int:
    """How many names and numbers of the question a place says, anywhere."""
    return -sum(need.is_hard for need in (*one.fit.missing, *one.fit.far))


def _contradiction(best: Scored, other: Scored) -> Answer:
    both = sorted((best, other), key=lambda one: str(one.article.issue))
    said = " / ".join(f"{one.article.issue}: {one.found.said}" for one in both)
    return Answer("contradiction", said, None, None, tuple(one.cited for one in both))


def _is_as_near(one: Scored, best: Scored) -> bool:
    """Whether an answer fits about as well as the best one, and says about as much of the question."""
    return best.score - one.score < MARGIN and best.fit.share - one.fit.share < _SAME_SHARE


def _with_unit(best: Scored, scored: Sequence[Scored]) -> Found:
    """The answer as a line of the same article prints it with its unit, where a table's cell has none."""
    if best.found.value is None or best.found.unit is not None:
        return best.found
    alike = (one.found for one in scored if one.article is best.article and one.found.value == best.found.value)
    return next((found for found in alike if found.unit is not None), best.found)


def _sources(same: Sequence[Scored]) -> tuple[Cited, ...]:
    """The places of an answer, one an article, the best first."""
    found: dict[int, Cited] = {}
    for one in same:
        found.setdefault(id(one.article), one.cited)
    return tuple(found.values())[:_SHOWN]


def _none(near: Sequence[Held], scored: Sequence[Scored]) -> Answer:
    """No answer; the nearest articles, each with the line of it that lies nearest."""
    lines: dict[int, Cited] = {}
    for one in scored:
        lines.setdefault(id(one.article), one.cited)
    cited = tuple(lines.get(id(article)) or article.cited(article.headline) for article in near[:_SHOWN])
    return Answer("not_found", None, None, None, cited)


def _difference(question: Question, near: Sequence[Held], holdings: Holdings) -> Answer:
    """By how much two figures differ, where both are said in one article, in one unit, and the greater one as asked."""
    both = halves(question)
    if both is None:
        return _none(near, ())
    one, other = (decide(half, holdings) for half in both)
    shared = [cited for cited in one.sources if _place(cited) in map(_place, other.sources)]
    if not shared or {one.status, other.status} != {"answered"} or one.unit != other.unit:
        return _none(near, ())
    if one.value is None or other.value is None or not is_told_right(question, one.value, other.value):
        return _none(near, ())
    value = abs(one.value - other.value)
    second = [cited for cited in other.sources if cited not in shared and _place(cited) == _place(shared[0])]
    said = f"{printed(value, one.unit)} ({one.answer}, {other.answer})"
    return Answer("answered", said, value, one.unit, (shared[0], *second[:1]))


def _place(cited: Cited) -> tuple[object, ...]:
    return cited.issue, cited.section, cited.number, cited.headline
