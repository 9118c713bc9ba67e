"""What the words of a Chinese clause say of its deed: done, under way, planned, demanded, possible, denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, cast

from donghyang.language import tables
from donghyang.language.script import in_folded
from donghyang.records import Span

Mood = Literal[
    "", "done", "deed", "neutral", "steady", "underway", "ongoing", "goal", "plan", "planned", "expected", "possible",
    "maybe", "demanded", "negated", "unable", "impossible", "hard", "nomore", "forbidden", "needless", "conditional",
]  # fmt: skip
"""`deed`: only the verb says that it has come about; `neutral`: a deed without time; `underway`: something goes on
without a word such as 正在; "": nothing is said of it."""

AHEAD: frozenset[Mood] = frozenset({"goal", "plan", "planned", "expected"})
"""What is still to come."""
DENIED: frozenset[Mood] = frozenset({"negated", "unable", "impossible", "hard", "nomore", "forbidden", "needless"})
OPEN: frozenset[Mood] = frozenset({"", "deed", "neutral", "steady"})
"""Moods that give way to what governs the clause."""
LASTING: frozenset[Mood] = AHEAD | {"possible", "maybe", "demanded"}
"""Moods that also hold for the clauses behind, until one says otherwise."""

_NAMED = re.compile("《[^《》]*》")


def said_mood(clause: str) -> Mood:
    """The mood that the words of a bare clause show; "" where they show none."""
    return next((mood for mood, words in _words() if words.search(clause)), "")


def bare(clause: str, bounded: Iterable[Span]) -> str:
    """A folded clause without what only looks modal: the names of plans and laws, words such as 智能, and the bounds
    of figures (不足7%), whose places in it are `bounded`."""
    for start, end in bounded:
        clause = clause[:start] + "0" * len(clause[start:end]) + clause[end:]
    return without_inert(_NAMED.sub("＿", clause))


def without_inert(clause: str) -> str:
    """A clause in which each word that only looks modal (智能, 重要) is one sign."""
    return _inert().sub("＿", clause)


@cache
def _words() -> tuple[tuple[Mood, re.Pattern[str]], ...]:
    rows = (row for row in tables.read(__package__, "moods.tsv") if row[0] == "word")
    return tuple((cast("Mood", mood), in_folded(pattern)) for _, mood, pattern in rows)


@cache
def _inert() -> re.Pattern[str]:
    words = [word for row in tables.read(__package__, "moods.tsv") if row[0] == "inert" for word in row[2].split()]
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
