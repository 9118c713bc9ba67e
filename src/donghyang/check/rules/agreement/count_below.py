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

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet

ID = "count-below"
CLASS = "count-list"
SEVERITY = "warning"

_WORDS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_ANNOUNCED = re.compile(
    rf"(?:다음|아래)(?:의|과 같은|과 같이)? (?:(?P<word>{'|'.join(_WORDS)}) |(?P<number>[2-9]|1[0-9]) ?)"
    r"(?:가지|개|대|단계)[^0-9.]{0,24}$"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_STEP = re.compile(rf"^(?:(?P<circled>[{_CIRCLED}])|[(（]?(?P<plain>[0-9]{{1,2}})[)）.])")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lines that announce what the numbered lines right below them list."""
    for article in sheet.articles:
        yield from _of_article(article)


def _of_article(article: ArticleLines) -> Iterator[Hit]:
    lines = article.passages
    for at, line in enumerate(lines):
        found = _ANNOUNCED.search(line.text) if line.part in ("lead", "bullet", "text") else None
        if found is None:
            continue
        steps = list(_steps(lines[at + 1 :]))
        number = _WORDS[found["word"]] if found["word"] else int(found["number"])
        if len(steps) > 1 and len(steps) != number:
            span = (line.start + found.start(), line.start + found.end())
            yield Hit(*span, miscount(number, len(steps)), (steps[-1].span,))


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
