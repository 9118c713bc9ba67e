"""Sister words (낮, 밤) that have changed places: everything else stands in the order of the source.

A claim with two words of a kind, one in each of two segments, is held against a sentence that has both once: where
the words beside them keep their order and these two do not, each is told of the other's part.
"""

from __future__ import annotations

from itertools import combinations

from donghyang.language.slots import Slot, said_of, slots_in
from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged

_BESIDE = 2
"""Words of each segment, besides the sister word, that must stand in the sentence."""
_REASON = Message("원문에서는 서로 바뀌어 있습니다.", "the source has these two the other way round.")


def judge_exchanged(case: Case) -> None:
    """Contradict two sister words in each other's place."""
    sentence = case.sentence
    slots = slots_in(sentence.text, sentence.start, sentence.end)
    for one, other in combinations(slots, 2):
        if one.kind != other.kind or one.member == other.member:
            continue
        here, there = sentence.segment_at(one.start), sentence.segment_at(other.start)
        if here == there or sum(slot.kind == one.kind for slot in slots) > len((one, other)):
            continue
        for number in case.aligned[:1]:
            turned = _turned(case, (one, here), (other, there), case.corpus.place_of(number))
            if turned is not None:
                case.hold(Judged("statement", (one.start, one.end), "contradicted", turned, _REASON, sure=True))


def _turned(case: Case, one: tuple[Slot, Span], other: tuple[Slot, Span], within: Span) -> Span | None:
    """Where a sentence has the two words in the other order, and all beside them in the claim's; None elsewhere."""
    said = said_of(one[0].kind, case.corpus.key.plain[slice(*within)])
    first, second = said.get(one[0].member), said.get(other[0].member)
    if first is None or second is None or first[0] < second[0]:
        return None
    mine, theirs = (_places(case, slot, segment, within) for slot, segment in (one, other))
    if min(len(mine), len(theirs)) < _BESIDE or max(mine) > min(theirs):
        return None
    return within[0] + second[0], within[0] + first[1]


def _places(case: Case, slot: Slot, segment: Span, within: Span) -> list[int]:
    """Where a sentence has the words of a segment that it has but once, without the sister word."""
    found: list[int] = []
    for word in case.sentence.words_in(segment):
        places = {start for start, _ in word.places if within[0] <= start < within[1]}
        if len(places) == 1 and not word.start <= slot.start < word.end:
            found += places
    return found
