"""Where the words of a Chinese text begin and end, by the cutter of the `stories` extra."""

from __future__ import annotations

import importlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from donghyang.records import Span


@cache
def cutter() -> Any:
    """The module that cuts Chinese into words, imported when first asked for; ImportError where it is missing."""
    return importlib.import_module("rjieba")


@cache
def _at_hand() -> Any:
    try:
        return cutter()
    except ImportError:
        return None


@lru_cache(maxsize=256)
def words(line: str) -> tuple[Span, ...] | None:
    """Places of the words of a line of simplified Chinese that the cutter's dictionary holds; None without a cutter.

    What the cutter only guesses to be a word (部等) is left out.
    """
    cut = _at_hand()
    if cut is None:
        return None
    found: list[Span] = []
    at = 0
    for word in cut.cut(line):
        if len(word) > 1 and cut.has_word(word):
            found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)
