"""두 비율의 차이를 %로 적었습니다. | The difference of two percentages is told in per cent.

왜: 92%와 74%의 차이는 18%p이다. '18% 높음'이라 적으면 74%의 1.18배, 곧 87%로 읽힌다.
Why: 92 % lies 18 points above 74 %; '18 % higher' reads as 1.18 times, 87 %.
Bad:
  01
  새 검사법 개발
  ■ 새 검사법을 개발함(3.2)
  - 새 검사법의 민감도는 92%를 기록
  - 기존 검사법의 민감도는 74%로, 새 검사법이 18% 높음
Good:
  01
  새 검사법 개발
  ■ 새 검사법을 개발함(3.2)
  - 새 검사법의 민감도는 92%를 기록
  - 기존 검사법의 민감도는 74%로, 새 검사법이 18%p 높음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import POINTS
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "points-told"
CLASS = "unit"
SEVERITY = "warning"

_BETWEEN = lazily(r"(?:으로|로|이며|인데|이고|이어서|여서),? [^0-9.;]{0,20}")
_MORE = lazily(r"(?:만큼|가량|나|이나)? ?(?:높|낮|앞서|앞선|앞섬|웃돌|웃돎|밑돌|밑돎)")
_LEAST = 5
"""Points. Fewer are the difference of two rates by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A%로, … B% 높음' where another share of the sentence, or of the one before, lies just B points from A."""
    for sentence in sentences(sheet):
        for old, gap in pairwise(sentence.figures):
            yield from _held(sentence, old, gap)


def _held(sentence: Sentence, old: Quantity, gap: Quantity) -> Iterator[Hit]:
    if {old.unit, gap.unit} != {"%"} or not (old.value and gap.value) or gap.value < _LEAST or gap.bound is not None:
        return
    if not _BETWEEN.fullmatch(sentence.between(old, gap)) or not _MORE.match(sentence.behind(gap)):
        return
    others = [one for one in (*sentence.before, *sentence.figures) if one.unit == "%" and one not in (old, gap)]
    for new in others:
        apart = abs((new.value or 0) - old.value)
        if apart == gap.value and round(apart / old.value * 100) != round(gap.value):
            yield Hit(gap.start, gap.end, POINTS, ((new.start, new.end), (old.start, old.end)))
            return
