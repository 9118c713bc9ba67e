"""Who holds a place of a ranking: the row of that rank, under the head of what is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.archive.answers.asking.asked import Asked, kind_of
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.cells import cell_figure
from donghyang.archive.answers.fitting import of_cell
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import Passage

_HEAD_FITS = 0.08


def ranked_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The names of a row that holds the rank asked for; nothing of other rows and lines."""
    asked, row = question.asked, passage.row
    if asked is None or row is None:
        return
    ranks = [at for at, head in enumerate(row.header) if "순위" in head or head.strip() in ("위", "등수")]
    if not ranks:
        return
    figure = cell_figure(row.cells[ranks[0]], "") if ranks[0] < len(row.cells) else None
    if figure is None or figure.value != asked.rank:
        return
    columns = [
        at for at, cell in enumerate(row.cells) if at not in ranks and cell.strip() and cell_figure(cell, "") is None
    ]
    fitting = [at for at in columns if at < len(row.header) and is_head_of(row.header[at], asked)]
    fitting.sort(key=lambda at: row.header[at].strip() != asked.noun)
    for at in fitting[:1] or (columns[:1] if asked.kind in (None, "person") else ()):
        yield Found(of_cell(passage, at), row.cells[at].strip(), bonus=_HEAD_FITS)


def is_head_of(head: str, asked: Asked) -> bool:
    """Whether the head of a column names what is asked for."""
    head, noun = head.strip(), asked.noun or ""
    if not head:
        return False
    if noun and (noun in head or head in noun):
        return True
    return asked.kind is not None and kind_of(head) == asked.kind
