"""한 계획의 기간이 두 가지로 적혔습니다. | The period of one plan is given in two ways.

왜: 「가온 발전 방안('24-'27)」이 다른 곳에서 ('24-'26)이면 하나는 잘못 옮긴 것이다.
Why: Where a plan's title has one period here and another there, one was copied wrongly.
Bad:
  요약
  - 수산부는 「스마트 양식 발전 방안('24-'26)」을 발표하여 양식장을 늘리기로 하였다.
  I
  정책동향
  01
  수산부, 스마트 양식 발전 방안 발표
  ■ 스마트 양식장을 단계적으로 보급(3.2)
  - 수산부는 「스마트 양식 발전 방안('24-'27)」을 발표
Good:
  요약
  - 수산부는 「스마트 양식 발전 방안('24-'27)」을 발표하여 양식장을 늘리기로 하였다.
  I
  정책동향
  01
  수산부, 스마트 양식 발전 방안 발표
  ■ 스마트 양식장을 단계적으로 보급(3.2)
  - 수산부는 「스마트 양식 발전 방안('24-'27)」을 발표
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "plan-period"
CLASS = "summary-body"
SEVERITY = "warning"

_PERIOD = lazily(r"[(（]['‘’]?(?P<from>(?:20)?[0-9]{2})년? ?[-~∼～–—] ?['‘’]?(?P<to>(?:20)?[0-9]{2})년?[)）]")
_TITLE = lazily(r"[「『《<“\"'‘](?P<title>[^「」『』《》<>“”\"'‘’]{4,60})[」』》>”\"'’]?$")
_ORIGINAL = lazily(r"[(（][^()（）]*[)）]")
_LONGEST = 140
"""So far before its period a title begins, its original in brackets included."""


@dataclass(frozen=True, slots=True)
class _Stated:
    years: tuple[int, int]
    span: Span
    text: str
    passage: Passage


def find(sheet: Sheet) -> Iterator[Hit]:
    """Titles in quotation marks with a period in brackets, that share one of its years with another of the title."""
    titles: dict[str, list[_Stated]] = {}
    for passage in sheet.of(KOREAN):
        for found in _PERIOD.finditer(passage.text):
            if title := _title(passage.text[max(0, found.start() - _LONGEST) : found.start()]):
                titles.setdefault(title, []).append(_stated(passage, found))
    for stated in titles.values():
        yield from _differing(stated)


def _title(before: str) -> str:
    """The letters of the title that ends right there, its original left out; "" for none."""
    found = _TITLE.search(_ORIGINAL.sub("", before).rstrip())
    return letters(found["title"]) if found else ""


def _stated(passage: Passage, found: re.Match[str]) -> _Stated:
    years = (full_year(found["from"]), full_year(found["to"]))
    return _Stated(years, (passage.start + found.start(), passage.start + found.end()), found[0], passage)


def _differing(stated: list[_Stated]) -> Iterator[Hit]:
    """Those that are not the period given most often; of two given as often, the one that the article has is right."""
    often = Counter(one.years for one in stated)
    if len(often) == 1:
        return
    right = max(stated, key=lambda one: (often[one.years], one.passage.part not in ("summary", "contents")))
    for one in stated:
        if sum(a == b for a, b in zip(one.years, right.years, strict=True)) == 1:
            message = Message(f"다른 곳에는 '{right.text}'입니다.", f"elsewhere it is '{right.text}'.")
            yield Hit(*one.span, message, (right.span,))
