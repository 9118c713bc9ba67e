"""What is done to a thing, as Korean says it of that thing and of how many there are of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.fitting import fitted
from donghyang.draft.prose import WHOLE
from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Token


def fitting(thing: str, korean: str, behind: Sequence[Token]) -> tuple[str, str]:
    """What is done to a thing as Korean says it of that thing; "" where Korean does not do it."""
    if korean == "제시" and thing.endswith(_GIVEN):
        return thing, ""  # 作出贡献: it is made, and not put forward
    if behind[-1].zh == _WORK and korean in _CARRIED_ON and thing.endswith(_OF_WORK):
        # 推进城市更新工作: what is done is named already.
        thing = thing.removesuffix(_OF_WORK)
    if korean.endswith(_SET_UP):
        # 建成5G基站数374.8万个: the sites are built, not their number.
        thing = _NUMBER_OF.sub(r"\1 ", thing)
    if thing.endswith(f" {korean}"):
        # 加强能力建设: 역량 강화
        thing = thing.removesuffix(f" {korean}")
    if korean == "확대" and thing.endswith(_FORCE):
        # 加大建设力度
        return thing.removesuffix(_FORCE), "강화"
    if korean == "개선" and thing.endswith(_OF_BUILDING):
        # 完善体系建设: what is bettered is the system.
        return thing.removesuffix(_OF_BUILDING), korean
    if korean in ("달성", "실현") and thing.endswith(" 돌파"):
        # 取得关键突破
        return f"{thing}구", "마련"
    if korean in ("촉진", "추진") and thing.endswith("돌파구"):
        return f"{thing} 마련", korean
    named = [word.zh.rstrip("》") for word in behind if not word.has("quantity", "adv", "level")] or [behind[-1].zh]
    fund = next((word for word in named[-2:] if word.endswith(_FUNDS)), named[-1])
    return thing, fitted("act", korean, thing, fund)


_FORCE = " 강도"
_GIVEN = ("공헌", "기여", "시범", "선도", "노력")
_SET_UP = tables.words(__package__, "set_up")
_NUMBER_OF = re.compile(r"(?<=[가-힣])( (?:총)?)수 (?=\d\S*(?: \S+)?$)")
_CARRIED_ON = frozenset(tables.words(__package__, "carried_on"))
_WORK, _OF_WORK = "工作", " 업무"
_OF_BUILDING = " 건설"
_FUNDS = tuple(tables.words(__package__, "funds"))


def is_second_deed(thing: str, korean: str) -> bool:
    """优化布局、提质增效: is the last of a row done besides, and the deed not done to it?"""
    return _SECOND_DEED.search(thing) is not None and korean not in WHOLE


_SECOND = tables.either(__package__, "second_deeds")
_SECOND_DEED = re.compile(rf"(?:[·,] ?| 및 )(?:(?:[^·, ]| (?!및 ))*(?:{_SECOND})$|(?:{_SECOND}) )")


def in_all(thing: str, manner: str, korean: str) -> tuple[str, str, str]:
    """累计培育工厂8336家: 공장 누적 8,336개 육성; the thing, the manner and the verb."""
    amount = (
        _FIRST_OF_ROW.search(thing) or _SO_MANY.search(thing) if _IN_ALL in (manner, korean.partition(" ")[0]) else None
    )
    if amount is None:
        return thing, manner, korean
    summed = f"{thing[: amount.start()]}{_IN_ALL} {thing[amount.start() :]}"
    return summed, "" if manner == _IN_ALL else manner, korean.removeprefix(f"{_IN_ALL} ")


_IN_ALL = "누적"
_NUMBER = r"(?<![^ ])(?<![만억조] )\d[\d,.조억만]*+(?: \d[\d,.조억만]*+){0,3}"
_AMOUNT = rf"{_NUMBER}[^\s·,]{{0,4}}(?: [^\s·,]{{1,4}})?(?: 이상| 초과)?"
_SO_MANY = re.compile(f"{_AMOUNT}$")
_FIRST_OF_ROW = re.compile(f"{_AMOUNT}(?=[·,].* \\d[\\d,.조억만]*)")
"""累计培育甲14万家、乙1.46万家: in all stands in front of the first."""
