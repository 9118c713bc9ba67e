"""보기로 든 이름이 본문의 목록에 없습니다. | A name given as an example is not in the list that the article gives.

왜: '가온대학 등 3개 대학'이라 줄였는데 본문의 3개 대학에 가온대학이 없으면 다른 목록의 이름을 옮긴 것이다.
Why: 'Three universities such as A', where the three of the article are B, C and D, took its name from another list.
Bad:
  01
  성 정부, 라온대학 등 3개 대학 지원
  ■ 세 대학을 지원함(3.2)
  - 가온대학, 나래대학, 다솜대학 등 3개 대학을 새로 지원
Good:
  01
  성 정부, 가온대학 등 3개 대학 지원
  ■ 세 대학을 지원함(3.2)
  - 가온대학, 나래대학, 다솜대학 등 3개 대학을 새로 지원
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import listing_before
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "other-example"
CLASS = "summary-body"
SEVERITY = "warning"

_COUNT = r"(?:총 ?)?(?P<number>[2-9]|1[0-9]) ?개 ?(?P<noun>[가-힣]{1,6}?)(?=[을를은는이가의에와과도로,·. ]|으로|$)"
_EXAMPLE = lazily(rf"(?<![가-힣A-Za-z0-9·])(?P<name>[가-힣A-Za-z]{{3,14}}) 등 {_COUNT}")
_COUNTED = lazily(_COUNT)
_BRACKET = lazily(r"[(（][^()（）]*[)）]")
_NOT_LISTED = Message("본문의 목록에 없습니다.", "it is not in the list of the article.")
_HEAD = 2
"""Letters that a short form shares with its long one: 가온대 and 가온대학."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A 등 N개' of headline, lead and summary, where a line of the article names N of those, and not A."""
    for line, article in retellings(sheet, "headline", "lead"):
        examples = list(_EXAMPLE.finditer(line.text))
        lines = article.of("bullet", "annotation", "text") if examples else ()
        for example in examples:
            lists = [one for other in lines if other is not line for one in _lists(other, example)]
            name = example["name"]
            if lists and not any(_names(items, name) for items, _ in lists):
                start = line.start + example.start("name")
                yield Hit(start, start + len(name), _NOT_LISTED, (lists[0][1],))


def _lists(line: Passage, example: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """The enumerations of a line that name just so many of what is counted, each with its place."""
    for found in _COUNTED.finditer(line.text):
        if (found["number"], found["noun"]) != (example["number"], example["noun"]):
            continue
        listing = listing_before(line.text, found.start())
        if listing is not None and listing.least == listing.most == int(found["number"]):
            items = line.text[listing.start : found.start()].strip()
            yield items, (line.start + listing.start, line.start + found.start())


def _names(items: str, name: str) -> bool:
    """Does an enumeration name it, in whatever form?"""
    return name[:_HEAD] in _BRACKET.sub("", items) or any(inside in items for inside in (name, name[:-1]))
