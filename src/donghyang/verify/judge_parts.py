"""Who does it to whom, from where to where: two nouns that the source has in each other's part."""

from __future__ import annotations

from itertools import permutations

from donghyang.records import Message
from donghyang.verify.case import Case, Judged
from donghyang.verify.parts import Part, Party, is_passive, parties

_GETTING = frozenset({"to", "at"})
"""Parts that the source gives to whom something is done, and to where."""
_OPPOSITE: dict[Part, Part] = {"to": "from", "from": "to"}
_TURNED = Message(
    "원문에서는 주고받는 쪽이나 오가는 방향이 반대입니다.", "in the source the two are the other way round."
)


def judge_parts(case: Case) -> None:
    """Contradict two nouns of a segment whose parts a sentence of the source gives the other way round."""
    for segment in case.sentence.segments:
        passive = is_passive(case, segment)
        for sentence in case.aligned[:2]:
            found = parties(case, segment, sentence)
            pair = next((pair for pair in permutations(found, 2) if _are_turned(*pair, passive=passive)), None)
            if pair is not None:
                first, second = sorted(pair, key=lambda one: one.word.start)
                span = (first.word.start, second.word.stem_end)
                case.hold(
                    Judged("name", span, "contradicted", case.corpus.place_of(sentence), _TURNED, None, sure=True)
                )
                break


def _may_tell_places(one: Party, other: Party) -> bool:
    """Whether two nouns may only tell where something is: what goes from place to place names the first one first."""
    begins, ends = (one, other) if one.part == "from" else (other, one)
    return one.may_be_at and other.may_be_at and ends.word.start < begins.word.start


def _are_turned(one: Party, other: Party, *, passive: bool) -> bool:
    """Whether the first noun has the second one's part in the source."""
    if one.part == other.part or one.word.start == other.word.start or one.word.stem == other.word.stem:
        return False
    named = one.named and other.named
    opposite = _OPPOSITE.get(one.part)
    if opposite is not None and one.told == {opposite}:
        if other.part == opposite:
            return other.told == {one.part} and not _may_tell_places(one, other)
        gave = one.part == "to" and named and other.part == "doer" and "from" not in other.told
        return not one.may_be_at and other.part != one.part and (other.told == {one.part} or gave)
    if not named or passive:
        return False
    if one.part == "doer" and one.told and one.told <= _GETTING:
        return other.bears and other.part == "to" and not other.told & _GETTING
    if one.part in ("object", "to") and one.told == {"by"}:
        return other.part == "doer" and "by" not in other.told
    return False
