"""The Hangul spellings of places that are mistakes: a syllable misheard, or the Hanja in Korean reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.gazetteer import Place, by_hangul, places
from donghyang.language.misheard import misheard
from donghyang.language.ordinary import ordinary


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong Hangul form of a place."""

    form: str
    place: Place
    kind: str
    """reading (by the Korean sounds of the Hanja) or sound (a syllable misheard)."""
    alone: bool
    """Certain wherever it stands; else only before an administrative suffix or beside the right form."""


KOREAN_LACKS = frozenset("쟝챵쳥쥬쩐텐뚱쪄졘쌰젼쳰롱볜옌녠")
"""Syllables that Korean words do not have: with one of them a form is nothing but a name."""


@cache
def mistakes() -> dict[str, Mistake]:
    """Wrong forms of places; what is the right form of another place or an ordinary word is left out."""
    words = ordinary()
    right = set(by_hangul())
    unmistakable = {row[0] for row in tables.read(__package__, "unmistakable.tsv")}
    found: dict[str, Mistake] = {}
    for place in places():
        if place.reading and place.reading not in right:
            found.setdefault(place.reading, Mistake(place.reading, place, "reading", place.alone))
    for place in places():
        for form in misheard(place.hangul):
            if form in right or form in words or len(form) < 2:
                continue
            alone = len(form) > 2 or form in unmistakable or any(char in KOREAN_LACKS for char in form)
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
