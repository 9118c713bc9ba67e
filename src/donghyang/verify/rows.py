"""Rows of figures of the source and the subjects listed before them (甲、乙和丙分别增长17%、21.7%和69.8%)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from donghyang.records import Quantity, Span
from donghyang.verify.case import Case

_EACH = re.compile("分别|各(?:为|达|增|降)")
_AHEAD = 16
"""Characters between 分别 and the first figure."""
_BETWEEN = re.compile("[、，,和与及以 ]{1,3}(?:为|达|增长|下降)?")
_PARTED = re.compile("、|和|与|以及|及")
_PARTED_BY_COMMAS = re.compile("、")
"""Where a member has a joint of its own (船舶及相关装置制造业)."""
_STRETCH = re.compile("[^，,。；;：:]+")
_PAIRS = re.compile("产销|城乡|男女|收支|进出")
"""Two subjects of one character each."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures of one sentence, and the places of the subjects they are of; () where none are listed."""

    figures: tuple[Quantity, ...]
    subjects: tuple[Span, ...]

    def at(self, place: int) -> int | None:
        """Which of the row the figure at a place is, None where it is none."""
        return next((number for number, one in enumerate(self.figures) if one.start == place), None)


def rows_of(case: Case, sentence: int) -> list[Row]:
    """The rows of figures behind 分别 in a sentence of the source, in order; [] where it has none."""
    corpus = case.corpus
    figures = [one for clause in corpus.clauses_of(sentence) for one in clause.quantities]
    start, end = corpus.place_of(sentence)
    rows: list[Row] = []
    for each in _EACH.finditer(corpus.text, start, end):
        row: list[Quantity] = []
        for one in figures:
            if one.start < each.end():
                continue
            if row and not _BETWEEN.fullmatch(corpus.text[row[-1].end : one.start]):
                break
            if not row and one.start - each.end() > _AHEAD:
                break
            row.append(one)
        if len(row) > 1:
            known = rows[-1].subjects if rows else _clauses_before(case, sentence, row)
            rows.append(Row(tuple(row), _subjects(corpus.text, start, each.start(), len(row)) or known))
    return [row for row in rows if len(row.subjects) in (0, len(row.figures))]


def _alone(members: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """The members of a list without what stands before the first and behind the last for all of them, as far as that
    makes these longer than any other (…的超白玻璃、多晶硅、单晶硅等产品产量)."""
    lengths = [end - start for start, end in members]
    (first, begun), (ended, last) = members[0], members[-1]
    first = max(first, begun - max(lengths[1:]))
    last = min(last, ended + max(lengths[:-1]))
    also = text.find("等", ended, last)
    return ((first, begun), *members[1:-1], (ended, also if also > 0 else last))


def _clauses_before(case: Case, sentence: int, row: list[Quantity]) -> tuple[Span, ...]:
    """The clauses before a row where each has a figure of its own, as many as the row has (贷款达30亿元，户数28户，
    分别增长5%和3%); () where there are not."""
    first = case.corpus.clause_at(row[0].start)
    told = [one for number, one in case.corpus.numbered(sentence) if number < first and one.quantities]
    return tuple((one.start, one.end) for one in told[-len(row) :]) if len(told) == len(row) else ()


def _subjects(text: str, start: int, end: int, count: int) -> tuple[Span, ...]:
    """The members of the last list of `count` subjects in a stretch before 分别; () where there is none."""
    for stretch in reversed(list(_STRETCH.finditer(text, start, end))):
        if _EACH.search(text, *stretch.span()):
            continue
        for parted in (_PARTED, _PARTED_BY_COMMAS):
            cuts = [found.span() for found in parted.finditer(text, *stretch.span())]
            edges = [stretch.start(), *(at for cut in cuts for at in cut), stretch.end()]
            members = tuple(zip(edges[::2], edges[1::2], strict=True))
            if len(members) == count and all(start < end for start, end in members):
                return _alone(members, text)
        pair = list(_PAIRS.finditer(text, *stretch.span()))
        if count == 2 and pair:
            at = pair[-1].start()
            return (at, at + 1), (at + 1, at + 2)
    return ()
