"""Whose figure a line tells, and of what: none is given that it tells of another thing than is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.asking.asked import measured
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.question import words
from donghyang.archive.answers.fitting import Candidate
from donghyang.archive.answers.folding import Folded, folded
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.weighing import Scored
from donghyang.language import tables
from donghyang.language.patterns import lazily

_DIGIT = lazily("[0-9]")
_SUBJECT = lazily(r"(?<![가-힣A-Za-z0-9·])[가-힣A-Za-z0-9·]{2,}(?:\([^()]*\))?(?P<end>[은는이가])(?=\s)")
_REACH = 24
"""Letters up to a subject that tell what it is: 시험 중 용량 감소는. By hand: about as many as six words have."""
_NEW = "이가"
"""What marks a subject besides the topic of the line, which has to be said itself."""
_MEASURE = lazily(r"(?<![가-힣])(?P<noun>[가-힣]{2,})(?:[은는이가을를도])?\s(?:(?:약|총|모두|최대|누적|연간|각각)\s)*$")
_BEFORE, _LAST_YEAR = (tables.either(__package__, name) for name in ("before", "last_year"))
_OF_BEFORE = lazily(rf"(?:{_BEFORE}|{_LAST_YEAR}|동기)(?:의|에는|보다|\s동기의?)?[^0-9,;]{{0,14}}$")
"""Right before a figure that another is held against: 전년의, 종전 방식(."""
_COLUMN_BEFORE = lazily(_BEFORE)
_ASKS_OF_BEFORE = lazily(
    rf"{_BEFORE}|{_LAST_YEAR}|동기|전\s|{tables.either(__package__, 'asks_before')}"
    rf"|\b(?:{tables.either(__package__, 'asks_before_english')})\b"
)
_OWNER = lazily(r"(?P<owner>[가-힣A-Za-z0-9·]+)\s?$")
_EACH = lazily("각각")
_WHOLE = lazily(r"\s?(?:\([^()]*\))?\s?(?:가운데|중(?=[\s,]))")
"""Behind a figure of which the next is a part."""
_ASKS_A_PART = lazily(r"가운데|중\s|중에|其中|当中|\b(?:among|out of)\b")
_DONE = lazily(r"\s?(?:\([^()]*\))?(?:에|까지|부터)?\s(?P<deed>[가-힣]{2,4}?)(?:된|한|해|하여|하고)\s")
_MOST_UNKNOWN = 1
"""Words of a Chinese or English question that a place may leave unsaid: their meaning may be unknown."""
_COUNTED = lazily(r"\s(?P<noun>[가-힣]{2,}?)(?:[은는이가을를의에]|에서|에는)?(?=[\s,.(’]|$)")
"""Behind a figure in 개, what is counted: 7개 부처가."""


def is_of_another(question: Question, one: Scored, holdings: Holdings) -> bool:
    """Whether a place tells its answer of another thing than the question names, or does not tell of what."""
    candidate = one.found.candidate
    if question.asked is None or (question.language != "ko" and len(one.fit.missing) > _MOST_UNKNOWN):
        return True
    if question.asked.sort == "date" and (
        _lacks_its_deed(question, one) or _is_the_day_of_another(question, candidate)
    ):
        return True
    if candidate.passage.row is not None:
        return _is_a_bare_total(question, one) or _is_in_the_column_before(question, candidate)
    if _is_told_behind(question, candidate, holdings):
        return True
    return question.asked.sort == "figure" and (
        _has_another_subject(question, candidate)
        or _has_another_measure(question, candidate)
        or _is_of_before(question, candidate, holdings)
        or _has_another_label(question, candidate)
        or _is_the_whole(question, candidate)
        or _counts_another(question, candidate)
        or _says_no_core(question, candidate)
        or _is_of_another_sort(question, candidate, holdings)
        or _is_of_the_headline(question, one)
    )


def _is_a_bare_total(question: Question, one: Scored) -> bool:
    """Whether a figure stands in a row of totals, and its place lacks a noun of the question or what is measured."""
    row = one.found.candidate.passage.row
    if row is None or not row.is_total or question.asked is None or question.asked.sort != "figure":
        return False
    return any(need.kind != "deed" or need in question.core for need in one.fit.missing)


def _lacks_its_deed(question: Question, one: Scored) -> bool:
    """Whether a date is asked for of a deed that neither the line nor what governs it tells: it may be another's."""
    if one.found.candidate.passage.row is not None:
        return False
    deeds = [need for need in question.needs if need.kind == "deed" and not need.text.startswith(words("light"))]
    return any(need in one.fit.missing for need in deeds[-1:])


def _is_the_day_of_another(question: Question, candidate: Candidate) -> bool:
    """Whether another deed than the one asked for stands right behind a date: 지난해 말 완공한 역에서 발사한."""
    done = _DONE.match(candidate.passage.text, candidate.end)
    deeds = [need for need in question.needs if need.kind == "deed"][-1:]
    return done is not None and bool(deeds) and not _says_any(deeds, folded(done["deed"]))


def _is_of_the_headline(question: Question, one: Scored) -> bool:
    """Whether a headline tells the figure, of the whole news, and the question says more than is said there; or a lead,
    and the question names another thing."""
    article, text = one.article, one.found.candidate.passage.text
    if text == article.headline and article.section != "brief":
        return bool(one.fit.missing)
    return text in article.head and any(need.kind == "word" for need in one.fit.missing)


def _says_any(needs: Iterable[Need], text: Folded) -> bool:
    return any(need.said_in(text) for need in needs)


def _is_told_behind(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether the line names a thing of the question only behind the stretch of the answer, where it tells another
    figure: 급이선 92척 가운데 여성은 32척."""
    text, (start, end) = candidate.passage.text, candidate.own
    if _DIGIT.search(text, end) is None or _EACH.search(text, 0, candidate.start) is not None:
        return False
    nouns = [need for need in question.needs if need.kind != "deed"]
    if not _says_any(nouns, folded(text[start:end])):
        return False
    behind = folded(text[end:])
    head = holdings.articles[candidate.passage.at].head.replace(text, "")
    near = folded("\n".join((text[:end], candidate.head, *candidate.passage.over, head)))
    return any(need.said_in(behind) == 1.0 and not need.said_in(near) for need in nouns)


def _has_another_subject(question: Question, candidate: Candidate) -> bool:
    """Whether the stretch names a subject before the figure of which the question says nothing, and not behind it what
    is measured: 합격률은 90%."""
    text, (start, end) = candidate.passage.text, candidate.own
    before = text[start : candidate.start]
    subjects = list(_SUBJECT.finditer(before))
    if not subjects:
        return False
    at = subjects[-1].start("end")
    named = before[subjects[-1].start() : at] if subjects[-1]["end"] in _NEW else before[:at][-_REACH:]
    if _says_any(question.needs, folded(named)):
        return False
    return not _says_any(question.core, folded(text[start + at : end]))


def _has_another_measure(question: Question, candidate: Candidate) -> bool:
    """Whether what is measured stands right before the figure, and the question says nothing of it: 부품 비율 96%."""
    found = _MEASURE.search(candidate.passage.text[candidate.own[0] : candidate.start])
    return found is not None and bool(measured(found["noun"])) and not _says_any(question.needs, folded(found["noun"]))


def _is_of_before(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether a figure is told of the time before, with which another is compared, and the question asks for none."""
    before = _OF_BEFORE.search(candidate.passage.text[: candidate.start])
    if before is None or _ASKS_OF_BEFORE.search(question.text.lower()):
        return False
    day = holdings.articles[candidate.passage.at].day
    if day is None or not before[0].startswith(tables.words(__package__, "last_year")):
        return True
    return all((period.value or "")[:4] != str(day.year - 1) for period in question.periods)


def _is_in_the_column_before(question: Question, candidate: Candidate) -> bool:
    """Whether a cell stands under what was before (기존 촉매), and the question does not ask for that."""
    return _COLUMN_BEFORE.match(candidate.head) is not None and not _ASKS_OF_BEFORE.search(question.text.lower())


def _has_another_label(question: Question, candidate: Candidate) -> bool:
    """Whether the answer's own label in a list, or what stands before its bracket, is not of the question: 비산구
    12㎢, 인력 작업(하루 4무)."""
    text = candidate.passage.text
    label = candidate.head
    opened = text.rfind("(", 0, candidate.start)
    if not label and opened >= 0 and ")" not in text[opened : candidate.start]:
        owner = _OWNER.search(text, 0, opened)
        label = owner["owner"] if owner else ""
    return bool(label) and not _says_any(question.needs, folded(label))


def _is_the_whole(question: Question, candidate: Candidate) -> bool:
    """Whether a part is asked for, and the line tells a part of what the figure counts."""
    text = candidate.passage.text
    return _WHOLE.match(text, candidate.end) is not None and _ASKS_A_PART.search(question.text.lower()) is not None


def _counts_another(question: Question, candidate: Candidate) -> bool:
    """Whether the noun behind 개 is what is counted, and the question says nothing of it: 7개 부처가."""
    text = candidate.passage.text
    counted = _COUNTED.match(text, candidate.end) if text.endswith("개", 0, candidate.end) else None
    if counted is None or counted["noun"] in question.text or _says_any(question.needs, folded(counted["noun"])):
        return False
    return not _says_any(question.core, folded(text[candidate.own[0] : candidate.start]))


def _says_no_core(question: Question, candidate: Candidate) -> bool:
    """Whether the stretch says nothing of the question, nor the line of what is measured, which only a line above or
    the headline does."""
    core = [need for need in question.core if need.kind == "word"]
    text = candidate.passage.text
    if not core or _says_any(question.needs, folded(text[slice(*candidate.own)])):
        return False
    return not _says_any(core, folded(f"{text}\n{candidate.head}"))


def _is_of_another_sort(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether the word right before what is measured, which tells of what sort it is (원유 생산량), stands neither in
    the line nor in the headline, or only before the stretch, which measures the same of another sort."""
    at = question.around.index(question.core[0]) if question.core and question.core[0] in question.around else 0
    sorts = [need for need in question.around[:at][-1:] if need.kind == "word"]
    text, (start, end) = candidate.passage.text, candidate.own
    line = folded(f"{text} {candidate.head} {holdings.articles[candidate.passage.at].headline}")
    if any(not need.said_in(line) for need in sorts):
        return True
    own, before = folded(f"{text[start:end]} {candidate.head}"), folded(text[:start])
    if _DIGIT.search(text[:start]) is None or not any(need.said_in(own) == 1.0 for need in question.core):
        return False
    return any(need.said_in(before) == 1.0 and _is_bare(need) and not need.said_in(own) for need in sorts)


def _is_bare(need: Need) -> bool:
    """Whether a word has no particle."""
    return need.text == need.forms[0]
