"""What a figure is bound to inside the right sentence: its words stand by another figure of its kind.

The words by which the claim has a figure are laid beside the stretches of the source that belong to each figure. Two
figures have changed places where words of each stand by the other one alone; a figure is of something else where one of
its words is said only behind its clause, by another figure of the kind: in Chinese a subject stands before its figures.
Values with a second one of their own, and rows behind 각각, are held against the order of the source.
Counted 2026-11 on 866 true lines and claims and 498 false claims: the first 1 and 23, the second 1 and 8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from donghyang.records import Message, Quantity, Span
from donghyang.verify.accounts import framing, places_of, said_in
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held, is_time
from donghyang.verify.judge_figures import Found
from donghyang.verify.zones import zone

_BEYOND = 2
"""How many times its limit a figure may be that goes beyond it."""
_FROM = re.compile("(?:从|由|自|比|较)(?:(?:19|20)[0-9]{2}年[底末初]?的?)?$|(?:上年|去年|原来|此前|原)[^，。0-9]{0,4}$")
"""What stands before the figure from which a rise begins."""
_AHEAD = 12
"""Characters in front of a figure in which stands where a rise begins."""
_REACHED = re.compile("[到至为](?:上年|去年|今年|目前)的?$")
_BETWEEN = 24
"""Characters between two figures of one change (27개에서 지난해 50개로)."""
_BEFORE = 2
"""Sentences before a figure's own that may name its subject."""
_FEW = 2
"""Syllables of a word that tells a thing."""
_HALF = 0.5
"""The part of a word that stands there."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """A figure that the source has, and what tells on either side what it is of."""

    figure: Quantity
    found: Found
    words: list[Word]
    """Its own words in the claim, of those that tell."""
    zone: Span
    """Its own stretch of the source."""

    @property
    def at(self) -> int:
        """Where the source has it."""
        return self.found.quantity.start


def judge_bindings(case: Case, support: dict[int, Found]) -> None:
    """Contradict pairs of figures that have changed places, and a figure whose word belongs to one behind it."""
    bound = [
        _Bound(figure, found, _telling(case.sentence.own_words(figure)), zone(case, found.quantity, found.clause))
        for figure in case.sentence.quantities
        if (found := support.get(figure.start)) is not None
    ]
    for one, other in combinations(bound, 2):
        if _have_changed(case, one, other) and _could_swap(one, other):
            _hold_each(case, one, other)
    _judge_companions(case, bound)
    for row in case.sentence.rows():
        _judge_row(case, row, support)
    for each in bound:
        _judge_behind(case, each)


def _hold_each(case: Case, one: _Bound, other: _Bound) -> None:
    _hold(case, one.figure, other.found.quantity, other.found.clause)
    _hold(case, other.figure, one.found.quantity, one.found.clause)


def _hold(case: Case, figure: Quantity, rival: Quantity, clause: int) -> None:
    said = rival.text
    reason = Message(f"원문에서는 다른 것의 값입니다: {said}", f"in the source this is of something else: {said}")
    span = (rival.start, rival.end)
    case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, reason, clause))


def _could_swap(bound: _Bound, rival: _Bound) -> bool:
    """Whether each figure could stand in the other's place: one unit, or two that only count; not where each stands by
    its bound (51.6%로 50%를 돌파)."""
    one, other, first, second = bound.figure, rival.figure, bound.found.quantity, rival.found.quantity
    if one.value == other.value or first.start == second.start or is_time(one) != is_time(other):
        return False
    if one.bound != other.bound and (one.bound, other.bound) == (first.bound, second.bound):
        return False
    if _goes_beyond(one, other) or _goes_beyond(other, one):
        return False
    return held(one, second) in ("other", "bound") or held(other, first) in ("other", "bound")


def _goes_beyond(value: Quantity, limit: Quantity) -> bool:
    """Whether one figure is what another one was left behind by (51.6%로 절반을 넘겼다)."""
    if value.bound is not None or limit.bound not in (">", ">=") or value.end > limit.start:
        return False
    one, other = (figure.value * 100 if figure.kind == "multiple" and figure.value else figure.value
                  for figure in (value, limit))  # fmt: skip
    return one is not None and other is not None and other < one < other * _BEYOND


def _have_changed(case: Case, one: _Bound, other: _Bound) -> bool:
    """Whether a word of each of two figures stands by the other one alone."""
    moved = _from_to(case, one, other)
    if moved is not None:
        return moved
    shared = {word.stem for word in one.words} & {word.stem for word in other.words}
    return all(
        _stand_apart(case, [word for word in mine.words if word.stem not in shared], mine.zone, theirs.zone)
        for mine, theirs in ((one, other), (other, one))
    )


def _stand_apart(case: Case, words: list[Word], own: Span, far: Span) -> bool:
    """Whether one of some words stands in another stretch of the source, and not in their own."""
    return any(places_of(case, word, far) and not places_of(case, word, own) for word in words)


def _telling(words: list[Word]) -> list[Word]:
    return [word for word in words if len(word.stem) >= _FEW and word.stem not in framing()]


def _from_to(case: Case, one: _Bound, other: _Bound) -> bool | None:
    """27개에서 50개로, from 27家增长到50家; 97개 중 60개, 97个中的60个. None where the claim says neither."""
    between = case.sentence.text[one.figure.end : other.figure.start]
    if len(between) > _BETWEEN:
        return None
    source, turned = case.corpus.text, one.at > other.at
    if between.startswith("에서"):
        ahead = source[max(0, one.at - _AHEAD) : one.at]
        return turned and (_FROM.search(ahead) is None or _REACHED.search(ahead) is not None)
    if " 중 " in between:
        return turned and "中" in source[other.found.quantity.end : one.at]
    return None


def _judge_companions(case: Case, bound: list[_Bound]) -> None:
    """Two clauses of a value and another of its own, each with the other's second one: in the source this one stands
    behind its first one (3.2亿吨，增长5.4%；1580万箱，增长7.1%)."""
    segments = [case.sentence.segment_at(one.figure.start) for one in bound]
    pairs = [pair for pair, (x, y) in zip(pairwise(bound), pairwise(segments), strict=True) if x == y]
    for (a, b), (c, d) in combinations(pairs, 2):
        crossed = _is_behind(d, a, c) and _is_behind(b, c, a)
        if crossed and _beside(case, a, d) and _beside(case, c, b) and _could_swap(b, d):
            _hold_each(case, b, d)


def _is_behind(one: _Bound, first: _Bound, other: _Bound) -> bool:
    """Whether a figure stands in the source behind the first of two others, and not behind the second one since."""
    return first.at < one.at and not first.at <= other.at < one.at


def _beside(case: Case, one: _Bound, other: _Bound) -> bool:
    return case.same_sentence(one.found.clause, other.found.clause)


def _judge_row(case: Case, row: list[Quantity], support: dict[int, Found]) -> None:
    """Figures behind 각각 that the source has in another order, and what they are of in the same."""
    found = [support[figure.start] for figure in row if figure.start in support]
    order = [one.quantity.start for one in found]
    if len(found) < len(row) or order == sorted(order) or not case.same_sentence(found[0].clause, found[-1].clause):
        return
    within = case.corpus.place_of(case.corpus.clauses[found[0].clause].sentence)[0], min(order)
    members = [[place for word in case.sentence.own_words(figure) for place, _ in word.places] for figure in row]
    seats = [max((at for at in places if within[0] <= at < within[1]), default=None) for places in members]
    told = [at for at in seats if at is not None]
    if len(set(told)) == len(row) and told != sorted(told):
        return
    for figure, one, rival in zip(row, found, sorted(found, key=lambda one: one.quantity.start), strict=True):
        if one is not rival:
            _hold(case, figure, rival.quantity, rival.clause)


def _judge_behind(case: Case, bound: _Bound) -> None:
    """A figure with a word before it that its sentence, and those before, say only behind the clause of the figure, by
    another figure of its kind (75% of the hills, where the source has 达到75%，…丘陵山区…达到55%)."""
    corpus, figure, mine = case.corpus, bound.figure, bound.found.quantity
    clause = corpus.clauses[bound.found.clause]
    start, end = corpus.place_of(clause.sentence)
    behind = max(clause.end, mine.end)
    figures = [(at, one) for at, other in corpus.numbered(clause.sentence) for one in other.quantities]
    later = [(at, one) for at, one in figures if one.start > behind and one.kind == mine.kind]
    if not later:
        return
    before = list(corpus.before(clause.sentence, _BEFORE))
    told = case.text_of(before) + corpus.key.plain[start:behind]
    for word in bound.words:
        named = any(one.start <= word.start < one.end for one in case.named)
        if word.start > figure.start or named or said_in(word.stem, told) or _is_told(word, before):
            continue
        place = next(iter(places_of(case, word, (start, end))), (0, 0))[0]
        rivals = ((at, one) for at, one in later if one.start > place >= behind and _could_be(figure, one))
        if rival := next(rivals, None):
            _hold(case, figure, rival[1], rival[0])
            return


def _could_be(figure: Quantity, other: Quantity) -> bool:
    """Whether a figure of the source is another value of what the claim tells; 一个 often tells no number."""
    return other.value != 1 and held(figure, other) in ("other", "bound")


def _is_told(word: Word, sentences: list[int]) -> bool:
    return any(word.in_sentence(at) >= _HALF for at in sentences)
