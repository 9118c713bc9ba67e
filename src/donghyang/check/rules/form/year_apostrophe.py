"""줄인 연도의 아포스트로피가 빠졌습니다. | The apostrophe of a shortened year is missing.

왜: 옆의 '21년과 나란한 22년은 연도인데, 표시가 없으면 햇수로 읽힌다.
Why: Beside '21년 a bare 22년 is a year, but reads as a number of years.
Bad: '21년 예산은 30억 위안, 22년 실제 사용액은 28억 위안
Good: '21년 예산은 30억 위안, '22년 실제 사용액은 28억 위안이며 20년 만에 최대
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "year-apostrophe"
CLASS = "form"
SEVERITY = "note"

_MARKED = lazily(r"(?P<mark>['‘’])(?P<year>[0-9]{2})(?=년|\s?[~∼-])")
_BARE = lazily(
    r"(?<![0-9'‘’`＇.,~∼제])(?<![~∼]\s)(?P<year>[0-4][0-9])년(?!간|째|차|여|짜리|물|생|산|분|도별|"
    rf"\s?(?:{tables.either(__package__, 'behind_a_span')})"
    r"|\s?[(（]['‘’]?[0-9]{2,4}년?\s?[-~∼–])"
)
_LENGTH = lazily(rf"(?:{tables.either(__package__, 'before_a_span')})\s?$")
"""What stands before a number of years."""
_BEFORE = 6
"""The longest of these, and a space."""
_NEAR = 2
"""A bare year this close to a marked one in the same line is one of a series."""


_PART_OF_YEAR = lazily(r"\s?(?:[말초](?=[\s,)]|까지|에|부터|기준|현재|$)|[상하]반기|[1-4]분기)")
"""What no number of years is followed by."""
_YEARS = frozenset(range(50))
"""What two digits mean as a year where no other year is near: this half of the century."""
_USUAL = 2
"""Marked years that show how the report writes them."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Bare years beside marked ones: in one line, in the head of one table, or with a part of the year behind them."""
    everywhere: list[tuple[Passage, re.Match[str]]] = []
    alone: list[Passage] = []
    for passage in sheet.of(KOREAN):
        marked = list(_MARKED.finditer(passage.text))
        everywhere += [(passage, found) for found in marked]
        if marked:
            yield from _bare(passage, marked[0], passage.start, {int(found["year"]) for found in marked})
        elif _BARE.search(passage.text):
            alone.append(passage)
    for passage in alone if len(everywhere) >= _USUAL else ():
        line, example = everywhere[0]
        yield from _bare(passage, example, line.start, _YEARS, surely=_PART_OF_YEAR)
    for board in sheet.boards:
        heads = [(cell, found) for cell in board.head for found in _MARKED.finditer(cell.text)]
        years = {int(found["year"]) for _, found in heads}
        for cell in board.head if len(years) > 1 else ():
            if not _MARKED.search(cell.text):
                yield from _bare(cell, heads[0][1], heads[0][0].start, years)


def _bare(
    passage: Passage, beside: re.Match[str], base: int, years: Collection[int], surely: re.Pattern[str] | None = None
) -> Iterator[Hit]:
    for found in _BARE.finditer(passage.text):
        year = int(found["year"])
        if _LENGTH.search(passage.text, max(0, found.start() - _BEFORE), found.start()):
            continue
        if surely is not None and surely.match(passage.text, found.end()) is None:
            continue
        if min(abs(year - other) for other in years) > _NEAR:
            continue
        yield Hit(
            passage.start + found.start(),
            passage.start + found.end(),
            Message(
                f"다른 연도처럼 '{beside['mark']}{found[0]}'(으)로 적습니다.",
                f"write '{beside['mark']}{found[0]}', as the other years.",
            ),
            related=((base + beside.start(), base + beside.end()),),
            fix=Fix(beside["mark"] + found[0]),
        )
