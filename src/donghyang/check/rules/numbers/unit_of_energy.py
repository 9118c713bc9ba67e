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

_POWER = r"(?P<unit>[kMGT]W|㎾|㎿|킬로와트|메가와트|기가와트)(?![A-Za-z0-9/·㎾]|시(?!설)|급| 급)"
_ENERGY = r"(?P<unit>(?:[kMGT]W|㎾|㎿)h)(?![A-Za-z0-9/·])"
_NUMBER = r"(?>[0-9][0-9,.]*)(?: ?[천만억조][0-9,.]*)* ?"
_SAID = r"(?:은|는|이|가|을|를)?:? ?(?:약 |총 |각각 |최대 )*"
_HEADED = lazily(rf"(?:발전량|전력 ?소비량|전력 ?사용량|전력량)\s?[(（](?:[만억] ?)?{_POWER}[)）]")
_YEARLY = lazily(
    rf"(?:연간|해마다|매년|하루|매일|연평균)(?: 약)? ?{_NUMBER}{_POWER}"
    r"(?:의)? ?(?:전력|전기)을?를? (?:생산|공급|발전|소비|사용)"
)
_GENERATED = lazily(
    rf"(?:1년|한 해|연간|해마다|매년|하루|한 달|연|매일)(?:에|간|에는)?,? [^0-9.,;]{{0,14}}(?:만드는|"
    rf"생산하는|만들어 내는|쓰는|소비하는|공급하는|생산되는|쓰이는) "
    rf"(?:전력|전기)(?:량)?[은는이가]? (?:약 )?{_NUMBER}{_POWER}"
)
_AMOUNT = lazily(
    r"(?:발전량|전력 ?소비량|전력 ?사용량|전력량|저장 ?용량|저장량|(?:배터리|전지|축전지)(?:의)? ?용량|"
    r"에너지 ?용량|충전량|방전량)"
    rf"{_SAID}{_NUMBER}{_POWER}"
)
_CAPACITY = lazily(
    rf"(?:설비 ?용량|발전 ?용량|정격 ?출력|최대 ?출력|발전 ?출력|정격 ?용량|설비 ?규모|"
    rf"(?<![가-힣])출력){_SAID}{_NUMBER}{_ENERGY}"
)
"""What a plant can do, told in a unit of energy."""
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
        if not any(sign in passage.text for sign in ("W", "㎾", "㎿", "와트")):
            continue
        for found in _CAPACITY.finditer(passage.text):
            right = found["unit"].removesuffix("h")
            message = Message(f"설비용량과 출력은 '{right}'로 셉니다.", f"capacity is counted in '{right}'.")
            yield Hit(passage.start + found.start("unit"), passage.start + found.end("unit"), message)
        for pattern in (_HEADED, _YEARLY, _GENERATED, _AMOUNT):
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
