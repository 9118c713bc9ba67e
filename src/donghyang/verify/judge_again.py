"""What a model for entailment says of a sentence, beside what the rules found: it never makes a figure out to be right.

A figure, a date or a rank that no source prints stays the rules' own. Where each is printed, and rules doubt only of
names and words or to what they belong, a model that is sure of the whole sentence takes the doubt away; where rules
find nothing wrong, one that is sure of the opposite casts it.
"""

from __future__ import annotations

from donghyang.verify.case import Case, Judged
from donghyang.verify.entailment import SURE, Answers, Pair
from donghyang.verify.figures import held
from donghyang.verify.reasons import DENIED
from donghyang.verify.shelf import Shelf

_AROUND = 2
"""Sentences before and behind those that speak of a claim, which may say when, where and of whom."""
_OF_WORDS = frozenset({"statement", "name", "scope", "cause", "direction", "negation", "modality", "count"})


def judge_again(case: Case, shelf: Shelf, answers: Answers) -> None:
    """Let a model cast a doubt on the sentence, or take the doubts of the rules away; where it is unsure, neither."""
    if not case.near:
        return
    doubted = [one for one in case.judged if one.status != "supported"]
    day = case.corpus.day_of(case.near[0])
    told = "".join(map(case.corpus.words_of, case.corpus.around(case.near, _AROUND)))
    odds = answers.of(Pair(told, case.sentence.printed, day.isoformat() if day else ""))
    place, whole = case.corpus.place_of(case.near[0]), (case.sentence.start, case.sentence.end)
    if odds.contradicted >= SURE:
        if all(one.status != "contradicted" for one in doubted):
            case.hold(Judged("statement", whole, "contradicted", place, DENIED))
    elif odds.is_denial and not doubted:
        case.hold(Judged("statement", whole, "unsupported", None, DENIED))
    elif odds.entailed >= SURE and all(_is_of_words(case, one, shelf) for one in doubted):
        for one in doubted:
            one.status, one.evidence = "supported", one.evidence or place


def _is_of_words(case: Case, one: Judged, shelf: Shelf) -> bool:
    """Whether a source prints what is doubted, so that only words tell whether it belongs there."""
    if one.kind == "quantity":
        figure = next((figure for figure in case.sentence.quantities if figure.start == one.span[0]), None)
        return figure is not None and any(held(figure, other) == "same" for _, other in shelf.near(figure))
    return one.kind in _OF_WORDS
