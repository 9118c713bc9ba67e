"""Offices and professions: what shows that a name is a person's."""

from __future__ import annotations

from donghyang.check.names.pairs import Pair
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily

_OFFICE = lazily(tables.either(__package__, "offices"))


_BESIDE = lazily(rf"(?:{tables.either(__package__, 'offices')})(?:인|이자)? ?$")


def titled_beside(sheet: Sheet, pair: Pair) -> bool:
    """Does it stand so near that it is the name's own: no particle between, and no noun?"""
    if _BESIDE.search(sheet.text[max(0, pair.start - 16) : pair.start].replace("\n", " ")):
        return True
    found = _OFFICE.search(sheet.text[pair.whole[1] : pair.whole[1] + 12].split("\n")[0])
    return found is not None and found.start() <= _NEXT


_NEXT = 6
"""So near behind the bracket the office begins: ' 수석 연구원'."""


def titled(sheet: Sheet, pair: Pair) -> bool:
    """Does an office or a profession stand right before or behind the name?"""
    before = sheet.text[max(0, pair.start - 16) : pair.start].rpartition("\n")[2]
    behind = sheet.text[pair.whole[1] : pair.whole[1] + 24].partition("\n")[0]
    return _OFFICE.search(f"{before} {behind}") is not None
