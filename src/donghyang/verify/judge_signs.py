"""Direction, modality, negation, cause and scope of the text against the clause of the source that it stands on."""

from __future__ import annotations

import re

from donghyang.records import ClaimKind, ClaimStatus, Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.signs import Sign, marked, poles, scopes

_TAIL = 14
"""Characters at the end of a segment that hold its predicate, or before a word of cause what it names."""
_BESIDE = 14
"""Characters between a figure and the word that says which way it went."""


_MUST = {("open", "close"), ("turn", "late"), ("balance", "minus")}
"""Ways of which a source does not speak without saying so."""


def judge_directions(case: Case, support: dict[int, Found]) -> None:
    """Contradict words of direction where the clause of the source has only the opposite one."""
    sentence = case.sentence
    for sign in poles(sentence.text, "ko", sentence.start, sentence.end):
        clause, place = _seat(case, sign, support)
        if clause is None:
            continue
        answer = _answer(case, sign, clause, place)
        if answer is not None and answer.pole != sign.pole:
            said = case.corpus.text[answer.start : answer.end]
            reason = Message(f"원문은 '{said}'이다.", f"the source says '{said}'.")
            case.hold(
                Judged("direction", (sign.start, sign.end), "contradicted", (answer.start, answer.end), reason, clause)
            )
        elif answer is None and place is None and (sign.pair, sign.pole) in _MUST:
            near = poles(case.text_of(case.near), "zh")
            if not any((one.pair, one.pole) == (sign.pair, sign.pole) for one in near):
                reason = Message("원문은 그렇게 말하지 않는다.", "the source does not say so.")
                case.hold(Judged("direction", (sign.start, sign.end), "contradicted", case.span_of(clause), reason, clause))


def _seat(case: Case, sign: Sign, support: dict[int, Found]) -> tuple[int | None, int | None]:
    """The clause that a word of direction is held against, and the figure of the source it stands by."""
    text = case.sentence.text
    segment = case.sentence.segment_at(sign.start)
    figures = [f for f in case.sentence.quantities if segment[0] <= f.start < segment[1] and f.start in support]
    behind = [f for f in figures if f.end <= sign.start]
    if behind and sign.start - behind[-1].end <= _BESIDE:
        found = support[behind[-1].start]
        return found.clause, found.quantity.start
    ahead = [f for f in figures if f.start >= sign.end and f.start - sign.end <= _BESIDE]
    if ahead:
        found = support[ahead[0].start]
        return found.clause, found.quantity.start
    if sign.pair in ("change", "pace") and re.match("[율률폭분세]", text[sign.end : sign.end + 1]):
        return None, None
    words = [word for word in case.sentence.words_in(segment) if not word.start <= sign.start < word.end]
    clause = case.clause_for(words, case.aligned)
    if clause is None:
        return None, None
    found_ = sum(word.in_clause(clause) > 0 for word in words)
    return (clause, None) if found_ >= 2 else (None, None)


def _answer(case: Case, sign: Sign, clause: int, place: int | None) -> Sign | None:
    """The word of the source that answers a word of direction: its own pole if the clause has it, else the other."""
    start, end = case.span_of(clause)
    said = [one for one in poles(case.corpus.text, "zh", start, end) if one.pair == sign.pair]
    if not said:
        return None
    if place is not None and sign.pair in ("change", "pace", "turn"):
        before = [one for one in said if one.end <= place]
        return before[-1] if before else said[0]
    return next((one for one in said if one.pole == sign.pole), said[0])


def judge_marks(case: Case, support: dict[int, Found]) -> None:
    """What is told as done though it is planned, as planned though it is done; denials and causes."""
    for segment in case.sentence.segments:
        words = [word for word in case.sentence.words_in(segment) if word.clauses]
        clause = next((support[f.start].clause for f in reversed(case.sentence.quantities)
                       if segment[0] <= f.start < segment[1] and f.start in support), None)  # fmt: skip
        if clause is None:
            clause = case.clause_for(words, _seats(case))
            if clause is None or sum(word.in_clause(clause) > 0 for word in words) < 2:
                continue
        _judge_done(case, segment, clause)
        _judge_denied(case, segment, clause)
    _judge_cause(case)


def _seats(case: Case) -> list[int]:
    """The aligned sentences, those with a figure or date of the claim where there are such."""
    held = {case.corpus.clauses[one.clause].sentence for one in case.judged
            if one.clause is not None and one.kind in ("quantity", "date")}  # fmt: skip
    return [at for at in case.aligned if at in held] or case.aligned[:2]


def _judge_done(case: Case, segment: Span, clause: int) -> None:
    """A predicate stands at the end of its segment; what the source plans stands before it in its sentence."""
    text = case.sentence.text
    tail = max(segment[0], segment[1] - _TAIL)
    printed = text[tail : segment[1]]
    start, end = case.span_of(clause)
    held = case.corpus.sentences[case.corpus.clauses[clause].sentence]
    before = case.corpus.text[held.start : end]
    planned, done = marked(printed, "strictly-planned", "ko"), marked(printed, "done", "ko")
    if done and not marked(case.sentence.printed, "planned", "ko"):
        if marked(before, "strictly-planned", "zh") and not marked(case.corpus.text[start:end], "strictly-done", "zh"):
            reason = Message("원문은 계획이나 전망으로 말한다.", "the source speaks of a plan or a forecast.")
            _hold(case, "modality", tail, done, "contradicted", clause, reason)
    elif planned and not done:
        source = case.text_of([case.corpus.clauses[clause].sentence, *case.aligned[:2]])
        if not marked(source, "planned", "zh") and marked(case.corpus.text[start:end], "done", "zh"):
            reason = Message("원문은 이미 이루어진 일로 말한다.", "the source tells it as done.")
            _hold(case, "modality", tail, planned, "contradicted", clause, reason)


def _judge_denied(case: Case, segment: Span, clause: int) -> None:
    denied = marked(case.sentence.text[slice(*segment)], "denied", "ko")
    source = case.text_of([case.corpus.clauses[clause].sentence, *case.aligned[:2]])
    if denied and not marked(source, "denied", "zh"):
        reason = Message("원문은 부정하지 않는다.", "the source denies nothing.")
        _hold(case, "negation", segment[0], denied, "contradicted", clause, reason)


def _judge_cause(case: Case) -> None:
    """A cause that the source does not give: no word of cause near by, or none of the words that name it."""
    sentence = case.sentence
    cause = marked(sentence.printed, "cause", "ko")
    if cause is None:
        return
    place = sentence.start + cause.start()
    named = [word for word in sentence.words_in((sentence.start, place)) if word.end > place - _TAIL][-3:]
    said = any(word.in_sentence(at) for word in named for at in case.near)
    if not marked(case.text_of(case.near), "cause", "zh") or (named and not said):
        _hold(case, "cause", sentence.start, cause, "unsupported", None, Message("원문에 없는 인과", "no source states this cause"))


def judge_scopes(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    for start, end, chinese in scopes(sentence.printed):
        span: Span = (sentence.start + start, sentence.start + end)
        if near and not any(word in near for word in chinese):
            reason = Message("원문이 말하지 않는 범위", "no source says that it holds of so much")
            case.hold(Judged("scope", span, "unsupported", None, reason))


def _hold(
    case: Case, kind: ClaimKind, at: int, found: re.Match[str], status: ClaimStatus, clause: int | None, reason: Message
) -> None:
    evidence = case.span_of(clause) if clause is not None else None
    case.hold(Judged(kind, (at + found.start(), at + found.end()), status, evidence, reason, clause))
