"""Where a place of China lies: the gazetteer and the table of divisions together, read only when a text asks."""

from __future__ import annotations

from functools import cache

from donghyang.check.data import read_table
from donghyang.language.gazetteer import Place, by_hangul, by_hanzi

_HOLDS = frozenset({"province", "municipality", "city", "prefecture"})
_UNLISTED = frozenset({"台湾", "香港", "澳门"})
"""Their districts are in neither table."""


@cache
def _divisions() -> tuple[Place, ...]:
    return tuple(
        Place(level, hanzi, hangul, parent, "", "", alone=False)
        for level, hanzi, hangul, parent in read_table("divisions.tsv")
    )


@cache
def _beside() -> dict[str, tuple[Place, ...]]:
    """The divisions that the gazetteer leaves out, by Hangul and by Hanzi."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in _divisions():
        for name in (place.hangul, place.hanzi):
            found[name] = (*found.get(name, ()), place)
    return found


def called(hangul: str) -> tuple[Place, ...]:
    """Every place with that Hangul form, () when there is none."""
    return by_hangul().get(hangul, ()) + _beside().get(hangul, ())


def written(hanzi: str) -> tuple[Place, ...]:
    """Every place with that simplified name, () when there is none."""
    return by_hanzi().get(hanzi, ()) + _beside().get(hanzi, ())


def holders(hangul: str) -> tuple[Place, ...]:
    """The provinces and cities of that name whose cities and districts are known."""
    return tuple(
        place for place in called(hangul) if place.level in _HOLDS and not {place.hanzi, place.parent} & _UNLISTED
    )


def home(place: Place) -> Place | None:
    """What a place lies in, None for the highest level."""
    return next((above for above in written(place.parent) if above.level in _HOLDS and above != place), None)


def within(place: Place, holder: Place) -> bool:
    """Does a place lie in another, directly or through its city?"""
    above = (higher for higher in written(place.parent) if higher.level in _HOLDS)
    return place.parent == holder.hanzi or any(higher.parent == holder.hanzi for higher in above)


@cache
def homographs() -> frozenset[str]:
    """Forms that are also Korean words: a place only with its rank behind them."""
    return frozenset(row[0] for row in read_table("homographs.tsv"))
