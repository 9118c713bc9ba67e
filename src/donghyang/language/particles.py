"""Small questions about Korean words that several rules ask."""

from __future__ import annotations

import re

from donghyang.language.hangul import is_syllable, split

JOSA = (
    "으로부터|로부터|에서의|에서는|으로서|으로써|로서|로써|에게|에서|까지|부터|으로|보다|처럼|이나|에는|에도|만의|과의|와의|"
    "이며|이고|이다|임|은|는|이|가|을|를|의|에|와|과|도|로|만|나|며"
)
_JOSA_END = re.compile(f"(?:{JOSA})$")


def letters(text: str) -> str:
    """The text without white space, marks and quotes, Latin letters in lower case: what two spellings must share."""
    return re.sub(r"[\W_]+", "", text).lower()


def without_particle(word: str) -> str:
    """A word without the particle at its end, where at least two characters remain."""
    found = _JOSA_END.search(word)
    return word[: found.start()] if found and found.start() >= 2 else word


def one_sound_apart(a: str, b: str) -> bool:
    """Do two words of equal length differ in exactly one syllable, and there in one letter only (싱윈, 싱원)?"""
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) != 1 or not all(map(is_syllable, apart[0])):
        return False
    return sum(x != y for x, y in zip(split(apart[0][0]), split(apart[0][1]), strict=True)) == 1


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line of `text` around a stretch."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1, text.rfind("•", 0, start)) + 1
    ends = [at for at in (text.find("\n", end), text.find(". ", end), text.find("•", end)) if at >= 0]
    return first, min(ends, default=len(text))
