"""표의 한 줄에 적은 것의 수와 그 줄의 숫자가 다릅니다. | A row lists another number than its figure says.

왜: '산업'에 네 가지를 적고 '산업 수'에 4라고 쓴 표에서 한 줄만 어긋나면, 하나가 빠졌거나 숫자가 틀린 것이다.
Why: In a table that lists and counts, the one row where both disagree has lost an item, or its figure is wrong.
Bad:
  〈분야별 산업〉
  분야	산업	산업 수
  정보	인공지능, 통신, 양자	3
  건강	유전자, 세포	2
  제조	로봇, 센서, 장비	3
  소재	그래핀, 초전도체, 세라믹	4
Good:
  〈분야별 산업〉
  분야	산업	산업 수
  정보	인공지능, 통신, 양자	3
  건강	유전자, 세포	2
  제조	로봇, 센서, 장비	3
  소재	그래핀, 초전도체, 세라믹, 탄소섬유	4
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import listing_before
from donghyang.check.sheet.boards import Board, counts_up
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "row-count"
CLASS = "count-list"
SEVERITY = "warning"

_NUMBER = lazily(r"([0-9]{1,2})(?:개|곳|명|종|건|개사)?")
_LEAST = 3
"""Rows that must fit before one that does not is a slip."""
_ODD = 0.25
"""Where more rows than these do not fit, the figures count something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns of small figures that count the items of another column in all rows but a few."""
    for board in sheet.boards:
        if len(board.rows) > _LEAST:
            yield from _board(board)


def _board(board: Board) -> Iterator[Hit]:
    columns = list(zip(*board.rows, strict=True))
    lists = [column for column in columns if sum("," in cell.text or "、" in cell.text for cell in column) >= _LEAST]
    numbers = [
        column
        for column in columns
        if sum(bool(_NUMBER.fullmatch(cell.text)) for cell in column) > _LEAST and not _are_ordinals(column)
    ]
    for listed in lists:
        for counted in numbers:
            yield from _compared(list(zip(listed, counted, strict=True)))


def _are_ordinals(column: tuple[Passage, ...]) -> bool:
    """Does a column number the rows: 1, 2, 3, …? A total below has no number."""
    return counts_up([cell.text for cell in column if cell.text.isdigit()])


def _compared(rows: list[tuple[Passage, Passage]]) -> Iterator[Hit]:
    known = [
        (items, number, int(found[1]))
        for items, number in rows
        if items.text and (found := _NUMBER.fullmatch(number.text))
    ]
    off = [(items, number) for items, number, count in known if not _counts(items.text, count)]
    if len(known) - len(off) < _LEAST or len(off) > _ODD * len(known):
        return
    for items, number in off:
        yield Hit(
            *number.span,
            Message("적은 것의 수와 다릅니다.", "this is not how many are listed."),
            related=(items.span,),
        )


def _counts(text: str, count: int) -> bool:
    listing = listing_before(text, len(text))
    return count == 1 if listing is None else listing.least <= count <= listing.most
