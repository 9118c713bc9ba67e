"""한자가 이름의 처음이 아니라 뒤에 붙었습니다. | The characters of a name stand at a later mention, not at the first.

왜: 외국 이름은 처음 나올 때 원어를 병기한다. 뒤에서야 붙이면 앞의 이름이 누구인지 알 수 없다.
Why: A foreign name takes its characters where it first appears; put in later, they come too late.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 장웨이펑 시장은 기념식에 참석
  - 장웨이펑(張偉鵬)은 노선을 늘리겠다고 밝힘
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 장웨이펑(張偉鵬) 시장은 기념식에 참석
  - 장웨이펑은 노선을 늘리겠다고 밝힘
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "name-original"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_LEAST = 3
"""Shorter names are parts of other words too often."""
_WORD = lazily(r"[가-힣]+")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names whose first mention in the bullets of an article goes without the characters of a later one."""
    told: set[tuple[int, str]] = set()
    first: dict[tuple[int, str], tuple[int, int]] | None = None
    for pair, verdict in judged_pairs(sheet):
        line = sheet.at(pair.start)
        if line is None or line.article is None or line.part not in ("bullet", "annotation", "note"):
            continue
        key = (line.article, pair.hangul)
        if key in told or len(pair.hangul) < _LEAST or verdict not in ("fine", "sound"):
            continue
        told.add(key)
        first = _first_words(sheet) if first is None else first
        span = first.get(key)
        if span is not None and span[1] < pair.start:
            message = Message(
                f"처음 나오는 곳에 '{pair.hanja}'을(를) 병기합니다.", f"put '{pair.hanja}' at this first mention."
            )
            yield Hit(*span, message, related=((pair.start, pair.hanja_at[1]),))


def _first_words(sheet: Sheet) -> dict[tuple[int, str], tuple[int, int]]:
    """Where each beginning of a word stands first in the bullets of an article."""
    first: dict[tuple[int, str], tuple[int, int]] = {}
    for line in sheet.of({"bullet", "annotation", "note"}):
        for found in _WORD.finditer(line.text) if line.article is not None else ():
            _enter(first, line, found)
    return first


def _enter(first: dict[tuple[int, str], tuple[int, int]], line: Passage, found: re.Match[str]) -> None:
    assert line.article is not None
    for length in range(_LEAST, min(len(found[0]), 12) + 1):
        start = line.start + found.start()
        first.setdefault((line.article, found[0][:length]), (start, start + length))
