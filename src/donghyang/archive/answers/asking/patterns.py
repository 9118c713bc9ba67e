"""The words by which Chinese and English questions ask: patterns in order, each with what it asks for."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from donghyang.archive.answers.asking.asked import ANY_FIGURE, Asked, Grain, NameKind, Sort
from donghyang.language import tables


@cache
def patterns(language: Literal["zh", "en"]) -> tuple[tuple[re.Pattern[str], Asked], ...]:
    """The patterns of a language, the first that is found counts."""
    rows = (row for row in tables.read(__package__, "asked.tsv") if row[0] == language)
    return tuple((re.compile(pattern), _asked(sort, said)) for _, pattern, sort, said in rows)


def _asked(sort: str, said: str) -> Asked:
    """What a row asks for: its sort, and key=value pairs."""
    pairs = dict(pair.split("=") for pair in said.split()) if said != "-" else {}
    kinds = ANY_FIGURE if pairs.get("kinds") == "any" else frozenset(filter(None, pairs.get("kinds", "").split(",")))
    return Asked(
        cast("Sort", sort),
        kinds,
        pairs.get("unit"),
        grain=cast("Grain", pairs.get("grain", "any")),
        noun=pairs.get("noun"),
        kind=cast("NameKind | None", pairs.get("kind")),
    )
