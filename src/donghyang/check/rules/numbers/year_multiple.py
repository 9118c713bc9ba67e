"""두 해의 배수가 표의 수와 맞지 않습니다. | A multiple between two years is not what the table's row gives.

왜: '2030년은 2024년의 2.75배'는 표의 두 해로 셈해 볼 수 있다. 2.75배 늘면 3.75배가 된다.
Why: The row gives both years; what grows by 2.75 times is 3.75 times as much.
Bad:
  01
  보유량 목표
  ■ 보유량 목표를 발표함(3.2)
  - 2030년 보유량은 2024년의 1.5배에 이름
  〈보유량 목표〉
  구분	2024년	2027년	2030년
  보유량(톤)	200	350	500
Good:
  01
  보유량 목표
  ■ 보유량 목표를 발표함(3.2)
  - 2030년 보유량은 2024년의 2.5배에 이름
  〈보유량 목표〉
  구분	2024년	2027년	2030년
  보유량(톤)	200	350	500
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import Range, follows, middle, quotient, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "year-multiple"
CLASS = "ratio"
SEVERITY = "warning"

_HEAD = lazily(r"^['‘’]?(?P<year>(?:19|20)?[0-9]{2})년(?:말|까지)?(?:\s?[(（][^()（）]{1,6}[)）])?$")
_YEAR = r"(?:['‘’]?(?P<{0}>(?:19|20)?[0-9]{{2}}))년(?:말)?"
_SAID = lazily(
    _YEAR.format("new")
    + r"[^.;0-9'‘’]{0,24}(?:[0-9][0-9,]*(?:\.[0-9]+)?[^.;0-9'‘’]{0,16})?"
    + _YEAR.format("old")
    + r"(?:의|보다|에 비해| 대비) (?:약 )?$"
)

_BEFORE = 60
"""So far before a multiple the two years may begin, with what is said between them."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'Y년은 X년의 n배' where the article's one table of years has rows for both, and none of them gives n."""
    for board in sheet.boards:
        years = _years(board)
        if board.article is not None and len(years) > 1:
            for line in sheet.articles[board.article].of(*PROSE):
                for figure in sheet.quantities_in(*line.span):
                    if figure.kind == "multiple" and figure.value and figure.bound in (None, "approx"):
                        yield from _held(sheet, board, years, line, figure)


def _held(sheet: Sheet, board: Board, years: dict[int, int], line: Passage, figure: Quantity) -> Iterator[Hit]:
    said = _SAID.search(sheet.text[max(line.start, figure.start - _BEFORE) : figure.start])
    new, old = (years.get(full_year(said["new"])), years.get(full_year(said["old"]))) if said else (None, None)
    if new is None or old is None:
        return
    worths: list[Range] = []
    between = {one.value for one in sheet.quantities_in(max(line.start, figure.start - _BEFORE), figure.start)}
    retold = [row for row in board.rows if (cell := sheet.figure(row[new])) and cell.value in between]
    for row in retold or board.rows:
        above, below = sheet.figure(row[new]), sheet.figure(row[old])
        if above is not None and below is not None and above.value and below.value and below.value > 0:
            worths.append(quotient(above, below))
    if worths and not any(follows(figure, worth) for worth in worths):
        by_one = next((worth for worth in worths if follows(figure, (worth[0] - 1, worth[1] - 1))), None)
        best = by_one or (worths[0] if len(worths) == 1 else None)
        if best is not None:
            worth = shown(middle(best)) if best[1] > Decimal(10) else f"{middle(best):.2f}"
            message = Message(f"표로 셈하면 {worth}배입니다.", f"by the table it is {worth} times.")
            yield Hit(figure.start, figure.end, message, ((board.rows[0][0].start, board.rows[-1][-1].end),))


def _years(board: Board) -> dict[int, int]:
    """The columns of a table whose heads are years."""
    heads = ((at, _HEAD.match(head.text.strip())) for at, head in enumerate(board.head))
    return {full_year(found["year"]): at for at, found in heads if found}
