"""Which clause of the source speaks of a segment of the text, and which of the deed of it."""

from __future__ import annotations

from donghyang.language import tables
from donghyang.records import ClaimKind, Message, Span
from donghyang.verify.accounts import account_in, framing, said_in
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.moods import Told

PREDICATE = 2
"""Words at the end of a segment of the claim that tell what is done."""
_HALF = 0.5
"""The part of a word that stands there."""


def clause_of(case: Case, segment: Span, support: dict[int, Found]) -> tuple[int | None, bool]:
    """The clause that speaks of a segment, and whether it has its figure: that of its last figure, else that of its
    last words or its rank; None where none has enough of them."""
    held = [support[one.start].clause for one in case.sentence.quantities
            if segment[0] <= one.start < segment[1] and one.start in support]  # fmt: skip
    if held:
        return held[-1], True
    words = _telling([word for word in case.sentence.words_in(segment) if word.clauses])
    ranks = [one.clause for one in _found(case, ("rank",)) if segment[0] <= one.span[0] < segment[1]]
    near = case.near_for(segment)
    for clause in (
        case.clause_for(words[-PREDICATE:], _seats(case)),
        *ranks,
        case.clause_for(words[-PREDICATE:], near),
    ):
        if clause is not None and sum(word.in_clause(clause) > 0 for word in words) + (clause in ranks) >= PREDICATE:
            return clause, False
    return clause_in_any_words(case, segment), False


def clause_in_any_words(case: Case, segment: Span) -> int | None:
    """The clause that says most of a segment by any Chinese that a table has for its words, the last of which counts
    twice, and by its dates; None where none says two of them, or two sentences as much."""
    words = [word for word in case.sentence.words_in(segment) if len(word.stem) >= PREDICATE]
    words = _telling([word for word in words if word.stem not in framing()])
    if not words:
        return None
    dated = [one.clause for one in _found(case, ("date",)) if segment[0] <= one.span[0] < segment[1]]
    scores: dict[int, int] = {}
    for number in dict.fromkeys([*_seats(case), *case.near_for(segment)]):
        for at, clause in case.corpus.numbered(number):
            plain = case.corpus.key.plain[clause.start : clause.end]
            told = [word for word in words if word.in_clause(at) >= _HALF or said_in(word.stem, plain)]
            if len(told) + dated.count(at) >= max(PREDICATE, len(words) * _HALF):
                scores[at] = len(told) + dated.count(at) + (words[-1] in told)
    best = max(scores, key=lambda at: scores[at], default=None)
    if best is None:
        return None
    rivals = {case.corpus.clauses[at].sentence for at, score in scores.items() if score == scores[best]}
    return best if len(rivals) == 1 else None


def _telling(words: list[Word]) -> list[Word]:
    """Words without those that say how or when a deed is done, and not which (성공적으로 완료); all where there is no
    other."""
    light = tables.words(__package__, "light")
    return [word for word in words if not word.stem.startswith(light)] or words


def _seats(case: Case) -> list[int]:
    """The aligned sentences, those with a figure, rank or date of the claim where there are such."""
    found = [one.clause for one in _found(case, ("quantity", "date", "rank")) if one.clause is not None]
    held = {case.corpus.clauses[clause].sentence for clause in found}
    return [at for at in case.aligned if at in held] or case.aligned[:2]


def _found(case: Case, kinds: tuple[str, ...]) -> list[Judged]:
    return [one for one in case.judged if one.kind in kinds and one.status == "supported"]


def deeds_of(case: Case, segment: Span, told: Told) -> list[int]:
    """The clauses near by that have the last word before what tells the mood."""
    near = frozenset(case.near_for(segment) if told.way == "may" else case.aligned)
    return [
        at
        for word in _before(case, segment, told)[-1:]
        for at, share in word.clauses.items()
        if share >= 1 and case.corpus.clauses[at].sentence in near
    ]


def says_as_much(case: Case, segment: Span, told: Told, one: int, clause: int) -> bool:
    """Whether a clause has as many words of a segment before what tells its mood as another one."""
    words = _before(case, segment, told)
    counts = [sum(word.in_clause(at) > 0 for word in words) for at in (one, clause)]
    return counts[0] >= counts[1]


def _before(case: Case, segment: Span, told: Told) -> list[Word]:
    return _telling([word for word in case.sentence.words_in(segment) if word.start < told.span[0] and word.weight])


def speaks_of(case: Case, segment: Span, told: Told, clause: int) -> bool:
    """Whether the sentence of a clause says the deed of a segment, in whatever words."""
    words = [word for word in case.sentence.words_in(segment) if word.start < told.span[0]]
    return bool(words) and account_in(case, words[-1:], [case.corpus.clauses[clause].sentence]).held > 0


def contradict(case: Case, kind: ClaimKind, span: Span, clause: int, reason: Message) -> None:
    """Hold a stretch of the text contradicted by a clause of the source."""
    case.hold(Judged(kind, span, "contradicted", case.span_of(clause), reason, clause))
