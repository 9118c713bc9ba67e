"""Korean words that look like misspelled names."""

from __future__ import annotations

from functools import cache

from donghyang.language import tables


@cache
def ordinary() -> frozenset[str]:
    """Words that are no name although a form of one looks like them (data/ordinary.tsv)."""
    return frozenset(row[0] for row in tables.read(__package__, "ordinary.tsv"))
