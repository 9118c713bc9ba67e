"""Names of bodies that no list knows as a whole: they are not put into Korean piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Token

_ENDS = tuple(tables.words(__package__, "body_ends"))
_SITES = tuple(tables.words(__package__, "body_sites"))
_NOT_IN_A_NAME: frozenset[Role] = frozenset(
    {"publish", "level", "adv", "modal", "prep", "compare", "deny", "de", "deng", "conj", "date", "quantity", "tail"}
)
_KNOWN = frozenset({"agency", "institution", "company", "person", "outlet"})


def names_a_body(before: Sequence[Token], word: Token) -> bool:
    """Does `word` (组织, 集团, of a place's own: 中心) end a name that begins in the words in front of it?"""
    if not before or before[-1].end != word.start or before[-1].kind in _KNOWN:
        return False
    return word.zh in _ENDS or (word.zh in _SITES and any(token.kind in ("place", "agency") for token in before))


def unknown_bodies(words: Sequence[Token]) -> frozenset[int]:
    """Where the words begin that are pieces of such names."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if not word.zh.endswith(_ENDS + _SITES) or (word.roles and word.zh not in _ENDS + _SITES):
            continue
        first = at
        while first and _goes_on(words[first - 1], words[first]):
            first -= 1
        if first < at and (word.zh not in _SITES or names_a_body(words[first:at], word)):
            found.update(one.start for one in words[first : at + 1])
    return frozenset(found)


def _goes_on(word: Token, behind: Token) -> bool:
    if word.end != behind.start or word.has(*_NOT_IN_A_NAME) or word.kind in _KNOWN - {"agency"}:
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in word.zh) and (not word.roles or word.has("noun"))
