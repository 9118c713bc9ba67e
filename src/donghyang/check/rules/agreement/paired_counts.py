"""같은 금액 앞의 개수가 본문과 다릅니다. | The article gives one sum to a different number of things.

왜: 요약의 '5개 연구과제에 1억 2,000만 위안'이 본문에서는 '4개 과제에 총 1억 2,000만 위안'이면 개수를 잘못 옮긴 것이다.
Why: Where summary and article give one sum to a different number of the same things, one number is wrong.
Bad:
  01
  3개 시범과제에 8,400만 위안 지원
  ■ 시범과제를 지원함(3.2)
  - 내년부터 4개 과제에 총 8,400만 위안을 지원
Good:
  01
  4개 시범과제에 8,400만 위안 지원
  ■ 시범과제를 지원함(3.2)
  - 내년부터 4개 과제에 총 8,400만 위안을 지원
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "paired-counts"
CLASS = "headline-body"
SEVERITY = "warning"

_GIVEN = lazily(r" ?(?P<noun>[가-힣]{2,10})(?: [가-힣]{1,8})? (?:총 |모두 |각각 )?(?:약 )?")
"""Between a count and the sum for all of it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Counts of things with a sum behind, where the article has that sum behind another count of them alone."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = list(_pairs(sheet, line))
        body = [pair for passage in article.of(*BODY) for pair in _pairs(sheet, passage)] if mine else []
        for number, noun, money in mine:
            same = [(count, thing) for count, thing, sum_ in body if sum_.value == money.value and _alike(noun, thing)]
            counts = [count for count, _ in same if count.unit == number.unit]
            if counts and all(count.value != number.value for count in counts):
                message = Message(f"본문에는 '{counts[0].text}'입니다.", f"the article has '{counts[0].text}'.")
                yield Hit(number.start, number.end, message, ((counts[0].start, counts[0].end),))


def _pairs(sheet: Sheet, line: Passage) -> Iterator[tuple[Quantity, str, Quantity]]:
    """(count, noun, sum) of a line: 4개 과제에 총 1억 위안."""
    for number, money in pairwise(sheet.quantities_in(*line.span)):
        if number.kind == "count" and money.kind == "money" and number.value and number.bound is None:
            found = _GIVEN.fullmatch(sheet.text, number.end, money.start)
            if found and found["noun"].endswith("에"):
                yield number, without_particle(found["noun"]), money


def _alike(noun: str, other: str) -> bool:
    """Is one noun the other, or its end: 연구과제, 과제?"""
    return noun.endswith(other) or other.endswith(noun)
