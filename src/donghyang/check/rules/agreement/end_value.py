"""늘어난 만큼을 늘어난 뒤의 값으로 적었습니다. | An increase is told as the value that it leads to.

왜: 본문이 '32개에서 45개로 확대'인데 요약이 '13개로 확대'이면 차이를 끝값으로 옮긴 것이다.
Why: Where the article goes from 32 to 45, 'to 13' in the summary is the difference, not the end.
Bad:
  01
  거점 18개로 확대
  ■ 거점을 늘린다고 발표함(3.2)
  - 거점을 42개에서 60개로 확대
Good:
  01
  거점 60개로 확대
  ■ 거점을 늘린다고 발표함(3.2)
  - 거점을 42개에서 60개로 확대
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.records import Message, Quantity

ID = "end-value"
CLASS = "summary-body"
SEVERITY = "warning"

_TO = re.compile(r"(?: 이상)?(?:으로|로) (?:[가-힣]{1,6} )?(?:늘|확대|증|높|줄|낮|축소|단축|감축|향상)")
_FROM_TO = re.compile(r"에서 (?:[^,.;]{0,12} )?(?:약 )?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'N으로 늘림' in headline, lead or summary, where the article only has a change from A to B of size N."""
    for line, article in retellings(sheet, "headline", "lead"):
        for figure in sheet.quantities_in(*line.span):
            if figure.value and figure.kind in ("count", "measure", "money") and _TO.match(sheet.text, figure.end):
                yield from _held(sheet, article, figure, line)


def _held(sheet: Sheet, article: ArticleLines, figure: Quantity, line: Passage) -> Iterator[Hit]:
    lines = [passage for passage in article.passages if passage.part in BODY and passage is not line]
    for passage in lines:
        for one in sheet.quantities_in(*passage.span):
            if one.value == figure.value and one.unit == figure.unit and _TO.match(sheet.text, one.end):
                return
    for passage in lines:
        for old, new in pairwise(sheet.quantities_in(*passage.span)):
            if old.unit != figure.unit or new.unit != figure.unit or not old.value or not new.value:
                continue
            if abs(new.value - old.value) == figure.value and _FROM_TO.fullmatch(sheet.text[old.end : new.start]):
                message = Message(
                    f"본문에는 '{new.text}'(으)로 바뀝니다.", f"in the article it changes to '{new.text}'."
                )
                yield Hit(figure.start, figure.end, message, ((old.start, new.end),))
                return
