"""Which word a remark belongs to: the one that carries as many stars in the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from donghyang.language.patterns import lazily
from donghyang.records import Annotation, Block, Bullet, Open, Remark

_WORD = lazily(r"[^\s*(（]+(?:[(（][^()（）]*[)）])?[^\s*(（]*$")
_LONGEST = 120
"""Letters before a star in which its word must stand; so no text without spaces makes the search long."""
_MOST = 3


def anchor(stars: int, before: Sequence[Block], lead: str | None) -> str | None:
    """The word with `stars` stars nearest above a remark, None where there is none; `before` are the blocks above."""
    for block in reversed(before):
        if isinstance(block, (Bullet, Open)):
            return _starred(block.text, stars)
        if not isinstance(block, (Annotation, Remark)):
            return None
    return _starred(lead or "", stars)


def stars(remark: Annotation, before: Sequence[Block], lead: str | None) -> str:
    """The stars that open a remark in print, so that it is read with its word again; one star where none does."""
    fits = (count for count in range(1, _MOST + 1) if anchor(count, before, lead) == remark.anchor)
    return "*" * next(fits, 1)


def _starred(text: str, stars: int) -> str | None:
    """The last word that carries as many stars."""
    for run in reversed(list(re.finditer(r"\*+", text))):
        if len(run[0]) == stars:
            before = text[max(0, run.start() - _LONGEST) : run.start()]
            word = _WORD.search(before[before.rfind("*") + 1 :])
            if word:
                return word[0]
    return None
