"""상위 몇이라는 표에 그만큼의 줄이 없습니다. | A table of the top so many has another number of rows.

왜: '상위 10개'라는 표에 아홉 줄만 있으면 한 줄이 빠졌거나 제목의 숫자가 틀린 것이다.
Why: A table of the 'top 10' with nine rows has lost one, or its caption a digit.
Bad:
  〈수출 상위 5개 도시〉
  도시	수출
  대전	91
  광주	88
  부산	83
  대구	80
Good:
  〈수출 상위 4개 도시〉
  도시	수출
  대전	91
  광주	88
  부산	83
  대구	80
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._rankings import ranked_rows
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "top-rows"
CLASS = "order"
SEVERITY = "error"

_TOP = lazily(r"(?:상위|Top|TOP|톱)\s?(?P<number>[0-9]{1,3})(?![0-9]|\s?%|위권)")
_LEAST = 3
"""Fewer rows are no list of the first so many."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Tables that announce so many rows and have others."""
    for board in sheet.boards:
        found = _TOP.search(board.title)
        rows = len(ranked_rows(board))
        if found and board.caption and rows >= _LEAST and rows != int(found["number"]):
            start = board.caption.start + board.caption.text.index(found[0])
            message = Message(
                f"{found['number']}줄이 아니라 {rows}줄입니다.", f"there are {rows} rows, not {found['number']}."
            )
            yield Hit(start, start + len(found[0]), message)
