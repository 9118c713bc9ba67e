"""The gazetteer, and the Hangul spellings of its places that are mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from donghyang.check.data import read_table
from donghyang.language.misheard import misheard


@dataclass(frozen=True, slots=True)
class Place:
    """One place of China."""

    level: str
    """municipality, province, city, district, county, zone or region."""
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
        for level, hanzi, hangul, parent, accepted, reading, safe in read_table("places.tsv")
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
    forms = [(form, place) for place in places() for form in (place.hangul, place.accepted) if form]
    return _grouped(forms)


@cache
def by_reading() -> dict[str, tuple[Place, ...]]:
    """Places by their Korean reading, where that is a mistake."""
    return _grouped((place.reading, place) for place in places() if place.reading)


def _grouped(pairs: Iterator[tuple[str, Place]] | list[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return {key: tuple(group) for key, group in found.items()}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong Hangul form of a place."""

    form: str
    place: Place
    kind: str
    """reading (by the Korean sounds of the Hanja) or sound (a syllable misheard)."""
    alone: bool
    """Certain wherever it stands; else only before an administrative suffix or beside the right form."""


_KOREAN_LACKS = frozenset("쟝챵쳥쥬쩐텐뚱쪄졘쌰젼쳰퀴롱볜옌녠")
"""Syllables that Korean words do not have: with one of them a form is nothing but a name."""


@cache
def mistakes() -> dict[str, Mistake]:
    """Wrong forms of places; what is the right form of another place or an ordinary word is left out."""
    ordinary = {row[0] for row in read_table("ordinary.tsv")}
    right = set(by_hangul())
    unmistakable = {row[0] for row in read_table("unmistakable.tsv")}
    found: dict[str, Mistake] = {}
    for place in places():
        if place.reading and place.reading not in right:
            found.setdefault(place.reading, Mistake(place.reading, place, "reading", place.alone))
    for place in places():
        for form in misheard(place.hangul):
            if form in right or form in ordinary or len(form) < 2:
                continue
            alone = len(form) > 2 or form in unmistakable or any(char in _KOREAN_LACKS for char in form)
            found.setdefault(form, Mistake(form, place, "sound", alone))
    return found


def misnamed(word: str) -> Mistake | None:
    """The longest wrong form of a place that begins a word; None when the word begins with a right one as long."""
    for length in _lengths():
        head = word[:length]
        if len(head) == length and head in by_hangul():
            return None
        if len(head) == length and head in mistakes():
            return mistakes()[head]
    return None


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in mistakes()}, reverse=True))
