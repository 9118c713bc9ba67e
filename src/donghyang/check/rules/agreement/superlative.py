"""가장 크다고 한 것이 표에서는 가장 크지 않습니다. | What the text calls the most is not the most in the table.

왜: '출원 건수는 가온이 가장 많다'고 하면 표의 그 칸에서도 가온이 가장 커야 한다.
Why: What is said to have the most has the largest figure in that column of the table.
Bad:
  01
  지역별 출원
  ■ 지역별 출원을 발표함(3.2)
  - 출원 건수는 나래가 가장 많음
  〈지역별 출원〉
  지역	출원 건수
  가온	520
  나래	410
  다솜	380
Good:
  01
  지역별 출원
  ■ 지역별 출원을 발표함(3.2)
  - 출원 건수는 가온이 가장 많음
  〈지역별 출원〉
  지역	출원 건수
  가온	520
  나래	410
  다솜	380
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.native import number_of
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._naming import added_end, words_of
from donghyang.check.sheet.grids import Grid, is_whole, lines_of, places, rows_in, sided
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "superlative"
CLASS = "table-text"
SEVERITY = "warning"

_MOST = lazily(r"(?:가장|제일|(?P<nth>두|세|네) 번째로) (?:(?P<most>많|높|크|컸|큰|길|빠)|(?P<least>적|낮|작|짧|느))")
_SUBJECT = lazily(r"(?:시|성| ?(?:분야|부문|지역|권역|업종|계열))?(?:[이가은는])\s")
_KIND_AND_PARTICLE = lazily(r"[이가은는]\s")
_JOINED = lazily(r"[가-힣)](?:와|과|·|(?<![고며]),|및) ?$")
_OWN = lazily(r"[은른]? (?=[^ ])")
"""Between a superlative and the noun that it goes with: 가장 작은 6G."""
_IS_ONE = lazily(r"[은른]? [가-힣]{1,6}[은는] ")
"""Behind a superlative, the word for what it is told of: 가장 적은 곳은."""
_REACH = 24
"""So far behind it, with what is said of it before, stands its name."""
_CALLED = lazily(r"(?:시|성|구)?(?:이다|다\.|이며|이고|으로|로|였|이었|임|[.,]|$)")
_LARGEST = lazily(r"(?:최[대다고장]|가장 [큰긴높많][은]?) [^.,;0-9]{1,14}[은는] (?:[가-힣]{2,6}의 )?$")
_IS = lazily(r"(?:시|성)?(?:으로|로|이며|이고|의)(?: 연간| 총| 약)*,? ")
_LEAST_ROWS = 3
"""Of two rows one is the larger, not the largest."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rows of a table that a sentence calls the most or the least of a column that it names."""
    for grid in sided(sheet):
        for line in lines_of(sheet, grid.board):
            if "최" in line.text:
                yield from _largest(sheet, grid, line)
            before = 0
            for found in _MOST.finditer(line.text):
                yield from _held(sheet, grid, line, found, before)
                before = found.end()


def _held(sheet: Sheet, grid: Grid, line: Passage, found: re.Match[str], before: int) -> Iterator[Hit]:
    """`before` is where another superlative of the line ends: its own row stands before it."""
    begin = max(line.text.rfind(". ", 0, found.start()), line.text.rfind("; ", 0, found.start())) + 1
    clause = line.text[begin : found.start()]
    begin = max(begin, before)
    yield from _grown(sheet, grid, line, found, begin)
    named = _said_of(line.text[begin:], found.start() - begin, found.end() - begin, grid)
    columns = [column for head, column in grid.heads.items() if any(True for _ in places(clause, head))]
    if len(named) != 1 or not columns or _JOINED.search(line.text[begin : found.start()], 0, named[0][0]):
        return
    at, name = named[0]
    told = sheet.quantities_in(line.start + begin + at + len(name), line.start + found.start())
    if told and not any(_is_of(sheet, told[0], grid.rows[name][column]) for column in columns):
        return  # '과제 비율은 나래가 33.3%로 가장 높음' beside a column of 과제, which has numbers of them
    rank = number_of(found["nth"], "1") - 1
    others = [_ahead(sheet, grid, name, column, rank if found["most"] else -1 - rank) for column in columns]
    first = others[0]
    if first is not None and all(others):
        start = line.start + begin + at
        message = Message(f"표에서는 '{first}'입니다.", f"in the table it is '{first}'.")
        yield Hit(start, start + len(name), message, (grid.rows[first][columns[0]].span,))


def _is_of(sheet: Sheet, figure: Quantity, cell: Passage) -> bool:
    """May a figure be one of the cell's column: is it measured alike?"""
    own = sheet.figure(cell)
    return own is None or figure.unit == own.unit or (None in (figure.unit, own.unit) and figure.unit != "%")


def _largest(sheet: Sheet, grid: Grid, line: Passage) -> Iterator[Hit]:
    """'최대 산지는 나래로 연간 3만 톤', where the column that has that figure has another row first."""
    for at, name in rows_in(grid, line.text):
        end = at + len(name)
        if not _LARGEST.search(line.text[:at]) or not (behind := _IS.match(line.text, end)):
            continue
        figure = next(iter(sheet.quantities_in(line.start + behind.end(), line.end)), None)
        if figure is None or figure.start != line.start + behind.end():
            continue
        for column in range(1, len(grid.board.head)):
            values = _values(sheet, grid, column)
            first = max(values, key=lambda row: values[row], default=None)
            if first is None or name not in values or values[name] == values[first]:
                continue
            if figure.value in (values[first], values[name]):
                message = Message(f"표에서는 '{first}'입니다.", f"in the table it is '{first}'.")
                yield Hit(line.start + at, line.start + end, message, (grid.rows[first][column].span,))
                break


def _said_of(text: str, start: int, end: int, grid: Grid) -> list[tuple[int, str]]:
    """The rows, and where, of which a superlative at start to end is said: the one behind it, else subjects."""
    rows = [name for name in grid.rows if not is_whole(name)]
    if (is_ := _IS_ONE.match(text, end)) is not None:
        named = [(at, name) for at, name in rows_in(grid, text) if end < at < is_.end() + _REACH]
        named = [(at, name) for at, name in named if _CALLED.match(text, at + len(name))]
        if len(named) == 1 and "." not in text[end : named[0][0]]:
            return named
    own = _OWN.match(text, end)
    if own and (before := [(own.end(), name) for name in rows if text.startswith(name, own.end())]):
        return before
    kinds = words_of([head.text for head in grid.board.head], grid.board.title)
    first = grid.board.head[grid.named].text
    return [
        (at, name)
        for name in rows
        for at in places(text[:start], name)
        if _SUBJECT.match(text, at + len(name))
        or _KIND_AND_PARTICLE.match(text, added_end(text, at + len(name), first, kinds))
    ]


def _ahead(sheet: Sheet, grid: Grid, name: str, column: int, place: int) -> str | None:
    """The row that has the place in a column, 0 the largest and -1 the smallest; None when it is `name`, or one of
    several."""
    values = _values(sheet, grid, column)
    order = sorted(set(values.values()), reverse=True)
    if name not in values or len(values) < _LEAST_ROWS or len(order) < _LEAST_ROWS:
        return None
    return next(row for row, value in values.items() if value == order[place]) if values[name] != order[place] else None


_GROWTH = lazily(r"(?:증가율|성장률|감소율|증가 ?폭)(?:은|는|이|가|로는)?(?![가-힣])")


def _grown(sheet: Sheet, grid: Grid, line: Passage, found: re.Match[str], begin: int) -> Iterator[Hit]:
    """'증가율은 나래가 가장 높음' of a table that has two years and no rates."""
    clause = line.text[begin : found.start()]
    named = _said_of(line.text[begin:], found.start() - begin, found.end() - begin, grid)
    told = _GROWTH.search(clause)
    if len(grid.years) != _TWO or not told or "폭" in told[0] or not found["most"] or found["nth"]:
        return
    if len(named) != 1 or any(_GROWTH.search(head) or "증" in head for head in grid.heads):
        return
    first, last = (_values(sheet, grid, grid.years[year]) for year in sorted(grid.years))
    rates = {row: last[row] / first[row] for row in first if first[row] and row in last}
    at, name = named[0]
    best = max(rates, key=lambda row: rates[row], default=None)
    falls = "감소" in told[0]
    if falls or best is None or name not in rates or rates[name] >= rates[best] or len(rates) < len(grid.rows) - 1:
        return
    start = line.start + begin + at
    message = Message(f"표에서는 '{best}'입니다.", f"in the table it is '{best}'.")
    yield Hit(start, start + len(name), message, (grid.rows[best][grid.named].span,))


_TWO = 2


def _values(sheet: Sheet, grid: Grid, column: int) -> dict[str, Decimal]:
    """The figures of a column by row; empty when a row has none."""
    found: dict[str, Decimal] = {}
    for name, row in grid.rows.items():
        if is_whole(name):
            continue
        figure = sheet.figure(row[column])
        if figure is None or figure.value is None:
            return {}
        found[name] = figure.value
    return found
