"""분기나 반기가 함께 적은 달과 맞지 않습니다. | A quarter or a half of the year does not have the months beside it.

왜: 3분기는 7~9월이고, 9월은 하반기이다.
Why: The third quarter is July to September, and September is in the second half of the year.
Bad: 2024년 3분기(4~6월) 출하량은 90만 대이다.
Good: 2024년 3분기(7~9월) 출하량은 90만 대이다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "quarter-months"
CLASS = "date"
SEVERITY = "warning"

_BESIDE = lazily(
    r"(?:(?P<quarter>[1-4])(?:/4)?분기|(?P<half>[상하])반기)(?:\s?[(（]|인 )(?P<first>1[0-2]|[1-9])월?\s?"
    r"(?:[~∼–-]\s?(?P<last>1[0-2]|[1-9]))?월"
)
_OWN_YEAR = lazily(r"회계|결산|FY|학년도|일본|인도")
"""Where a year of business or of school may begin in another month."""
_NEAR = 40


def find(sheet: Sheet) -> Iterator[Hit]:
    """'3분기(4~6월)', '상반기인 9월'."""
    for passage in sheet.of(KOREAN):
        for found in _BESIDE.finditer(passage.text) if "기" in passage.text else ():
            number, size = (int(found["quarter"]), 3) if found["quarter"] else ("상하".index(found["half"]) + 1, 6)
            months = range((number - 1) * size + 1, number * size + 1)
            told = [int(month) for month in (found["first"], found["last"]) if month]
            near = passage.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            if all(month in months for month in told) or _OWN_YEAR.search(near):
                continue
            message = Message(f"{months[0]}~{months[-1]}월입니다.", f"that is months {months[0]} to {months[-1]}.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
