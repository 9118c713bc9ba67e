"""나누어 적은 수의 합이 앞에서 센 전체와 다릅니다. | What is told by place or kind does not add up to what was counted.

왜: '관측소는 가 22곳, 나 13곳'은 앞에서 '관측소 35곳'이라 한 것을 나누어 적은 것이다.
Why: What a line breaks down by place or kind was counted as a whole elsewhere in the article.
Bad:
  01
  관측망 완공
  ■ 세 지역에 관측소 45곳을 세움(3.2)
  - 관측소는 간쑤 22곳, 칭하이 18곳, 닝샤 10곳이며 자료를 날마다 보냄
Good:
  01
  관측망 완공
  ■ 세 지역에 관측소 45곳을 세움(3.2)
  - 관측소는 간쑤 22곳, 칭하이 13곳, 닝샤 10곳이며 자료를 날마다 보냄
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._breakdowns import Breakdown, breakdowns
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "noun-parts"
CLASS = "sum"
SEVERITY = "warning"

_TOPIC = lazily(
    r"(?:^|[ ,)])(?P<noun>[가-힣]{2,8}?)(?:은|는) (?:[가-힣]{2,6} )?(?:[가-힣A-Za-z·]{1,14})(?:에|은|는|이|가)? ?$"
)
_OPEN = lazily(
    r"[^.;]{0,6} 등(?! ?(?:총|모두|합계|[0-9]))|[^.;]{0,6}(?:을|를)? ?포함|[^.;]{0,8}순"
    r"|[^.;]{0,10}(?:증가|감소|늘|줄|가장|상위)"
)
_PLACED = lazily(
    r"(?:[가-힣 ]{0,12})(?:을|를)? ?"
    r"(?:배치|설치|배정|배분|지정|구축|세우|세웠|세움|두며|두고|둠|두기|둘 |나누|나뉘|구성|이루어)"
)
_OTHER = lazily(r"지난해|작년|전년|가운데|이 중|그중|상위|증가|감소|늘|줄|추가|새로|대비|매년|당 |남은|나머지")
_OF_THESE = lazily(r"(?:^|\s)(?:이|그)\s?중$|중$|가운데$")
"""The name of a part of a part."""
_NEAR = (Decimal("0.6"), Decimal("1.67"))
_BEFORE = 30


def find(sheet: Sheet) -> Iterator[Hit]:
    """Breakdowns behind the name of what they count, against the one number that the article has of it."""
    for found, _ in breakdowns(sheet):
        noun = _TOPIC.search(
            sheet.text[max(found.line.start, found.figures[0].start - _BEFORE) : found.figures[0].start]
        )
        behind = sheet.text[found.span[1] : found.line.end]
        if noun is None or found.line.article is None or _OPEN.match(behind) or found.by_time:
            continue
        if _OTHER.search(sheet.text[found.line.start : found.span[0]]) or any(map(_OF_THESE.search, found.names)):
            continue
        wholes = _wholes(sheet, found, noun["noun"])
        if len({one.value for one in wholes}) == 1:
            yield from _held(found, wholes[0], closed=_PLACED.match(behind) is not None)


def _wholes(sheet: Sheet, found: Breakdown, noun: str) -> list[Quantity]:
    """The figures of the unit right behind the noun in lines of the article: 관측소 45곳, 관측소는 모두 45곳."""
    assert found.line.article is not None
    before = re.compile(rf"(?<![가-힣]){noun}(?:은|는|이|가)? (?:총 |모두 )?$")
    unit, largest = found.figures[0].unit, max(one.value or Decimal(0) for one in found.figures)
    wholes = []
    for line in sheet.articles[found.line.article].of(*PROSE):
        for figure in sheet.quantities_in(*line.span):
            is_part = any(figure.start == one.start for one in found.figures)
            if figure.unit != unit or not figure.value or figure.high is not None or figure.bound or is_part:
                continue
            ahead = sheet.text[max(line.start, figure.start - len(noun) - 6) : figure.start]
            earlier = _OTHER.search(sheet.text[max(line.start, figure.start - _BEFORE) : figure.start])
            if (
                before.search(ahead)
                and not earlier
                and figure.value > largest
                and not sheet.text.startswith("씩", figure.end)
            ):
                wholes.append(figure)
    return wholes


def _held(found: Breakdown, whole: Quantity, *, closed: bool) -> Iterator[Hit]:
    assert whole.value is not None
    exact = all(one.kind == "count" and step(one) == 1 for one in (*found.figures, whole))
    room = Decimal(0) if exact else rounding(found.figures)
    if abs(found.sum - whole.value) <= room or not _NEAR[0] <= found.sum / whole.value <= _NEAR[1]:
        return
    told = one_slip_apart(whole, replace(whole, value=found.sum))
    needed = [(one, whole.value - found.sum + (one.value or Decimal(0))) for one in found.figures]
    slipped = [one for one, worth in needed if worth > 0 and one_slip_apart(one, replace(one, value=worth))]
    if not (closed or told or slipped or found.sum > whole.value):
        return
    worth = shown_like(found.sum, whole)
    message = Message(
        f"더하면 {worth}인데 전체는 '{whole.text}'입니다.", f"they add up to {worth}, and the whole is {whole.text}."
    )
    place: Span = (slipped[0].start, slipped[0].end) if len(slipped) == 1 else found.span
    yield Hit(*place, message, ((whole.start, whole.end),))
