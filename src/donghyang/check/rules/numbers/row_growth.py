"""증감률이 표의 해당 줄과 맞지 않습니다. | A rate does not fit the row of the table that it retells.

왜: 본문이 '연구비는 30% 늘어 15.6억'이라고 읽어 주는 줄에는 앞해의 수도 있다.
Why: The row that the text retells ('up 30 % to 1.56 billion') holds the year before as well.
Bad:
  01
  지출 현황
  ■ 지출 현황을 발표함(3.2)
  - 장비비는 40% 늘어 8.4억 위안이 됨
  〈지출 현황〉
  구분	2022년	2023년
  장비비(억 위안)	7.0	8.4
  인건비(억 위안)	5.0	6.0
Good:
  01
  지출 현황
  ■ 지출 현황을 발표함(3.2)
  - 장비비는 20% 늘어 8.4억 위안이 됨
  〈지출 현황〉
  구분	2022년	2023년
  장비비(억 위안)	7.0	8.4
  인건비(억 위안)	5.0	6.0
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._turns import FALL, RISE
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "row-growth"
CLASS = "growth"
SEVERITY = "warning"

_YEAR = lazily(r"^['‘’]?(?P<year>(?:19|20)?[0-9]{2})년?(?:도)?(?:\s?[(（][^()（）]{1,6}[)）])?$")
_GROWN = lazily(rf"\s?(?P<up>{RISE})?(?P<down>{FALL})?[가-힣]{{0,3}}[,]? (?:약 )?")
_NUMBER = lazily(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
_ON_THE_YEAR = r"(?:은|는|이|가) (?:전년(?: 대비)? ?|지난해보다 )?(?:약 )?"
_UNIT = lazily(r"\s?[(（].*$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A는 x% 늘어 B' where a row named A ends a run of years with B."""
    for board in sheet.boards:
        years = _years(board)
        if board.article is None or len(years) < 2:
            continue
        lines = sheet.articles[board.article].of(*PROSE)
        for row in board.rows:
            name = _UNIT.sub("", row[0].text).strip()
            for line in lines if len(name) > 1 else ():
                if name in line.text:
                    yield from _retold(sheet, line, name, row, years)


def _years(board: Board) -> list[int]:
    """The columns at the end of the head that are years one after the other."""
    found: list[tuple[int, int]] = []
    for at, head in enumerate(board.head):
        year = _YEAR.match(head.text.strip())
        if year:
            found.append((at, int(year["year"])))
    steady = all(b - a == 1 and after - before == 1 for (a, before), (b, after) in pairwise(found))
    return [at for at, _ in found] if steady else []


def _retold(sheet: Sheet, line: Passage, name: str, row: list[Passage], years: list[int]) -> Iterator[Hit]:
    for rate, new in pairwise(sheet.quantities_in(*line.span)):
        grown = _GROWN.fullmatch(sheet.text[rate.end : new.start])
        before = sheet.text[line.start : rate.start]
        if rate.unit != "%" or rate.bound is not None or grown is None or not (grown["up"] or grown["down"]):
            continue
        if re.search(rf"(?:^|[,;)] |[고며] ){re.escape(name)}{_ON_THE_YEAR}$", before):
            yield from _held(rate, new, row, years, -1 if grown["down"] else 1)


def _held(rate: Quantity, new: Quantity, row: list[Passage], years: list[int], sign: int) -> Iterator[Hit]:
    printed = _NUMBER.search(new.text)
    for before, after in pairwise(years):
        old, now = _number(row[before].text), _number(row[after].text)
        if printed is None or old is None or now is None or not old or printed[0] != row[after].text.strip():
            continue
        worth = sign * (now / old - 1) * 100
        if rate.value is not None and abs(worth - rate.value) > step(rate):
            message = Message(f"표로 셈하면 {shown(worth)}%입니다.", f"by the table it is {shown(worth)} %.")
            yield Hit(rate.start, rate.end, message, (row[before].span, row[after].span))
        return


def _number(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text.strip())
    return Decimal(found[0].replace(",", "")) if found else None
