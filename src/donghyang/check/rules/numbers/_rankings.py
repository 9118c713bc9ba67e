"""Ranked tables, and the one value that stands out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import Passage
from donghyang.language.patterns import lazily
from donghyang.records import Message

FEW = 4
"""In fewer rows an order, or one value that breaks it, is mere chance."""
_BREAKS = 2
"""One value out of its place breaks the order before it and behind it, and nowhere else."""
_RANK = lazily(r"순위|랭킹|등수|rank", re.IGNORECASE)
_NOT_RANKED = lazily(r"(?:[-–—]|합\s?계|소\s?계|총\s?계|계|기타(?:\s.{0,12})?|전체|평균|상위\s?[0-9]+.*계)$")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows of a table that has a column of ranks, without totals and averages."""

    rows: list[list[Passage]]
    ranks: int
    """Which column holds the ranks."""
    numbers: list[int]
    """The rank of each row as printed."""

    @property
    def complete(self) -> bool:
        """Does each rank from 1 on stand once?"""
        return sorted(self.numbers) == list(range(1, len(self.numbers) + 1))


def ranking(board: Board) -> Ranking | None:
    """The ranking that a table is; None without a column of ranks, with other words in it, or with few rows."""
    ranks = next((at for at, head in enumerate(board.head) if _RANK.search(head.text)), None)
    rows = _ranked_rows(board)
    if ranks is None or len(rows) < FEW or not all(row[ranks].text.isdecimal() for row in rows):
        return None
    return Ranking(rows, ranks, [int(row[ranks].text) for row in rows])


def _ranked_rows(board: Board) -> list[list[Passage]]:
    """The rows without those that add up, average or gather others."""
    return [row for row in board.rows if not any(_NOT_RANKED.match(cell.text.strip()) for cell in row[:2])]


def odd_one(cells: Sequence[Passage], values: Sequence[Decimal]) -> Iterator[Hit]:
    """The one value without which a column would stand in order; a column that is in no order stays silent."""
    falling = list(values)
    rising = [-value for value in values]
    if len(values) < FEW or not _breaks(falling) or not _breaks(rising):
        return
    for better in (falling, rising):
        breaks = _breaks(better)
        if len(breaks) > _BREAKS:
            continue
        for at in (breaks[0] + 1, breaks[0]):
            if not _breaks(better[:at] + better[at + 1 :]):
                other = cells[at - 1] if at else cells[at + 1]
                message = Message("순위의 차례와 어긋나는 값입니다.", "this value breaks the order of the ranking.")
                yield Hit(*cells[at].span, message, related=(other.span,))
                return


def _breaks(values: list[Decimal]) -> list[int]:
    """The places behind which a value is larger than the one before."""
    return [at for at, (a, b) in enumerate(pairwise(values)) if b > a]
