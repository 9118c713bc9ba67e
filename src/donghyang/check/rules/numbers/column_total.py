"""기타까지 적은 수의 합이 제목의 수와 다릅니다. | A column with 기타 does not add up to the number in its title.

왜: '100대 기업의 지역 분포'라면 기타까지 더해 100이어야 한다. 주요 지역만 적은 표는 다르다.
Why: A distribution of the 'top 100' with a row for the rest adds up to 100; a table of parts alone need not.
Bad:
  〈80개 시험소 유형〉
  유형	시험소 수
  물리	34개
  화학	27개
  기타	17개
Good:
  〈80개 시험소 유형〉
  유형	시험소 수
  물리	34개
  화학	27개
  기타	19개
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._tallies import of_board
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "column-total"
CLASS = "sum"
SEVERITY = "warning"

_COUNTED = lazily(
    r"(?<![0-9.,])(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3})?|[1-9][0-9]{3})\s?(?:대(?= )|개사?|곳|명|건|편|종|개교|개소)"
)
_TWICE = lazily(r"중복|복수|겹")
_NEAR = Decimal("0.25")
"""A sum further off than this share of the number is of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns of whole counts closed by 기타 whose caption, or else headline, counts the whole."""
    for board in sheet.boards:
        yield from _of_board(sheet, board)


def _of_board(sheet: Sheet, board: Board) -> Iterator[Hit]:
    article = sheet.articles[board.article] if board.article is not None else None
    captions = [board.caption] if board.caption is not None else []
    titles = [*captions, *(article.of("headline") if article else [])]
    if article and any(_TWICE.search(line.text) for line in article.passages):
        return
    counted = [
        (line, found, Decimal(found["number"].replace(",", "")))
        for line in titles
        for found in _COUNTED.finditer(line.text)
    ]
    tallies = [tally for tally in of_board(sheet, board) if tally.has_rest and _whole(tally.counts.values())]
    if len(tallies) != 1 or not counted:
        return
    total = sum(tallies[0].counts.values(), Decimal(0))
    if any(number == total for _, _, number in counted):
        return
    line, found, number = counted[0]
    if number > len(board.rows) and abs(number - total) <= _NEAR * number and total > 0:
        message = Message(f"표의 수를 더하면 {total:,}입니다.", f"the column adds up to {total:,}.")
        yield Hit(line.start + found.start(), line.start + found.end(), message, (tallies[0].where,))


def _whole(values: Iterable[Decimal]) -> bool:
    return all(value == value.to_integral_value() for value in values)
