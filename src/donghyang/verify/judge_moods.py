"""Whether the text tells as done what is planned, as planned what is done, denies what is said or says what is denied.

Each segment says how its deed stands (`moods.told_in`), and so does the clause of the source that speaks of it; only
where both are sure, and cannot be one, the claim is contradicted.
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.moods import LASTING, Mood
from donghyang.language.particles import without_particle
from donghyang.records import Message, Span
from donghyang.verify.accounts import framing
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_denials import judge_affirmed, judge_denied, judge_may
from donghyang.verify.judge_figures import Found
from donghyang.verify.moods import (
    Told,
    is_ahead,
    is_over,
    is_past,
    leads_ahead,
    listed,
    mood_of,
    own_mood,
    paragraph_before,
    pieces,
    speaks_ahead,
    told_in,
)
from donghyang.verify.periods import begins_behind, end_of, ends_before, stated
from donghyang.verify.reasons import PLANNED
from donghyang.verify.spoken import clause_of, contradict, deeds_of, says_as_much, speaks_of

_SURELY_AHEAD: frozenset[Mood] = LASTING - {"possible", "maybe"}
_TIMELESS: frozenset[Mood] = frozenset({"neutral", "steady", "ongoing"})
"""What is told of a thing done as well as of one to come."""
_MARK = re.compile(r"[^가-힣A-Za-z0-9(（「『《<'\"‘“]*")
"""What marks the level of a line."""
_THIS_DAY = re.compile("(?<![가-힣])(?:이날|당일|오늘)(?![가-힣])")
_A_DAY = len("2023-04-18")
_ACTOR = 3
"""Words of the longest actor before the comma of a headline."""
_ABOVE = 2000
"""Letters before a sentence in which the lines that govern it stand."""
_BEFORE_ITS_TIME = Message(
    "원문의 날짜보다 뒤의 일을 이미 이루어진 일로 말합니다.", "it tells as done what lies behind the day of the source."
)
_NO_PLAN = Message("원문은 계획이나 전망으로 말하지 않습니다.", "the source speaks of no plan or forecast.")
_NOT_ENDED = Message("원문은 끝난 일로 말하지 않습니다.", "the source does not tell it as ended.")


def judge_moods(case: Case, support: dict[int, Found]) -> None:
    """Contradict what is told in a mood that the source's clause rules out."""
    for segment in (piece for whole in case.sentence.segments for piece in pieces(case.sentence.text, whole)):
        told = told_in(case.sentence.text, segment) or _told_by_its_day(case, segment)
        clause, figure = clause_of(case, segment, support)
        if told is not None and _is_before_its_time(case, segment, told):
            case.hold(Judged("modality", told.span, "contradicted", None, _BEFORE_ITS_TIME, sure=True))
        elif clause is not None:
            if told is None or told.way != "denied":
                judge_affirmed(case, segment, clause)
            if told is not None:
                _judge(case, segment, told, clause, figure=figure)


def _told_by_its_day(case: Case, segment: Span) -> Told | None:
    """A deed that ends a segment as a noun, told as done by a day that has come (이날 개통)."""
    text, words = case.sentence.text, case.sentence.words_in(segment)
    day = case.corpus.day_of(case.aligned[0]) if case.aligned else None
    if not words or day is None or words[-1].text != words[-1].stem or words[-1].stem in framing():
        return None
    if text[words[-1].end : segment[1]].strip(" ,.\n") or is_ahead(text, segment):
        return None
    own = [one for one in case.sentence.periods if segment[0] <= one.start < segment[1]]
    come = (
        bool(own)
        and segment[1] == case.sentence.end
        and all(len(end_of(one)) >= _A_DAY and end_of(one)[:_A_DAY] <= day.isoformat() for one in own)
    )
    if not come and _THIS_DAY.search(text, *segment) is None:
        return None
    return Told("done", (words[-1].start, words[-1].end))


def _judge(case: Case, segment: Span, told: Told, clause: int, *, figure: bool) -> None:
    if told.way == "denied":
        judge_denied(case, segment, told, clause)
    elif told.way == "ahead" and (figure or speaks_of(case, segment, told, clause)):
        _judge_ahead(case, told, clause, figure=figure)
    elif told.way == "may":
        judge_may(case, segment, told, clause)
    elif told.way in ("done", "ended") and not is_ahead(case.sentence.text, segment):
        _judge_done(case, segment, told, clause, figure=figure)


def _is_before_its_time(case: Case, segment: Span, told: Told) -> bool:
    """Whether a segment tells as done what lies behind the day of every source: by a verb in the past, or by a noun
    that ends the sentence, behind which no 까지 sets a goal."""
    days = [day for day in case.corpus.dates if day is not None]
    text = case.sentence.text
    if told.way not in ("done", "ended") or not days or len(days) < len(case.corpus.dates) or is_ahead(text, segment):
        return False
    ends = segment[1] == case.sentence.end and text.startswith(tables.words(__package__, "reached"), told.span[0])
    if not is_past(text, told) and (not ends or "까지" in text[slice(*segment)]):
        return False
    own = [one for one in case.sentence.periods if segment[0] <= one.start < segment[1]]
    return any(begins_behind(one, max(days)) for one in own)


def _judge_ahead(case: Case, told: Told, clause: int, *, figure: bool) -> None:
    """What is told as to come, of which the source says, or lets the time of it say, that it has come about, and
    neither its sentence nor its frame speaks of anything to come."""
    corpus = case.corpus
    number = corpus.clauses[clause].sentence
    own = own_mood(corpus, clause)
    if number in corpus.titles:
        return
    surely = own == "done" and not leads_ahead(corpus, clause)
    if not surely:
        past = _is_past(case, number)
        has_been = past or any(_has_been(case, at) for at in (number, *paragraph_before(corpus, number)))
        seats = [clause] if figure else [clause, *(corpus.sentences[at].first for at in case.aligned[:2])]
        if own in _TIMELESS or not has_been or any(speaks_ahead(corpus, at, frame=not past) for at in seats):
            return
    contradict(case, "modality", told.span, clause, _NO_PLAN)


def _has_been(case: Case, sentence: int) -> bool:
    """Whether a sentence tells anything as come about, or names a time that has passed."""
    corpus = case.corpus
    return any(own_mood(corpus, at) in ("done", "deed") or is_over(corpus, at) for at, _ in corpus.numbered(sentence))


def _is_of_the_past(case: Case, sentence: int) -> bool:
    """Whether all times of a sentence of the source have passed on its day."""
    day = case.corpus.day_of(sentence)
    times = [one for clause in case.corpus.clauses_of(sentence) for one in stated(clause)]
    return day is not None and bool(times) and all(ends_before(one, day) for one in times)


def _is_past(case: Case, sentence: int) -> bool:
    """Whether all times of the claim have passed on the day of the source that speaks of it."""
    day = case.corpus.day_of(sentence)
    times = case.sentence.periods
    return day is not None and bool(times) and all(ends_before(one, day) for one in times)


def _judge_done(case: Case, segment: Span, told: Told, clause: int, *, figure: bool) -> None:
    """What is told as done, of which each clause that speaks of the deed says that it is to come; and what is told as
    ended, of which none says that anything has come about."""
    if not is_past(case.sentence.text, told) and (_lies_ahead(case) or _is_goal_above(case, segment)):
        return
    if _is_announced(case, segment, told, clause):
        return
    seats = [clause] if figure else list(dict.fromkeys((clause, *deeds_of(case, segment, told))))
    as_much = [at for at in seats if at == clause or says_as_much(case, segment, told, at, clause)]
    if any(_has_come_about(case, at) for at in as_much):
        return
    moods = {mood_of(case.corpus, at) for at in seats if at in as_much or mood_of(case.corpus, at) in LASTING} - {""}
    if moods == {"expected"} and _is_of_the_past(case, case.corpus.clauses[clause].sentence):
        return  # 2024年…预计将迈上, of a page of 2025
    if moods and moods <= _SURELY_AHEAD:
        contradict(case, "modality", told.span, clause, PLANNED)
    elif told.way == "ended" and moods and moods <= _SURELY_AHEAD | _TIMELESS:
        contradict(case, "modality", told.span, clause, _NOT_ENDED)


def _is_announced(case: Case, segment: Span, told: Told, clause: int) -> bool:
    """Whether the deed is that something was said or settled that is to come (비상사태를 선포했다)."""
    words = [word for word in case.sentence.words_in(segment) if word.start < told.span[1]]
    source = case.corpus.plain_of(case.corpus.clauses[clause].sentence)
    announces = tables.words(__package__, "announces")
    return (
        bool(words)
        and words[-1].text.startswith(tables.words(__package__, "announced"))
        and any(one in source for one in announces)
    )


def _lies_ahead(case: Case) -> bool:
    """Whether the sentence names a time behind the day of the source, so that a noun at its end is a goal."""
    day = case.corpus.day_of(case.aligned[0]) if case.aligned else None
    return day is not None and any(begins_behind(one, day) for one in case.sentence.periods)


def _is_goal_above(case: Case, segment: Span) -> bool:
    """Whether a headline, or a line above of another level, says a figure of the segment as a goal, by a word of what
    is to come or by its term (까지), so that a noun at the end of a line of its article tells that goal."""
    text, start = case.sentence.text, case.sentence.start
    own = [one for one in case.sentence.quantities if segment[0] <= one.start < segment[1]]
    figures = [text[one.start : one.end] for one in own]
    lines = text[max(0, start - _ABOVE) : start].split("\n") if figures else []
    level = _level(lines.pop()) if lines else ""
    governing = [line for line in lines if _level(line) != level or _is_headline(line)]
    telling = [line for line in governing if any(figure in line for figure in figures)]
    return any(is_ahead(line, (0, len(line))) or "까지" in line for line in telling)


def _level(line: str) -> str:
    """The mark before a line that says its level in an article; "" for none."""
    found = _MARK.match(line)
    return found[0].strip() if found else ""


def _is_headline(line: str) -> bool:
    """Whether a line names an actor before a comma, without a particle, as headlines do (국무원, 강요 발표)."""
    actor, comma, _ = line.partition(", ")
    words = actor.split()
    return bool(comma) and 0 < len(words) <= _ACTOR and without_particle(words[-1]) == words[-1]


def _has_come_about(case: Case, clause: int) -> bool:
    """Whether a clause says of anything that it is done, or only what something once was to be, or is for."""
    said = case.corpus.key.plain[slice(*case.span_of(clause))]
    if own_mood(case.corpus, clause) == "done" or listed("once_meant").search(said):
        return True
    return mood_of(case.corpus, clause) not in LASTING and listed("come_about").search(said) is not None
