"""The figures of an article with what they are said of: those of its lines, and those of its tables by row and head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.figures.operands import is_cut
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.bindings import Binding, bindings
from donghyang.facts.goal_tables import year_of
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily

_WORD = lazily(r"[가-힣A-Za-z][가-힣A-Za-z0-9·&/]*")
_BRACKET = lazily(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, what it is said of, and where."""

    binding: Binding
    where: Passage
    row: str = ""
    """The name of its table's row, "" in a line."""
    rows: tuple[str, ...] = ()
    """The names of all rows of its table."""


def of_line(sheet: Sheet, line: Passage) -> list[Told]:
    """The figures of a line."""
    figures = sheet.quantities_in(*line.span)
    figures = [figure for figure in figures if figure.kind != "number" and not is_cut(sheet, figure)]
    found = bindings(sheet.text, line.start, figures, sheet.periods_in(*line.span))
    return [Told(binding, line) for binding in found]


@once_a_sheet
def told(sheet: Sheet) -> list[list[Told]]:
    """The figures of each article of the sheet, lines first."""
    found = [[one for line in article.of(*PROSE) for one in of_line(sheet, line)] for article in sheet.articles]
    for board in sheet.boards:
        if board.article is not None:
            found[board.article] += _of_board(sheet, board)
    return found


def of_article(sheet: Sheet, article: ArticleLines) -> list[Told]:
    """The figures of one article."""
    return told(sheet)[article.index]


def _of_board(sheet: Sheet, board: Board) -> Iterator[Told]:
    names = tuple(_BRACKET.sub("", row[0].text).strip() for row in board.rows)
    over = year_of(board.title)
    title = _words(board.title)
    for row, name in zip(board.rows, names, strict=True):
        for head, cell in zip(board.head[1:], row[1:], strict=True):
            figure = sheet.figure(cell)
            if figure is None or figure.value is None:
                continue
            own = year_of(head.text)
            said = (
                *(title if own else ()),
                *_words(head.text if not own else ""),
                *_words("" if is_whole(name) else name),
            )
            yield Told(Binding(figure, said, own or year_of(name) or over), cell, name, names)


def _words(printed: str) -> tuple[str, ...]:
    return tuple(without_particle(word) for word in _WORD.findall(_BRACKET.sub(" ", printed)) if len(word) > 1)
