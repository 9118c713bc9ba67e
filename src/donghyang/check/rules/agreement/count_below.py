"""예고한 수와 아래에 매긴 번호의 수가 다릅니다. | The number announced and the numbered items below disagree.

왜: '다음 다섯 가지 조치'라 하고 ④에서 끝나면 하나가 빠졌거나 숫자가 틀린 것이다.
Why: Five measures announced and numbered only to four have one too few, or a wrong figure.
Bad:
  01
  지원 조치 발표
  ■ 지원 조치를 발표함(3.2)
  - 다음 네 가지 조치를 밝힘
   ① 부지 제공
   ② 세금 감면
   ③ 인력 양성
Good:
  01
  지원 조치 발표
  ■ 지원 조치를 발표함(3.2)
  - 다음 세 가지 조치를 밝힘
   ① 부지 제공
   ② 세금 감면
   ③ 인력 양성
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.figures.native import ORDINALS, WORDS, number_of
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily

ID = "count-below"
CLASS = "count-list"
SEVERITY = "warning"

_ANNOUNCED = lazily(
    rf"(?:다음|아래)(?:의|과 같은|과 같이)? (?:(?P<word>{WORDS}) |(?P<number>[2-9]|1[0-9]) ?)"
    r"(?:가지|개|대|단계)[^0-9.]{0,24}$"
)
_COUNTED = lazily(
    rf"(?:^|[ ,])(?:(?P<word>{WORDS}) ?|(?P<number>[2-9]) ?)(?:가지|개|대|단계|축|갈래)? ?(?:[가-힣]{{2,6}} )?"
    rf"(?:{tables.either(__package__, 'told_apart')})(?:으로|로|을|를|이|가|은|는)? [^0-9.,]{{0,14}}$"
)
"""What is told apart below, each by a word of order or by a label of its own."""
_ANY = lazily(rf"(?:^|[ ,])(?:(?P<word>{WORDS}) ?|(?P<number>[2-9]) ?)(?:가지|개|대|단계|축|갈래)? ")
_NAMED_HERE = lazily(r"[,、·①△▲▶:]| 등 | 및 ")
"""A line that names them itself has lines below on some of them."""
_LABEL = lazily(r"[(（][가-힣A-Za-z·, ]{2,16}[)）] ?[가-힣A-Za-z0-9‘'「]")
_ORDINAL = lazily(rf"(?P<word>{'|'.join(ORDINALS)})(?:째| 번째)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_STEP = lazily(rf"^(?:(?P<circled>[{_CIRCLED}])|[(（]?(?P<plain>[0-9]{{1,2}})[)）.])")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines that announce what the numbered lines right below them list."""
    for article in sheet.articles:
        yield from _of_article(article)


def _of_article(article: ArticleLines) -> Iterator[Hit]:
    lines = article.passages
    for at, line in enumerate(lines):
        found = _ANNOUNCED.search(line.text) if line.part in ("lead", "bullet", "text") else None
        if found is None:
            yield from _told_apart(lines, at)
            continue
        steps = list(_steps(lines[at + 1 :]))
        number = number_of(found["word"], found["number"])
        if not steps:
            yield from _told_apart(lines, at)
        if len(steps) > 1 and len(steps) != number:
            span = (line.start + found.start(), line.start + found.end())
            yield Hit(*span, miscount(number, len(steps)), (steps[-1].span,))


def _told_apart(lines: list[Passage], at: int) -> Iterator[Hit]:
    """'네 방향을 밝힘' over lines that open with 첫째, 둘째 … or with labels in brackets."""
    line = lines[at]
    found = _COUNTED.search(line.text) if line.part in ("lead", "bullet", "text", "heading") else None
    below = _siblings(lines[at + 1 :], line) if found else []
    number = number_of(found["word"], found["number"]) if found else 0
    listed = _in_order(below) or _labelled(below)
    if listed in {number_of(one["word"], one["number"]) for one in _ANY.finditer(line.text)}:
        return
    if found and listed > 1 and listed != number and not _NAMED_HERE.search(line.text, 0, found.start()):
        span = (line.start + found.start(), line.start + found.end())
        yield Hit(*span, miscount(number, listed), (below[-1].span,))


def _siblings(below: list[Passage], line: Passage) -> list[Passage]:
    """The lines right below of one marker and indent, what is told under each left out; up to the next of another."""
    found: list[Passage] = []
    for one in below:
        like = not found or (one.marker, one.indent) == (found[0].marker, found[0].indent)
        if one.part not in ("bullet", "text", "annotation") or (one.marker, one.indent) == (line.marker, line.indent):
            break
        if like and one.part != "annotation":
            found.append(one)
        elif found and one.indent < found[0].indent:
            break
    return found


def _in_order(lines: list[Passage]) -> int:
    """How many of them are numbered from 첫째 on; 0 where the first is not."""
    words = [found["word"] if (found := _ORDINAL.match(line.text)) else "" for line in lines]
    named = [word for word in words if word]
    return len(named) if words[:1] == ["첫"] and named == list(ORDINALS[: len(named)]) else 0


def _labelled(lines: list[Passage]) -> int:
    """How many they are where each opens with a label; 0 else."""
    return len(lines) if lines and all(_LABEL.match(line.text) for line in lines) else 0


def _steps(lines: list[Passage]) -> Iterator[Passage]:
    """The lines numbered 1, 2, 3 from the first on; lines between them that have no number belong to the one above."""
    expected = 1
    for at, line in enumerate(lines):
        found = _STEP.match(f"{line.marker}{line.text}" if line.marker else line.text)
        number = _number(found) if found else None
        if number == expected:
            expected += 1
            yield line
        elif at == 0 or line.part not in ("bullet", "annotation", "text", "heading"):
            return


def _number(found: re.Match[str]) -> int:
    return _CIRCLED.index(found["circled"]) + 1 if found["circled"] else int(found["plain"])
