"""A figure alone with its words: another clause of the sentence has them, by another figure of its unit."""

from __future__ import annotations

import re

from donghyang.records import Quantity
from donghyang.verify.alignment import Word, nearness, tells
from donghyang.verify.case import Case, Judged
from donghyang.verify.figures import held
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import gives
from donghyang.verify.rows import rows_of
from donghyang.verify.zones import crossed, zone

_WHOLE = 0.8
"""Share of a figure's words that a clause must have to be the one that speaks of it."""
_SUBJECT = re.compile("[이가을를은는의]")
_WORDS = 2
_LONG = 4
"""Syllables of a word that is one thing more closely told than a part of it (고속철도, 铁路)."""
_MORE = 1.3
"""How much more the words of a later clause must weigh than those of the clause of the figure."""
_NO_SUBJECT = re.compile(
    "其中|同比|环比|增长|下降|提高|上升|增加|减少|超过|达到|达|分别|较|比|上年|去年|今年|同期|上月|累计|将|年|月|份|[^一-龥]"
)
"""What stands by a figure and names no subject."""
_NAMED = 3
"""Characters of the shortest subject."""
_ROW = 60
"""Characters that a row of figures takes at most."""


def judge_alone(case: Case, support: dict[int, Found]) -> None:
    """Contradict figures whose words stand by another figure of the sentence of the source."""
    for figure in case.sentence.quantities:
        if figure.start in support:
            others = {one.quantity.start for start, one in support.items() if start != figure.start}
            _judge_alone(case, figure, support[figure.start], others)
            _judge_narrowed(case, figure, support[figure.start])
            _judge_behind(case, figure, support[figure.start])
            _judge_crossed(case, figure, support[figure.start], others)
            _judge_strayed(case, figure, support, others)


def _judge_alone(case: Case, figure: Quantity, found: Found, others: set[int]) -> None:
    """A figure whose words stand whole in another clause of the sentence, by another figure of its unit that no
    other figure of the claim stands on (`others`)."""
    own = [word for word in ahead(case.sentence.own_words(figure), figure) if word.weight]
    weight = sum(word.weight for word in own)
    if len(own) < _WORDS and not any(len(word.stem) >= _LONG for word in own):
        return
    here = sum(word.weight * word.in_clause(found.clause) for word in own)
    for number, clause in case.corpus.numbered(case.corpus.clauses[found.clause].sentence):
        there = sum(word.weight * word.in_clause(number) for word in own)
        whole = there >= _WHOLE * weight and here <= (1 - _WHOLE) * weight
        if number == found.clause or not (whole or _begun_here(own, found.clause, number)):
            continue
        rival = next((one for one in clause.quantities if _is_rival(figure, found, one)), None)
        if rival is None or rival.start in others:
            continue
        if len(clause.quantities) == 1 and not _in_row(case, rival, found):
            span = (rival.start, rival.end)
            case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), number))


def _in_row(case: Case, rival: Quantity, found: Found) -> bool:
    """Whether a figure stands in a row that tells whose it is, or beside the other one."""
    if bare_between(case, rival, found.quantity):
        return True
    rows = rows_of(case, case.corpus.clauses[found.clause].sentence)
    return any(row.subjects and row.at(found.quantity.start) is not None for row in rows)


def _begun_here(own: list[Word], here: int, there: int) -> bool:
    """Whether a later clause has the subject, and the clause of the figure only what both share (销售收入同比增长9.4%，
    其中，数字技术应用业同比增长13.8%)."""
    if any(len(word.stem) >= _LONG and word.in_clause(there) == 1 > _WHOLE > word.in_clause(here) for word in own):
        return there == here + 1 and all(word.in_clause(here) <= word.in_clause(there) for word in own)
    mine = sum(word.weight for word in own if word.in_clause(here) > word.in_clause(there))
    theirs = sum(word.weight for word in own if word.in_clause(there) > word.in_clause(here))
    said = sum(word.in_clause(there) > 0 for word in own)
    return there > here and theirs > _MORE * mine and said > _WORDS - (not mine)


def _judge_narrowed(case: Case, figure: Quantity, found: Found) -> None:
    """A subject that the source names only behind 其中, by the next figure of the unit (金额增长9.6%，其中，制造业…增长
    10.4%)."""
    corpus = case.corpus
    end = corpus.place_of(corpus.clauses[found.clause].sentence)[1]
    start = corpus.place_of(corpus.clauses[found.clause].sentence)[0]
    among = corpus.text.find("其中", found.quantity.end, end)
    if among < 0:
        return
    rest = [one for clause in corpus.clauses_of(corpus.clauses[found.clause].sentence) for one in clause.quantities]
    rival = next((one for one in rest if one.start > among and _is_rival(figure, found, one)), None)
    if rival is None:
        return
    for word in case.sentence.own_words(figure):
        places = [
            place
            for match in word.matches
            if match.start == 0 and match.end >= len(word.stem)
            for place, _ in match.places
        ]
        inside = [place for place in places if start <= place < end]
        if word.start < figure.start and inside and all(among < place < rival.start for place in inside):
            span = (rival.start, rival.end)
            case.hold(
                Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), found.clause)
            )
            return


def _judge_behind(case: Case, figure: Quantity, found: Found) -> None:
    """A figure whose predicate stands behind it (1,090만 명이 지원을 필요로): all of it in another clause, by a figure
    of the unit, and none of it in its own."""
    corpus = case.corpus
    own = [word for word in case.sentence.own_words(figure) if word.start >= figure.end and word.weight]
    if (
        not _SUBJECT.match(case.sentence.text, figure.end)
        or len(own) < _WORDS
        or any(word.in_clause(found.clause) for word in own)
    ):
        return
    for number, clause in corpus.numbered(corpus.clauses[found.clause].sentence):
        rival = next((one for one in clause.quantities if _could_be(figure, found, one)), None)
        if number == found.clause or rival is None or len(clause.quantities) > 1:
            continue
        if sum(word.in_clause(number) >= _WHOLE for word in own) >= _WORDS:
            span = (rival.start, rival.end)
            case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), number))
            return


def _judge_crossed(case: Case, figure: Quantity, found: Found, others: set[int]) -> None:
    """A figure whose words all name the subject of another one of its unit, while its own clause names a subject that
    is none of them (核心产业增长9.4%，其中，应用业增长13.8%)."""
    own = [word for word in case.sentence.own_words(figure) if word.start < figure.start]
    if not own or any(not word.weight and tells(word) for word in own):
        return
    here = zone(case, found.quantity, found.clause)
    plain, said = case.corpus.key.plain, found.quantity
    if len(_NO_SUBJECT.sub("", plain[here[0] : said.start] + plain[said.end : here[1]])) < _NAMED:
        return
    for number, clause in case.corpus.numbered(case.corpus.clauses[found.clause].sentence):
        for rival in clause.quantities if number < found.clause else ():
            there = zone(case, rival, number)
            if rival.start not in others and _could_be(figure, found, rival) and crossed(own, here, there):
                span = (rival.start, rival.end)
                reason = gives(rival.text)
                case.hold(Judged("quantity", (figure.start, figure.end), "contradicted", span, reason, number))
                return


def _judge_strayed(case: Case, figure: Quantity, support: dict[int, Found], others: set[int]) -> None:
    """A share that stands in another sentence than the figure before it, whose own sentence goes on with another
    share: of 19万项，占全球三分之二 the 三分之一 of elsewhere."""
    if figure.kind not in ("percent", "multiple"):
        return
    before = [one for one in case.sentence.quantities if one.end <= figure.start and one.start in support]
    if not before or before[-1].kind in ("percent", "multiple"):
        return
    ahead_, found = support[before[-1].start], support[figure.start]
    seat = case.corpus.clauses[ahead_.clause].sentence
    if seat == case.corpus.clauses[found.clause].sentence or seat in case.corpus.titles:
        return
    own = case.sentence.own_words(figure)
    for number in (ahead_.clause, ahead_.clause + 1):
        if not case.same_sentence(ahead_.clause, number):
            continue
        for rival in case.corpus.clauses[number].quantities:
            behind = rival.start > ahead_.quantity.start and rival.start not in others
            if not behind or rival.kind != figure.kind or rival.unit != figure.unit or held(figure, rival) == "same":
                continue
            if nearness(own, number, case.corpus) > nearness(own, found.clause, case.corpus):
                span = (rival.start, rival.end)
                case.hold(
                    Judged("quantity", (figure.start, figure.end), "contradicted", span, gives(rival.text), number)
                )
                return


def _could_be(figure: Quantity, found: Found, rival: Quantity) -> bool:
    """Whether another figure of the source could stand in the place of the one found: of another value, and counted
    by the same word."""
    counted = found.quantity.kind == rival.kind == "count"
    return _is_rival(figure, found, rival) and (not counted or found.quantity.unit == rival.unit)


def _is_rival(figure: Quantity, found: Found, other: Quantity) -> bool:
    """Whether a figure has another value, and is no part that the one found keeps (一半以上，达到54.5%)."""
    kept = other.kind != found.quantity.kind and held(other, found.quantity) == "same"
    return held(figure, other) == "other" and not kept


def ahead(words: list[Word], figure: Quantity) -> list[Word]:
    """The words before a figure, which name its subject; those behind it where there are none."""
    return [word for word in words if word.start < figure.start and word.weight] or words


def bare_between(case: Case, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but figures and joints stands between two figures of the source (17%、21.7%和69.8%)."""
    start, end = sorted((one.end, other.end))[0], max(one.start, other.start)
    if end < start or end - start > _ROW:
        return False
    text = case.corpus.text
    number = case.corpus.clause_at(start)
    kept = list(text[start:end])
    for clause in case.corpus.clauses[number : case.corpus.clause_at(end) + 1]:
        for quantity in clause.quantities:
            for at in range(max(start, quantity.start), min(end, quantity.end)):
                kept[at - start] = ""
    return not "".join(kept).strip("、，,和与及以 ")
