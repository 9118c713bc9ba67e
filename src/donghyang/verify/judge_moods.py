"""Whether the text tells as done what is planned, as planned what is done, denies what is said or says what is denied.

Each segment says how its deed stands (`moods.told_in`), and so does the clause of the source that speaks of it; only
where both are sure, and cannot be one, the claim is contradicted.
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.moods import DENIED, LASTING, Mood
from donghyang.records import ClaimKind, Message, Span
from donghyang.verify.accounts import account_in
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.moods import (
    Told,
    denial,
    denies,
    is_ahead,
    is_over,
    is_past,
    listed,
    mood_of,
    own_mood,
    paragraph_before,
    pieces,
    speaks_ahead,
    told_in,
)
from donghyang.verify.periods import begins_behind, ends_before
from donghyang.verify.reasons import PLANNED

_PREDICATE = 2
"""Words at the end of a segment of the claim that tell what is done."""
_SURELY_AHEAD: frozenset[Mood] = LASTING - {"possible", "maybe"}
_TIMELESS: frozenset[Mood] = frozenset({"neutral", "steady", "ongoing"})
"""What is told of a thing done as well as of one to come."""
_BARRED: frozenset[Mood] = frozenset({"forbidden", "impossible", "nomore"})
_REACH, _BEFORE_STANCE = 7, 2
"""Characters before a deed, and before what somebody thinks of a thing, that hold what denies it."""
_ABOVE = 2000
"""Letters before a sentence in which the lines that govern it stand."""
_NOT_THIS = re.compile("(?<![가-힣])(?P<what>[가-힣]{2,}?)[이가] 아(?:닌|니라|니며|니고|님|니다|니었)")
_BEFORE_ITS_TIME = Message(
    "원문의 날짜보다 뒤의 일을 이미 이루어진 일로 말합니다.", "it tells as done what lies behind the day of the source."
)
_NO_PLAN = Message("원문은 계획이나 전망으로 말하지 않습니다.", "the source speaks of no plan or forecast.")
_NOT_ENDED = Message("원문은 끝난 일로 말하지 않습니다.", "the source does not tell it as ended.")
_NOT_DENIED = Message("원문은 부정하지 않습니다.", "the source denies nothing.")
_DENIES = Message("원문은 부정합니다.", "the source denies it.")


def judge_moods(case: Case, support: dict[int, Found]) -> None:
    """Contradict what is told in a mood that the source's clause rules out."""
    _judge_not_this(case)
    for segment in (piece for whole in case.sentence.segments for piece in pieces(case.sentence.text, whole)):
        told = told_in(case.sentence.text, segment)
        clause, figure = _clause(case, segment, support)
        if told is not None and _is_before_its_time(case, segment, told):
            case.hold(Judged("modality", told.span, "contradicted", None, _BEFORE_ITS_TIME, sure=True))
        elif clause is not None:
            if told is None or told.way != "denied":
                _judge_affirmed(case, segment, clause)
            if told is not None:
                _judge(case, segment, told, clause, figure=figure)


def _judge_not_this(case: Case) -> None:
    """무인이 아닌 유인, of which the sentences that speak of it say the first, and deny it nowhere."""
    text, corpus, excludes = case.sentence.text, case.corpus, denial("excludes")
    for found in _NOT_THIS.finditer(text, case.sentence.start, case.sentence.end):
        named = [word for word in case.sentence.words if word.start == found.start("what")]
        near = [corpus.place_of(at) for at in case.near_for(case.sentence.segment_at(found.start()))]
        places = [one for word in named for within in near for one in word.stretches(0, len(word.stem), within)]
        denied = any(excludes.search(corpus.key.plain, max(0, start - _REACH), start) for start, _ in places)
        if places and not denied:
            case.hold(Judged("negation", found.span(), "contradicted", places[0], _NOT_DENIED))


def _judge(case: Case, segment: Span, told: Told, clause: int, *, figure: bool) -> None:
    if told.way == "denied":
        _judge_denied(case, segment, told, clause)
    elif told.way == "ahead" and (figure or _speaks(case, segment, told, clause)):
        _judge_ahead(case, told, clause, figure=figure)
    elif told.way == "may":
        _judge_may(case, segment, told, clause)
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


def _clause(case: Case, segment: Span, support: dict[int, Found]) -> tuple[int | None, bool]:
    """The clause that speaks of a segment, and whether it has its figure: that of its last figure, else that of its
    last words or its rank; None where none has enough of them."""
    held = [support[one.start].clause for one in case.sentence.quantities
            if segment[0] <= one.start < segment[1] and one.start in support]  # fmt: skip
    if held:
        return held[-1], True
    words = [word for word in case.sentence.words_in(segment) if word.clauses]
    ranks = [one.clause for one in _found(case, ("rank",)) if segment[0] <= one.span[0] < segment[1]]
    for clause in (case.clause_for(words[-_PREDICATE:], _seats(case)), *ranks):
        if clause is not None and sum(word.in_clause(clause) > 0 for word in words) + (clause in ranks) >= _PREDICATE:
            return clause, False
    return None, False


def _found(case: Case, kinds: tuple[str, ...]) -> list[Judged]:
    return [one for one in case.judged if one.kind in kinds and one.status == "supported"]


def _seats(case: Case) -> list[int]:
    """The aligned sentences, those with a figure, rank or date of the claim where there are such."""
    found = [one.clause for one in _found(case, ("quantity", "date", "rank")) if one.clause is not None]
    held = {case.corpus.clauses[clause].sentence for clause in found}
    return [at for at in case.aligned if at in held] or case.aligned[:2]


def _hold(case: Case, kind: ClaimKind, span: Span, clause: int, reason: Message) -> None:
    case.hold(Judged(kind, span, "contradicted", case.span_of(clause), reason, clause))


def _judge_ahead(case: Case, told: Told, clause: int, *, figure: bool) -> None:
    """What is told as to come, of which the source says, or lets the time of it say, that it has come about, and
    neither its sentence nor its frame speaks of anything to come."""
    corpus = case.corpus
    number = corpus.clauses[clause].sentence
    own = own_mood(corpus, clause)
    if number in corpus.titles:
        return
    surely = own == "done" and not speaks_ahead(corpus, clause, frame=False)
    if not surely:
        past = _is_past(case, number)
        has_been = past or any(_has_been(case, at) for at in (number, *paragraph_before(corpus, number)))
        seats = [clause] if figure else [clause, *(corpus.sentences[at].first for at in case.aligned[:2])]
        if own in _TIMELESS or not has_been or any(speaks_ahead(corpus, at, frame=not past) for at in seats):
            return
    _hold(case, "modality", told.span, clause, _NO_PLAN)


def _has_been(case: Case, sentence: int) -> bool:
    """Whether a sentence tells anything as come about, or names a time that has passed."""
    corpus = case.corpus
    return any(own_mood(corpus, at) in ("done", "deed") or is_over(corpus, at) for at, _ in corpus.numbered(sentence))


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
    seats = [clause] if figure else list(dict.fromkeys((clause, *_deeds(case, segment, told))))
    moods = {mood_of(case.corpus, at) for at in seats} - {""}
    if any(_has_come_about(case, at) for at in seats):
        return
    if moods and moods <= _SURELY_AHEAD:
        _hold(case, "modality", told.span, clause, PLANNED)
    elif told.way == "ended" and moods and moods <= _SURELY_AHEAD | _TIMELESS:
        _hold(case, "modality", told.span, clause, _NOT_ENDED)


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
    """Whether a line above, the headline as a rule, says a figure of the segment as a goal, by a word of what is to
    come or by its term (까지), so that a noun at the end of a line of its article tells that goal."""
    text, start = case.sentence.text, case.sentence.start
    own = [one for one in case.sentence.quantities if segment[0] <= one.start < segment[1]]
    figures = [text[one.start : one.end] for one in own]
    lines = text[max(0, start - _ABOVE) : start].split("\n") if figures else []
    telling = [line for line in lines if any(figure in line for figure in figures)]
    return any(is_ahead(line, (0, len(line))) or "까지" in line for line in telling)


def _speaks(case: Case, segment: Span, told: Told, clause: int) -> bool:
    """Whether the sentence of a clause says the deed of a segment, in whatever words."""
    words = [word for word in case.sentence.words_in(segment) if word.start < told.span[0]]
    return bool(words) and account_in(case, words[-1:], [case.corpus.clauses[clause].sentence]).held > 0


def _has_come_about(case: Case, clause: int) -> bool:
    """Whether a clause says of anything that it is done, or only what something once was to be, or is for."""
    said = case.corpus.key.plain[slice(*case.span_of(clause))]
    if own_mood(case.corpus, clause) == "done" or listed("once_meant").search(said):
        return True
    return mood_of(case.corpus, clause) not in LASTING and listed("come_about").search(said) is not None


def _deeds(case: Case, segment: Span, told: Told) -> list[int]:
    """The clauses near by that have the last word before what tells the mood."""
    words = [word for word in case.sentence.words_in(segment) if word.start < told.span[0] and word.weight]
    near = frozenset(case.near_for(segment) if told.way == "may" else case.aligned)
    return [
        at
        for word in words[-1:]
        for at, share in word.clauses.items()
        if share >= 1 and case.corpus.clauses[at].sentence in near
    ]


def _judge_may(case: Case, segment: Span, told: Told, clause: int) -> None:
    """What may be done, that its clause, or each that speaks of the deed, forbids or says to be impossible."""
    deeds = _deeds(case, segment, told)
    moods = {mood_of(case.corpus, at) for at in deeds}
    barred = mood_of(case.corpus, clause) in _BARRED
    if "possible" not in moods and (barred or (moods and moods <= _BARRED)):
        _hold(case, "negation", told.span, clause if barred else deeds[0], _DENIES)


def _judge_denied(case: Case, segment: Span, told: Told, clause: int) -> None:
    """What is denied, where no sentence near by denies anything, or no clause that speaks of the deed."""
    corpus = case.corpus
    at = corpus.clauses[clause].sentence
    around = case.text_of([at, *case.aligned[:2], *corpus.behind(at)])
    deeds = _deeds(case, segment, told)
    if not denies(around, "zh") or (deeds and not any(_denies(case, one) for one in (clause, *deeds))):
        _hold(case, "negation", told.span, clause, _NOT_DENIED)


def _denies(case: Case, clause: int) -> bool:
    """Whether a clause denies a deed; what a noun is without (无补贴) denies none of what is done."""
    said = case.corpus.key.plain[slice(*case.span_of(clause))]
    if listed("come_about").search(said):
        return denial("of_done").search(said) is not None
    return own_mood(case.corpus, clause) in DENIED or denies(said, "zh")


def _judge_affirmed(case: Case, segment: Span, clause: int) -> None:
    """A segment without any denial whose predicate the source denies (尚未开通)."""
    if denies(case.sentence.text[slice(*segment)], "ko"):
        return
    start, end = case.span_of(clause)
    plain = case.corpus.key.plain
    for word in [word for word in case.sentence.words_in(segment) if word.in_clause(clause)][-_PREDICATE:]:
        places = [place for place, _ in word.places if start <= place < end]
        if places and _is_stance(plain, places[0]):  # of two, one may be for it
            whole = case.corpus.place_of(case.corpus.clauses[clause].sentence)
            places = [place for place, _ in word.places if whole[0] <= place < whole[1]]
        if places and all(_is_denied(plain, start, place) for place in places):
            case.hold(Judged("negation", (word.start, word.end), "contradicted", (start, end), _DENIES, clause))


def _is_denied(plain: str, start: int, place: int) -> bool:
    """Whether something denies a deed of the source right before it: 尚未开通, 不支持."""
    if denial("before").search(plain, max(start, place - _REACH), place):
        return True
    before = max(start, place - _BEFORE_STANCE)
    return _is_stance(plain, place) and denial("of_stance").search(plain, before, place) is not None


def _is_stance(plain: str, place: int) -> bool:
    """Whether what stands there is what somebody thinks of a thing (支持), so that 不 may follow his name."""
    return plain.startswith(tables.words(__package__, "stances"), place)
