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
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "unit-of-energy"
CLASS = "unit"
SEVERITY = "warning"

_POWER = r"(?P<unit>[kMGT]W)(?![A-Za-z0-9/·])"
_NUMBER = r"(?>[0-9][0-9,.]*)(?: ?[천만억])* ?"
_HEADED = lazily(rf"(?:발전량|전력 ?소비량|전력 ?사용량|전력량)\s?[(（](?:[만억] ?)?{_POWER}[)）]")
_YEARLY = lazily(
    rf"(?:연간|해마다|매년|하루|매일|연평균)(?: 약)? ?{_NUMBER}{_POWER}"
    r"(?:의)? ?(?:전력|전기)을?를? (?:생산|공급|발전|소비|사용)"
)
_AMOUNT = lazily(rf"(?:발전량|전력 ?소비량|전력 ?사용량)[은는이]? (?:약 |총 )?{_NUMBER}{_POWER}")
_STORAGE = lazily(
    r"(?<![0-9,.])(?P<power>[0-9][0-9,.]*) ?(?P<unit>[kMG]W)/(?P<energy>[0-9][0-9,.]*) ?(?P=unit)(?![A-Za-z])"
)
"""A storage plant by its power and its energy: 100MW/400MWh."""
_STORED = lazily(r"저장|전지|배터리|방전|ESS|양수")
_TURNED = lazily(
    rf"(?<![0-9,.]){_NUMBER}(?P<from>[kMG]W)(?P<h>h)?에서 (?:약 )?{_NUMBER}(?P=from)(?P<to>h)?(?![A-Za-z])"
)


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
        yield from _storage(passage)
        for found in _TURNED.finditer(passage.text):
            if bool(found["h"]) != bool(found["to"]):
                message = Message("출력(W)과 전력량(Wh)이 섞였습니다.", "power (W) and energy (Wh) are mixed.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _storage(passage: Passage) -> Iterator[Hit]:
    for found in _STORAGE.finditer(passage.text) if _STORED.search(passage.text) else ():
        if float(found["power"].replace(",", "")) < float(found["energy"].replace(",", "")):
            message = Message(f"전력량은 '{found['unit']}h'로 셉니다.", f"energy is counted in '{found['unit']}h'.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
