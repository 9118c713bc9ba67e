"""연산 성능을 바이트로 적었습니다. | Computing power is given in bytes.

왜: 바이트는 저장량의 단위이고, 연산 성능은 FLOPS로 잰다.
Why: Bytes measure storage; computing power is measured in FLOPS.
Bad: 컴퓨팅 성능은 초당 300엑사바이트에 달함
Good: 컴퓨팅 성능은 300EFLOPS, 저장 용량은 300엑사바이트에 달함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._bytes import in_bytes
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "computing-bytes"
CLASS = "unit"
SEVERITY = "warning"

_COMPUTING = lazily(
    r"(?:컴퓨팅|연산|계산|슈퍼컴퓨터)[가-힣 ]{0,12}(?:성능|파워|능력|역량|규모|속도)|컴퓨팅 파워|연산력|算力"
)
_STORING = lazily(r"메모리|저장|스토리지|용량|디스크|데이터(?!센터| 센터)|대역폭|전송|통신 속도")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures in bytes in lines on computing power that say nothing of storing or sending."""
    for passage in sheet.of(KOREAN):
        found = [match for match, is_known in in_bytes(passage) if is_known]
        if found and _COMPUTING.search(passage.text) and not _STORING.search(passage.text):
            for match in found:
                yield Hit(passage.start + match.start(), passage.start + match.end(), _MESSAGE)


_MESSAGE = Message(
    "바이트는 저장량의 단위이고, 연산 성능은 FLOPS로 잽니다.", "bytes measure storage; computing power is in FLOPS."
)
