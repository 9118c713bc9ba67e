"""What a model for entailment says of a sentence, beside what the rules found: it never makes a figure out to be right.

A figure, a date, a rank or a name that no source prints stays the rules' own. Where each is printed, and rules doubt
only of what it is said or how, a model that is sure of the whole sentence takes the doubt away; where rules find
nothing wrong, one that is sure of the opposite casts it.
"""

from __future__ import annotations

from donghyang.verify.case import Case, Judged
from donghyang.verify.entailment import Answers, Pair
from donghyang.verify.figures import held
from donghyang.verify.reasons import DENIED
from donghyang.verify.shelf import Shelf

_OF_WORDS = frozenset({"statement", "scope", "cause", "direction", "negation", "modality", "count"})


def judge_again(case: Case, shelf: Shelf, answers: Answers) -> None:
    """Let a model cast a doubt on the sentence, or take the doubts of the rules away; where it is unsure, neither."""
    doubted = [one for one in case.judged if one.status != "supported"]
    if not case.near or not all(_is_of_words(case, one, shelf) for one in doubted):
        return
    day = case.corpus.day_of(case.near[0])
    pair = Pair(case.text_of(case.near), case.sentence.printed, day.isoformat() if day else "")
    if doubted and answers.affirms(pair):
        for one in doubted:
            one.status, one.evidence = "supported", one.evidence or case.corpus.place_of(case.near[0])
    elif not doubted and answers.denies(pair):
        whole = (case.sentence.start, case.sentence.end)
        case.hold(Judged("statement", whole, "unsupported", None, DENIED))


def _is_of_words(case: Case, one: Judged, shelf: Shelf) -> bool:
    """Whether a source prints what is doubted, so that only words tell whether it belongs there."""
    if one.kind == "quantity":
        figure = next((figure for figure in case.sentence.quantities if figure.start == one.span[0]), None)
        return figure is not None and any(held(figure, other) == "same" for _, other in shelf.near(figure))
    if one.kind == "name":
        named = next((named for named in case.named if named.start == one.span[0]), None)
        return named is not None and any(form in case.corpus.key.plain for form in named.hanzi)
    return one.kind in _OF_WORDS
