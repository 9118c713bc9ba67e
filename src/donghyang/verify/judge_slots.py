"""Sister words of the text (앞면, 국유, 전년 말): does the source have the same one where it speaks of the thing?

A figure that is right supports nothing beside it: 전년 동기 대비 4.3% is wrong where the source says 较上年末增长4.3%.
"""

from __future__ import annotations

import re

from donghyang.language.slots import Slot, nearest_of, said_of, slots_in
from donghyang.records import Message, Span
from donghyang.verify.alignment import spoken
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import says

_MAIN = 2
"""Sentences that speak most of the claim, of which the first that has a word of the kind decides."""
_NEARLY = 0.8
_BACK = 2
"""Clauses before that of a figure that may name what it is of."""
_OFFICE = "office"
_THAN = re.compile("[가-힣]{0,4}보다(?![가-힣])")
_AGAINST = ("较", "比", "同", "与", "于")
"""Right before what a thing is only compared with (较春节假期)."""
_BEFORE = frozenset({"basis"})
"""Kinds whose word stands before its figure."""
_ABSENT = Message("원문이 말하지 않는 내용입니다.", "no source says so")


def judge_slots(case: Case, support: dict[int, Found]) -> None:
    """Contradict sister words in whose place the source has another one; hold those that it must say and does not."""
    sentence = case.sentence
    slots = slots_in(sentence.text, sentence.start, sentence.end)
    named = [(name.start, name.end) for name in case.named]
    for slot in slots:
        if not any(start <= slot.start < end for start, end in named) and not _by_sound(case, slot):
            kin = [one for one in slots if one.kind == slot.kind]
            if slot.kind in _BEFORE or not _compared(sentence.text, slot):
                if any(period.end == slot.start for period in sentence.periods):
                    continue  # 상반기에만: how long, not of whom alone
                claimed = {one.member for one in kin if not _compared(sentence.text, one)} | {slot.member}
                _judge(case, slot, claimed, _figure(case, slot, support))


def _by_sound(case: Case, slot: Slot) -> bool:
    """Does a name of the source sound like the word (昌江, where the text has 창장)?"""
    return any(match.how == "sound" for match in case.corpus.key.find(case.sentence.text[slot.start : slot.end]))


def _judge(case: Case, slot: Slot, claimed: set[str], figure: Found | None) -> None:
    """Against the clause of the figure that stands by the word, then against the sentences near by."""
    if figure is not None:
        clause = case.span_of(figure.clause)
        if slot.kind in _BEFORE:
            ahead = nearest_of(slot.kind, case.corpus.key.plain[clause[0] : figure.quantity.start])
            if ahead:  # 同比增速较上月加快2.2个百分点: the last one counts
                clause = clause[0] + next(iter(ahead.values()))[0], figure.quantity.start
        if slot.member in _said(case, slot, clause) or _refuse(case, slot, claimed, clause):
            return
        for back in _clauses_before(case, figure.clause):
            if slot.member in _said(case, slot, back) or _refuse(case, slot, claimed, back):
                return
    if not case.near:
        return
    seat = _seat(case, slot) if figure is None else None
    if seat is not None and slot.member not in _said(case, slot, seat) and _refuse(case, slot, claimed, seat):
        return
    if figure is None and (_said_as_well(case, slot) or _holds_office(case, slot)):
        return
    for main in case.aligned[: _MAIN if figure is None else 0]:
        if slot.member in _said(case, slot, case.corpus.place_of(main)) or _refuse(
            case, slot, claimed, case.corpus.place_of(main)
        ):
            return
    near = [*case.near, *(at + 1 for at in case.aligned if at + 1 < len(case.corpus.sentences))]
    if any(slot.member in _said(case, slot, case.corpus.place_of(at)) for at in near):
        return
    if not any(_refuse(case, slot, claimed, case.corpus.place_of(at)) for at in case.aligned) and slot.needed:
        case.hold(Judged("statement", (slot.start, slot.end), "unsupported", None, _ABSENT))


def _seat(case: Case, slot: Slot) -> Span | None:
    """The sentence of the source that has the date and a name, or two names, of the slot's segment, where one alone has
    so many: what the segment says is held against it first. None where there is none."""
    start, end = case.sentence.segment_at(slot.start)
    held: dict[int, set[Span]] = {}
    for one in case.judged:
        if one.kind in ("date", "name") and one.status == "supported" and one.evidence and start <= one.span[0] < end:
            held.setdefault(case.corpus.sentence_at(one.evidence[0]), set()).add(one.span)
    best = max(held, key=lambda at: len(held[at]), default=None)
    if best is None or len(held[best]) < _MAIN or best in case.corpus.titles:
        return None
    return case.corpus.place_of(best)


def _holds_office(case: Case, slot: Slot) -> bool:
    """Does anybody of this office act in the source? Sentences that speak of one person name others (总书记的指示)."""
    return slot.kind == _OFFICE and slot.member in said_of(slot.kind, case.corpus.key.plain)


def _said_as_well(case: Case, slot: Slot) -> bool:
    """Whether a sentence that speaks nearly as much of the claim as the best one has the word."""
    words = [word for word in case.sentence.words if word.start != slot.start]
    best = spoken(words, case.aligned[:1])
    names = [
        form
        for name in case.named
        for form in name.hanzi
        if case.aligned and form in case.corpus.plain_of(case.aligned[0])
    ]
    said = (
        at
        for at in case.aligned[1:]
        if all(name in case.corpus.plain_of(at) for name in names)
        and slot.member in _said(case, slot, case.corpus.place_of(at))
    )
    return any(spoken(words, [at]) >= _NEARLY * best for at in said)


def _compared(text: str, slot: Slot) -> bool:
    """Whether the word is only what the thing is compared with (농촌 주민보다)."""
    return _THAN.match(text, slot.end) is not None


def _clauses_before(case: Case, clause: int) -> list[Span]:
    """The clauses before one in its sentence, the nearest first."""
    first = case.corpus.sentences[case.corpus.clauses[clause].sentence].first
    return [case.span_of(number) for number in range(clause - 1, max(first, clause - _BACK) - 1, -1)]


def _refuse(case: Case, slot: Slot, claimed: set[str], within: Span) -> bool:
    """Contradict a word by a sister of it that the claim does not have; False where there is none."""
    said_ = said_of(slot.kind, case.corpus.key.plain[slice(*within)], plainly=True)
    others = [span for member, span in said_.items() if member not in claimed]
    if slot.kind not in _BEFORE:
        others = [one for one in others if not case.corpus.key.plain.endswith(_AGAINST, 0, within[0] + one[0])]
    if not others:
        return False
    start, end = within[0] + others[0][0], within[0] + others[0][1]
    said = case.corpus.text[start:end]
    case.hold(Judged("statement", (slot.start, slot.end), "contradicted", (start, end), says(said)))
    return True


def _said(case: Case, slot: Slot, within: Span) -> dict[str, Span]:
    return said_of(slot.kind, case.corpus.key.plain[slice(*within)])


def _figure(case: Case, slot: Slot, support: dict[int, Found]) -> Found | None:
    """The supported figure that the word stands by: the first one behind it in its segment, else the last before."""
    start, end = case.sentence.segment_at(slot.start)
    figures = [one for one in case.sentence.quantities if start <= one.start < end and one.start in support]
    behind = [one for one in figures if one.start >= slot.end]
    chosen = behind[0] if behind else figures[-1] if figures else None
    return support[chosen.start] if chosen else None
