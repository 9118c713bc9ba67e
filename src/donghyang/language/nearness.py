"""How near two spellings or two texts are: letters, sounds, shared stretches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from donghyang.language.hangul import is_syllable, split


def letters(text: str) -> str:
    """The text without white space, marks and quotes, Latin letters in lower case: what two spellings must share."""
    return re.sub(r"[\W_]+", "", text).lower()


_COMPARED = 200
"""Letters of a text that `ratio` compares: time grows with their square, and no title is longer."""


def ratio(one: str, other: str, least: float = 0.0) -> float:
    """How much two titles or names share of their letters, in order: 0 to 1; 1 for two without letters.

    Where it must be below `least`, 0 comes back, which is found out sooner.
    """
    a, b = letters(one)[:_COMPARED], letters(other)[:_COMPARED]
    if a == b:
        return 1.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=1024)
def pairs(text: str) -> frozenset[str]:
    """The letters of `text` by twos; none for a text of one letter."""
    bare = letters(text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))


@lru_cache(maxsize=4096)
def pair_counts(text: str) -> Counter[str]:
    """How often each two letters follow one another in `text`; of a text of one letter that letter, of none ""."""
    bare = letters(text)
    return Counter(bare[at : at + 2] for at in range(len(bare) - 1)) or Counter([bare])


def pair_ratio(one: str, other: str) -> float:
    """How much two texts of any length share, by their pairs of letters wherever they stand: 0 to 1."""
    if one == other:
        return 1.0
    a, b = pair_counts(one), pair_counts(other)
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


_WORD = re.compile(r"[a-z0-9]+|[^\W\d_a-z]", re.IGNORECASE)


def threes(text: str) -> set[tuple[str, str, str]]:
    """The words of a text by threes, which two texts seldom share by chance; a character that is no Latin letter is a
    word. None for a text of two words."""
    words = _WORD.findall(text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def threes_ratio(one: str, other: str) -> float:
    """How much two texts share by their threes of words: 0 to 1; 0 for two without any."""
    a, b = threes(one), threes(other)
    return 2 * len(a & b) / max(1, len(a) + len(b))


def one_open(word: str) -> Iterator[str]:
    """The forms of a word with one syllable left open, from the first to the last: two words that differ in one
    syllable, and there only, have one of them in common."""
    return (f"{word[:at]}_{word[at + 1 :]}" for at in range(len(word)))


def one_out(word: str) -> Iterator[str]:
    """The forms of a word with one syllable left out, from the first to the last."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def one_apart(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """What stands in the one place where two words of equal length, or the letters of two syllables, differ; else
    None."""
    if len(a) != len(b):
        return None
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return apart[0] if len(apart) == 1 else None


def one_sound_apart(a: str, b: str) -> bool:
    """Do two words of equal length differ in exactly one syllable, and there in one letter only (싱윈, 싱원)?"""
    return _letters_apart(a, b) is not None


def confusable(a: str, b: str) -> bool:
    """Are two words one letter apart, and is it one of two that are taken for one another (유비테크, 유비태크)?"""
    apart = _letters_apart(a, b)
    return apart is not None and _apart(*apart) < 1


def _letters_apart(a: str, b: str) -> tuple[str, str] | None:
    apart = one_apart(a, b)
    if apart is None or not all(map(is_syllable, apart)):
        return None
    return one_apart(*map(split, apart))


@lru_cache(maxsize=8192)
def distance(a: str, b: str) -> float:
    """How far two stretches of Hangul are apart, letter by letter: 0 for the same, 1 for nothing in common."""
    one, two = _jamo(a), _jamo(b)
    row = [float(at) for at in range(len(two) + 1)]
    for i, x in enumerate(one, 1):
        before, row[0] = row[0], float(i)
        for j, y in enumerate(two, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + _apart(x, y))
    return row[-1] / max(len(one), len(two), 1)


_KIN = ("ㅔㅖㅐ", "ㅓㅕㅡ", "ㅏㅑ", "ㅗㅛ", "ㅜㅠ", "ㅟㅝㅞ", "ㅈㅉㅊ", "ㅅㅆ", "ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅗㅜ")
"""Letters that are taken for one another."""


@cache
def _apart(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return 0.5 if any(a in kin and b in kin for kin in _KIN) else 1.0


@lru_cache(maxsize=4096)
def _jamo(text: str) -> tuple[str, ...]:
    return tuple(letter for char in text for letter in (split(char) if is_syllable(char) else (char,)) if letter)
