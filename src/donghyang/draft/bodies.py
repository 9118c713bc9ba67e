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
_SEATS = frozenset({"place", "agency"})


def names_a_body(before: Sequence[Token], word: Token) -> bool:
    """Does `word` (组织, 集团, of a place's own: 中心) end a name that begins in the words in front of it?"""
    if not before or before[-1].end != word.start or before[-1].kind in _KNOWN:
        return False
    return word.zh in _ENDS or (word.zh in _SITES and any(token.kind in _SEATS for token in before))


def unknown_bodies(words: Sequence[Token]) -> frozenset[int]:
    """Where the words begin that are pieces of such names."""
    found: set[int] = set()
    first = taken = 0
    sited = False
    for at, word in enumerate(words):
        if not at or not _goes_on(words[at - 1], word):
            first, taken, sited = at, at, False
        if first < at and _ends_a_name(words[at - 1], word, sited=sited):
            found.update(one.start for one in words[taken : at + 1])
            taken = at + 1
        sited = sited or word.kind in _SEATS
    return frozenset(found)


def _ends_a_name(before: Token, word: Token, *, sited: bool) -> bool:
    """Whether the word ends a name that begins in front of it; `sited` where a place or an office stands in that."""
    if word.zh in _SITES:
        return before.kind not in _KNOWN and (word.zh in _ENDS or sited)
    return word.zh.endswith(_ENDS + _SITES) and (not word.roles or word.zh in _ENDS)


def _goes_on(word: Token, behind: Token) -> bool:
    if word.end != behind.start or word.has(*_NOT_IN_A_NAME) or word.kind in _KNOWN - {"agency"}:
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in word.zh) and (not word.roles or word.has("noun"))
