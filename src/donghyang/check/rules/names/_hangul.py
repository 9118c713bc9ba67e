"""The Hangul words of a text as they stand, and readings that stand beside the characters."""

from __future__ import annotations

from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,}")
_GLOSS = lazily(r"[㐀-鿿][,·/] ?$")
_REACH = 4
"""How far back the last character and what parts it from its reading are looked for."""


@once_a_sheet
def hangul_words(sheet: Sheet) -> list[tuple[int, str]]:
    """The words of two syllables and more in the editor's text, each with its place."""
    return [
        (passage.start + found.start(), found.group())
        for passage in sheet.of(KOREAN)
        for found in _WORD.finditer(passage.text)
    ]


def is_gloss(text: str, start: int) -> bool:
    """Does a reading stand in a bracket behind the characters: 위안스카이(袁世凱·원세개), 롄윈강(連雲港, 연운항)?"""
    return _GLOSS.search(text, max(0, start - _REACH), start) is not None
