"""범위로 적은 등급이나 번호의 수가 다릅니다. | A range of letters or numbers holds another count than is said.

왜: 'A~D의 5개 등급'은 넷뿐이다.
Why: Grades A to D are four, whatever number stands behind.
Bad: 시설을 A~E의 4개 등급으로 나누고, ①~③의 4개 항목을 점검함
Good: 시설을 A~E의 5개 등급으로 나누고, ①~③의 3개 항목을 점검함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "letter-range"
CLASS = "count-list"
SEVERITY = "error"

_LADDERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "abcdefghijklmnopqrstuvwxyz",
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮",
    "가나다라마바사아자차카타파하",
)
_RANGE = lazily(
    r"(?<![A-Za-z0-9가-힣~-])(?P<first>[A-Za-z①-⑮가-하])(?:등급|급|형)?(?:~|부터 |에서 )"
    r"(?P<last>[A-Za-z①-⑮가-하])(?:등급|급|형)?(?:까지)?(?:의|까지의|로 나눈|,)?"
    r" ?(?:총 )?(?P<number>[2-9]|1[0-9])\s?(?:개|단계|등급|가지|종)"
    r"(?! ?(?:이상|이하|월|년))"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranges of one ladder with the count of its steps right behind."""
    for passage in sheet.of(KOREAN):
        for found in _RANGE.finditer(passage.text) if "~" in passage.text or "부터" in passage.text else ():
            steps = _steps(found["first"], found["last"])
            if steps > 1 and steps != int(found["number"]):
                start = passage.start + found.start("number")
                hit = (passage.start + found.start("first"), passage.start + found.start("number"))
                yield Hit(start, passage.start + found.end(), miscount(int(found["number"]), steps), (hit,))


def _steps(first: str, last: str) -> int:
    """How many steps a ladder has from one to the other; 0 when they are not of one ladder."""
    for ladder in _LADDERS:
        if first in ladder and last in ladder:
            return ladder.index(last) - ladder.index(first) + 1
    return 0
