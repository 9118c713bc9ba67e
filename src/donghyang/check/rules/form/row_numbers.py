"""번호가 빠지거나 되풀이됩니다. | A number is missing or repeated.

왜: 표의 줄과 기사의 번호는 차례로 이어진다. 빠진 번호는 빠진 내용일 수 있다.
Why: Rows and articles are numbered in turn; a missing number may be a missing row.
Bad:
  〈지정 단지〉
  구분	단지
  1	동부 단지
  2	서부 단지
  4	남부 단지
Good:
  〈지정 단지〉
  구분	단지
  1	동부 단지
  2	서부 단지
  3	남부 단지
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from donghyang.check.rule import Hit
from donghyang.check.rules.form._counting import gaps
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Span

ID = "row-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_NUMBER = lazily(r"([0-9]{1,3})\.?$")
_RANK = lazily("순위|랭킹|등수")
"""Over such a column the last row may stand apart: the first ones, and the one that the text is about."""
_FAR = 2
"""A last number no further off is one that somebody miscounted."""
_ARTICLE = lazily(r"[0-9]{1,2}(?=[.)]?\s*$)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """First columns of tables, articles of a section."""
    for board in sheet.boards:
        rows = [(int(found[1]), row) for row in board.rows if (found := _NUMBER.fullmatch(row[0].text))]
        named = [row for row in board.rows if row[0].text]
        if len(rows) > 2 and len(rows) >= len(named) - 1 and rows[0][0] in (0, 1):
            own = [(number, _own(row)) for number, row in _without_ties(rows)]
            stands_apart = _RANK.search(board.head[0].text) and own[-1][0] > own[-2][0] + _FAR
            yield from gaps(own[:-1] if stands_apart else own)
    for _, articles in groupby(sheet.articles, key=lambda article: article.section):
        numbered = ((article.number, article.passages) for article in articles)
        numbers = [(number, _numeral(sheet, lines)) for number, lines in numbered if number is not None and lines]
        yield from gaps(numbers, first=False)


def _without_ties(rows: list[tuple[int, list[Passage]]]) -> Iterator[tuple[int, list[Passage]]]:
    """The rows as they would be numbered if none shared its rank with an equal one: 3, 3, 5 as 3, 4, 5."""
    above, place = 0, 0
    shown: set[str] = set()
    for number, row in rows:
        values = {cell.text for cell in row[1:] if cell.text}
        place = place + 1 if number == above and not values.isdisjoint(shown) else number
        above, shown = number, values
        yield place, row


def _own(row: list[Passage]) -> Span:
    """The cell that the reader looks at: the name behind the number."""
    return row[1].span if len(row) > 1 and row[1].text else row[0].span


def _numeral(sheet: Sheet, passages: list[Passage]) -> Span:
    """Where an article's number stands: on its own line, or before the headline; else the headline."""
    first = next((passage for passage in passages if passage.part in ("number", "headline")), passages[0])
    line = sheet.text.rfind("\n", 0, first.start) + 1
    before = _ARTICLE.search(sheet.text, line, first.start)
    return before.span() if before and first.part == "headline" else first.span
