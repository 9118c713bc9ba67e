"""전력량의 단위에 시간이 빠졌습니다. | Energy stands in a unit of power.

왜: 발전량과 전력 소비량은 kWh로 재고, kW는 설비용량의 단위이다.
Why: What is generated or used is counted in kWh; kW is what a plant can do.
Bad: 완공되면 해마다 48억 kW의 전력을 생산하고, 설비용량은 250만 kW에 이름
Good: 완공되면 해마다 48억 kWh의 전력을 생산하고, 설비용량은 250만 kW에 이름
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "unit-of-energy"
CLASS = "unit"
SEVERITY = "warning"

_POWER = r"(?P<unit>[kMGT]W)(?![A-Za-z0-9/·])"
_NUMBER = r"[0-9][0-9,.]*(?: ?[천만억])* ?"
_HEADED = lazily(rf"(?:발전량|전력 ?소비량|전력 ?사용량|전력량)\s?[(（](?:[만억] ?)?{_POWER}[)）]")
_YEARLY = lazily(
    rf"(?:연간|해마다|매년|하루|매일|연평균)(?: 약)? ?{_NUMBER}{_POWER}"
    r"(?:의)? ?(?:전력|전기)을?를? (?:생산|공급|발전|소비|사용)"
)
_AMOUNT = lazily(rf"(?:발전량|전력 ?소비량|전력 ?사용량)[은는이]? (?:약 |총 )?{_NUMBER}{_POWER}")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Heads and sentences that count what is generated in kW."""
    for passage in sheet.of(KOREAN):
        if "W" not in passage.text:
            continue
        for pattern in (_HEADED, _YEARLY, _AMOUNT):
            for found in pattern.finditer(passage.text):
                unit = found["unit"]
                message = Message(f"전력량은 '{unit}h'로 셉니다.", f"energy is counted in '{unit}h'.")
                yield Hit(passage.start + found.start("unit"), passage.start + found.end("unit"), message)
