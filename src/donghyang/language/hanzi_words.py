"""Chinese words of two to four characters: which are words at all, and which of them are common."""

from __future__ import annotations

from functools import cache

from donghyang.language import tables

LONGEST = 4


@cache
def common_words() -> frozenset[str]:
    """Common words that are no names, simplified."""
    return frozenset(
        first + rest
        for first, twos, _, longer in tables.read(__package__, "hanzi_words.tsv")
        for rest in (*_kept(twos), *_kept(longer).split())
    )


@cache
def _rare_words() -> frozenset[str]:
    rows = tables.read(__package__, "hanzi_words.tsv")
    return frozenset(first + rest for first, _, rare, _ in rows for rest in _kept(rare))


def _kept(cell: str) -> str:
    return "" if cell == "-" else cell


def is_word(hanzi: str) -> bool:
    """Is this a Chinese word or name of two to four characters, simplified, a rare one or a common one?"""
    return hanzi in common_words() or hanzi in _rare_words()


def covered(hanzi: str) -> list[bool]:
    """For each character whether it stands in a word inside `hanzi` (simplified)."""
    found = [False] * len(hanzi)
    for start in range(len(hanzi)):
        for end in range(start + 2, min(len(hanzi), start + LONGEST) + 1):
            if is_word(hanzi[start:end]):
                found[start:end] = [True] * (end - start)
    return found
