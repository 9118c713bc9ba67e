"""Whether the text denies what the source says, or says what the source denies or forbids."""

from __future__ import annotations

from donghyang.language.moods import DENIED, Mood
from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.moods import Told, denial, denies, listed, mood_of, own_mood
from donghyang.verify.spoken import PREDICATE, contradict, deeds_of

_BARRED: frozenset[Mood] = frozenset({"forbidden", "impossible", "nomore"})
_REACH = 7
"""Characters before a deed that hold what denies it."""
_NOT_DENIED = Message("원문은 부정하지 않습니다.", "the source denies nothing.")
_DENIES = Message("원문은 부정합니다.", "the source denies it.")


def judge_may(case: Case, segment: Span, told: Told, clause: int) -> None:
    """What may be done, that its clause, or each that speaks of the deed, forbids or says to be impossible."""
    deeds = deeds_of(case, segment, told)
    moods = {mood_of(case.corpus, at) for at in deeds}
    barred = mood_of(case.corpus, clause) in _BARRED
    if "possible" not in moods and (barred or (moods and moods <= _BARRED)):
        contradict(case, "negation", told.span, clause if barred else deeds[0], _DENIES)


def judge_denied(case: Case, segment: Span, told: Told, clause: int) -> None:
    """What is denied, where no sentence near by denies anything, or no clause that speaks of the deed."""
    corpus = case.corpus
    at = corpus.clauses[clause].sentence
    around = case.text_of([at, *case.aligned[:2], *corpus.behind(at)])
    deeds = deeds_of(case, segment, told)
    if not denies(around, "zh") or (deeds and not any(_denies(case, one) for one in (clause, *deeds))):
        contradict(case, "negation", told.span, clause, _NOT_DENIED)


def _denies(case: Case, clause: int) -> bool:
    """Whether a clause denies a deed; what a noun is without (无补贴) denies none of what is done."""
    said = case.corpus.key.plain[slice(*case.span_of(clause))]
    if listed("come_about").search(said):
        return denial("of_done").search(said) is not None
    return own_mood(case.corpus, clause) in DENIED or denies(said, "zh")


def judge_affirmed(case: Case, segment: Span, clause: int) -> None:
    """A segment without any denial whose predicate the source denies (尚未开通)."""
    if denies(case.sentence.text[slice(*segment)], "ko"):
        return
    start, end = case.span_of(clause)
    plain = case.corpus.key.plain
    for word in [word for word in case.sentence.words_in(segment) if word.in_clause(clause)][-PREDICATE:]:
        places = [place for place, _ in word.places if start <= place < end]
        if places and all(denial("before").search(plain, max(start, at - _REACH), at) for at in places):
            case.hold(Judged("negation", (word.start, word.end), "contradicted", (start, end), _DENIES, clause))
