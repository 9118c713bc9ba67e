"""늘어난 뒤의 값보다 늘어난 양이 큽니다. | What was added is more than what there is now.

왜: 2만 4,000개가 되기까지 8만 개가 늘 수는 없다. 둘 중 하나는 자릿수가 틀렸다.
Why: Nothing can have grown by 80,000 to 24,000; a place was lost in one of the two.
Bad: 설치된 장비는 2만 4,000개로 1년 사이 8만 개 늘었음
Good: 설치된 장비는 24만 개로 1년 사이 8만 개 늘었음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import same_unit
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "rise-over"
CLASS = "magnitude"
SEVERITY = "error"

_GAP = lazily(
    r"(?:으로|로),? (?:1년 사이|1년 새|한 해 사이|한 해 동안|전년보다|전년 대비|지난해보다|작년보다|같은 기간) (?:약 )?"
)
_LISTED = lazily(r"^(?:\([^()]*\))?[,·]|^[^.;]{0,20} 및 ")
_ROSE = lazily(r" ?(?:이|가)? ?(?:늘(?!려)|증가|많아|불어)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A로 1년 사이 B 늘었음' with a B greater than A."""
    for passage in sheet.of(PROSE):
        figures = [one for one in sheet.quantities_in(*passage.span) if one.unit != "년" and one.value]
        for at, (now, more) in enumerate(pairwise(figures)):
            gap, behind = sheet.text[now.end : more.start], sheet.text[more.end : passage.end]
            if not _GAP.fullmatch(gap) or not _ROSE.match(behind) or not same_unit(now, more):
                continue
            if at and same_unit(figures[at - 1], now) and _LISTED.search(sheet.text[figures[at - 1].end : now.start]):
                continue  # 공익형 1,826명, 역량형 349명, 공동체 164명으로 전년 대비 256명: of all three together
            if now.unit in ("%", "%p") or now.kind == "multiple" or (more.value or 0) <= (now.value or 0):
                continue
            message = Message(
                f"'{more.text}'이(가) 늘어난 값일 수 없습니다.", f"this cannot have grown by '{more.text}'."
            )
            yield Hit(now.start, now.end, message, ((more.start, more.end),))
