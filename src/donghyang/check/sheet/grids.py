"""A table as rows by name and columns by head, and where a sentence speaks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from donghyang.check.sheet.boards import TOTAL, Board, counts_up
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import summarised
from donghyang.language.dates import full_year
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_BRACKET = lazily(r"\s?[(（\[][^()（）\[\]]*[)）\]]")
_YEAR = lazily(r"^['‘’]?(?P<year>(?:19|20)?[0-9]{2})년?(?:도|말|까지)?(?:\s?[(（][^()（）]*[)）])?$")
_YEAR_IN_TEXT = lazily(r"(?<![0-9])(?:(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2}))년")
_SENTENCE = lazily(r"(?:[^.;]|[.;](?!\s|$))+[.;]?")
_FIRST_YEAR = ("첫해", "첫 해", "1차 연도")
_TO_FIGURE = lazily(r"[은는이가]? ?[0-9]")
"""Behind a name of one letter, which is a syllable of other words too: 폭 32m."""
_ASIDE = lazily(r"[(（]([가-힣]{2,8})[)）]\s*$")
_REST = frozenset(("기타", "나머지", "평균", "전체", "전국", "계"))
_SHORTEST = 2
"""Letters of a name or metric: one alone is a syllable of other words."""
_NAME_AND_FIGURE = 2
"""Columns that a table of names and figures has at the least."""
_MOST_CELLS = 400
"""Tables of more cells are data, which no sentence retells cell by cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns with their names, brackets left out; years as full numbers."""

    board: Board
    rows: dict[str, list[Passage]]
    heads: dict[str, int]
    """Columns of words, by their letters."""
    years: dict[int, int]
    """Columns of years."""
    named: int = 0
    """The column that has the names of the rows."""


@once_a_sheet
def grids(sheet: Sheet) -> list[Grid]:
    """The tables of articles whose rows have names, each once."""
    return [grid for board in _small(sheet) if (grid := _grid(sheet, board)) is not None]


def _small(sheet: Sheet) -> list[Board]:
    inside = (board for board in sheet.boards if board.article is not None)
    return [board for board in inside if 1 < len(board.rows) * len(board.head) <= _MOST_CELLS]


@once_a_sheet
def sided(sheet: Sheet) -> list[Grid]:
    """The tables as `grids` has them, those whose rows are years, and those that set things or years side by side once
    more with these as rows."""
    found = grids(sheet)
    dated = [grid for board in _small(sheet) if (grid := _grid(sheet, board, dated=True)) is not None]
    return found + dated + [turned for grid in (*found, *dated) if (turned := _turned(sheet, grid)) is not None]


def _turned(sheet: Sheet, grid: Grid) -> Grid | None:
    """The table with its columns as rows, where a column has figures of different things; None where it has not."""
    board = grid.board
    columns = range(grid.named + 1, len(board.head))
    kinds = [{figure.unit if (figure := sheet.figure(cell)) else "" for cell in board.column(at)} for at in columns]
    dated = sum(_YEAR.match(name) is not None for name in grid.rows) > 1
    by_year = (len(grid.years) > 1 and not grid.heads) or dated
    if len(kinds) < _NAME_AND_FIGURE or not (by_year or all(len(units) >= _NAME_AND_FIGURE for units in kinds)):
        return None
    head = [board.head[grid.named], *(row[grid.named] for row in board.rows)]
    rows = [[board.head[at], *board.column(at)] for at in columns]
    return _grid(sheet, Board(board.caption, head, rows, board.article), dated=by_year and not dated)


def aliases(grid: Grid) -> dict[str, str]:
    """How lines may call the rows -> the row's name: the name, or what stands beside it in brackets: D(불합격)."""
    found = {name: name for name in grid.rows if not is_whole(name)}
    years = {full_year(match["year"]): name for name in found if (match := _YEAR.match(name))}
    if years and len(years) == len(found):
        found |= dict.fromkeys(_FIRST_YEAR, years[min(years)])
    for year, name in years.items():
        found |= dict.fromkeys((f"{year}년", f"’{year % 100:02}년", f"'{year % 100:02}년"), name)
    for name, row in grid.rows.items():
        beside = _ASIDE.search(row[grid.named].text)
        if beside and not is_whole(name):
            found.setdefault(beside[1].strip(), name)
    return found


def bare(text: str) -> str:
    """The words of a head or of a row's name, what stands in brackets (units, characters) left out."""
    return _BRACKET.sub("", text).strip()


def _grid(sheet: Sheet, board: Board, *, dated: bool = False) -> Grid | None:
    """The table by the names of its rows; `dated`: where these are years. None where it has none, or one twice."""
    rows: dict[str, list[Passage]] = {}
    named = 1 if _is_numbered(board) else 0
    for row in board.rows:
        name = bare(row[named].text) or bare(row[0].text)
        if len(name) == 1 and name.isascii() and name.isalpha():
            name = f"{bare(board.head[named].text)} {name}"  # 환자 A
        is_name = not name.isdigit() and sheet.figure(row[named]) is None
        if not (_YEAR.match(name) or is_whole(name) if dated else name and is_name):
            continue
        if name in rows:
            return None
        rows[name] = row
    heads: dict[str, int] = {}
    years: dict[int, int] = {}
    for at, head in enumerate(board.head[named + 1 :], named + 1):
        year = _YEAR.match(head.text.strip())
        if year:
            years[full_year(year["year"])] = at
        elif len(letters(bare(head.text))) >= _SHORTEST:
            heads[bare(head.text)] = at
    if dated and not any(map(_YEAR.match, rows)):
        return None
    return Grid(board, rows, heads, years, named) if rows and (heads or years) else None


def _is_numbered(board: Board) -> bool:
    """Does the first column only number the rows from one, a total left out, so that the second has their names?"""
    numbers = [row[0].text for row in board.rows if not is_whole(row[0].text)]
    return len(board.head) > _NAME_AND_FIGURE and len(numbers) > 1 and counts_up(numbers)


def years_in(text: str) -> list[tuple[int, int, int]]:
    """(year, start, end) of every year in a text, in order."""
    return [
        (full_year(found["full"] or found["short"]), found.start(), found.end())
        for found in _YEAR_IN_TEXT.finditer(text)
    ]


def places(text: str, name: str) -> Iterator[int]:
    """Where a name begins as a word of its own; one letter only right before a figure."""
    is_short = len(letters(name)) < _SHORTEST
    at = text.find(name) if name else -1
    while at >= 0:
        alone = not is_short or _TO_FIGURE.match(text, at + len(name))
        if alone and (not at or not _is_letter(text[at - 1])):
            yield at
        at = text.find(name, at + 1)


def rows_in(grid: Grid, text: str) -> list[tuple[int, str]]:
    """Where the names of a table's rows stand in a text, in order; totals left out."""
    return sorted((at, name) for name in grid.rows if not is_whole(name) for at in places(text, name))


def full_columns(sheet: Sheet, grid: Grid) -> Iterator[tuple[int, dict[str, Quantity]]]:
    """The columns with a single figure in every row, each with these by the row's name; totals left out."""
    for at in range(grid.named + 1, len(grid.board.head)):
        cells = {name: sheet.figure(row[at]) for name, row in grid.rows.items() if not is_whole(name)}
        figures = {name: one for name, one in cells.items() if one is not None and one.value is not None}
        if len(figures) == len(cells):
            yield at, figures


def sentences_of(line: Passage) -> Iterator[Passage]:
    """The sentences of a line, each as a line of its own."""
    for found in _SENTENCE.finditer(line.text):
        yield replace(line, start=line.start + found.start(), end=line.start + found.end(), text=found[0])


def _is_letter(char: str) -> bool:
    return "가" <= char <= "힣" or (char.isascii() and char.isalnum())


def is_whole(name: str) -> bool:
    """Is a row a total or the rest, and none of the things that a table lists?"""
    return TOTAL.match(name) is not None or name in _REST


def lines_of(sheet: Sheet, board: Board) -> list[Passage]:
    """The lines of the table's article that may retell it, then those of the summary on it."""
    assert board.article is not None
    lines = sheet.articles[board.article].of("headline", "lead", "bullet", "annotation", "note", "text")
    return lines + [line for line, article in summarised(sheet) if article.index == board.article]
