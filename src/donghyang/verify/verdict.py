"""The verdict on each sentence: every judge is heard, the worst word on a stretch holds."""

from __future__ import annotations

from donghyang.records import Claim, ClaimStatus, VerifiedSentence
from donghyang.verify.case import Case, Judged
from donghyang.verify.claims import ClaimSentence
from donghyang.verify.corpus import Corpus
from donghyang.verify.judge_codes import judge_codes
from donghyang.verify.judge_directions import judge_directions
from donghyang.verify.judge_figures import Shelf, judge_figures
from donghyang.verify.judge_marks import judge_marks, judge_scopes
from donghyang.verify.judge_names import judge_names
from donghyang.verify.judge_order import judge_order
from donghyang.verify.judge_ordinals import judge_ordinals
from donghyang.verify.judge_periods import judge_periods
from donghyang.verify.judge_persons import judge_persons
from donghyang.verify.judge_roles import judge_actors, judge_roles
from donghyang.verify.judge_statements import Entailment, judge_statements

_WORST: tuple[ClaimStatus, ...] = ("contradicted", "unsupported", "supported")


def judged(sentence: ClaimSentence, corpus: Corpus, shelf: Shelf, model: Entailment | None) -> VerifiedSentence:
    """A sentence with its claims, each held against the sources."""
    case = Case(sentence, corpus)
    support = judge_figures(case, shelf)
    judge_ordinals(case)
    judge_order(case, support)
    judge_periods(case)
    judge_codes(case)
    judge_names(case)
    judge_persons(case)
    judge_roles(case)
    judge_actors(case)
    judge_directions(case, support)
    judge_marks(case, support)
    judge_scopes(case)
    judge_statements(case, model)
    claims = tuple(_claim(case, one) for one in _worst_of_each(case.judged))
    return VerifiedSentence(sentence.printed, sentence.start, sentence.end, _worst(claims), claims)


def _worst_of_each(found: list[Judged]) -> list[Judged]:
    """One word for each stretch and kind, in the order of their places."""
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
