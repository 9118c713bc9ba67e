"""Nouns of one kind (적도 and 극지, 양이온 and 음이온): which of them the text names, and which a source does.

Knowledge stands in `data/kin.tsv`; what each is called in Chinese in `data/senses.tsv`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.senses import senses

_PLAIN = 2
"""Characters of a Chinese word that means nothing else, of any kind."""
_SHORT = frozenset({"metal", "element"})
"""Kinds whose Chinese words of one character mean nothing else."""


@cache
def _kinds() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Korean noun -> the kinds it is of, each with all its nouns."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for kind, row in tables.read(__package__, "kin.tsv"):
        nouns = tuple(row.split())
        for noun in nouns:
            found[noun].append((kind, nouns))
    return {noun: tuple(kinds) for noun, kinds in found.items()}


def has_kin(noun: str) -> bool:
    """Whether a Korean noun is one of a kind."""
    return noun in _kinds()


def kin_in(noun: str, chinese: str, claim: str) -> tuple[str, Span] | None:
    """Another noun of its kind that a simplified Chinese text names and a Korean one does not, with the place of the
    first Chinese word there that says it; None without one. Words that may also say the noun itself, or what the
    Korean text names besides, are no kin."""
    own = senses().get(noun, frozenset())
    for kind, nouns in _kinds().get(noun, ()):
        for other in nouns:
            if other == noun or other in claim:
                continue
            words = [word for word in senses().get(other, frozenset()) - own if len(word) >= _PLAIN or kind in _SHORT]
            plain = [word for word in words if word in chinese and not any(one in word or word in one for one in own)]
            if plain:
                at, size = min((chinese.find(word), -len(word)) for word in plain)
                return other, (at, at - size)
    return None
