"""Places of China: their names, what they lie in, and the official table of divisions below them.

The table of divisions is read only when a text asks where a place lies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables


@dataclass(frozen=True, slots=True)
class Place:
    """One place of China."""

    level: str
    """municipality, province, city, district, county (a city of that level), rural (a county), zone or region."""
    hanzi: str
    hangul: str
    parent: str
    """Hanzi of what it lies in, "" for the highest level."""
    accepted: str
    """Another Hangul form in accepted use, "" when there is none."""
    reading: str
    """Its Korean reading where that is a mistake in a text that writes places by sound."""
    alone: bool
    """Whether the reading is a mistake wherever it stands, not only before 성, 시 or 구."""


@cache
def places() -> tuple[Place, ...]:
    """Every place, in the order of the table."""
    return tuple(
        Place(level, hanzi, hangul, parent, _cell(accepted), _cell(reading), safe == "alone")
        for level, hanzi, hangul, parent, accepted, reading, safe in tables.read(__package__, "places.tsv")
    )


def _cell(value: str) -> str:
    return "" if value == "-" else value


@cache
def by_hanzi() -> dict[str, tuple[Place, ...]]:
    """Places by their simplified name."""
    return _grouped((place.hanzi, place) for place in places())


@cache
def by_hangul() -> dict[str, tuple[Place, ...]]:
    """Places by their right Hangul form, the accepted one included."""
    return _grouped((form, place) for place in places() for form in (place.hangul, place.accepted) if form)


@cache
def by_reading() -> dict[str, tuple[Place, ...]]:
    """Places by their Korean reading, where that is a mistake."""
    return _grouped((place.reading, place) for place in places() if place.reading)


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return {key: tuple(group) for key, group in found.items()}


_HOLDS = frozenset({"province", "municipality", "city", "prefecture"})
_UNLISTED = frozenset({"台湾", "香港", "澳门"})
"""Their districts are in neither table."""


@cache
def divisions() -> tuple[Place, ...]:
    """The divisions that stand beside the places, in the order of their table."""
    return tuple(
        Place(level, hanzi, hangul, parent, "", "", alone=False)
        for level, hanzi, hangul, parent in tables.read(__package__, "divisions.tsv")
    )


@cache
def _beside() -> dict[str, tuple[Place, ...]]:
    """The divisions that the gazetteer leaves out, by Hangul and by Hanzi."""
    return _grouped((name, place) for place in divisions() for name in (place.hangul, place.hanzi))


@cache
def counties() -> dict[str, tuple[Place, ...]]:
    """The counties (县) by their Hangul form, without 현: few are known without it, so they stand apart."""
    return _grouped(
        (hangul, Place("rural", hanzi, hangul, parent, "", "", alone=False))
        for hanzi, hangul, parent in tables.read(__package__, "counties.tsv")
    )


@cache
def counties_written() -> dict[str, tuple[Place, ...]]:
    """The counties (县) by their simplified name, without 县."""
    return _grouped((place.hanzi, place) for group in counties().values() for place in group)


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


def province_of(hanzi: str) -> str:
    """The province or municipality, simplified, in which the place of that name lies (the highest one, else the first
    listed; 浦东 for 浦东新区); itself for a province; "" for a name that is no place."""
    found = sorted(written(hanzi) or written(hanzi + "新区"), key=lambda place: bool(place.parent))
    place = found[0] if found else None
    while place and (above := home(place)):
        place = above
    return place.hanzi if place else ""


def within(place: Place, holder: Place) -> bool:
    """Does a place lie in another, directly or through its city?"""
    above = (higher for higher in written(place.parent) if higher.level in _HOLDS)
    return place.parent == holder.hanzi or any(higher.parent == holder.hanzi for higher in above)


@cache
def forms_within(holder: Place) -> frozenset[str]:
    """Every form, in Hangul or characters, that a place of that name or one that lies in it has."""
    return frozenset(
        form
        for known in (by_hangul(), by_hanzi(), _beside())
        for form, named in known.items()
        if any(place.hanzi == holder.hanzi or within(place, holder) for place in named)
    )


@cache
def homographs() -> frozenset[str]:
    """Forms that are also Korean words: a place only with its rank behind them."""
    return frozenset(row[0] for row in tables.read(__package__, "homographs.tsv"))


@cache
def everyday() -> frozenset[str]:
    """Those of the homographs that are no place right behind the name of a province either (후난성 지난해)."""
    return frozenset(row[0] for row in tables.read(__package__, "homographs.tsv") if row[1:] == ("word",))


@cache
def capital_of() -> dict[str, str]:
    """The seat of government by province, both simplified."""
    return {row[0]: row[1] for row in tables.read(__package__, "capitals.tsv")}


@cache
def korean_places() -> frozenset[str]:
    """The cities and counties of Korea, without their rank."""
    return frozenset(name for _, names in tables.read(__package__, "korean_places.tsv") for name in names.split())
