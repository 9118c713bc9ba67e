"""전력량의 단위에 시간이 빠졌습니다. | Energy stands in a unit of power.

왜: 발전량과 전력 소비량은 kWh로 재고, kW는 설비용량의 단위이다.
Why: What is generated or used is counted in kWh; kW is what a plant can do.
Bad: 완공되면 해마다 48억 kW의 전력을 생산하고, 설비용량은 250만 kW에 이름
Good: 완공되면 해마다 48억 kWh의 전력을 생산하고, 설비용량은 250만 kW에 이름
Options: 없음 (none)
"""

from __future__ import annotations

import re
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
_FROM_PLANTS = lazily(rf"(?:연간|해마다|매년|연평균)(?: 약)? ?{_NUMBER}{_POWER}[을를] (?:생산|발전|공급)")
_PLANT = lazily(r"발전소|발전 ?단지|원전|풍력|태양광|태양열|수력")
_MADE = lazily(r"모듈|패널|셀|웨이퍼|배터리|전지|터빈|발전기|전해조|인버터|공장|생산라인|장비|설비를 생산")
"""What is made by the kilowatt: a year's output of a factory is power."""
_DENSITY = lazily(
    rf"(?:(?P<energy>에너지 ?밀도)|(?:출력|동력) ?밀도)(?:{_SAID}{_NUMBER}|\s?[(（])"
    r"(?P<unit>k?W(?P<h>h)?/(?:kg|L|l|ℓ))(?![A-Za-z0-9])"
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
            yield _counted_in(passage, found, found["unit"].removesuffix("h"), "설비용량과 출력은", "capacity")
        for pattern in (_HEADED, _YEARLY, _GENERATED, _AMOUNT):
            for found in pattern.finditer(passage.text):
                yield _counted_in(passage, found, f"{found['unit']}h", "전력량은", "energy")
        yield from _density(passage)
        yield from _from_plants(sheet, passage)
        yield from _storage(passage)
        for found in _TURNED.finditer(passage.text):
            if bool(found["h"]) != bool(found["to"]):
                message = Message("출력(W)과 전력량(Wh)이 섞였습니다.", "power (W) and energy (Wh) are mixed.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _counted_in(passage: Passage, found: re.Match[str], right: str, korean: str, english: str) -> Hit:
    """Says in which unit is counted what the two topics name."""
    start, end = found.span("unit")
    message = Message(f"{korean} '{right}'로 셉니다.", f"{english} is counted in '{right}'.")
    return Hit(passage.start + start, passage.start + end, message)


def _density(passage: Passage) -> Iterator[Hit]:
    """An energy density in W/kg, a power density in Wh/kg."""
    for found in _DENSITY.finditer(passage.text):
        if (found["energy"] is None) == (found["h"] is None):
            continue
        per = found["unit"].partition("/")
        right = f"{per[0].removesuffix('h')}{'h' if found['energy'] else ''}/{per[2]}"
        yield _counted_in(passage, found, right, f"{'에너지' if found['energy'] else '출력'} 밀도는", "it")


def _from_plants(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    """What plants generate in a year, told in kW; what factories make may be."""
    found_here = list(_FROM_PLANTS.finditer(passage.text))
    if not found_here:
        return
    about = sheet.articles[passage.article].text(("headline", "lead")) if passage.article is not None else ""
    told = f"{about}\n{passage.text}"
    if _MADE.search(told) or not _PLANT.search(told):
        return
    for found in found_here:
        yield _counted_in(passage, found, f"{found['unit']}h", "전력량은", "energy")


def _storage(passage: Passage) -> Iterator[Hit]:
    for found in _STORAGE.finditer(passage.text) if _STORED.search(passage.text) else ():
        if float(found["power"].replace(",", "")) < float(found["energy"].replace(",", "")):
            message = Message(f"전력량은 '{found['unit']}h'로 셉니다.", f"energy is counted in '{found['unit']}h'.")
            yield Hit(passage.start + found.start(), passage.start + found.end(), message)
