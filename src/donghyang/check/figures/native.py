"""Native numerals before what they count (네 가지, 다섯 방향), as the counts of lists are written."""

from __future__ import annotations

from donghyang.language.numerals_ko import NATIVE

WORDS = "두|세|네|다섯|여섯|일곱|여덟|아홉|열"
"""Alternatives of a pattern: from two to ten, as they stand before a noun."""
ORDINALS = ("첫", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
"""How the items of such a list are numbered, each before 째."""


def number_of(word: str | None, digits: str | None) -> int:
    """The number that a match has in one of two groups, a word or digits."""
    return NATIVE[word] if word else int(digits or 0)
