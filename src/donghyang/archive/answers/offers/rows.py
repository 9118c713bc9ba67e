"""The figures of table rows, each under the head of its column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from donghyang.archive.answers.asking.asked import RANK, Asked
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.fitting import of_cell
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.offers.units import UNIT_FITS, asks_with, suits
from donghyang.archive.answers.passages import Passage, Row
from donghyang.facts.exchange import is_beside
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_UNIT_IN_HEAD = lazily(r"[(（\[](?:단위\s?[:：]\s?)?(?P<unit>[^()（）\[\]]{1,12})[)）\]]\s*$")
_UNIT_OF_TABLE = lazily(r"[(（\[]\s?단위\s?[:：]\s?(?P<unit>[^()（）\[\],，/]{1,10})[)）\]]")
"""A unit that a caption names for all columns."""
_BARE = lazily(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_RANKS = lazily("순위|등수")
_CHANGES = lazily("증가|감소|증감|성장|상승|하락|변화|전년|대비|인하|인상|단축|절감")
_SCORES = lazily("점수|총점|평점|지수")
_NEVER_BARE = (None, "%", "년", "월", "일", "시간", "개월")
"""Units that a bare number of a cell does not have unsaid."""
_NUMBERING = lazily("구분|번호|순번|연번|연도|년도")
_CLOSE = "조억만천%％"
"""What opens a unit that stands right behind the number."""
_LED = 2
"""Letters before the figure of a cell: ~, 약."""


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


def head_over(row: Row, column: int) -> str:
    """The head of a column with the unit that holds in it: its own, that of the row's first cell, the caption's."""
    head = row.head_of(column)
    if _UNIT_IN_HEAD.search(head) or not column:
        return head
    named = _UNIT_IN_HEAD.search(row.cells[0])
    if named and named["unit"].strip()[:1] and is_unit(named["unit"]):
        return f"{head} {named[0]}"
    whole = _UNIT_OF_TABLE.search(row.caption)
    return f"{head} ({whole['unit'].strip()})" if whole and is_unit(whole["unit"]) else head


def figure_in(row: Row, column: int) -> Quantity | None:
    """The one figure of a cell, with the unit that holds in it; None for words."""
    return cell_figure(row.cells[column], head_over(row, column))


def is_unit(text: str) -> bool:
    """Whether a bracket holds a unit: (Wh/kg), (만 장)."""
    figure = cell_figure(f"1 {text.strip()}", "")
    return figure is not None and (figure.unit is not None or figure.kind in ("percent", "money"))


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


def printed_of(cell: str, head: str, figure: Quantity) -> str:
    """A cell's figure as it is printed, with the unit of its head."""
    unit = _UNIT_IN_HEAD.search(head)
    if unit is None or not _BARE.fullmatch(cell.strip()):
        return figure.text
    printed = unit["unit"].strip()
    return f"{cell.strip()}{printed}" if printed[0] in _CLOSE else f"{cell.strip()} {printed}"


@lru_cache(maxsize=8192)
def cell_figure(cell: str, head: str) -> Quantity | None:
    """The one figure of a cell, with the unit of its head where it has none of its own; None for words."""
    from donghyang.facts.quantities import find_quantities

    printed = cell.strip()
    unit = _UNIT_IN_HEAD.search(head)
    if unit and _BARE.fullmatch(printed):
        space = "" if unit["unit"].strip()[0] in "%％" else " "
        printed = f"{printed}{space}{unit['unit'].strip()}"
    found = find_quantities(printed) or find_quantities(printed.replace(" ", ""))
    if not found or found[0].start > _LED or (len(found) > 1 and not is_beside(printed, found[0], found[1])):
        return None
    return found[0] if 2 * (found[-1].end - found[0].start) >= len(printed) else None
