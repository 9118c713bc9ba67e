"""Which way a thing went or lies, against the clause of the source that the text stands on."""

from __future__ import annotations

import re

from donghyang.language.poles import Sign, poles
from donghyang.records import Span
from donghyang.verify.accounts import account_in
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.moods import denies
from donghyang.verify.reasons import NOT_SAID, says
from donghyang.verify.spoken import PREDICATE, clause_in_any_words

_BESIDE = 14
"""Characters between a figure and the word that says which way it went."""


_SPEEDS = ("pace", "change")
"""Ways that are one by a figure: 0.6%p 둔화 and 提高0.6个百分点."""
_MEASURE = re.compile("[율률폭분세]")
"""Behind a word of direction that only names what is measured (감소폭)."""
_LANDS = re.compile("내려(?:앉|왔|와|오)|올라(?:타|탔)|(?<=막을 )(?:내[리려렸린릴]|올[리려렸린릴])")
"""What comes down lands, and a curtain falls: neither grows less."""
_MEASURED = ("幅", "速")
"""What a word of direction ends in that only names how much."""
_TELLING = frozenset({("change", "down"), ("open", "close"), ("fight", "lost"), ("result", "bad")})
"""Ways that nobody tells where the source says nothing of them."""
_RARE = frozenset({"pace", "turn", "way", "balance"})


def judge_directions(case: Case, support: dict[int, Found], compared: list[Span]) -> None:
    """Contradict words of direction where the clause of the source has only the opposite one."""
    sentence = case.sentence
    for sign in poles(sentence.text, "ko", sentence.start, sentence.end):
        if any(start <= sign.start < end for start, end in compared):
            continue
        if _LANDS.match(sentence.text, sign.start):
            continue
        if sign.pair == "open" and denies(sentence.text[slice(*sentence.segment_at(sign.start))], "ko"):
            continue
        clause, place = _seat(case, sign, support)
        answer = None
        if clause is not None:
            answer = _answer(case, sign, clause, place) or _in_sentence(case, sign, clause, place)
        if answer is None and place is None and _is_unsaid(case, sign):
            case.hold(Judged("direction", (sign.start, sign.end), "unsupported", None, NOT_SAID))
        if clause is not None and answer is not None and answer.pole != sign.pole and place is None:
            around = poles(case.text_of(_speaking(case, sign, case.corpus.clauses[clause].sentence)), "zh")
            if _both(case, sign) or (sign.pair, sign.pole) in {(one.pair, one.pole) for one in around}:
                continue
        if answer is not None and answer.pole != sign.pole:
            said = case.corpus.text[answer.start : answer.end]
            reason = says(said)
            case.hold(
                Judged("direction", (sign.start, sign.end), "contradicted", (answer.start, answer.end), reason, clause)
            )


def _is_unsaid(case: Case, sign: Sign) -> bool:
    """Whether a way that no editor tells of himself (축소, 종료) is said by no word near by."""
    if (sign.pair, sign.pole) not in _TELLING:
        return False
    word = next((one for one in case.sentence.words if one.start <= sign.start < one.end), None)
    near = case.corpus.around(case.near_for(case.sentence.segment_at(sign.start)), 1)
    text = case.text_of(near)
    if not text or word is None or word.start != sign.start:
        return False
    if any((one.pair, one.pole) == (sign.pair, sign.pole) for one in poles(text, "zh")):
        return False
    return not account_in(case, [word], near).held


def _speaking(case: Case, sign: Sign, seat: int) -> list[int]:
    """A sentence, and the one behind it where that says as much of the segment of a word of direction."""
    words = [word for word in case.sentence.words_in(case.sentence.segment_at(sign.start)) if word.start != sign.start]
    least = account_in(case, words, [seat]).share
    return [seat, *(at for at in case.corpus.behind(seat) if account_in(case, words, [at]).share <= least)]


def _both(case: Case, sign: Sign) -> bool:
    """Whether the text speaks of both ways, and so do the sentences near by (국내 …이 외부에, 举行 … 闭幕)."""
    text = case.sentence
    mine = {one.pole for one in poles(text.text, "ko", text.start, text.end) if one.pair == sign.pair}
    theirs = {one.pole for one in poles(case.text_of(case.near), "zh") if one.pair == sign.pair}
    return len(mine) > 1 and (len(theirs) > 1 or sign.pair == "place")


def _seat(case: Case, sign: Sign, support: dict[int, Found]) -> tuple[int | None, int | None]:
    """The clause that a word of direction is held against, and the figure of the source it stands by."""
    text = case.sentence.text
    segment = case.sentence.segment_at(sign.start)
    figures = [f for f in case.sentence.quantities if segment[0] <= f.start < segment[1] and f.start in support]
    measure = sign.pair in _SPEEDS and _MEASURE.match(text, sign.end) is not None
    behind = [f for f in figures if f.end <= sign.start and not measure]
    if behind and sign.start - behind[-1].end <= _BESIDE:
        found = support[behind[-1].start]
        return found.clause, found.quantity.start
    ahead = [f for f in figures if f.start >= sign.end and f.start - sign.end <= _BESIDE]
    if ahead:
        found = support[ahead[0].start]
        return found.clause, found.quantity.start
    if measure:
        return None, None
    words = [word for word in case.sentence.words_in(segment) if not word.start <= sign.start < word.end]
    clause = case.clause_for(words, case.aligned)
    if clause is None:
        return clause_in_any_words(case, segment), None
    found_ = sum(word.in_clause(clause) > 0 for word in words)
    start, end = case.span_of(clause)
    names = (one.evidence for one in case.judged if one.kind == "name" and segment[0] <= one.span[0] < segment[1])
    found_ += sum(place is not None and start <= place[0] < end for place in names)
    return (clause if found_ >= PREDICATE else clause_in_any_words(case, segment)), None


def _in_sentence(case: Case, sign: Sign, clause: int, place: int | None) -> Sign | None:
    """A word of the sentence where the clause has none: only of ways that few words tell, and no figure by it."""
    if place is not None or sign.pair not in _RARE:
        return None
    said = poles(case.corpus.key.plain, "zh", *case.corpus.place_of(case.corpus.clauses[clause].sentence))
    said = [one for one in said if one.pair == sign.pair]
    return next((one for one in said if one.pole == sign.pole), said[0] if said else None)


def _answer(case: Case, sign: Sign, clause: int, place: int | None) -> Sign | None:
    """The word of the source that answers a word of direction: its own pole if the clause has it, else the other."""
    start, end = case.span_of(clause)
    pairs = _SPEEDS if place is not None and sign.pair in _SPEEDS else (sign.pair,)
    said = [one for one in poles(case.corpus.key.plain, "zh", start, end) if one.pair in pairs]
    if not said and sign.pair == "over" and case.same_sentence(clause, clause + 1):
        start, end = case.span_of(clause + 1)
        said = [one for one in poles(case.corpus.key.plain, "zh", start, end) if one.pair == sign.pair]
    turned = [one for one in said if not case.corpus.key.plain.startswith(_MEASURED, one.end - 1)]
    said = turned or said  # 跌幅扩大: the second word is the way it went
    if not said:
        return None
    if place is not None and sign.pair in ("change", "pace", "turn"):
        before = [one for one in said if one.end <= place]
        return before[-1] if before else said[0]
    return next((one for one in said if one.pole == sign.pole), said[0])
