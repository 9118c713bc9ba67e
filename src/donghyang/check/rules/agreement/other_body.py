"""함께 적은 두 기관 가운데 하나가 본문과 다릅니다. | Of two bodies named together the article has another.

왜: 요약의 '민정부와 과학기술부는'이 본문에서는 '민정부와 재정부는'이면 기관을 잘못 옮긴 것이다.
Why: Where a summary names two bodies and the article one of them with a third, one was taken for another.
Bad:
  01
  민정부와 과학기술부, 돌봄 도시 선정
  ■ 돌봄 도시를 고름(3.2)
  - 민정부와 공업정보화부는 돌봄 도시 열 곳을 고름
Good:
  01
  민정부와 공업정보화부, 돌봄 도시 선정
  ■ 돌봄 도시를 고름(3.2)
  - 민정부와 공업정보화부는 돌봄 도시 열 곳을 고름
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.language.words import words
from donghyang.records import Message, Span

ID = "other-body"
CLASS = "headline-body"
SEVERITY = "warning"

_AND = r"(?:\s?[(（][^()（）]{1,24}[)）])?(?:와 |과 |·|, ?| 및 )"
_GOES_ON = lazily(r"(?![와과은는이가의을를])[가-힣A-Za-z]")
"""Behind a name that is only the beginning of another."""
_LEAST = 3
"""Syllables of a body's name; shorter ones are parts of other words."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Known bodies named beside another in headline, lead and summary that the article names with a third instead."""
    names = sheet.standing(_bodies())
    if not names:
        return
    joined = re.compile(rf"(?<![가-힣])(?P<one>{'|'.join(names)}){_AND}(?=(?P<other>{'|'.join(names)}))")
    for line, article in retellings(sheet, "headline", "lead"):
        body = article.of(*BODY)
        for one, other in _pairs(line, joined):
            yield from _held(line, one, other, body, joined)


@cache
def _bodies() -> frozenset[str]:
    """The names of ministries and offices in the table of terms."""
    return frozenset(word.named for word in words() if word.kind == "agency" and len(word.named) >= _LEAST)


_Named = tuple[str, Span]


def _pairs(line: Passage, joined: re.Pattern[str]) -> Iterator[tuple[_Named, _Named]]:
    """The bodies that are joined in a line, each of two with its place in the line."""
    for found in joined.finditer(line.text):
        if found["one"] != found["other"] and not _GOES_ON.match(line.text, found.end("other")):
            yield (found["one"], found.span("one")), (found["other"], found.span("other"))


def _held(line: Passage, one: _Named, other: _Named, body: list[Passage], joined: re.Pattern[str]) -> Iterator[Hit]:
    """The one of two bodies that the article nowhere names, where it joins the other to a third."""
    for kept, lost in ((one, other), (other, one)):
        is_lost = not any(lost[0] in passage.text for passage in body)
        if not is_lost or not any(kept[0] in passage.text for passage in body):
            continue
        thirds = {
            pair[1 - at][0]
            for passage in body
            for pair in _pairs(passage, joined)
            for at in (0, 1)
            if pair[at][0] == kept[0] and pair[1 - at][0] not in line.text
        }
        if len(thirds) == 1:
            (third,) = thirds
            message = Message(f"본문에는 '{third}'입니다.", f"the article has '{third}'.")
            yield Hit(line.start + lost[1][0], line.start + lost[1][1], message)
            return
