"""Whether a Korean word is one that anybody may write: an ordinary word of the language in some form of it, no name.

What a line says that its source does not, and that is no such word, may be a name that somebody has invented.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.hangul import is_syllable, split
from donghyang.language.hanja import read_as
from donghyang.language.particles import JOSA
from donghyang.language.pinyin import syllables
from donghyang.language.transliterate import syllable
from donghyang.language.words import words
from donghyang.verify.key import common_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = frozenset(("agency", "company", "document", "institution", "name", "outlet", "place", "policy", "technology"))
"""Kinds of the termbase that name one thing: that a word of them is known says nothing of whether it is meant."""
_LONGEST = 12
"""Syllables of a word of the vocabulary."""
_LONG = 4
"""Syllables of a word that is made of several: a name, or words of which the vocabulary would have one."""
_AFFIXES_AT_MOST = 2
"""Syllables that stand alone before, between or behind the words of one word (신, 형, 화)."""
_PARTICLES = re.compile(
    rf"(?:(?:{JOSA}|들|적|적인|적으로|히|라는|라고|이라는|이라고|이자|까지의|부터의|였다|이었다)){{0,3}}"
)

# Endings of verbs as letters of Hangul: they melt into the stem (하+ㅁ: 함, 마치+어: 마쳐, 늘리+었다: 늘렸다).
_JOINED = "ㅇ?[ㅓㅏㅕㅐㅘㅝㅙㅔ]"
"""어 and 아, alone or melted."""
_VOWELS = frozenset("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
_MELTED = {"ㅕ": "ㅣ", "ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅐ": "ㅏ", "ㅙ": "ㅚ", "ㅓ": "ㅡ", "ㅏ": "ㅡ"}
"""The vowel of a stem that an ending of 어 or 아 has melted with."""


@cache
def _ending() -> re.Pattern[str]:
    def spelled(listed: str) -> str:
        return "|".join(map(_letters, tables.words(__package__, listed)))

    soft = f"(?:ㅇㅡ)?(?:{spelled('endings_behind_eu')})"
    return re.compile(
        rf"{spelled('endings')}|{soft}|{_JOINED}(?:ㅅㅓ|ㄷㅗ|ㅇㅑ)?|{_JOINED}ㅆ(?:{spelled('endings_of_past')})"
    )


def _apart(char: str) -> str:
    return "".join(split(char)).replace("ㄻ", "ㄹㅁ") if is_syllable(char) else char


@cache
def _nouns() -> frozenset[str]:
    listed = {
        word for kind, row in tables.read(__package__, "vocabulary.tsv") if kind == "noun" for word in row.split()
    }
    terms = {part for word in words() if word.kind not in _NAMES for part in word.named.split()}
    named = {word.named for word in words() if word.kind in _NAMES} - common_nouns()
    return frozenset(word for word in (listed - named) | terms | common_nouns() if len(word) > 1)


@cache
def _verbs() -> frozenset[str]:
    rows = (row for kind, row in tables.read(__package__, "vocabulary.tsv") if kind == "verb")
    return frozenset(_letters(word) for row in rows for word in row.split())


@cache
def _light() -> frozenset[str]:
    """What makes a verb of a noun (하, 되)."""
    return frozenset(map(_letters, tables.words(__package__, "light_verbs")))


@cache
def _affixes() -> frozenset[str]:
    return frozenset(tables.words(__package__, "affixes"))


def is_ordinary(word: str, told: frozenset[int] = frozenset(), *, counted: bool = False) -> bool:
    """Whether a word of Hangul is made of ordinary words, of its letters that a source has (`told`), and of endings.

    `counted`: it stands right behind a figure, so that it may begin with what is counted.
    """
    if _is_verb(word, _verbs()):
        return True
    # How few affixes lead to each place in the word.
    reached = {0: 0 if not counted else -1}
    for at in range(len(word)):
        if at not in reached:
            continue
        if at and _is_tail(word[at:]):
            return True
        for end, cost in _steps(word, at, told):
            if reached[at] + cost <= _AFFIXES_AT_MOST:
                reached[end] = min(reached.get(end, _AFFIXES_AT_MOST), reached[at] + cost)
    return len(word) in reached


def is_noun(word: str) -> bool:
    """Whether the word as it stands is a noun of the vocabulary (포함, not 포함함)."""
    return word in _nouns()


def may_name(word: str, told: frozenset[int] = frozenset()) -> bool:
    """Whether what a source has not of a word can be a name: it sounds as Chinese does or as no word of Chinese origin
    is written, or it is a long word of which the source has nothing."""
    stem = word[: next((at for at in range(2, len(word)) if _is_tail(word[at:])), len(word))]
    rest = [char for at, char in enumerate(stem) if at not in told]
    if all(char in _spoken() for char in rest) or not all(map(read_as, rest)):
        return len(rest) > 1
    return len(rest) == len(stem) >= _LONG


@cache
def _spoken() -> frozenset[str]:
    """The syllables with which Chinese is spelled in Korean."""
    return frozenset(char for one in syllables() for char in syllable(one) or "")


def _steps(word: str, at: int, told: frozenset[int]) -> list[tuple[int, int]]:
    """Where a piece of the word that begins here may end, and whether it is an affix."""
    steps = [(at + 1, 0)] if at in told else [(at + 1, 1)] if word[at] in _affixes() else []
    return steps + [(end, 0) for end in range(at + 2, min(len(word), at + _LONGEST) + 1) if word[at:end] in _nouns()]


def _is_tail(rest: str) -> bool:
    """Whether it may stand behind a noun: particles, or the endings of a verb that a noun is made into."""
    return _PARTICLES.fullmatch(rest) is not None or _is_verb(rest, _light())


def _is_verb(word: str, stems: frozenset[str]) -> bool:
    """Whether it is a form of one of these verbs."""
    letters = _letters(word)
    return any(
        stem in stems
        for at in range(1, len(letters))
        if _ending().fullmatch(letters[at:])
        for stem in _stems(letters[:at], letters[at])
    )


def _stems(before: str, first: str) -> Iterator[str]:
    """What a verb's stem may be, by the letters before its ending and the first of that."""
    if first not in _VOWELS:
        yield before
    elif before[-1] not in _VOWELS:
        yield before + _MELTED.get(first, first)
        yield before + first
        yield before + "ㅡ"  # 커
        if before.endswith("ㄹㄹ"):  # 서둘러
            yield f"{before[:-1]}ㅡ"
        if before.endswith("ㅇ") and first == "ㅝ":  # 어려워
            yield f"{before[:-1]}ㅂ"


@cache
def _letters(word: str) -> str:
    return "".join(map(_apart, word))
