"""간격과 하루 횟수가 맞지 않습니다. | An interval and the times a day do not go together.

왜: '10분 간격으로 하루 144회'는 하루 1,440분을 간격으로 나눈 수이다.
Why: A day has 1,440 minutes: what happens every ten of them happens 144 times a day.
Bad: 관측 자료를 15분 간격으로 하루 144회 전송
Good: 관측 자료를 10분 간격으로 하루 144회 전송
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "interval"
CLASS = "ratio"
SEVERITY = "warning"

_EVERY = lazily(
    r"(?<![0-9~∼.,])(?P<number>[1-9][0-9]{0,2})(?P<unit>초|분|시간) ?(?:간격|마다)(?:으로|에)?,? ?(?:[가-힣]{1,8} )?"
    r"(?:하루|일일|매일)(?:에)? ?(?:총 |모두 )?(?P<times>[1-9][0-9,]{0,6})(?:회|번|차례|편|건)"
)
_SECONDS = {"초": 1, "분": 60, "시간": 3600}
_DAY = 86400


def find(sheet: Sheet) -> Iterator[Hit]:
    """'N분 간격으로 하루 M회' around the clock; fewer times are told of what does not run at night."""
    for passage in sheet.of(PROSE):
        for found in _EVERY.finditer(passage.text) if "하루" in passage.text or "일일" in passage.text else ():
            worth = Decimal(_DAY) / (int(found["number"]) * _SECONDS[found["unit"]])
            times = int(found["times"].replace(",", ""))
            if times > worth + 1:
                start = passage.start + found.start("number")
                message = Message(
                    f"하루에 많아야 {worth.normalize():,f}회입니다.",
                    f"that is {worth.normalize():,f} times a day at the most.",
                )
                yield Hit(start, passage.start + found.end(), message)
