"""Organisations that stand in a text under two readings of the same characters, none of which is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from donghyang.language import tables
from donghyang.language.hanja import read_as
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import reading_of
from donghyang.language.transliterate import syllable

_NAMED = lazily(rf"(?P<head>[가-힣]{{2,6}}?)(?P<tail>{tables.either(__package__, 'tails')})(?:{JOSA})?$")
_MOST = 200
"""How many names of one kind are held against one another; no report has more."""


def read_and_heard(words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, str, int]]:
    """Names in Korean reading whose sound stands elsewhere with the same tail: (start, form, other form, its start)."""
    kinds: dict[str, dict[str, int]] = {}
    places: dict[str, list[int]] = {}
    for start, word in words:
        if found := _NAMED.match(word):
            kinds.setdefault(found["tail"].removesuffix("교"), {}).setdefault(found["head"], start)
            places.setdefault(found["head"] + found["tail"], []).append(start)
    for tail, heads in kinds.items():
        some = list(heads)[:_MOST]
        for read in (head for head in some if len(head) <= 3):
            heard = next((other for other in some if other != read and _stands_for(other, read)), None)
            if heard is not None:
                forms = [form for form in (read + tail, read + tail + "교") if form in places]
                yield from ((start, form, heard + tail, heads[heard]) for form in forms for start in places[form])


def _stands_for(heard: str, read: str) -> bool:
    """Is there for every syllable of `read` a character so read in Korean whose Chinese sound stands in `heard`?

    At least two syllables must differ: one alone may be another name, unless a university is so called.
    """
    return _from(heard, read, 0) >= 2 or (heard, read) in _universities()


@cache
def _universities() -> frozenset[tuple[str, str]]:
    """Their names by sound and in Korean reading."""
    from donghyang.language.hanja import hangul_readings
    from donghyang.language.transliterate import transliterate

    return frozenset(
        (transliterate(name).hangul, first + second)
        for name in tables.words(__package__, "universities")
        for first in hangul_readings(name[0])
        for second in hangul_readings(name[1])
    )


def _from(heard: str, read: str, differing: int) -> int:
    """How many syllables differ when all can be paired; 0 when they cannot."""
    if not read:
        return 0 if heard else differing
    best = 0
    for length in (1, 2, 3):
        piece = heard[:length]
        if len(piece) == length and piece in _sounds(read[0]):
            best = max(best, _from(heard[length:], read[1:], differing + (piece != read[0])))
    return best


@lru_cache(maxsize=2048)
def _sounds(reading: str) -> frozenset[str]:
    """The Chinese sounds, in Hangul, of the usual characters that are so read in Korean."""
    usual = (char for char in read_as(reading) if _is_usual(char))
    return frozenset(sound for char in usual if (spoken := reading_of(char)) and (sound := syllable(spoken)))


def _is_usual(char: str) -> bool:
    """Whether the character set of Korea's standard KS X 1001 has it."""
    try:
        return bool(char.encode("euc_kr"))
    except UnicodeEncodeError:
        return False
