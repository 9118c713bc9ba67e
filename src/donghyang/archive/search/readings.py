"""How Chinese characters sound, and which forms a text ties together.

A word in Hangul or in pinyin finds the characters that it says. Characters never find other characters by their sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, product

from donghyang.archive.search.letters import cut, shown, squeezed
from donghyang.language.hanja import hangul_readings, initial_form
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import pinyin_of, syllables, toneless
from donghyang.language.transliterate import syllable
from donghyang.records import Fact, Name

_HAN = lazily("[一-鿿㐀-䶿]{2,}")
_SHORT_NAME = lazily(r"\(([A-Z][A-Za-z0-9-]{1,9})\)")
_NAME_BEFORE = lazily(r"[가-힣A-Za-z0-9·]+(?: [가-힣A-Za-z0-9·]+){0,2}$")
_REACH = 60
"""So many characters before a bracket may hold the name."""
_ENOUGH = 4
"""Syllables of a last word that can be a body's name alone: 유인우주비행공정판공실(CMSA)."""
_MOST_SYLLABLES = 8
_MOST_WAYS, _MOST_STEPS = 12, 400


def heard(cuts: Iterable[str]) -> str:
    """The runs of Hanzi of cut fields as they sound: in Hangul by the national rules, in Korean reading, in pinyin."""
    runs = dict.fromkeys(run for field in cuts for run in _HAN.findall(field))
    return "\n".join(" ".join(dict.fromkeys((spoken(run), read(run), pinyin(run)))) for run in runs)


@lru_cache(maxsize=4096)
def spoken(hanzi: str) -> str:
    """Hanzi in Hangul, syllable by syllable (深圳 선전); a character without reading is left out."""
    return "".join(syllable(one) or "" for one in pinyin_of(hanzi))


@lru_cache(maxsize=4096)
def read(hanzi: str) -> str:
    """Hanzi in their usual Korean readings (深圳 심천)."""
    found = [readings[0] for char in hanzi if (readings := hangul_readings(char))]
    return initial_form(found[0]) + "".join(found[1:]) if found else ""


@lru_cache(maxsize=4096)
def pinyin(hanzi: str) -> str:
    """Hanzi in pinyin without tones and spaces; ü is u."""
    return "".join(toneless(one) for one in pinyin_of(hanzi)).replace("ü", "u")


@lru_cache(maxsize=1024)
def said(latin: str) -> tuple[str, ...]:
    """What pinyin without spaces may be in Hangul (pengcheng 펑청); () for what is no pinyin of two syllables."""
    found: dict[str, None] = {}
    for way in _ways(latin.replace("ü", "u")):
        if len(way) > 1:
            hangul = [_hangul_of(one) for one in way]
            found |= dict.fromkeys("".join(each) for each in product(*hangul) if all(each))
    return tuple(found)[:_MOST_WAYS]


def _hangul_of(one: str) -> tuple[str, ...]:
    forms = dict.fromkeys(syllable(form) or "" for form in _spelled(one))
    return tuple(form for form in forms if form)


def _spelled(one: str) -> list[str]:
    """lu may stand for lü."""
    return [one, one.replace("u", "ü")] if one[0] in "ln" and one.endswith(("u", "ue")) else [one]


@cache
def _spelled_syllables() -> frozenset[str]:
    return frozenset(one.replace("ü", "u") for one in syllables())


def _ways(latin: str) -> list[tuple[str, ...]]:
    """Every way in which a word falls into Mandarin syllables; the longest first ones first."""
    known = _spelled_syllables()
    ways: list[tuple[str, ...]] = []
    open_: list[tuple[tuple[str, ...], str]] = [((), latin)]
    steps = 0
    while open_ and len(ways) < _MOST_WAYS and steps < _MOST_STEPS:
        steps += 1
        done, rest = open_.pop()
        if not rest:
            ways.append(done)
        elif len(done) < _MOST_SYLLABLES:
            open_ += [((*done, rest[:n]), rest[n:]) for n in range(1, 7) if rest[:n] in known and n <= len(rest)]
    return ways


def aliases(facts: Iterable[Fact], text: str) -> Iterator[tuple[str, str]]:
    """The squeezed forms that a shown text ties together by brackets, both ways round."""
    for fact in facts:
        if isinstance(fact, Name):
            yield from _both(fact.korean, fact.hanja)
    for found in _SHORT_NAME.finditer(text):
        before = _NAME_BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        if before:
            words = before[0].split()
            yield from _both(words[-1] if len(words[-1]) >= _ENOUGH else " ".join(words[-2:]), found[1])


def _both(one: str, other: str) -> Iterator[tuple[str, str]]:
    a, b = squeezed(cut(shown(one))), squeezed(cut(shown(other)))
    if len(a) > 1 and len(b) > 1 and a != b:
        yield from pairwise((a, b, a))
