"""본문이 센 것과 표에 적은 것의 수가 다릅니다. | The text counts more or fewer things than its table lists.

왜: '5개 작물'이라 하고 첫 칸이 '작물'인 표에 넷만 있으면 하나가 빠졌거나 숫자가 틀린 것이다.
Why: 'Five crops' beside a complete table of crops with four rows has a wrong figure or a row too few.
Bad:
  01
  품종 개발
  ■ 품종 개발 계획을 발표함(3.2)
  - 5개 품목에서 새 품종을 냄
  〈품종 목표〉
  품목	품종 수
  벼	30
  콩	20
  감자	10
  합계	60
Good:
  01
  품종 개발
  ■ 품종 개발 계획을 발표함(3.2)
  - 3개 품목에서 새 품종을 냄
  〈품종 목표〉
  품목	품종 수
  벼	30
  콩	20
  감자	10
  합계	60
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._rows import is_partial
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import is_whole, lines_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "head-count"
CLASS = "count-list"
SEVERITY = "warning"

_BRACKET = lazily(r"\s?[(（][^()（）]*[)）]")
_GENERAL = frozenset(tables.words(__package__, "general_heads"))
_MOST = 30
"""A table that lists more things is data, whose rows no sentence counts."""
_OF_SOME = lazily(r"(?:등|상위|하위|이들|나머지|이 중|가운데|그 외|이 외|주요|일부|신규|추가|새로|기존) ?(?:총 )?$")
"""Behind such a word some of the things are counted, not all."""
_BEHIND = r"(?=에서|에|은|는|이|가|을|를|의|으로|로|와|과|도|별|[^가-힣]|$)"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Counts of what the first column of a complete table, one closed by a total, lists."""
    for board in sheet.boards:
        noun = _BRACKET.sub("", board.head[0].text).strip() if board.head else ""
        if board.article is None or len(noun) < 2 or noun in _GENERAL or _is_partial(board):
            continue
        yield from _of_board(sheet, board, noun)


def _is_partial(board: Board) -> bool:
    """Does the caption say that the table leaves something out, or lists the first few only?"""
    return is_partial(board) or "상위" in board.title


def _of_board(sheet: Sheet, board: Board, noun: str) -> Iterator[Hit]:
    names = [row[0].text.strip() for row in board.rows]
    listed = [name for name in names if not is_whole(name)]
    has_total = any(is_whole(name) for name in names)
    if not has_total or any(name in ("기타", "나머지") for name in names) or not 1 < len(listed) <= _MOST:
        return
    if len(set(listed)) != len(listed) or not all(listed):
        return
    counted = lazily(rf"(?<![0-9.,])(?P<number>[1-9][0-9]?)(?:개|대) ?{re.escape(noun)}{_BEHIND}")
    found = [(line, one) for line in lines_of(sheet, board) for one in counted.finditer(line.text)]
    if not found or any(int(one["number"]) == len(listed) for _, one in found):
        return
    some = {one["number"] for line, one in found if _OF_SOME.search(line.text, 0, one.start())}
    for line, one in found:
        if one["number"] in some or any(name in line.text[: one.start()] for name in listed):
            continue
        message = Message(
            f"{one['number']}(이)라고 했으나 표에는 {len(listed)}개입니다.",
            f"{one['number']} announced; the table lists {len(listed)}.",
        )
        yield Hit(line.start + one.start(), line.start + one.end(), message, (board.rows[0][0].span,))
