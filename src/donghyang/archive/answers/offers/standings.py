"""Places that a line tells by words or numbers: who is first, who comes behind, which place somebody has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from donghyang.archive.answers.asking.alike import fold
from donghyang.archive.answers.asking.asked import RANK, measured
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.fitting import Candidate
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import Passage
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_table
from donghyang.records import RankingRow

_BRACKET = lazily(r"\s?\([^()]*\)")
_MONEY = "money"


def holders_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """Who holds the place asked for in a line; who has the most holds the first."""
    asked = question.asked
    if asked is None or asked.least or asked.change:
        return
    for row in _rows(passage, holdings):
        if row.rank == (asked.rank or 1) and _is_measured_so(row, question) and not names_holder(question, row):
            yield Found(_at(passage, row, (0, len(passage.text))), row.entity or "")


def ranks_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The place that a line tells of somebody whom the question names."""
    if question.asked is None or question.asked.unit != RANK:
        return
    for row in _rows(passage, holdings):
        if row.rank is not None and names_holder(question, row):
            yield Found(_at(passage, row, (row.start, row.end)), f"{row.rank}{RANK}", Decimal(row.rank), RANK)


def _rows(passage: Passage, holdings: Holdings) -> list[RankingRow]:
    """The places of a line that are clear: one of each, one for each holder."""
    if passage.row is not None:
        return []
    rows = [row for one in holdings.rankings(passage) for row in one.rows if row.entity and row.rank and not row.within]
    ranks, holders = Counter(row.rank for row in rows), Counter(row.entity for row in rows)
    return [row for row in rows if ranks[row.rank] == holders[row.entity] == 1]


def _at(passage: Passage, row: RankingRow, own: tuple[int, int]) -> Candidate:
    return Candidate(passage, row.start, row.end, own)


def names_holder(question: Question, row: RankingRow) -> bool:
    """Whether a question says who holds a place."""
    return folded(question.text).holds(fold(_BRACKET.sub("", row.entity or ""))) == 1.0 or any(
        need.kind == "name" and need.said_in(folded(row.entity or "")) == 1.0 for need in question.needs
    )


def _is_measured_so(row: RankingRow, question: Question) -> bool:
    """Whether a value is of a kind in which the measure that a question names is told."""
    kinds = frozenset().union(*(measured(need.forms[0]) for need in question.core))
    unit = unit_table().get(row.unit or "")
    return not kinds or row.unit is None or (unit.kind if unit else _MONEY) in kinds
