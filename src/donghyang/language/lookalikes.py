"""Characters that are taken for one another: of the same sound, of the same Korean reading, or alike to the eye."""

from __future__ import annotations

from functools import cache, lru_cache

from donghyang.language import tables
from donghyang.language.hanja import hangul_readings
from donghyang.language.nearness import one_apart
from donghyang.language.pinyin import further_readings, reading_of, toneless
from donghyang.language.script import simplify


@lru_cache(maxsize=4096)
def _sounds(char: str) -> frozenset[str]:
    usual = reading_of(char)
    return frozenset((*([toneless(usual)] if usual else []), *further_readings(char)))


def sound_alike(a: str, b: str) -> bool:
    """Do two characters share a Mandarin sound, tones aside (候, 侯)?"""
    return bool(_sounds(a) & _sounds(b))


def misconverted(hanja: str, right: str) -> bool:
    """Is `hanja` the name `right` with one other character of the same sound or the same Korean reading in it?"""
    apart = _one_apart(hanja, right)
    return apart is not None and (
        sound_alike(*apart) or not set(hangul_readings(apart[0])).isdisjoint(hangul_readings(apart[1]))
    )


def _one_apart(hanja: str, right: str) -> tuple[str, str] | None:
    """The one character in which two names of the same length differ; None for names of one character."""
    return one_apart(simplify(hanja), simplify(right)) if len(hanja) > 1 else None


def look_alike(a: str, b: str) -> bool:
    """Are two different characters alike to the eye (壁, 璧)?"""
    one, two = simplify(a), simplify(b)
    return one != two and two in _alike().get(one, "")


@cache
def _alike() -> dict[str, str]:
    found: dict[str, str] = {}
    for (group,) in tables.read(__package__, "lookalikes.tsv"):
        for char in group:
            found[char] = found.get(char, "") + group
    return found


def misread(hanja: str, right: str) -> bool:
    """Is `hanja` the name `right` with one other character that looks like it in it (义鸟, 义乌)?"""
    apart = _one_apart(hanja, right)
    return apart is not None and look_alike(*apart)
