"""그해의 목표나 실적이 표의 칸과 다릅니다. | A figure of a year is not that of the table.

왜: '2027년까지 로봇 1,200대'라면 표의 2027년 줄, 로봇 칸에 같은 수가 있어야 한다.
Why: What a line says of a year and a measure, the table of those years and measures says alike.
Bad:
  01
  시험장 운영 목표
  ■ 운영 목표를 발표함(3.2)
  - 2027년까지 작업 로봇 1,500대를 수용하고 자료를 개방
  〈단계별 운영 목표〉
  시점	작업 로봇(대)	누적 자료(만 건)
  2025년	500	4,000
  2027년	1,300	10,000
Good:
  01
  시험장 운영 목표
  ■ 운영 목표를 발표함(3.2)
  - 2027년까지 작업 로봇 1,300대를 수용하고 자료를 개방
  〈단계별 운영 목표〉
  시점	작업 로봇(대)	누적 자료(만 건)
  2025년	500	4,000
  2027년	1,300	10,000
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole, lines_of, years_in
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.goal_tables import year_of
from donghyang.facts.slips import supported
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "retold-cell"
CLASS = "table-text"
SEVERITY = "warning"

_WORD = lazily(r"[가-힣A-Za-z]{2,}")
_CHANGE = lazily(r"\s?(?:을|를|이|가)? ?(?:이상 )?(?:추가|증가|감소|늘|줄|더|상승|하락|확대|많|적|씩|에서 )")
_LATER = lazily(r"[;]|다\. |음\. |[가-힣]며,? ")
_NEXT = lazily(r"[,;.(（0-9]")
_BEHIND = 10
"""So much behind a figure may hold a word of its measure: 로봇 1,200대를 수용."""
_LEAST = 2
"""Words of a measure that must all stand beside the figure; of one word the measure could be another's."""
_MOST = 200
"""Tables of more cells are data."""

_Measure = tuple[list[str], dict[int, Quantity]]
"""The words of what a table has by year, and the figure of each year that has one."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures behind a year and all words of a measure, against the one cell of both."""
    for board in sheet.boards:
        if board.article is None or len(board.rows) * len(board.head) > _MOST:
            continue
        measures = list(_measures(sheet, board))
        for line in lines_of(sheet, board) if measures else ():
            if line.part != "headline":
                yield from _of_line(sheet, measures, line)


def _measures(sheet: Sheet, board: Board) -> Iterator[_Measure]:
    """What a table has by year: heads over rows of years, or rows under heads of years."""
    for name, cells in _by_year(board):
        words = _WORD.findall(bare(name))
        if len(words) >= _LEAST and len(cells) > 1:
            yield words, {year: one for year, cell in cells.items() if (one := _figure(sheet, cell)) is not None}


def _by_year(board: Board) -> Iterator[tuple[str, dict[int, Passage]]]:
    """The heads or rows that may be measures, each with its cells by year."""
    rows = {int(year): row for row in board.rows if (year := year_of(row[0].text))}
    if len(rows) == len(board.rows):
        for at, head in enumerate(board.head[1:], 1):
            yield head.text, {year: row[at] for year, row in rows.items()}
        return
    heads = {int(year): at for at, head in enumerate(board.head[1:], 1) if (year := year_of(head.text))}
    for row in board.rows if len(heads) == len(board.head) - 1 else ():
        if not is_whole(row[0].text.strip()):
            yield row[0].text, {year: row[at] for year, at in heads.items()}


def _of_line(sheet: Sheet, measures: list[_Measure], line: Passage) -> Iterator[Hit]:
    named = years_in(line.text)
    last = line.start
    for figure in sheet.quantities_in(*line.span) if named else ():
        begin, last = last, figure.end
        if not figure.value or figure.high is not None or figure.unit in (None, "년", "%p") or figure.kind == "rank":
            continue
        years = [year for year, _, end in named if line.start + end <= figure.start]
        behind = sheet.text[figure.end : min(line.end, figure.end + _BEHIND)]
        if not years or _CHANGE.match(behind):
            continue
        before = _LATER.split(sheet.text[begin : figure.start])[-1]
        said = before + " " + _NEXT.split(behind)[0]
        year = years[-1]
        if any(year in known and known[year].value == figure.value for _, known in measures):
            continue
        for words, known in measures:
            if year in known and all(word in said for word in words) and any(word in before for word in words):
                yield from _held(figure, known, year)


def _held(figure: Quantity, known: dict[int, Quantity], year: int) -> Iterator[Hit]:
    cell = known[year]
    if _may_differ(figure, cell) and is_slip_of(figure, cell) and not any(_same(figure, one) for one in known.values()):
        message = Message(f"표의 {year}년에는 '{cell.text}'입니다.", f"the table has '{cell.text}' for {year}.")
        yield Hit(figure.start, figure.end, message, ((cell.start, cell.end),))


def _figure(sheet: Sheet, cell: Passage) -> Quantity | None:
    """The figure of a cell, a bound behind it with it ('15 이하')."""
    found = sheet.figure(cell)
    if found is None and len(told := sheet.quantities_in(*cell.span)) == 1 and told[0].start == cell.start:
        found = told[0]
    return found if found is not None and found.value and found.high is None else None


def _may_differ(figure: Quantity, cell: Quantity) -> bool:
    """Are both counted alike, or is the cell's unit in its row's name ('단가(위안/kg)') and the figure one of money?"""
    return (figure.unit == cell.unit and bool(comparable(figure, cell))) or (
        cell.unit is None and figure.kind == "money"
    )


def _same(figure: Quantity, cell: Quantity) -> bool:
    return figure.value == cell.value or supported(figure, [cell])
