"""Which of the units stated above a table holds in which of its columns: they are listed in the columns' order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from donghyang.language.patterns import lazily

_MOST_COLUMNS = 16
_MOST_UNITS = 4
_TOTAL = lazily(r"^(?:합\s*계|총\s*계|소\s*계|계|누\s*계|평\s*균)$")


def in_order(names: Sequence[str], kinds: Sequence[str], known: Sequence[str | None]) -> list[int | None]:
    """For each column of figures the place of its unit among those stated above the table, None where it is open.

    `names` are the heads of the columns; `kinds` says what each unit counts; `known` what the head of a column says of
    its figures, None where it says nothing. Units stand in the order of their columns, each over one or more of them;
    columns whose heads differ in figures only (2025년, 2026년), and a total beside them, share one.
    """
    if not 1 < len(kinds) <= min(_MOST_UNITS, len(names)) or len(names) > _MOST_COLUMNS:
        return [None] * len(names)
    fitting = [
        places
        for cuts in combinations(range(1, len(names)), len(kinds) - 1)
        if _fits(places := _places(cuts, len(names)), names, kinds, known)
    ]
    return [_only({places[at] for places in fitting}) for at in range(len(names))]


def _places(cuts: tuple[int, ...], size: int) -> list[int]:
    return [sum(cut <= at for cut in cuts) for at in range(size)]


def _fits(places: list[int], names: Sequence[str], kinds: Sequence[str], known: Sequence[str | None]) -> bool:
    told = all(kind in (None, kinds[place]) for place, kind in zip(places, known, strict=True))
    return told and all(places[at] == places[at - 1] for at in range(1, len(names)) if _together(names, at))


def _together(names: Sequence[str], at: int) -> bool:
    """Whether a column's figures are of the same sort as those of the column before."""
    name, before = names[at], names[at - 1]
    shape = re.sub(r"\d+", "0", name)
    return ("0" in shape and shape == re.sub(r"\d+", "0", before)) or _TOTAL.match(name) is not None


def _only(places: set[int]) -> int | None:
    return next(iter(places)) if len(places) == 1 else None
