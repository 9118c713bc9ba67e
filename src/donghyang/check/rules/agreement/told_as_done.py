"""본문에는 예정인 일을 이룬 것으로 적었습니다. | What the article plans is told as done.

왜: 본문은 '내년에 발사할 계획'인데 제목이 '발사 성공'이면 독자는 이미 이룬 일로 읽는다.
Why: A headline 'launched' over an article that plans to launch tells the reader what has not happened.
Bad:
  01
  가온위성 발사 성공
  ■ 항천국은 가온위성을 내년 상반기에 발사할 계획이라고 밝힘(3.2)
  - 발사는 하이안 발사장에서 이루어질 예정
Good:
  01
  가온위성 내년 발사 예정
  ■ 항천국은 가온위성을 내년 상반기에 발사할 계획이라고 밝힘(3.2)
  - 발사는 하이안 발사장에서 이루어질 예정
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "told-as-done"
CLASS = "summary-body"
SEVERITY = "warning"

_DONE = lazily(
    rf"(?P<deed>{tables.either(__package__, 'deeds')})(?:에|을|를)? ?"
    r"(?:성공|완료|마침|마쳤|마치|(?:시작|개시)(?:하였|했|함|됐|되었|됨)|에 들어갔|하였|했|되었|됐)"
)
_PAST = r"했|하였|한 |됐|되었|된 |함|됨|에 성공"
_PLANNED = r"(?:할|될) (?:계획|예정|방침|전망|것)|(?:을|를)? ?(?:추진|계획|예정|목표)"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Deeds that headline or summary calls done, each mention of which in the article is a plan."""
    for line, article in retellings(sheet, "headline"):
        for found in _DONE.finditer(line.text):
            yield from _held(line, article, found)


def _held(line: Passage, article: ArticleLines, found: re.Match[str]) -> Iterator[Hit]:
    deed = found["deed"]
    mention = lazily(rf"{deed}(?P<planned>{_PLANNED})?(?P<past>{_PAST})?")
    lines = article.of("lead", "bullet", "text", "heading")
    said = [(passage, one) for passage in lines for one in mention.finditer(passage.text)]
    planned = [(passage, one) for passage, one in said if one["planned"]]
    if planned and not any(one["past"] for _, one in said):
        passage, one = planned[0]
        message = Message(f"본문에는 '{one[0]}'입니다.", f"the article has '{one[0]}'.")
        span = (passage.start + one.start(), passage.start + one.end())
        yield Hit(line.start + found.start(), line.start + found.end(), message, (span,))
