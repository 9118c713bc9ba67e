"""번호가 빠지거나 되풀이됩니다. | A number is missing or repeated.

왜: 표의 줄, 기사, 소제목의 번호는 차례로 이어진다. 빠진 번호는 빠진 내용일 수 있다.
Why: Rows, articles and subheads are numbered in turn; a missing number may be a missing row.
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

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from donghyang.check.passages import Passage
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.records import Message, Span

ID = "row-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_NUMBER = re.compile(r"([0-9]{1,3})\.?$")
_SUBHEAD = re.compile(r"([0-9]{1,2})\)\s*\S")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def find(sheet: Sheet) -> Iterator[Hit]:
    """First columns of tables, articles of a section, numbered subheads, circled numbers in a line."""
    for board in sheet.boards:
        rows = [(int(found[1]), row) for row in board.rows if (found := _NUMBER.fullmatch(row[0].text))]
        named = [row for row in board.rows if row[0].text]
        if len(rows) > 2 and len(rows) >= len(named) - 1 and rows[0][0] in (0, 1):
            yield from _gaps([(number, _own(row)) for number, row in rows])
    for section in {story.section for story in sheet.stories}:
        numbers = [
            (story.number, _opening(story.passages))
            for story in sheet.stories
            if story.section == section and story.number is not None and story.passages
        ]
        yield from _gaps(numbers, first=False)
    for story in sheet.stories:
        heads = [
            (int(found[1]), head.span) for head in story.of("heading", "note") if (found := _SUBHEAD.match(head.text))
        ]
        yield from _gaps(heads, restarts=True)
    for passage in sheet.passages:
        signs = [
            (_CIRCLED.index(char) + 1, (passage.start + at, passage.start + at + 1))
            for at, char in enumerate(passage.text)
            if char in _CIRCLED
        ]
        if len(signs) > 1 and signs[0][0] == 1:
            yield from _gaps(signs, restarts=True)


def _own(row: list[Passage]) -> Span:
    """The cell that the reader looks at: the name behind the number."""
    return row[1].span if len(row) > 1 and row[1].text else row[0].span


def _opening(passages: list[Passage]) -> Span:
    first = next((passage for passage in passages if passage.part == "headline"), passages[0])
    return first.span


def _gaps(numbers: Sequence[tuple[int, Span]], *, first: bool = True, restarts: bool = False) -> Iterator[Hit]:
    """Numbers that do not follow on the one before; `restarts` allows a new 1."""
    if first and restarts and len(numbers) > 1 and numbers[0][0] != 1:
        if numbers[1][0] == 2:
            yield Hit(*numbers[0][1], Message("1번의 자리입니다.", "this is the place of number 1."))
        return
    for (before, above), (number, span) in pairwise(numbers):
        if number == before + 1 or (restarts and number == 1):
            continue
        if number == before:
            message = Message(f"{number}번이 두 번 나옵니다.", f"number {number} stands twice.")
        elif number == before + 2:
            message = Message(f"{before + 1}번이 없습니다.", f"number {before + 1} is missing.")
        else:
            message = Message(f"{before}번 다음이 {number}번입니다.", f"number {number} follows on {before}.")
        yield Hit(*span, message, related=(above,))
