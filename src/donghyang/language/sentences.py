"""Where a sentence or a clause begins and ends."""

from __future__ import annotations


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line of `text` around a stretch."""
    first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1, text.rfind("•", 0, start)) + 1
    ends = [at for at in (text.find("\n", end), text.find(". ", end), text.find("•", end)) if at >= 0]
    return first, min(ends, default=len(text))
