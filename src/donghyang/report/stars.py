"""Which word a remark belongs to: the one that carries as many stars in the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from donghyang.records import Annotation, Block, Bullet

_STARRED = re.compile(r"([^\s*(（]+(?:[(（][^()（）*]*[)）])?[^\s*(（]*?)(\*{1,3})(?!\*)")
_MOST = 3


def anchor(stars: int, before: Sequence[Block], lead: str | None) -> str | None:
    """The word with `stars` stars nearest above a remark, None where there is none; `before` are the blocks above."""
    for block in reversed(before):
        if isinstance(block, Bullet):
            return _starred(block.text, stars)
        if not isinstance(block, Annotation):
            return None
    return _starred(lead or "", stars)


def stars(remark: Annotation, before: Sequence[Block], lead: str | None) -> str:
    """The stars that open a remark in print, so that it is read with its word again; one star where none does."""
    fits = (count for count in range(1, _MOST + 1) if anchor(count, before, lead) == remark.anchor)
    return "*" * next(fits, 1)


def _starred(text: str, stars: int) -> str | None:
    if "*" not in text:
        return None
    words = [found[1] for found in _STARRED.finditer(text) if len(found[2]) == stars]
    return words[-1] if words else None
