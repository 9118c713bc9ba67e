"""The cut words of the index: every two letters that follow one another, three where the first is Latin or a digit.

A stretch of text stands in an article only if all its grams do; so what a scan of the text finds, the index finds.
"""

from __future__ import annotations

from dataclasses import dataclass

_LAST_NARROW = "\x7f"


def grams(text: str) -> set[str]:
    """The grams of squeezed text; behind its last letter they are shorter. Empty for no text."""
    return {text[at : at + 2] if char > _LAST_NARROW else text[at : at + 3] for at, char in enumerate(text)}


@dataclass(frozen=True, slots=True)
class Needed:
    """The grams that an article must have to hold a stretch of text."""

    whole: tuple[str, ...]
    beginning: str | None = None
    """Where the stretch is shorter than a gram: what one of the grams begins with."""


def needed(form: str) -> Needed:
    """What an article that holds the squeezed `form` must have, side by side; nothing for the empty form."""
    found: dict[str, None] = {}
    at = 0
    while at < len(form):
        size = _size(form[at])
        if at + size > len(form):
            at = _last_whole(form)
            if at < 0:
                break
            size = _size(form[at])
            found[form[at : at + size]] = None
            break
        found[form[at : at + size]] = None
        at += size
    return Needed(tuple(found), None if found else form or None)


def _size(char: str) -> int:
    return 2 if char > _LAST_NARROW else 3


def _last_whole(form: str) -> int:
    """Where the last whole gram begins; -1 when there is none."""
    return next((at for at in range(len(form) - 2, -1, -1) if at + _size(form[at]) <= len(form)), -1)
