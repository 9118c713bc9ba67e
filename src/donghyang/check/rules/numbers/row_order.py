"""적은 순서가 표의 크기 순과 다릅니다. | The order told is not that of the table.

왜: '가, 나, 다 순'은 표의 어느 열을 크기로 늘어놓은 것이다. 그런 열이 없으면 순서나 표가 틀렸다.
Why: 'A, B, C in this order' lines up a column of the table; where no column runs so, the order or the table is wrong.
Bad:
  01
  지역별 장비 현황
  ■ 장비 현황을 발표함(3.2)
  - 장비가 많은 지역은 가온, 다솜, 나루 순임
  〈지역별 장비〉
  지역	장비(대)	비중
  가온	900	45.0%
  나루	700	35.0%
  다솜	400	20.0%
Good:
  01
  지역별 장비 현황
  ■ 장비 현황을 발표함(3.2)
  - 장비가 많은 지역은 가온, 나루, 다솜 순임
  〈지역별 장비〉
  지역	장비(대)	비중
  가온	900	45.0%
  나루	700	35.0%
  다솜	400	20.0%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import bare, is_whole, lines_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "row-order"
CLASS = "order"
SEVERITY = "warning"

_NAME = r"[가-힣A-Za-z0-9·()（）㐀-鿿][가-힣A-Za-z0-9·()（）㐀-鿿 ]{1,39}"
_IN_ORDER = lazily(rf"(?P<names>{_NAME}(?:, ?{_NAME}){{2,9}}) 순(?:으로|이|임|$|[,. ])")
_TOPIC = lazily(r"[가-힣](?:은|는|이|가|에서는|에서|며|고) ")
_OWN_TOPIC = lazily(r"(?<=[고며나], )[^,]*[은는] ?$")
"""Behind a clause that names another measure, what this order is of: 증가율은 … 높았으나, 비중은."""
_YEAR = lazily(r"(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2})")
_RATE = lazily("순위|순번|번호")
_LEAST = 3
_LONGEST = 400
"""Characters of a clause in which a list and what it lists stand."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Three rows of a table and more, in an order that no column of it has, or not the column that the line names."""
    for board in sheet.boards:
        if board.article is None or len(board.rows) < _LEAST:
            continue
        rows = _named(board)
        for line in lines_of(sheet, board) if len(rows) >= _LEAST else ():
            if " 순" in line.text:
                yield from _of_line(sheet, board, rows, line)


def _named(board: Board) -> dict[str, list[Passage]]:
    """The rows by the first cell of theirs that is a name, totals left out; {} where two have the same."""
    found: dict[str, list[Passage]] = {}
    for row in board.rows:
        cell = next((cell for cell in row[:2] if cell.text and not cell.text.strip(" .").isdigit()), row[0])
        name = bare(cell.text)
        if is_whole(name) or not name:
            continue
        if name in found:
            return {}
        found[name] = row
    return found


def _of_line(sheet: Sheet, board: Board, rows: dict[str, list[Passage]], line: Passage) -> Iterator[Hit]:
    for found in _IN_ORDER.finditer(line.text) if " 순" in line.text else ():
        opened = list(_TOPIC.finditer(found["names"]))  # behind another clause too: 증가하였으며, 권리자별로는 기업,
        start = found.start("names") + (opened[-1].end() if opened else 0)
        printed = line.text[start : found.end("names")]
        if printed.endswith("의") and bare(printed.split(",")[-1]) not in rows:  # 가, 나, 다의 순
            printed = printed[:-1]
        names = [bare(part) for part in printed.split(",")]
        if len(names) < _LEAST or any(name not in rows for name in names):
            continue
        said = line.text[max(0, start - _LONGEST) : start].split(". ")[-1]
        said = topic[0] if (topic := _OWN_TOPIC.search(said)) else said
        if not _is_known(sheet, board, [rows[name] for name in names], said):
            at = line.start + start + len(printed) - len(printed.lstrip())
            message = Message("표의 크기 순서와 다릅니다.", "the table has them in another order.")
            yield Hit(at, line.start + start + len(printed), message, (board.rows[0][0].span,))


def _is_known(sheet: Sheet, board: Board, rows: list[list[Passage]], said: str) -> bool:
    """Does a column run in this order: one that the words before name, else any?"""
    columns = [at for at in range(len(board.head)) if (values := _values(sheet, rows, at)) and len(set(values)) > 1]
    named = [at for at in columns if _is_named(bare(board.head[at].text), said)]
    years = {full_year(one["full"] or one["short"]) for one in _YEAR.finditer(said)}
    if not named and years:
        heads = {at: _YEAR.search(board.head[at].text) for at in columns}
        named = [at for at, one in heads.items() if one and full_year(one["full"] or one["short"]) in years]
    tried = [at for at in named if not _RATE.search(board.head[at].text)] or columns
    return not columns or any(_runs(_values(sheet, rows, at)) for at in tried)


def _is_named(head: str, said: str) -> bool:
    """Does a line name a column: its whole head, or behind a year the rest of it?"""
    return bool(head) and (head in said or (bool(short := _OF_A_YEAR.sub("", head)) and short in said))


_OF_A_YEAR = lazily(r"^(?:19|20)[0-9]{2}년 ")


def _values(sheet: Sheet, rows: list[list[Passage]], column: int) -> list[Decimal]:
    """The figures of a column in the rows; [] where one is none."""
    figures = [sheet.figure(row[column]) for row in rows]
    values = [one.value for one in figures if one is not None and one.value is not None]
    return values if len(values) == len(rows) else []


def _runs(values: list[Decimal]) -> bool:
    return values in (sorted(values), sorted(values, reverse=True))
