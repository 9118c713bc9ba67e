"""Answers about a line of text, kept for the next reader that asks: a report is read by many, one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_LONGEST = 1200
"""Characters of a text whose answer is kept; with `_MOST` a bound for the memory."""
_MOST = 4096

_Answer = TypeVar("_Answer")


def remembered(ask: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """`ask`, which answers from the text alone what nobody changes, asked once for each of the last lines."""
    kept = lru_cache(maxsize=_MOST)(ask)

    @wraps(ask)
    def answer(text: str) -> _Answer:
        return kept(text) if len(text) <= _LONGEST else ask(text)

    return answer
