"""The figures of table rows, each under the head of its column."""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.archive.answers.asking.asked import RANK, Asked
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.cells import cell_figure, figure_in, head_over, printed_of
from donghyang.archive.answers.fitting import of_cell
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.offers.units import UNIT_FITS, asks_with, suits
from donghyang.archive.answers.passages import Passage, Row
from donghyang.language.patterns import lazily

_RANKS = lazily("순위|등수")
_CHANGES = lazily("증가|감소|증감|성장|상승|하락|변화|전년|대비|인하|인상|단축|절감")
_DIFFERENCE = lazily("증가분|증감|증가량|감소분|감소량|차이|격차")
"""Over a cell that holds what two others differ by."""
_SCORES = lazily("점수|총점|평점|지수")
_NEVER_BARE = (None, "%", "년", "월", "일", "시간", "개월")
"""Units that a bare number of a cell does not have unsaid."""
_WHOLE = 100
"""The share that all rows have together, which tells nothing."""
_NUMBERING = lazily("구분|번호|순번|연번|연도|년도")


def figures_of(passage: Passage, asked: Asked, question: Question) -> Iterator[Found]:
    """The figures of a row that are of the kind and unit asked for; a bare number has the unit of the question."""
    row = passage.row
    if row is None:
        return
    for column, cell in enumerate(row.cells):
        head = row.head_of(column)
        figure = figure_in(row, column)
        if figure is None or figure.value is None or asks_with(figure, question) or _NUMBERING.search(head):
            continue
        if row.is_total and figure.unit == "%" and figure.value == _WHOLE:
            continue
        if not asked.change and _DIFFERENCE.search(head) and not _CHANGES.search(question.text):
            continue
        if asked.change and not _CHANGES.search(f"{head} {row.cells[0]}"):
            continue
        here, ranks = of_cell(passage, column), _RANKS.search(head) is not None
        if asked.unit == RANK:
            if (ranks and _names_one(row, question)) or figure.kind == "rank":
                yield Found(here, f"{figure.value}{RANK}", figure.value, RANK, UNIT_FITS)
        elif ranks:
            continue
        elif (
            figure.kind == "number"
            and figure.unit is None
            and asked.unit not in _NEVER_BARE
            and (_is_said(head, question) or (asked.unit == "점" and _SCORES.search(head)))
        ):
            yield Found(here, f"{cell}{asked.unit}", figure.value, asked.unit)
        elif suits(figure, asked):
            fits = UNIT_FITS if figure.unit == asked.unit else 0.0
            yield Found(
                here,
                printed_of(cell, head_over(row, column), figure),
                figure.value,
                figure.unit,
                fits,
            )


def is_change(head: str) -> bool:
    """Whether a column tells by how much something went up or down."""
    return _CHANGES.search(head) is not None


def _is_said(head: str, question: Question) -> bool:
    """Whether the question says what a column is headed with."""
    said = folded(head)
    return any(need.said_in(said) for need in question.needs)


def _names_one(row: Row, question: Question) -> bool:
    """Whether the question names what the row is about: the thing ranked, not where it lies."""
    cells = [(cell, head) for cell, head in zip(row.cells, row.header, strict=False) if cell_figure(cell, "") is None]
    ranked = [cell for cell, head in cells if head.strip() and head.strip() in row.caption]
    return any(
        need.said_in(folded(cell)) for cell in ranked or [cell for cell, _ in cells[:1]] for need in question.needs
    )
