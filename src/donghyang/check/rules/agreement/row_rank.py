"""문장이 말한 순위가 표의 순위와 다릅니다. | A rank told in the text is not that of the table.

왜: '후난은 2위'라 하고 표의 3위에 후난이 있으면 하나가 틀렸다.
Why: 'Hunan is second' beside a ranking with Hunan in the third row has a wrong rank.
Bad:
  01
  지역별 등록 순위
  ■ 등록 순위를 발표함(3.2)
  - 나래는 3위를 차지함
  〈지역별 등록 순위〉
  순위	지역	등록(건)
  1	가온	920
  2	나래	870
  3	다솜	640
Good:
  01
  지역별 등록 순위
  ■ 등록 순위를 발표함(3.2)
  - 나래는 2위를 차지함
  〈지역별 등록 순위〉
  순위	지역	등록(건)
  1	가온	920
  2	나래	870
  3	다솜	640
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board, counts_up
from donghyang.check.sheet.grids import is_whole, lines_of, places, sentences_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-rank"
CLASS = "table-text"
SEVERITY = "warning"

_HEAD = lazily(r"^(?:순위|순번|번호|등수|올해 순위|종합 순위)$")
_BRACKET = lazily(r"\s?[(（][^()（）]*[)）]")
_PLACE = lazily(r"(?<=[가-힣]{2})(?:시|성|자치구)$")
_RANK_BEHIND = lazily(
    r"(?:시|성|현|대학|대학교)?(?:(?:은|는|이|가|도)? ?(?:[(（])?|[은는이가] [^,.;]{0,30}(?:제치고|이어|꺾고|앞질러) )"
    r"(?:[가-힣]{2,4} )?(?P<rank>[1-9][0-9]?)위(?P<tail>[를에로]|였|이었|임|이다|[)）]|,)"
)
_TO_FIGURE = lazily(r"(?:시|성|현|대학|대학교)?(?:은|는|이|가|도) (?:약 )?")
_RANK_NEXT = lazily(
    r"(?:으로|로|이며|에 달해),? (?P<rank>[1-9][0-9]?)위(?P<tail>이나|이며|이고|이지만|[를에로]|였|임|이다|,)"
)
_RANK_BEFORE = lazily(r"(?:^|[ ,(])(?P<rank>[1-9][0-9]?)위(?:는|인|에는|에|를 차지한|에 오른)? (?:[가-힣]{1,6} )?$")
_OTHER = lazily(r"지난해|전년|작년|세계|계단|위에서|이전|상승|하락|올라|내려|오름|밀려|기준|부문|항목|지표|증가율|배")
"""Ranks of another year, place or measure."""
_LEAST = 3
_BEFORE = 20
"""So far before a name its rank may begin."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names of rows right beside a rank in a sentence, against rankings numbered from one."""
    for board in sheet.boards:
        ranks = _ranks(board) or _sorted(sheet, board)
        if board.article is None or len(ranks) < _LEAST:
            continue
        for line in (one for told in lines_of(sheet, board) for one in sentences_of(told)):
            if "위" in line.text and not _OTHER.search(line.text):
                for name, rank in ranks.items():
                    yield from _named(sheet, board, line, (name, rank))


def _ranks(board: Board) -> dict[str, int]:
    """The rank of each name of a table whose first column numbers its rows from one; {} for other tables."""
    if len(board.head) < 2 or not _HEAD.match(board.head[0].text.strip()):
        return {}
    return _numbered(board.rows, 1) if counts_up([row[0].text for row in board.rows]) else {}


def _numbered(rows: list[list[Passage]], named: int) -> dict[str, int]:
    """The rank of each name, that of the first row 1; {} where a name stands twice."""
    names = [_PLACE.sub("", _BRACKET.sub("", row[named].text).strip()) for row in rows]
    return {name: at for at, name in enumerate(names, 1) if name} if len(set(names)) == len(names) else {}


def _sorted(sheet: Sheet, board: Board) -> dict[str, int]:
    """The same for a table of names and of figures that run down from row to row in every column; {} for others."""
    rows = [row for row in board.rows if not is_whole(row[0].text.strip())]
    columns = [[sheet.figure(row[at]) for row in rows] for at in range(1, len(board.head))]
    values = [[one.value for one in column if one and one.value is not None] for column in columns]
    runs = all(len(one) == len(rows) and one == sorted(set(one), reverse=True) for one in values)
    return _numbered(rows, 0) if values and runs else {}


def _behind_figure(sheet: Sheet, board: Board, line: Passage, at: int, rank: int) -> re.Match[str] | None:
    """The rank behind the row's own figure by which the table is ranked: 허베이는 2,180억 위안으로 2위이나."""
    figures = sheet.quantities_in(line.start + at, line.end)[:1]
    if not figures or not _TO_FIGURE.fullmatch(sheet.text[line.start + at : figures[0].start]):
        return None
    own = any(_ranks_by(sheet, board, column, rank, figures[0]) for column in range(2, len(board.head)))
    return _RANK_NEXT.match(line.text, figures[0].end - line.start) if own else None


def _ranks_by(sheet: Sheet, board: Board, column: int, rank: int, figure: Quantity) -> bool:
    """Does a column that runs down the ranking have just this figure in the row of that rank?"""
    cells = [sheet.figure(row[column]) for row in board.rows]
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    own = cells[rank - 1]
    ranked = len(values) == len(cells) and values == sorted(values, reverse=True)
    return ranked and own is not None and (own.value, own.unit) == (figure.value, figure.unit)


def _named(sheet: Sheet, board: Board, line: Passage, ranked: tuple[str, int]) -> Iterator[Hit]:
    name, rank = ranked
    for at in places(line.text, name):
        first = max(0, at - _BEFORE)
        end = at + len(name)
        behind = _RANK_BEHIND.match(line.text, end) or _behind_figure(sheet, board, line, end, rank)
        before = _RANK_BEFORE.search(line.text[first:at])
        found, origin = (behind, 0) if behind else (before, first)
        if found is None or int(found["rank"]) == rank or int(found["rank"]) > len(board.rows):
            continue
        start = line.start + origin
        message = Message(f"표에서 '{name}'은(는) {rank}위입니다.", f"the table has '{name}' at rank {rank}.")
        span = (start + found.start("rank"), start + found.end("rank") + 1)
        cell = next(cell for row in board.rows for cell in row[:2] if name in cell.text)
        yield Hit(*span, message, (cell.span, (line.start + at, line.start + end)))
