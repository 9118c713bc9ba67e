"""Figures in a row of the source (甲、乙和丙分别增长17%、21.7%和69.8%): each is of the subject in its place."""

from __future__ import annotations

from itertools import combinations

from donghyang.records import Quantity, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import gives
from donghyang.verify.rows import Row, rows_of


def judge_rows(case: Case, support: dict[int, Found]) -> None:
    """Contradict a figure that the source gives to another subject of its row, by the subject or by another row."""
    placed: list[tuple[Quantity, Found, Row, int]] = []
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is None:
            continue
        for row in rows_of(case, case.corpus.clauses[found.clause].sentence):
            at = row.at(found.quantity.start)
            if at is not None:
                placed.append((figure, found, row, at))
    for figure, found, row, at in placed:
        _judge_subject(case, figure, found, row, at)
        _judge_beside(case, (figure, found, row, at), support)
    for one, other in combinations(placed, 2):
        alone = sum(entry[2] in (one[2], other[2]) for entry in placed) == 2
        if alone and one[2] != other[2] and len(one[2].figures) == len(other[2].figures) and one[3] != other[3]:
            _hold(case, other[0], other[1], other[2].figures[one[3]])


def _judge_subject(case: Case, figure: Quantity, found: Found, row: Row, at: int) -> None:
    """The words of the figure name another subject of the row, and not its own."""
    seats = [
        [number for number, place in enumerate(row.subjects) if _stands(word, place)]
        for word in case.sentence.own_words(figure)
    ]
    named = {seat[0] for seat in seats if len(seat) == 1}
    edges = {0, len(row.subjects) - 1}
    told = named if len(named) == 1 else named - edges  # a word that all share stands in the first or the last
    if len(told) == 1 and at not in told and (len(named) == 1 or at in edges):
        _hold(case, figure, found, row.figures[told.pop()])


def _judge_beside(case: Case, one: tuple[Quantity, Found, Row, int], support: dict[int, Found]) -> None:
    """The figure right before it stands in the clause of another subject (贷款达30亿元，户数28户，分别增长5%和3%: of
    the 28 it is the second)."""
    figure, found, row, at = one
    start = case.sentence.segment_at(figure.start)[0]
    before = [other for other in case.sentence.quantities if start <= other.start < figure.start]
    beside = support.get(before[-1].start) if len(before) == 1 else None
    if beside is None or "각각" in case.sentence.text[start : figure.start] or len(row.subjects) != len(row.figures):
        return
    seats = [number for number, place in enumerate(row.subjects) if place[0] <= beside.quantity.start < place[1]]
    if len(seats) == 1 and seats[0] != at and row.figures[seats[0]].value != figure.value:
        _hold(case, figure, found, row.figures[seats[0]])


def _stands(word: Word, place: Span) -> bool:
    return any(start < place[1] and place[0] < end for start, end in word.places)


def _hold(case: Case, figure: Quantity, found: Found, right: Quantity) -> None:
    span = (figure.start, figure.end)
    case.hold(Judged("quantity", span, "contradicted", (right.start, right.end), gives(right.text), found.clause))
