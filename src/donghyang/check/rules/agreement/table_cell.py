"""본문이 읽어 준 칸과 표의 칸이 다릅니다. | The figure of a named row and column is not that of their cell.

왜: '제조업의 증가율은 25%'라면 표의 제조업 줄, 증가율 칸에 같은 수가 있어야 한다.
Why: Where the text names both row and column, the figure behind them is that of the cell.
Bad:
  01
  업종별 실적
  ■ 업종별 실적을 발표함(3.2)
  - 조선업의 증가율은 14.0%로 나타남
  〈업종별 실적〉
  업종	금액(억 위안)	증가율
  조선업	410	11.0%
  철강업	380	14.0%
Good:
  01
  업종별 실적
  ■ 업종별 실적을 발표함(3.2)
  - 조선업의 증가율은 11.0%로 나타남
  〈업종별 실적〉
  업종	금액(억 위안)	증가율
  조선업	410	11.0%
  철강업	380	14.0%
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.figures.operands import are_listed, is_closed
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._aims import has_aims, is_aim
from donghyang.check.rules.agreement._rows import cell_message
from donghyang.check.sheet.grids import Grid, grids, lines_of, places, rows_in, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.slips import supported
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "table-cell"
CLASS = "table-text"
SEVERITY = "warning"

_SENTENCE = lazily(r"(?:[^.;]|[.;](?!\s|$))+[.;]?")
_TO_FIGURE = lazily(r"(?:에서|에는|으로|은|는|이|가|을|를|도|의|로|에)?(?: 각각)? ?(?:약 |총 )?")
_BETWEEN = lazily(r"(?:에서|에는|시|성)?(?:은|는|이|가|의|도)? ?[^,;0-9()（）]{0,6}")
_OF = lazily(r"(?:시|성)?(?:에서|에는|은|는|이|가|의|도)?,? ?")
_EACH = lazily(r"[와과]\s?|·|,\s?")
_JOINED = lazily(r"[가-힣)）](?:와|과| 및|·) ?$")
"""Before a name that is told together with one that may be no row, or a row misspelt."""
_EACH_OF_THEM = lazily(r"[이가은는]? ?각각 (?:약 )?")
_A_PIECE = lazily(r"[가-힣1]당 ")
"""What makes a figure one of each piece, which a table of sums does not tell: 건당 지원액은 나루과제(60만)의 2배."""
_EACH_ONE = lazily(r"[가-힣]당 (?:[가-힣]{1,6} )?$")
"""Before a head: the figure is one of each, which no cell has."""
_NEAR = 12
"""Letters before a name in which 대비 or 보다 makes the year one of comparison."""
_CHANGE = lazily(r"\s?(?:에서 |%p|포인트|배|증가|감소|늘|줄|상승|하락|높|낮|많|적|차이)")
_AGAINST = lazily(r"대비|보다|비해|에서 |(?:전국|전 ?세계|세계|글로벌) $")
"""Before a name: the year is one of comparison, or the figure one of a wider whole."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a line beside a table, and where it begins in the sheet's text."""

    sheet: Sheet
    grid: Grid
    text: str
    start: int
    end: int

    @property
    def rows(self) -> list[tuple[int, str]]:
        """Where the rows' names stand in it, in order."""
        return rows_in(self.grid, self.text)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures right behind a row's and a column's name, in either order, against the cell where they meet."""
    for grid in grids(sheet):
        for line in lines_of(sheet, grid.board):
            for found in _SENTENCE.finditer(line.text):
                sentence = _Sentence(sheet, grid, found[0], line.start + found.start(), line.start + found.end())
                if rows := sentence.rows:
                    if not is_aim(sentence.text) or has_aims(grid.board, sheet.date):
                        yield from _in_brackets(sentence, rows)
                        yield from _by_head(sentence, rows)
                    yield from _by_year(sentence, rows)


def _by_head(sentence: _Sentence, rows: list[tuple[int, str]]) -> Iterator[Hit]:
    """'조선업의 증가율은 N' and '증가율은 조선업이 N'."""
    text = sentence.text
    for head, column in sentence.grid.heads.items():
        for at in places(text, head):
            before = [row for row in rows if row[0] + len(row[1]) <= at]
            behind = [row for row in rows if row[0] >= at + len(head)]
            if before and _is_of(sentence, text[before[-1][0] + len(before[-1][1]) : at]):
                if not _is_second(text, before):
                    yield from _compared(sentence, at + len(head), before[-1][1], column)
            elif _EACH_ONE.search(text, 0, at):
                continue
            elif behind and _BETWEEN.fullmatch(text[at + len(head) : behind[0][0]]):
                yield from _of_run(sentence, _run(text, behind), column)


def _is_of(sentence: _Sentence, between: str) -> bool:
    """Is a metric said of the row before it, at most with a word between that the caption has: 가온시의 출자 비중이?"""
    of, _, word = between.rstrip().rpartition(" ")
    in_title = len(word) > 1 and word in sentence.grid.board.title
    return _OF.fullmatch(between) is not None or (in_title and _OF.fullmatch(f"{of} ") is not None)


def _in_brackets(sentence: _Sentence, rows: list[tuple[int, str]]) -> Iterator[Hit]:
    """'정보통신 분야(13.0%)' where the row has one figure of that unit, and it is another."""
    sheet, grid = sentence.sheet, sentence.grid
    noun = grid.board.head[grid.named].text.strip()
    if _A_PIECE.search(sentence.text.split("(")[0]) and not any(_A_PIECE.search(cell.text) for cell in grid.board.head):
        return
    opens = lazily(rf"(?:시|성|현|구)?(?: ?{re.escape(noun)})?[(（](?:약 )?")
    told: list[Hit | None] = []
    for at, name in rows:
        start = sentence.start + at + len(name)
        figures = sheet.quantities_in(start, sentence.end)[:1]
        if not figures or not opens.fullmatch(sheet.text[start : figures[0].start]):
            continue
        figure = figures[0]
        if not is_closed(sheet, figure) or figure.value is None or figure.kind == "rank":
            continue
        cells = [(cell, one) for cell in grid.rows[name][grid.named + 1 :] if (one := sheet.figure(cell)) is not None]
        own = [(cell, one) for cell, one in cells if comparable(figure, one)]
        if len(own) == 1:
            if supported(figure, [own[0][1]]):
                told.append(None)
            elif is_slip_of(figure, own[0][1]) or _is_cell(sentence, figure):
                told.append(_differs(figure, name, own[0][0]))
    if len(told) == 1 or None in told:  # several of which none agrees are of another measure than the column
        yield from (hit for hit in told if hit is not None)


def _is_second(text: str, rows: list[tuple[int, str]]) -> bool:
    """Is the last name joined to one before it, so that the figure is said of both?"""
    if _JOINED.search(text, 0, rows[-1][0]):
        return True
    return len(rows) > 1 and _EACH.fullmatch(text[rows[-2][0] + len(rows[-2][1]) : rows[-1][0]]) is not None


def _run(text: str, rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Names that are joined to the first by 와, a comma or a dot."""
    run = rows[:1]
    for row in rows[1:]:
        if not _EACH.fullmatch(text[run[-1][0] + len(run[-1][1]) : row[0]]):
            break
        run.append(row)
    return run


def _of_run(sentence: _Sentence, run: list[tuple[int, str]], column: int) -> Iterator[Hit]:
    """One name with its figure, or several with 각각: one figure for all of them, or one for each."""
    end = run[-1][0] + len(run[-1][1])
    if len(run) == 1:
        yield from _compared(sentence, end, run[0][1], column)
        return
    sheet = sentence.sheet
    figures = sheet.quantities_in(sentence.start + end, sentence.end)[: len(run)]
    if not figures or not _EACH_OF_THEM.fullmatch(sheet.text[sentence.start + end : figures[0].start]):
        return
    listed = all(are_listed(sheet, a, b) for a, b in pairwise(figures))
    stated = figures if listed and len(figures) == len(run) else figures[:1] * len(run)
    for (_, name), figure in zip(run, stated, strict=True):
        if (hit := _against(sentence, figure, name, column)) is not None:
            yield hit
            return


def _compared(sentence: _Sentence, at: int, name: str, column: int) -> Iterator[Hit]:
    figure = _figure_behind(sentence, at)
    hit = _against(sentence, figure, name, column) if figure is not None else None
    if hit is not None:
        yield hit


def _against(sentence: _Sentence, figure: Quantity, name: str, column: int) -> Hit | None:
    passage = sentence.grid.rows[name][column]
    cell = sentence.sheet.figure(passage)
    if cell is None or not comparable(figure, cell) or supported(figure, [cell]):
        return None
    if _is_of_named_column(sentence, figure, name) or not (is_slip_of(figure, cell) or _is_cell(sentence, figure)):
        return None
    return _differs(figure, name, passage)


def _is_cell(sentence: _Sentence, figure: Quantity) -> bool:
    """Has the table the figure in some other place, from which it was taken?"""
    cells = (sentence.sheet.figure(cell) for row in sentence.grid.rows.values() for cell in row)
    return supported(figure, [cell for cell in cells if cell is not None])


def _is_of_named_column(sentence: _Sentence, figure: Quantity, name: str) -> bool:
    """Has the row the figure under another head that the sentence names too: 2024년 말까지의 누적 거래량?"""
    row = sentence.grid.rows[name]
    named = (row[at] for head, at in sentence.grid.heads.items() if head in sentence.text)
    return supported(figure, [cell for passage in named if (cell := sentence.sheet.figure(passage)) is not None])


def _differs(figure: Quantity, name: str, cell: Passage) -> Hit:
    return Hit(figure.start, figure.end, cell_message(name, cell.text), (cell.span,))


def _by_year(sentence: _Sentence, rows: list[tuple[int, str]]) -> Iterator[Hit]:
    """'2027년까지 이용률을 N' where the row of that name has another figure in that year."""
    grid, text = sentence.grid, sentence.text
    named = [year for year in years_in(text) if year[0] in grid.years]
    for at, name in rows if named else ():
        figure = _figure_behind(sentence, at + len(name))
        before = [year for year in named if figure is not None and sentence.start + year[1] < figure.start]
        if figure is None or not before or _AGAINST.search(text, max(0, at - _NEAR), at):
            continue
        cells = [sentence.sheet.figure(grid.rows[name][grid.years[year[0]]]) for year in named]
        if supported(figure, [cell for cell in cells if cell is not None]):
            continue  # another year beside it is one of comparison: '2030년까지 … 2025년의 8배'
        hit = _against(sentence, figure, name, grid.years[before[-1][0]])
        if hit is not None:
            yield hit


def _figure_behind(sentence: _Sentence, at: int) -> Quantity | None:
    """The figure that follows an offset of a sentence at once; None for none, a rank, a multiple or a change."""
    sheet, start = sentence.sheet, sentence.start + at
    figures = sheet.quantities_in(start, sentence.end)
    if not figures or not _TO_FIGURE.fullmatch(sheet.text[start : figures[0].start]):
        return None
    figure = figures[0]
    if figure.value is None or figure.kind in ("rank", "multiple") or figure.unit == "%p":
        return None
    return None if _CHANGE.match(sheet.text, figure.end) else figure
