"""Direction, modality, negation, cause and scope of the text against the clause of the source that it stands on."""

from __future__ import annotations

import re

from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.signs import Sign, marked, poles, scopes

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


def judge_marks(case: Case) -> None:
    """What is told as done though it is planned, as planned though it is done; denials and causes."""
    sentence = case.sentence
    seats = {case.corpus.clauses[at].sentence for one in case.judged if (at := one.clause) is not None and one.kind in ("quantity", "date")}
    main = [at for at in case.aligned if at in seats] or case.aligned[:2]
    if not main:
        return
    printed = sentence.printed
    words = [word for word in sentence.words if word.clauses]
    clause = case.clause_for(words, main)
    if clause is None or sum(word.in_clause(clause) > 0 for word in words) < 2:
        return
    source = case.text_of(main)
    _judge_done(case, printed, source, clause)
    denied = marked(printed, "denied", "ko")
    if denied and not marked(source, "denied", "zh"):
        _hold(case, "negation", denied, "contradicted", clause, Message("원문은 부정하지 않는다.", "the source denies nothing."))
    cause = marked(printed, "cause", "ko")
    if cause and not marked(case.text_of(case.near), "cause", "zh"):
        _hold(case, "cause", cause, "unsupported", None, Message("원문에 없는 인과", "no source states this cause"))


def _judge_done(case: Case, printed: str, source: str, clause: int) -> None:
    planned = marked(printed, "planned", "ko")
    done = marked(printed, "done", "ko")
    held = case.text_of([case.corpus.clauses[clause].sentence])
    if done and not planned and marked(held, "strictly-planned", "zh") and not marked(held, "done", "zh"):
        reason = Message("원문은 계획이나 전망으로 말한다.", "the source speaks of a plan or a forecast.")
        _hold(case, "modality", done, "contradicted", clause, reason)
    if planned and not done and not marked(source, "planned", "zh") and marked(held, "done", "zh"):
        reason = Message("원문은 이미 이루어진 일로 말한다.", "the source tells it as done.")
        _hold(case, "modality", planned, "contradicted", clause, reason)


def judge_scopes(case: Case) -> None:
    """Words that say that a thing holds of a whole: the source must say so near by."""
    sentence = case.sentence
    near = case.text_of(case.near)
    for start, end, chinese in scopes(sentence.printed):
        span: Span = (sentence.start + start, sentence.start + end)
        if near and not any(word in near for word in chinese):
            reason = Message("원문이 말하지 않는 범위", "no source says that it holds of so much")
            case.hold(Judged("scope", span, "unsupported", None, reason))


def _hold(case: Case, kind: str, found: re.Match[str], status: str, clause: int | None, reason: Message) -> None:
    at = case.sentence.start
    evidence = case.span_of(clause) if clause is not None else None
    span = (at + found.start(), at + found.end())
    case.hold(Judged(kind, span, status, evidence, reason, clause))  # type: ignore[arg-type]
