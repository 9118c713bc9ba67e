"""Clauses that deny or forbid a deed: the word that does so stands in front of the verb."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Token


def without_denial(words: Sequence[Token]) -> Sequence[Token] | None:
    """The words of a clause without the one that denies its verb (尚未启动 -> 启动).

    None where it denies something else, or more than one thing is denied.
    """
    found = [at for at, word in enumerate(words) if word.has("deny")]
    if len(found) != 1 or found[0] + 1 == len(words):
        return None
    at = found[0]
    following = words[at + 1]
    # 아직 of what is not yet done is told as the manner of the deed.
    still = [replace(words[at], roles={"adv": words[at].ko("deny")})] if words[at].ko("deny").strip("-") else []
    return (
        [*words[:at], *still, *words[at + 1 :]] if following.has("act", "event", "cause", "publish", "prep") else None
    )
