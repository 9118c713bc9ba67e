"""What a Korean noun can be called in Chinese: whether a source says it at all.

The key (`key.py`) finds where a source says a word; here are the words that it must have one of, if it says it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.key import bare, korean_forms

_LONGEST = 8
"""Syllables of the longest noun that is cut out of a word."""


@cache
def senses() -> dict[str, frozenset[str]]:
    """Korean noun -> every Chinese word that may say it."""
    found: dict[str, set[str]] = defaultdict(set)
    for korean, chinese in tables.read(__package__, "senses.tsv"):
        for word in korean.split():
            found[word].update(chinese.lower().split())
    for chinese_, forms in korean_forms().items():
        for form in forms:
            if bare(form) in found:
                found[bare(form)].add(chinese_.lower())
    return {word: frozenset(chinese) for word, chinese in found.items()}


@cache
def _loose() -> frozenset[str]:
    """Nouns whose absence tells nothing."""
    return frozenset(tables.words(__package__, "loose"))


def absent_parts(stem: str, covered: frozenset[int], plain: str) -> tuple[Span, ...]:
    """The parts of a Korean noun that the tables know and a source (`plain`: simplified, lower case) does not say.

    `covered`: its syllables that the source has by reading or sound. A noun that can be cut in several ways is cut so
    that the fewest are absent; () where it is no word of known parts.
    """
    cuts = [_fewest(stem, covered, plain)]
    if stem[-1] in tables.words(__package__, "noun_ends"):
        cuts.append(_fewest(stem[:-1], covered, plain))
    return min((cut for cut in cuts if cut is not None), key=len, default=())


def _fewest(stem: str, covered: frozenset[int], plain: str) -> tuple[Span, ...] | None:
    """The absent parts of a noun cut into known words and syllables that the source has; None where it cannot be."""
    reached: dict[int, tuple[Span, ...]] = {len(stem): ()}
    for start in range(len(stem) - 1, -1, -1):
        ways = [reached[start + 1]] if start in covered and start + 1 in reached else []
        for end in range(min(len(stem), start + _LONGEST), start + 1, -1):
            if end in reached and stem[start:end] in senses():
                lacks = _lacks(stem[start:end], covered.issuperset(range(start, end)), plain)
                ways.append((((start, end),) if lacks else ()) + reached[end])
        if ways:
            reached[start] = min(ways, key=len)
    return reached.get(0)


def _lacks(noun: str, read: bool, plain: str) -> bool:
    return not read and noun not in _loose() and not says_any(noun, (plain,))


def says_any(noun: str, texts: Iterable[str]) -> bool:
    """Whether one of some simplified Chinese texts has a word that may say a noun of the tables; False for any other
    noun."""
    return any(word in text for text in texts for word in senses().get(noun, ()))


def shares_character(noun: str, text: str) -> bool:
    """Whether a simplified Chinese text has a character of a word that may say a noun of the tables: the word may be
    one that they lack (增收, 소득)."""
    chars = {char for word in senses().get(noun, ()) for char in word}
    return any(char in text for char in chars.difference(tables.words(__package__, "everywhere")))
