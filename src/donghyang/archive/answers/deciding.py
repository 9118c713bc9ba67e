"""From what the archive's lines offer to one answer, to none, or to a contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import measured
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.choosing import MARGIN, chosen, rivals
from donghyang.archive.answers.clashes import Clash, are_near, clash_of, have_near_values, have_one_head
from donghyang.archive.answers.differences import halves, is_told_right
from donghyang.archive.answers.fitting import quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found, printed
from donghyang.archive.answers.gates import is_open, is_planned
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.looking_up import looked_up
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import Said, place_of
from donghyang.archive.answers.scripts import in_script_of
from donghyang.archive.answers.stating import asks_whether, asks_why, reason, whether
from donghyang.archive.answers.times import same_time
from donghyang.archive.answers.weighing import MOST_UNSAID, Scored, alone, answers, scored_of, unsaid_nouns
from donghyang.records import Answer, Cited

_NAMED = ("name", "list", "ranked", "extreme")
NEAR = 8
"""Articles that are searched for an answer."""
_APART = 0.12
"""How much less of a question the place of a contradiction may say than the best one."""
_PARTLY = 0.25
"""The same where the figures themselves are of one measure, time and place."""
_LACKING = 2.0
"""How much of nouns that the best place says a contradicting one may leave unsaid: one that an article in six has. Set
by the built-on questions of 2026-11, by one comparison: with everyday nouns alone."""
_YEAR = 4
_MOST_HELD = 40
"""Places that are held against all others, so that the time of a list grows with its length."""
_SHOWN = 3


def decide(question: Question, holdings: Holdings) -> Answer:
    """The answer to a question, with its sources; those of an unanswered one are the nearest articles."""
    near = [article for article, _ in holdings.nearest(question.needs, NEAR)]
    if asks_why(question):
        return reason(question, near, holdings) or _none(near, ())
    if asks_whether(question):
        return whether(question, near, holdings) or _none(near, ())
    if question.asked is not None and question.asked.sort == "difference":
        return _difference(question, near, holdings)
    scored = sorted(scored_of(question, near, holdings), key=lambda one: -one.score)
    every = [one for one in scored if answers(question, one, holdings)] or alone(question, scored, holdings)
    if clash := _clash(question, scored, every, holdings):
        return _told_apart(clash)
    found = _best(question, scored, every, near, holdings)
    if found.status == "contradiction":
        return found
    told = _by_measure(question, near, holdings)
    if told is None or found.status == "not_found":
        return told or found
    return found if told.value in (found.value, None) else _none(near, scored)


def _best(
    question: Question, scored: list[Scored], every: list[Scored], near: Sequence[Held], holdings: Holdings
) -> Answer:
    """The answer of the place that fits the words of a question best; "not_found" where none does, or several."""
    good = chosen(question, every, scored, holdings)
    if not good:
        return _none(near, scored)
    best, others = good[0], rivals(good)
    if any(one.article.issue == best.article.issue for one in others):
        return _none(near, scored)
    if other := _answered_otherwise(question, best, every, scored, holdings):
        return _contradiction(best, other)
    if other := _other_issue(question, best, scored, holdings):
        return _contradiction(best, other) if _may_clash(best, other, holdings) else _none(near, scored)
    if others:
        return _none(near, scored)
    same = [one for one in good if one.found.agrees(best.found)]
    told = _with_unit(max(same, key=_precision), scored)
    named = question.asked is not None and question.asked.sort in _NAMED
    said = in_script_of(told.said, question.language) if named else told.said
    return Answer("answered", said, told.value, told.unit, _sources(same))


def _by_measure(question: Question, near: Sequence[Held], holdings: Holdings) -> Answer | None:
    """The figure of just the measure, place and time that are asked for; None for none."""
    said = looked_up(question, near, holdings)
    if not said:
        return None
    others = [one for article in near for one in holdings.figures(article)]
    if clash := next((clash for one in said if (clash := clash_of(one, others))), None):
        return _told_apart(clash)
    places = {id(one.article): one.article.cited(quote(one.passage)) for one in reversed(said)}
    figure = said[0].figure
    return Answer("answered", figure.text, figure.value, figure.unit, tuple(places.values())[:_SHOWN])


def _answered_otherwise(
    question: Question, best: Scored, every: Sequence[Scored], scored: Sequence[Scored], holdings: Holdings
) -> Scored | None:
    """The clear answer of another issue to the same question, near the best one; None where none differs so."""
    for issue in dict.fromkeys(one.article.issue for one in scored if one.article.issue != best.article.issue):
        answering = [one for one in every if one.article.issue == issue]
        answering = answering or alone(question, [one for one in scored if one.article.issue == issue], holdings)
        good = chosen(question, answering, scored, holdings)
        if any(one.found.agrees(best.found) for one in good):
            continue
        others = [
            one
            for one in good
            if good[0].score - one.score < _APART
            and _are_near(one.found, best.found)
            and _may_differ(question, one, best)
            and _may_clash(best, one, holdings)
        ]
        if others and not _lacks_a_thing(good[0], best, holdings):
            return min(others, key=lambda one: _distance(one.found, best.found))
    return None


def _distance(one: Found, other: Found) -> Decimal:
    """How far apart two figures are; words lie together."""
    return abs((one.value or Decimal(0)) - (other.value or Decimal(0)))


def _lacks_a_thing(one: Scored, best: Scored, holdings: Holdings) -> bool:
    """Whether a place leaves telling nouns of the question unsaid that the best one says."""
    return sum(holdings.weight(need) for need in _lacking(one, best) if need.kind == "word") > _LACKING


def _lacking(one: Scored, best: Scored) -> set[Need]:
    """What of the question a place leaves unsaid that the best one says."""
    return {*one.fit.missing, *one.fit.far} - {*best.fit.missing, *best.fit.far}


def _are_near(one: Found, other: Found) -> bool:
    """Whether two figures may be of one thing, one of them mistaken; names and dates may."""
    if not one.value or not other.value:
        return True
    return have_near_values(one.value, other.value)


def _other_issue(question: Question, best: Scored, scored: Sequence[Scored], holdings: Holdings) -> Scored | None:
    """What another issue says of the same at the same time, and differently; None where none does, or none clearly."""
    issues: dict[object, list[Scored]] = {}
    for one in scored:
        if one.article.issue == best.article.issue or best.fit.share - one.fit.share >= _APART:
            continue
        if unsaid_nouns(question, one, holdings) > MOST_UNSAID:
            continue
        if _may_differ(question, one, best) and is_open(question, one.found.candidate, holdings):
            issues.setdefault(one.article.issue, []).append(one)
    for said in issues.values():
        if any(one.found.agrees(best.found) for one in said):
            continue
        good = chosen(question, said, scored, holdings)
        if not good:
            continue
        top, clear = good[0], not rivals(good)
        close = best.fit.share - top.fit.share < _APART and _weakly_named(top) >= _weakly_named(best)
        timed = bool(question.periods) or (question.asked is not None and question.asked.sort == "date")
        if clear and close and (timed or same_time(top.found.candidate, best.found.candidate, holdings)):
            return top
    return None


def _may_differ(question: Question, one: Scored, best: Scored) -> bool:
    """Whether a place of another issue speaks of the same thing: it lacks none of its names, nor what is measured."""
    same = one.found.agrees(best.found) or one.found.unit == best.found.unit
    a, b = one.found.candidate, best.found.candidate
    dated = question.asked is not None and question.asked.sort == "date"
    if not dated and a.passage.row is None and b.passage.row is None and is_planned(a) != is_planned(b):
        return False  # what was aimed at, and what came of it
    return same and not any(need.is_hard or need in question.core for need in _lacking(one, best))


def _weakly_named(one: Scored) -> int:
    """How many names and numbers of the question a place says, anywhere."""
    return -sum(need.is_hard for need in (*one.fit.missing, *one.fit.far))


def _contradiction(best: Scored, other: Scored) -> Answer:
    both = sorted((best, other), key=lambda one: str(one.article.issue))
    said = " / ".join(f"{one.article.issue}: {one.found.said}" for one in both)
    return Answer("contradiction", said, None, None, tuple(one.cited for one in both))


def _clash(question: Question, scored: Sequence[Scored], every: Sequence[Scored], holdings: Holdings) -> Clash | None:
    """Two issues that say differently what the question asks for: among the places that answer it, or say nearly all
    of it, one whose measure, time and place another has too."""
    if question.asked is None or question.asked.sort != "figure":
        return None
    answering = set(map(id, every))
    places = [one for one in scored if id(one) in answering or _says_all(question, one, holdings)]
    best = max((one.score for one in places), default=0.0) - MARGIN
    least = max((one.fit.share for one in places), default=0.0) - _PARTLY
    others = [said for one in scored if one.fit.share >= least and (said := _figure_of(one, holdings)) is not None]
    articles = {id(one.article): one.article for one in scored}
    every_figure = [said for article in articles.values() for said in holdings.figures(article)]
    names = [need for need in question.needs if need.kind == "name" and not any(map(place_of, need.forms))]
    every_figure = [said for said in every_figure if all(need.said_in(folded(said.around)) for need in names)]
    for one in [one for one in places if one.score >= best][:_MOST_HELD]:
        same = [said for said in holdings.figures(one.article) if said.figure.value == one.found.value]
        if clash := next((clash for said in same if (clash := _against(said, others, every_figure))), None):
            return clash
    return None


def _against(one: Said, asked: Sequence[Said], others: Sequence[Said]) -> Clash | None:
    """What is said differently by a place that the question asks for too, else by any that names its time."""
    return clash_of(one, asked, asked=True) or (clash_of(one, others) if one.when is not None else None)


def _says_all(question: Question, one: Scored, holdings: Holdings) -> bool:
    """Whether a place lacks no more than verbs of the question, and nothing forbids it."""
    missing = (need for need in (*one.fit.missing, *one.fit.far))
    return all(need.kind == "deed" for need in missing) and is_open(question, one.found.candidate, holdings)


def _may_clash(one: Scored, other: Scored, holdings: Holdings) -> bool:
    """Whether two answers may be of one thing: near each other, as 1,125명 and 7,500명 are not, and of one measure, as
    생산량 and 생산능력 are not."""
    a, b = (_figure_of(place, holdings) for place in (one, other))
    if a is None or b is None:
        return True
    return are_near(a.figure, b.figure) and not _measure_two_things(a, b)


def _measure_two_things(a: Said, b: Said) -> bool:
    heads = [one.nouns[-1] for one in (a, b) if one.nouns]
    return len(heads) == 2 and all(map(measured, heads)) and not have_one_head(a, b)


def _figure_of(one: Scored, holdings: Holdings) -> Said | None:
    """The figure of a place, as its article says it."""
    said = holdings.figures_in(one.found.candidate.passage)
    return next((each for each in said if each.figure.value == one.found.value), None)


def _told_apart(clash: Clash) -> Answer:
    both = (clash.first, clash.second)
    said = " / ".join(f"{one.article.issue}: {one.figure.text}" for one in both)
    return Answer("contradiction", said, None, None, tuple(one.article.cited(quote(one.passage)) for one in both))


def _precision(one: Scored) -> int:
    """How precise a date is; figures and names are alike."""
    return len(one.found.said.split(" ")[0]) if one.found.said[:_YEAR].isdigit() and one.found.value is None else 0


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
