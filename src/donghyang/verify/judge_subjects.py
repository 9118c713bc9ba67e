"""A right figure of something else: the claim's subject stands in another sentence, by another figure of its unit.

`judge_bindings` compares the clauses of one sentence; here are the sentences beside it.
"""

from __future__ import annotations

from collections import Counter

from donghyang.records import Quantity
from donghyang.verify.accounts import said_in
from donghyang.verify.alignment import Word, tells
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import gives

_LEAST = 1.2
"""Weight of the words that only the other sentence has: one that few sentences have, or two that more have."""
_KEPT = 0.4
"""What words that only the figure's own sentence has may weigh beside those, else it is the one that speaks of it."""
_WHOLE = 0.99
_PART = 0.5
"""Share of a word that no sentence has whole which a sentence must have to have it."""
_AROUND = 2
_ROW = 3
"""Figures of the claim that a sentence and those beside it have, to be where the source speaks of all of them."""


def judge_subjects(case: Case, support: dict[int, Found]) -> None:
    """Contradict a figure whose own words stand whole in another sentence near by, by a figure of the same unit."""
    taken = {found.quantity.start for found in support.values()}
    held_in = Counter(case.corpus.clauses[found.clause].sentence for found in support.values())
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is None:
            continue
        here = case.corpus.clauses[found.clause].sentence
        listed = case.sentence.text[: figure.start].endswith("등 ")
        if listed or sum(held_in[at] for at in range(here - _AROUND, here + _AROUND + 1)) >= _ROW:
            continue
        if any(
            not word.weight and tells(word) for word in case.sentence.own_words(figure) if word.start < figure.start
        ):
            continue  # a word that the source may say in other words could name its subject
        own = _named(case, figure)
        rival = _rival(case, figure, found, own, taken) if own else None
        if rival is not None:
            number, quantity = rival
            span = (quantity.start, quantity.end)
            reason = gives(quantity.text)
            case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, reason, number, weak=True))


def _named(case: Case, figure: Quantity) -> list[Word]:
    """The words before a figure that name its subject, known to the source."""
    return [word for word in case.sentence.own_words(figure) if word.start < figure.start and word.weight]


def _rival(case: Case, figure: Quantity, found: Found, own: list[Word], taken: set[int]) -> tuple[int, Quantity] | None:
    here = case.corpus.clauses[found.clause].sentence
    unsaid = [word for word in own if not said_in(word.stem, case.corpus.plain_of(here))]
    absent = [word for word in unsaid if word.in_sentence(here) < (_WHOLE if word.covered >= 1 else _PART)]
    if sum(word.weight for word in absent) < _LEAST:
        return None
    for sentence in case.near_for(case.sentence.segment_at(figure.start)):
        if sentence == here or sentence in case.corpus.titles:
            continue
        told = [word for word in absent if word.in_sentence(sentence) >= _WHOLE]
        gained = sum(word.weight for word in told)
        if gained < _LEAST:
            continue
        lost = sum(word.weight for word in own if word.in_sentence(here) and not word.in_sentence(sentence))
        if lost > _KEPT * gained:
            continue
        for number, clause in case.corpus.numbered(sentence):
            rival = _alone(figure, clause.quantities, taken)
            if rival is not None and any(word.in_clause(number) >= _WHOLE for word in told):
                return number, rival
    return None


def _alone(figure: Quantity, quantities: list[Quantity], taken: set[int]) -> Quantity | None:
    """The one of some figures that could stand in the figure's place; None where there is none, or more."""
    others = [one for one in quantities if one.start not in taken and held(figure, one) in ("other", "bound")]
    return others[0] if len(others) == 1 else None
