"""앞선 것들의 수와 순위가 맞지 않습니다. | The rank is not the one that follows those named before it.

왜: 네 나라에 이었다면 다섯째이다.
Why: What comes after four is the fifth.
Bad: 로봇 밀도는 한국, 싱가포르, 독일, 일본에 이어 세계 4위
Good: 로봇 밀도는 한국, 싱가포르, 독일, 일본에 이어 세계 5위
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "followed-rank"
CLASS = "order"
SEVERITY = "error"

_NAME = "[가-힣A-Za-z]{2,30}"
_FOLLOWED = lazily(
    rf"(?<![가-힣A-Za-z])(?P<names>{_NAME}(?:, ?{_NAME}){{1,8}})(?:의 뒤를|에|의)? ?이어 "
    r"(?:(?:세계|전국|성내|아시아|국내|중국|전체) )?(?P<rank>[1-9][0-9]?)위"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A, B, C에 이어 N위' where N is not one more than there are names."""
    for passage in sheet.of(PROSE):
        if "이어 " not in passage.text or "위" not in passage.text:
            continue
        for found in _FOLLOWED.finditer(passage.text):
            number = found["names"].count(",") + 1
            if int(found["rank"]) == number + 1 or " 등" in found["names"]:
                continue
            start, end = passage.start + found.start("rank"), passage.start + found.end("rank") + 1
            message = Message(
                f"앞선 것이 {number}이므로 {number + 1}위입니다.", f"after {number} comes rank {number + 1}."
            )
            yield Hit(start, end, message)
