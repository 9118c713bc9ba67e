"""From what the archive's lines offer to one answer, to none, or to a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from donghyang.archive.answers.figures import figures_in
from donghyang.archive.answers.fitting import Fit, fit, lacks, quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.gates import is_open, times_of
from donghyang.archive.answers.holdings import Holdings, is_hard
from donghyang.archive.answers.passages import Held, Passage
from donghyang.archive.answers.question import Question
from donghyang.language.patterns import lazily
from donghyang.records import Answer, Cited

NEAR = 8
"""Articles that are searched for an answer."""
LEAST_SHARE = 0.86
"""How much of a question's words, by weight, an answer's place says."""
LEAST_NAMED = 0.76
"""The same where its own stretch names what is measured or looked for."""
MARGIN = 0.035
"""By how much an answer fits better than the next other one, as a share of the words."""
_APART = 0.12
"""How much worse the place of a contradiction may fit than the best one."""
_SAME_SHARE = 0.07
"""How much less of the question it may say."""
_APART_ONLY = lazily("차이|격차")
_LESS = lazily(r"뒤진|뒤지|뒤처|낮|적은|적나|적게|느린|느리|작은|작나|짧")
"""What says that the first of two is the lesser one."""
_SHOWN = 3
_NAMED = 0.12
"""What it adds to a fit that the own stretch names what is asked for."""

Reader = Callable[[Passage, Question, Holdings], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A possible answer with its fit."""

    found: Found
    fit: Fit
    near: float
    """What it gains by what is measured or looked for being named in its own stretch."""

    @property
    def score(self) -> float:
        """How well it fits, its form included."""
        return self.fit.score + self.found.bonus + self.near


def decide(question: Question, holdings: Holdings) -> Answer:
    """The answer to a question, with its sources; those of an unanswered one are the nearest articles."""
    near = [article for article, _ in holdings.nearest(question.needs, NEAR)]
    if question.asked is not None and question.asked.sort == "difference":
        return _difference(question, near, holdings)
    scored = sorted(_scored(question, near, holdings), key=lambda one: -one.score)
    good = [one for one in scored if _answers(question, one) and is_open(question, one.found.candidate, holdings)]
    most = max((one.near for one in good), default=0.0)
    good = _apart_in_line([one for one in good if one.near == most])
    if not good:
        return _none(question, near, holdings, scored)
    best = good[0]
    rivals = [one for one in good[1:] if not one.found.agrees(best.found) and best.score - one.score < MARGIN]
    if any(_issue(one, holdings) == _issue(best, holdings) for one in rivals):
        return _none(question, near, holdings, scored)
    other = next((one for one in good[1:] if _contradicts(one, best, good, holdings)), None)
    if other is not None:
        return _against(best, other, holdings)
    if rivals:
        return _none(question, near, holdings, scored)
    same = [one for one in good if one.found.agrees(best.found)]
    told = _with_unit(best, scored)
    return Answer("answered", told.said, told.value, told.unit, _sources(same, near, holdings))


def _apart_in_line(good: list[Scored]) -> list[Scored]:
    """Those that no other place of the same line fits better: the speed of 60nm beside that of 200nm."""
    lines: dict[int, list[Scored]] = {}
    for one in good:
        lines.setdefault(id(one.found.candidate.passage), []).append(one)
    return [one for one in good if not any(_says_more(other, one) for other in lines[id(one.found.candidate.passage)])]


def _says_more(one: Scored, other: Scored) -> bool:
    """Whether the stretch of one says all that the other's says, and more; or more of what no text may lack."""
    a, b = one.fit.own, other.fit.own
    return a > b or sum(map(is_hard, a)) > sum(map(is_hard, b))


def _with_unit(best: Scored, scored: list[Scored]) -> Found:
    """The answer as a line of the same article prints it with its unit, where a table's cell has none."""
    if best.found.value is None or best.found.unit is not None:
        return best.found
    at = best.found.candidate.passage.at
    alike = (
        one.found for one in scored if one.found.candidate.passage.at == at and one.found.value == best.found.value
    )
    return next((found for found in alike if found.unit is not None), best.found)


def _difference(question: Question, near: list[Held], holdings: Holdings) -> Answer:
    """By how much two figures differ, where both are said in one article, in one unit."""
    from donghyang.archive.answers.differences import halves

    both = halves(question)
    told = [decide(half, holdings) for half in both] if both else []
    if len(told) != 2 or any(one.status != "answered" or one.value is None for one in told):  # noqa: PLR2004
        return _none(question, near, holdings, [])
    one, other = told
    apart = one.unit != other.unit or not {_place(s) for s in one.sources} & {_place(s) for s in other.sources}
    if apart or one.value is None or other.value is None:
        return _none(question, near, holdings, [])
    value = abs(one.value - other.value)
    told_way = _APART_ONLY.search(question.text) is None
    if not value or (told_way and (_LESS.search(question.text) is not None) == (one.value > other.value)):
        return _none(question, near, holdings, [])
    said = f"{value:,}{one.unit or ''} ({one.answer}, {other.answer})"
    first = [s for s in one.sources if _place(s) in {_place(t) for t in other.sources}]
    second = [s for s in other.sources if s not in first and _place(s) == _place(first[0])]
    return Answer("answered", said, value, one.unit, (*first[:1], *second[:1]))


def _place(cited: Cited) -> tuple[object, ...]:
    return cited.issue, cited.section, cited.number, cited.headline


def readers(question: Question) -> tuple[Reader, ...]:
    """What reads answers of the sort asked for out of a line."""
    from donghyang.archive.answers import dates, extremes, lists, names, ranked

    if question.asked is None:
        return ()
    return {
        "figure": (figures_in,),
        "date": (dates.dates_in,),
        "name": (names.names_in,),
        "list": (lists.lists_in,),
        "ranked": (ranked.ranked_in, names.names_in),
        "extreme": (extremes.extremes_in,),
        "difference": (),
    }[question.asked.sort]


def _scored(question: Question, near: list[Held], holdings: Holdings) -> Iterator[Scored]:
    for article in near:
        for passage in article.passages:
            for reader in readers(question):
                for found in reader(passage, question, holdings):
                    fits = fit(question.needs, found.candidate, holdings)
                    named = sum(need in fits.own for need in question.core)
                    yield Scored(found, fits, _NAMED * named / max(1, len(question.core)))


def _answers(question: Question, one: Scored) -> bool:
    least = LEAST_NAMED if question.core and one.near >= _NAMED else LEAST_SHARE
    if lacks(one.fit) or one.fit.share < least:
        return False
    if question.asked is not None and question.asked.sort == "date":
        candidate = one.found.candidate
        line = folded(f"{candidate.passage.text} {candidate.head}")
        if not all(need.said_in(line) for need in question.core):
            return False
    return not any(need in one.fit.weak or need in one.fit.far for need in question.core)


def _contradicts(one: Scored, best: Scored, good: list[Scored], holdings: Holdings) -> bool:
    """Whether another issue says something else of the same thing at the same time, as clearly as the best place does."""
    if one.found.agrees(best.found) or _issue(one, holdings) == _issue(best, holdings):
        return False
    if one.found.unit != best.found.unit or best.score - one.score > _APART or one.near < best.near:
        return False
    if any(also.found.agrees(best.found) and _issue(also, holdings) == _issue(one, holdings) for also in good):
        return False
    return best.fit.share - one.fit.share < _SAME_SHARE and _same_time(one, best, holdings)


def _issue(one: Scored, holdings: Holdings) -> object:
    return holdings.articles[one.found.candidate.passage.at].issue


def _same_time(one: Scored, other: Scored, holdings: Holdings) -> bool:
    """Whether two places speak of one time, or neither says of which."""
    a, b = (times_of(scored.found.candidate, holdings)[0] for scored in (one, other))
    return {time.value for time in a} == {time.value for time in b} or not a or not b


def _against(best: Scored, other: Scored, holdings: Holdings) -> Answer:
    both = sorted((best, other), key=lambda one: str(_issue(one, holdings)))
    said = " / ".join(f"{_issue(one, holdings)}: {one.found.said}" for one in both)
    return Answer("contradiction", said, None, None, tuple(_cited(one, holdings) for one in both))


def _cited(one: Scored, holdings: Holdings) -> Cited:
    passage = one.found.candidate.passage
    return holdings.articles[passage.at].cited(quote(passage))


def _sources(same: list[Scored], near: list[Held], holdings: Holdings) -> tuple[Cited, ...]:
    found: dict[int, Cited] = {}
    for one in same:
        found.setdefault(one.found.candidate.passage.at, _cited(one, holdings))
    return tuple(found.values())[:_SHOWN]


def _none(question: Question, near: list[Held], holdings: Holdings, scored: list[Scored]) -> Answer:
    """No answer; the nearest articles, each with the line of it that lies nearest."""
    found: list[Cited] = []
    for article in near[:_SHOWN]:
        first = next((one for one in scored if holdings.articles[one.found.candidate.passage.at] is article), None)
        found.append(_cited(first, holdings) if first else article.cited(article.headline))
    return Answer("not_found", None, None, None, tuple(found))
