"""From what the archive's lines offer to one answer, to none, or to a contradiction."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import measured
from donghyang.archive.answers.clashes import Clash, are_near, clash_of, have_one_head
from donghyang.archive.answers.differences import halves, is_told_right
from donghyang.archive.answers.fitting import quote
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found, printed
from donghyang.archive.answers.gates import is_open, is_planned
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.looking_up import looked_up
from donghyang.archive.answers.passages import Held
from donghyang.archive.answers.said import Said, place_of
from donghyang.archive.answers.stating import asks_whether, asks_why, reason, whether
from donghyang.archive.answers.times import same_time
from donghyang.archive.answers.weighing import MOST_UNSAID, Scored, answers, is_beside, scored_of, unsaid_nouns
from donghyang.language.patterns import lazily
from donghyang.records import Answer, Cited

NEAR = 8
"""Articles that are searched for an answer."""
MARGIN = 0.018
"""By how much an answer fits better than the next other one, as a share of the words."""
_APART = 0.12
"""How much less of a question the place of a contradiction may say than the best one."""
_PARTLY = 0.25
"""The same where the figures themselves are of one measure, time and place."""
_SAME_SHARE = 0.07
"""How much less of it another answer may say that is as good."""
_SHORT_YEAR = lazily(r"['’](?P<year>[0-9]{2})(?=년)")
_EPSILON = 1e-9
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
    lines = frozenset(one.found.candidate.passage.text for one in scored)
    every = [one for one in scored if answers(question, one, holdings) and not is_beside(question, one, lines)]
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
    good = _of_its_year(question, _best_named(_saying_year(question, every)), scored)
    if not good or any(_says_else(one, good[0]) for one in every):
        return _none(near, scored)
    best, rest = good[0], good[1:]
    if any(_is_of_a_part(question, one, best) for one in scored):
        return _none(near, scored)
    rivals = [one for one in rest if not one.found.agrees(best.found) and _is_as_near(one, best)]
    if any(one.article.issue == best.article.issue for one in rivals):
        return _none(near, scored)
    if other := _other_issue(question, best, scored, holdings):
        return _contradiction(best, other) if _may_clash(best, other, holdings) else _none(near, scored)
    if rivals:
        return _none(near, scored)
    told = _with_unit(best, scored)
    same = [one for one in good if one.found.agrees(best.found)]
    return Answer("answered", told.said, told.value, told.unit, _sources(same))


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


def _of_its_year(question: Question, good: list[Scored], scored: Sequence[Scored]) -> list[Scored]:
    """Those that, of a line where another has the year of the question right before it, have it too: 2025년 210기
    beside a total of all years."""
    years = {(period.value or "")[:4] for period in question.periods} - {""}
    if not years:
        return good
    with_year = {id(one.found.candidate.passage) for one in scored if _has_year(one, years)}
    return [one for one in good if id(one.found.candidate.passage) not in with_year or _has_year(one, years)]


def _saying_year(question: Question, every: list[Scored]) -> list[Scored]:
    """Those without the ones that leave the year of the question unsaid in their stretch or column, where another has
    it there and says as much: they may be of another year."""
    years = {(period.value or "")[:4] for period in question.periods} - {""}
    own = [one for one in every if any(year in _own_text(one) for year in years)]
    return [one for one in every if one in own or not any(other.fit.own >= one.fit.own for other in own)]


def _own_text(one: Scored) -> str:
    candidate = one.found.candidate
    text = f"{candidate.passage.text[slice(*candidate.own)]} {candidate.head}"
    return _SHORT_YEAR.sub(lambda found: f"20{found['year']}년", text)


def _has_year(one: Scored, years: set[str]) -> bool:
    candidate = one.found.candidate
    before = candidate.passage.text[: candidate.start].rstrip()
    return candidate.passage.row is None and any(
        before.endswith((f"{year}년", f"’{year[2:]}년", f"'{year[2:]}년")) for year in years
    )


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


def _is_of_a_part(question: Question, one: Scored, best: Scored) -> bool:
    """Whether another figure of the article is told of a part that the question names, and the best one in a line that
    does not name it: 심원해 풍력 3,000만 kW beside 해상풍력 1억 2,000만 kW."""
    asked = question.asked
    if asked is None or asked.sort != "figure" or one.article is not best.article or one.found.agrees(best.found):
        return False
    rows = one.found.candidate.passage.row is not None or best.found.candidate.passage.row is not None
    if rows or one.found.unit is None or one.found.unit != best.found.unit:
        return False
    line = folded(f"{best.found.candidate.passage.text} {best.found.candidate.head}")
    named = [need for need in one.fit.own - best.fit.own if need in question.around or need.kind == "figure"]
    return any(not need.said_in(line) and need not in question.core for need in named) and not _is_narrower(one, best)


def _is_narrower(one: Scored, best: Scored) -> bool:
    """Whether the best figure's stretch says words of the question that the other's line lacks: both tell a part."""
    line = folded(f"{one.found.candidate.passage.text} {one.found.candidate.head}")
    return any(not need.said_in(line) for need in best.fit.own - one.fit.own if need.kind != "deed")


def _names_more(one: Scored, other: Scored) -> bool:
    """Whether one of two answers of a line has names and numbers of the question in its own stretch that the other
    lacks there: 주장 4호 beside 주장 3호."""
    if one.found.candidate.passage is not other.found.candidate.passage and not _of_one_table(one, other):
        return False
    a, b = ({need for need in fits.own if need.is_hard} for fits in (one.fit, other.fit))
    return a > b and any(need.kind == "figure" for need in a - b)


def _of_one_table(one: Scored, other: Scored) -> bool:
    """Whether two answers stand in rows of one table."""
    a, b = one.found.candidate.passage.row, other.found.candidate.passage.row
    return a is not None and b is not None and (a.caption, a.header) == (b.caption, b.header)


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
        if unsaid_nouns(question, one, holdings) > MOST_UNSAID:
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
    a, b = one.found.candidate, best.found.candidate
    if a.passage.row is None and b.passage.row is None and is_planned(a) != is_planned(b):
        return False  # what was aimed at, and what came of it
    lacking = {*one.fit.missing, *one.fit.far} - {*best.fit.missing, *best.fit.far}
    return same and not any(need.is_hard or need in question.core for need in lacking)


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
    places = [one for one in scored if one in every or _says_all(question, one, holdings)]
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
    candidate = one.found.candidate
    return next(
        (
            said
            for said in holdings.figures(one.article)
            if said.passage is candidate.passage and said.figure.value == one.found.value
        ),
        None,
    )


def _told_apart(clash: Clash) -> Answer:
    both = (clash.first, clash.second)
    said = " / ".join(f"{one.article.issue}: {one.figure.text}" for one in both)
    return Answer("contradiction", said, None, None, tuple(one.article.cited(quote(one.passage)) for one in both))


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
