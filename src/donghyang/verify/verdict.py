"""The verdict on each sentence: every judge is heard, the worst word on a stretch holds."""

from __future__ import annotations

from donghyang.records import Claim, ClaimStatus, VerifiedSentence
from donghyang.verify.accounts import account_in
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.claims import ClaimSentence
from donghyang.verify.corpus import Corpus
from donghyang.verify.entailment import Answers
from donghyang.verify.judge_again import judge_again
from donghyang.verify.judge_bindings import judge_bindings
from donghyang.verify.judge_codes import judge_codes
from donghyang.verify.judge_compared import judge_compared
from donghyang.verify.judge_derived import judge_derived
from donghyang.verify.judge_directions import judge_directions
from donghyang.verify.judge_figures import judge_figures
from donghyang.verify.judge_given import judge_given
from donghyang.verify.judge_glosses import judge_glosses
from donghyang.verify.judge_hours import judge_hours
from donghyang.verify.judge_moods import judge_moods
from donghyang.verify.judge_multiples import judge_multiples
from donghyang.verify.judge_names import judge_names
from donghyang.verify.judge_ordinals import judge_ordinals
from donghyang.verify.judge_pairs import judge_pairs
from donghyang.verify.judge_parts import judge_parts
from donghyang.verify.judge_periods import judge_periods
from donghyang.verify.judge_persons import judge_persons
from donghyang.verify.judge_rows import judge_rows
from donghyang.verify.judge_scopes import judge_scopes
from donghyang.verify.judge_slots import judge_slots
from donghyang.verify.judge_standings import judge_standings
from donghyang.verify.judge_statements import judge_statements
from donghyang.verify.judge_subjects import judge_subjects
from donghyang.verify.judge_turned import judge_turned
from donghyang.verify.judge_won import judge_won
from donghyang.verify.reasons import NOT_SAID
from donghyang.verify.shelf import Shelf

_SAME = 0.5
"""Share of the other words of a sentence that a source must have beside what contradicts a claim."""
_SOME = 0.3
"""The same where a figure of the claim was found there, for a claim about words."""
_OWN = 0.3
"""What the sentence alone must have that names another one in a name's place."""
_UNSAID = 0.3
"""What of the other words those sentences may leave unaccounted for, to speak of the same thing in whatever words."""
_WORST: tuple[ClaimStatus, ...] = ("contradicted", "unsupported", "supported")


def judged(sentence: ClaimSentence, corpus: Corpus, shelf: Shelf, answers: Answers) -> VerifiedSentence:
    """A sentence with its claims, each held against the sources; `answers` is what a model says of them."""
    case = Case(sentence, corpus)
    support = judge_figures(case, shelf)
    judge_ordinals(case)
    judge_bindings(case, support)
    judge_rows(case, support)
    judge_subjects(case, support)
    judge_multiples(case, support)
    judge_periods(case)
    judge_hours(case)
    judge_codes(case)
    judge_names(case)
    judge_glosses(case)
    judge_persons(case)
    judge_pairs(case)
    judge_given(case)
    judge_parts(case)
    compared = judge_compared(case, support)
    judge_directions(case, support, compared)
    judge_slots(case, support)
    judge_moods(case, support)
    judge_scopes(case, support)
    judge_standings(case, support)
    judge_turned(case)
    judge_derived(case, support)
    judge_statements(case)
    judge_won(case, support)
    met = {corpus.clauses[found.clause].sentence for found in support.values()}
    for one in case.judged:
        _doubt(case, one, met)
    judge_again(case, shelf, answers)
    claims = tuple(_claim(case, one) for one in _worst_of_each(case.judged))
    return VerifiedSentence(sentence.printed, sentence.start, sentence.end, _worst(claims), claims)


def _doubt(case: Case, one: Judged, met: set[int]) -> None:
    """A claim is contradicted only by a sentence that speaks of the same thing; else nothing is known of it.

    `met`: the sentences of the source that have a figure of the claim.
    """
    if one.status != "contradicted" or one.sure:
        return
    words = [word for word in case.sentence.words if not one.span[0] <= word.start < one.span[1]]
    seat = [case.corpus.sentence_at(one.evidence[0])] if one.evidence else case.aligned[:1]
    if met.intersection(seat) and one.kind != "statement":
        return
    around = [
        *seat,
        *(at for number in seat for at in case.corpus.before(number, 1)),
        *(at for number in seat for at in case.corpus.behind(number)),
    ]
    if one.kind != "negation" and account_in(case, words, around).share <= _UNSAID:
        return
    apart = one.kind == "name" and spoken(words, seat) < _OWN
    if apart or spoken(words, around) < (_SAME if not met.intersection(seat) else _SOME):
        if one.weak:
            one.status, one.evidence = "supported", None
            return
        one.status, one.evidence = "unsupported", None
        one.reason = NOT_SAID


def _worst_of_each(found: list[Judged]) -> list[Judged]:
    """One word for each stretch, in the order of their places."""
    kept: dict[tuple[int, int], Judged] = {}
    for one in found:
        known = kept.get(one.span)
        if known is None or _WORST.index(one.status) < _WORST.index(known.status):
            kept[one.span] = one
    return sorted(kept.values(), key=lambda one: one.span)


def _claim(case: Case, one: Judged) -> Claim:
    start, end = one.span
    evidence = case.corpus.quote(one.evidence) if one.evidence else None
    reason = None if one.status == "supported" else one.reason
    return Claim(case.sentence.text[start:end], start, end, one.kind, one.status, evidence, reason)


def _worst(claims: tuple[Claim, ...]) -> ClaimStatus:
    said = {claim.status for claim in claims}
    return next((status for status in _WORST if status in said), "unsupported")
