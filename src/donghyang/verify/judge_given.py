"""Who gives and who gets: 갑이 을에게서 넘겨받았다, where the source has 甲向乙移交.

Each party is known by what the text names of it alone, names, words and numbers; where it stands to 向 tells its part.
"""

from __future__ import annotations

import re

from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.mentions import mentions
from donghyang.verify.parts import takes

_PARTY = re.compile("(?P<from>에게서|으?로부터|한테서)|에게|측에|한테|에(?= )")
_SUBJECT = re.compile("(?<=[가-힣A-Za-z0-9)])[은는이가] ")
_TOWARD = re.compile("(?<![面方走导定朝取意倾])[向给](?!好)")
_GIVES = re.compile(
    "[^，。；]{1,40}?(?:移交|交接|交付|转交|递交|提交|提供|供应|赠|授予|颁|发放|捐|转让|出口|输送|供|借|贷|售|卖|支付|"
    "拨付|出租|援助|传授|派出|致)"
)
"""Behind it, a deed by which one gets what the other gives."""
_REACH = 30
"""Characters behind the word of giving to that hold who gets it."""
_TURNED = Message(
    "원문에서는 주는 쪽과 받는 쪽이 반대입니다.", "in the source giver and receiver are the other way round."
)


def judge_given(case: Case) -> None:
    """Contradict a giver and a receiver that have changed places."""
    text = case.sentence.text
    for segment in case.sentence.segments:
        subject = _SUBJECT.search(text, *segment)
        party = _PARTY.search(text, subject.end(), segment[1]) if subject else None
        while subject and party and not text.startswith((" ", ","), party.end()):
            party = _PARTY.search(text, party.end(), segment[1])
        if subject is None or party is None:
            continue
        one, other = (segment[0], subject.start()), (subject.end(), party.start())
        taken = takes(text, (party.end(), segment[1]))
        if party["from"] and not taken:
            continue
        giver, receiver = (other, one) if taken else (one, other)
        place = _turned(case, giver, receiver)
        if place is not None:
            case.hold(Judged("name", giver, "contradicted", place, _TURNED))


def _turned(case: Case, giver: Span, receiver: Span) -> Span | None:
    """Where a clause of the source has the claim's receiver before 向 and its giver behind; None where none has."""
    plain = case.corpus.key.plain
    for sentence in case.aligned[:2]:
        mine, theirs = (_seats(case, span, sentence) for span in (giver, receiver))
        for _, clause in case.corpus.numbered(sentence):
            for pivot in _TOWARD.finditer(plain, clause.start, clause.end):
                if _GIVES.match(plain, pivot.end()):
                    reach = (clause.start, min(clause.end, pivot.end() + _REACH))
                    gives, gets = (_side(seats, pivot.start(), reach) for seats in (mine, theirs))
                    if gives and gets and min(gives) > pivot.start() > max(gets):
                        return max(gets), min(gives) + 1
    return None


def _side(seats: list[frozenset[int]], pivot: int, reach: Span) -> set[int]:
    """The places in reach of what stands on one side of a pivot alone."""
    here = [{at for at in one if reach[0] <= at < reach[1]} for one in seats]
    return {at for one in here if len({place > pivot for place in one}) == 1 for at in one}


def _seats(case: Case, span: Span, sentence: int) -> list[frozenset[int]]:
    """Where a sentence of the source has each thing that a stretch of the claim names."""
    start, end = case.corpus.place_of(sentence)
    found = [frozenset(at for at, _ in one.places if start <= at < end) for one in mentions(case, span)]
    told = [one for clause in case.corpus.clauses_of(sentence) for one in clause.ordinals if one.kind == "name"]
    for number in case.sentence.ordinals:
        if number.kind == "name" and span[0] <= number.start < span[1]:
            found.append(frozenset(one.start for one in told if one.value == number.value))
    return found
