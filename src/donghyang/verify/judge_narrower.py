"""A kind of thing whose figure is told of the whole (자동차 수출 of 新能源汽车出口) where the source has both."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Quantity, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import says_only

_WHOLE = re.compile("(?:^|[^一-龥]|全[国省市区县年球]|我国|中国|[省市县区年月日度])$")
"""Before a noun that nothing narrows: of 数字产业增加值 the last word is not of all."""
_REACH = 8
"""Characters between what narrows a noun and the noun (工业增加值 of 规模以上工业增加值 has none)."""


def judge_narrower(case: Case, support: dict[int, Found]) -> None:
    """Contradict a figure whose noun the source narrows in its clause, and has without that elsewhere with a figure."""
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is None:
            continue
        for word in case.sentence.own_words(figure):
            narrowed = _narrowed(case, word, found) if word.start < figure.start and word.covered >= 1 else None
            if narrowed:
                span, place = (figure.start, figure.end), narrowed.span()
                reason = says_only(case.corpus.text[slice(*place)])
                case.hold(Judged("quantity", span, "contradicted", place, reason, found.clause))
                break


def _narrowed(case: Case, word: Word, found: Found) -> re.Match[str] | None:
    """What narrows a word in the clause of its figure; None where nothing does, the claim says it too, or the source
    nowhere has a figure of the word alone."""
    start, end = case.span_of(found.clause)
    places = _longest(word)
    inside = [place for place in places if start <= place[0] < found.quantity.start]
    if not inside or any(_before(case, place) is None for place in inside):
        return None
    narrowing = _before(case, inside[-1])
    if narrowing is None or any(form in case.sentence.printed for form in _forms()[narrowing[0]]):
        return None
    alone = (place for place in places if not start <= place[0] < end and _is_whole(case, place))
    return narrowing if any(_has_figure(case, place[0], found.quantity) for place in alone) else None


def _longest(word: Word) -> list[Span]:
    """Where a word stands, of places that end together the longest."""
    kept: dict[int, int] = {}
    for start, end in word.places:
        kept[end] = min(start, kept.get(end, start))
    return [(start, end) for end, start in kept.items()]


def _is_whole(case: Case, place: Span) -> bool:
    plain = case.corpus.key.plain
    return _WHOLE.search(plain[max(0, place[0] - 2) : place[0]]) is not None


def _has_figure(case: Case, at: int, like: Quantity) -> bool:
    clause = case.corpus.clauses[case.corpus.clause_at(at)]
    return any((one.kind, one.unit) == (like.kind, like.unit) and one.start > at for one in clause.quantities)


def _before(case: Case, place: Span) -> re.Match[str] | None:
    """What narrows the word at a place, right before it."""
    plain = case.corpus.key.plain
    start = max(0, place[0] - _REACH)
    return next((one for one in _narrowing().finditer(plain, start, place[0]) if one.end() == place[0]), None)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Chinese words that narrow a noun -> how Korean says them."""
    return {chinese: tuple(korean.split()) for chinese, korean in tables.read(__package__, "narrowing.tsv")}


@cache
def _narrowing() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _forms()), key=len, reverse=True)))
