"""이름의 번호와 한자의 번호가 다릅니다. | The number in a name is not the one in its characters.

왜: 환류 3호(環流二號)는 어느 쪽이 맞는지 알 수 없다. 둘 중 하나는 다른 장치의 번호이다.
Why: With 3 in Hangul and 二 in Hanja nobody can tell which is meant; one is the number of another thing.
Bad: 가온 3호(加溫二號)가 시험을 마침
Good: 가온 3호(加溫三號)가 시험을 마침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "numbered-name"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_NUMBERED = lazily(
    r"(?P<number>[1-9][0-9]?)\s?(?:호기?|기|단계|차|세대)\s?[(（][㐀-鿿]{0,8}?(?P<digits>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[號号][)）]"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """'N호(…M號)' where the two numbers differ."""
    for passage in sheet.of(KOREAN):
        for found in _NUMBERED.finditer(passage.text):
            number = read_zh(found["digits"])
            if number and number != int(found["number"]):
                start = passage.start + found.start()
                message = Message(f"한자로는 {number}번입니다.", f"the characters say {number}.")
                yield Hit(start, passage.start + found.end(), message)
