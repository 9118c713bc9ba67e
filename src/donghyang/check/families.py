"""Chinese family names, the rare ones too."""

from __future__ import annotations

from functools import cache

from donghyang.check.data import read_table


@cache
def families() -> frozenset[str]:
    """Every character, simplified, that is a family name by itself."""
    return frozenset(char for row in read_table("family_names.tsv") for char in row[0])
