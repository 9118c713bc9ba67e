"""Counties (县) by their names, in Korean by the national rules: 开化县 -> 카이화현."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.lexicon import word_at
from donghyang.draft.reading import Token
from donghyang.language.gazetteer import counties_written
from donghyang.language.words import of_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader

_COUNTY = "县"
_LENGTHS = (4, 3, 2)
_NO_COUNTY = frozenset("域级城里区乡镇")
"""Characters that make another word with 县: 县域, 县级."""


def county(page: Reader, at: int, end: int, before: Sequence[Token]) -> Token | None:
    """The county whose name begins at `at`; None for anything else.

    A name that is a word too (和平, 富裕) is one only behind the place that it lies in.
    """
    for length in _LENGTHS:
        behind = at + length
        if behind >= end or page.folded[behind] != _COUNTY or page.folded[behind + 1 : behind + 2] in _NO_COUNTY:
            continue
        name = page.folded[at:behind]
        written = {place.hangul for place in counties_written().get(name, ())}
        known = word_at(page.folded, at, page.terms)
        placed = bool(before) and before[-1].kind == "place" and before[-1].end == at
        is_a_word = known is not None and (known[0] > length or not placed)
        if len(written) != 1 or is_a_word:
            continue
        return Token(
            page.text[at : behind + 1], at, behind + 1, {"noun": written.pop() + of_part("suffix")[_COUNTY]}, "place"
        )
    return None
