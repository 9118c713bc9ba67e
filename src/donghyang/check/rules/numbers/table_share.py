"""표의 비중이 금액이나 수량과 맞지 않습니다. | A share in a table does not follow from its amounts.

왜: 비중은 같은 줄의 수를 합계로 나눈 값이다. 어긋나면 둘 가운데 하나가 틀렸다.
Why: A share is the row's amount over the total; where it is off, one of the two is wrong.
Bad:
  〈지역별 투자액〉
  지역	금액(억 원)	비중
  동부	120	60%
  서부	50	35%
  남부	30	15%
  합계	200	100%
Good:
  〈지역별 투자액〉
  지역	금액(억 원)	비중
  동부	120	60%
  서부	50	25%
  남부	30	15%
  합계	200	100%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import total_row
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "table-share"
CLASS = "share"
SEVERITY = "error"

_CHANGE = lazily(r"증가|증감|성장|상승|대비|신장|달성")
"""Rates under such a head are no shares."""
_LEAST = 3
"""In fewer rows shares follow from amounts by chance."""
_ODD = Fraction(1, 3)
"""Where more rows than these are off, the shares are of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Columns of shares beside a column of amounts, where most rows show that the one follows from the other."""
    for board in sheet.boards:
        last = total_row(board)
        rows = [row for at, row in enumerate(board.rows) if at != last]
        if len(rows) < _LEAST:
            continue
        columns = [[sheet.figure(cell) for cell in column] for column in zip(*rows, strict=True)]
        amounts = [(at, column) for at, column in enumerate(columns) if _amounts(column)]
        for share_at, shares in enumerate(columns):
            if amounts and _all(shares, "%") and not _CHANGE.search(board.head[share_at].text):
                best = min(amounts, key=lambda amount: len(_off(shares, amount[1])))
                yield from _shares(rows, (share_at, shares), best)


def _all(figures: list[Quantity | None], unit: str) -> bool:
    return all(figure is not None and figure.unit == unit and figure.value is not None for figure in figures)


def _amounts(figures: list[Quantity | None]) -> bool:
    values = [figure.value for figure in figures if figure is not None and figure.unit != "%" and figure.value]
    return len(values) == len(figures) and min(values) > 0


def _shares(
    rows: list[list[Passage]], share: tuple[int, list[Quantity | None]], amount: tuple[int, list[Quantity | None]]
) -> Iterator[Hit]:
    amounts = _values(amount[1])
    total = sum(amounts, Decimal(0))
    off = _off(share[1], amount[1])
    wrong_amount = _one_amount(amounts, share[1]) if len(off) > 1 else None
    if wrong_amount is not None:
        off = [(wrong_amount, amounts[wrong_amount] / total * 100)]
    if len(off) > _ODD * len(rows):
        return
    for at, right in off:
        cell, other = rows[at][share[0]], rows[at][amount[0]]
        yield Hit(
            *cell.span,
            Message(
                f"'{other.text}'은(는) 전체의 {right:.2f}%입니다.", f"'{other.text}' is {right:.2f} % of the whole."
            ),
            related=(other.span,),
        )


def _values(figures: list[Quantity | None]) -> list[Decimal]:
    return [figure.value for figure in figures if figure is not None and figure.value is not None]


def _off(shares: list[Quantity | None], amounts: list[Quantity | None]) -> list[tuple[int, Decimal]]:
    """The rows whose share does not follow from the amounts, with the right share of each."""
    values = _values(amounts)
    total = sum(values, Decimal(0))
    off: list[tuple[int, Decimal]] = []
    for at, figure in enumerate(shares):
        assert figure is not None
        right = values[at] / total * 100
        room = step(figure) / 2
        if not fits(figure, right - room, right + room):
            off.append((at, right))
    return off


def _one_amount(amounts: list[Decimal], shares: list[Quantity | None]) -> int | None:
    """The row whose amount alone, when taken from its share, makes all the other shares right; None without one."""
    whole = sum(amounts, Decimal(0))
    for at in range(len(amounts)):
        mine = shares[at]
        if mine is None or mine.value is None or mine.value >= 100:
            continue
        total = (whole - amounts[at]) / (1 - mine.value / 100)
        if all(
            other is None or fits(other, amounts[n] / total * 100 - step(other), amounts[n] / total * 100 + step(other))
            for n, other in enumerate(shares)
            if n != at
        ):
            return at
    return None
