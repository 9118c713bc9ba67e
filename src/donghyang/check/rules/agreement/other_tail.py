"""제목이나 요약의 기관·문서 이름이 본문과 끝말이 다릅니다. | A name ends in another word than in the article.

왜: 제목은 '연구소'인데 본문은 모두 '센터'이면 한쪽이 틀렸다. '부'와 '청', '방안'과 '계획'도 같다.
Why: A headline's 'institute' that the article only calls 'centre' is wrong in one of them; so with ministry and agency.
Bad:
  01
  가온시, 조력발전연구소 설립
  ■ 가온시는 조력발전센터를 설립한다고 밝힘(3.2)
  - 조력발전센터는 내년에 문을 엶
Good:
  01
  가온시, 조력발전센터 설립
  ■ 가온시는 조력발전센터를 설립한다고 밝힘(3.2)
  - 조력발전센터는 내년에 문을 엶
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "other-tail"
CLASS = "headline-body"
SEVERITY = "warning"

_GROUPS = tuple(tables.words(__package__, name) for name in ("institute_tails", "office_tails", "paper_tails"))
_LEAST_STEM = 3
"""Letters before the tail: shorter stems are words of their own (기술청, 기술부)."""
_END = rf"(?=(?:{JOSA})?(?![가-힣A-Za-z0-9]))"
_NAMED = tuple(
    lazily(rf"(?<![가-힣])(?P<stem>[가-힣]{{{_LEAST_STEM},14}}?) ?(?P<tail>{'|'.join(group)}){_END}")
    for group in _GROUPS
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names of the headline and the summary that the article has with another tail only."""
    for line, article in retellings(sheet, "headline"):
        body = article.of("lead", "bullet", "heading", "text", "note")
        for named, group in zip(_NAMED, _GROUPS, strict=True):
            for found in named.finditer(line.text):
                yield from _held(line, found, group, body)


def _held(line: Passage, found: re.Match[str], tails: tuple[str, ...], body: list[Passage]) -> Iterator[Hit]:
    stem, tail = found["stem"], found["tail"]
    if any(stem in passage.text and re.search(rf"{stem} ?{tail}", passage.text) for passage in body):
        return
    others = "|".join(other for other in tails if other != tail)
    other = lazily(rf"(?<![가-힣]){stem} ?(?:{others}){_END}")
    seen = [(passage, one) for passage in body for one in other.finditer(passage.text)]
    if seen and len({one[0].replace(" ", "") for _, one in seen}) == 1:
        passage, one = seen[0]
        message = Message(f"본문에는 '{one[0]}'입니다.", f"the article has '{one[0]}'.")
        span = (passage.start + one.start(), passage.start + one.end())
        yield Hit(line.start + found.start(), line.start + found.end("tail"), message, (span,))
