"""Whether a figure is told of the thing that its source tells it of: of two clauses with figures, the one that speaks
of the words before the figure must be the figure's own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from donghyang.facts import find_facts
from donghyang.records import Quantity
from donghyang.verify.key import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Claim

_CLAUSE = re.compile(r"[^，；。！？;\n]+")
_BORDER = re.compile(r"[,;()]|(?<=[고며]) ")
_DATE = re.compile("[0-9~-]+(?:년|월|일|분기)[가-힣]* ?")
_FIGURE = re.compile("[0-9][^ ]* ")
_WORDS = re.compile("[가-힣]+")
_BEFORE = 3
"""Words before a figure that say what it is of."""
_MORE = 3
"""Letters by which another clause says more of them than the figure's own, at least."""
_FIGURES = frozenset(("quantity", "rank"))
_KEPT = 256
"""Clauses of the sentences at hand whose words are kept: the lines of an article rest on the same ones."""


def misplaced(line: str, claims: Sequence[Claim], chinese: str) -> Iterator[Claim]:
    """The figures of a line whose words another clause with a figure says, and their own does not."""
    clauses = _CLAUSE.findall(chinese)
    for claim in claims:
        if claim.kind not in _FIGURES or claim.evidence is None or claim.status != "supported":
            continue
        quote = claim.evidence.text
        own = [one for one in clauses if quote in one or one in quote]
        words = _of(line[: claim.start])
        said = max((_said(one, words) for one in own), default=len(words))
        # What a clause in front says may be said of this one too (装机8亿千瓦，占三成): only those behind are others.
        last = max((at for at, one in enumerate(clauses) if one in own), default=len(clauses))
        others = (_said(one, words) for one in clauses[last + 1 :] if _has_figure(one))
        if 2 * said < len(words) and max(others, default=0) >= said + _MORE:
            yield claim


def _of(before: str) -> str:
    """The letters of the words right before a figure, dates left out."""
    part = _FIGURE.split(_BORDER.split(_DATE.sub("", before))[-1])[-1]
    return "".join(_WORDS.findall(part)[-_BEFORE:])


@lru_cache(_KEPT)
def _said(clause: str, letters: str) -> int:
    """How many letters the clause says."""
    return len({at for match in _key(clause).find(letters) for at in range(match.start, match.end)})


@lru_cache(_KEPT)
def _key(clause: str) -> Key:
    return Key(clause)


@lru_cache(_KEPT)
def _has_figure(clause: str) -> bool:
    return any(isinstance(fact, Quantity) for fact in find_facts(clause))
