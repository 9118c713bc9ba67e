"""Offices and professions: what shows that a name is a person's."""

from __future__ import annotations

import re

from donghyang.check.names.pairs import Pair
from donghyang.check.sheet.sheet import Sheet

_OFFICE = re.compile(
    r"주임|부장|국장|원장|소장|회장|총재|총리|주석|서기|성장|시장|교수|원사|연구원|박사|대표|총장|총경리|사장|학자|과학자|"
    r"위원|선수|기자|작가|비서장|창업자|설립자|이사장|감독|우주비행사|연구팀|엔지니어|대변인|처장|청장|센터장|차관|장관|부주임|CEO|CTO"
)


def titled(sheet: Sheet, pair: Pair) -> bool:
    """Does an office or a profession stand right before or behind the name?"""
    around = sheet.text[max(0, pair.start - 16) : pair.start] + " " + sheet.text[pair.whole[1] : pair.whole[1] + 24]
    return _OFFICE.search(around.replace("\n", " ")) is not None
