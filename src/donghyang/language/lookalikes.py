"""Characters that are taken for one another: of the same sound, of the same Korean reading, or alike to the eye."""

from __future__ import annotations

from functools import cache, lru_cache

from donghyang.language import tables
from donghyang.language.hanja import hangul_readings
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
    one, two = simplify(hanja), simplify(right)
    if len(one) != len(two) or len(one) < 2:
        return False
    apart = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    return sound_alike(a, b) or bool(set(hangul_readings(a)) & set(hangul_readings(b)))


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
    one, two = simplify(hanja), simplify(right)
    apart = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) > 1 and len(apart) == 1 and look_alike(*apart[0])
