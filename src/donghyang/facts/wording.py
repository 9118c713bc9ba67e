"""Words of the room's lists as parts of regular expressions, and small steps that its readers of statements share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.facts.clauses import clauses
from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.language.patterns import Waiting
    from donghyang.records import Span

TOPIC = lazily(r"(?<=[가-힣)A-Za-z0-9’'」])(?<![하되있없받맺갖치르지다])(?:은|는|이|가)\s")
"""The particle of a topic or subject, none that closes a verb (하는, 있는)."""


@cache
def either(name: str) -> str:
    """The words of a list as alternatives, the longest first; `_` stands for a blank that may be left out."""
    words = sorted(tables.words(__package__, name), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s?") for word in words)


def last(pattern: Waiting, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The last place where a pattern stands in a part of a text; None for none."""
    found: re.Match[str] | None = None
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        found = match
    return found


def clause_at(text: str, at: int) -> Span:
    """The clause around a place; the whole text where none is."""
    return next((cut for cut in clauses(text, 0, len(text)) if cut[0] <= at < cut[1]), (0, len(text)))
