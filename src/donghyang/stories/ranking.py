"""How much the weekly wants a page: its signals, each with a weight that is data, added up; and the words for it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.stories.signals import Signals

# What the words of a part add up to grows ever slower: the tenth word says little that the third did not.
_KNEE = 4.0
_COUNTED = ("subject", "act", "outside")


@dataclass(frozen=True, slots=True)
class Rank:
    """A page's score with what it was made of."""

    score: float
    """About the logarithm of the odds that an editor takes the page: 0 is an even chance."""
    signals: Signals
    shares: Mapping[str, float]
    """What each signal added, by its name."""


def rank(seen: Signals, weights: Mapping[str, float] | None = None) -> Rank:
    """The score of a page whose signals were read; `weights` stand before those that ship."""
    known = weights_with(weights or {})
    shares = {name: known[name] * value for name, value in grown(seen).items()}
    return Rank(known["start"] + sum(shares.values()), seen, shares)


def _grown(name: str, value: float) -> float:
    return _KNEE * math.log1p(value / _KNEE) if name.startswith(_COUNTED) else value


@cache
def usual_weights() -> dict[str, float]:
    """The weights that ship, by the name of the signal; a workspace may set any of them."""
    return {name: float(weight) for name, weight, _ in tables.read(__package__, "weights.tsv")}


def weights_with(own: Mapping[str, float]) -> dict[str, float]:
    """All weights, a workspace's `own` before those that ship."""
    return {**usual_weights(), **own}


def grown(seen: Signals) -> dict[str, float]:
    """What a page's signals count, as the weights are multiplied with it."""
    return {name: _grown(name, value) for name, value in seen.values.items()}
