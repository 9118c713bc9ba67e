"""Offices and professions: what shows that a name is a person's."""

from __future__ import annotations

from donghyang.check.names.pairs import Pair
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily

_OFFICE = lazily(tables.either(__package__, "offices"))


def titled(sheet: Sheet, pair: Pair) -> bool:
    """Does an office or a profession stand right before or behind the name?"""
    around = sheet.text[max(0, pair.start - 16) : pair.start] + " " + sheet.text[pair.whole[1] : pair.whole[1] + 24]
    return _OFFICE.search(around.replace("\n", " ")) is not None
