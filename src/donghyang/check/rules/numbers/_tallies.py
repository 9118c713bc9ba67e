"""Counts by name that a report gives in a line or a table: 'A 21곳, B 14곳, 기타 30곳(총 75곳)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import TOTAL, Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Quantity, Span

_LABEL = lazily(r"(?:^|[,·:：(（;]\s?)(?P<name>[가-힣A-Za-z]{2,12})\s?(?:은|는|이|가)?\s?[(（]?$")
_ITEM_GAP = lazily(r"[)）]?\s?[,·;]?\s?(?:및\s|그리고\s)?[가-힣A-Za-z]{2,12}\s?(?:은|는|이|가)?\s?[(（]?")
_ALL = lazily(r"(?:총|전체|합계|모두|도합)\s?$")
_LEFT = frozenset(("기타", "나머지", "그외", "그밖"))
_BEFORE = 16
"""So far before a figure its name may begin, with the sign before it and the particle behind."""
_LEAST = 3
"""Fewer names with a count are no breakdown of a whole."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by name, all of one unit, and their whole where the text gives it or the rest is named."""

    counts: dict[str, Decimal]
    unit: str | None
    total: Decimal | None
    """None where the whole cannot be known."""
    where: Span
    words: str
    """What says of what it is a tally: the line, or the caption and heads of the table."""


def tallies(sheet: Sheet, article: ArticleLines) -> Iterator[Tally]:
    """The tallies of an article: lines first, then tables."""
    for passage in article.passages:
        if passage.part in PROSE:
            found = _of_line(sheet, passage)
            if found is not None:
                yield found
    for board in sheet.boards:
        if board.article == article.index:
            yield from _of_board(sheet, board)


def _of_line(sheet: Sheet, passage: Passage) -> Tally | None:
    counts: dict[str, Decimal] = {}
    total: Decimal | None = None
    run: list[Quantity] = []
    for figure in sheet.quantities_in(*passage.span):
        before = sheet.text[max(passage.start, figure.start - _BEFORE) : figure.start]
        if figure.value is None or figure.high is not None or figure.kind not in ("count", "measure", "money"):
            continue
        if run and figure.unit != run[0].unit:
            continue
        if _ALL.search(before):
            total = figure.value
            continue
        label = _LABEL.search(before)
        if label is None or (run and not _ITEM_GAP.fullmatch(sheet.text[run[-1].end : figure.start])):
            continue
        counts[label["name"]] = figure.value
        run.append(figure)
    if len(counts) < _LEAST:
        return None
    return Tally(counts, run[0].unit, _whole(counts, total), (run[0].start, run[-1].end), passage.text)


def _whole(counts: dict[str, Decimal], stated: Decimal | None) -> Decimal | None:
    """The stated whole, else the sum where the rest is named; None where it cannot be known."""
    return sum(counts.values(), Decimal(0)) if stated is None and not _LEFT.isdisjoint(counts) else stated


def _of_board(sheet: Sheet, board: Board) -> Iterator[Tally]:
    """One tally for each column of figures of one unit behind a column of names."""
    names = [re.sub(r"\s+", "", row[0].text) for row in board.rows]
    if len(names) < _LEAST or len(set(names)) != len(names) or not all(names):
        return
    for column in range(1, len(board.head)):
        figures = [sheet.figure(row[column]) for row in board.rows]
        known = [figure for figure in figures if figure is not None and figure.value is not None]
        kinds = {figure.kind for figure in known}
        if len(known) < len(figures) or not kinds <= {"count", "measure", "money", "number"}:
            continue
        if len({figure.unit for figure in known}) > 1:
            continue
        values = {name: figure.value for name, figure in zip(names, known, strict=True) if figure.value is not None}
        total = next((value for name, value in values.items() if TOTAL.match(name)), None)
        counts = {name: value for name, value in values.items() if not TOTAL.match(name)}
        words = f"{board.title} {board.head[0].text} {board.head[column].text}"
        yield Tally(
            counts,
            known[0].unit,
            _whole(counts, total),
            (board.rows[0][column].start, board.rows[-1][column].end),
            words,
        )
