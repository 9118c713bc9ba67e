"""An optional model that says how likely a source entails a claim: one interface, asked once for many claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

UNSURE = 0.5
"""A score that changes nothing."""
_SURE_NO, _SURE_YES = 0.2, 0.8


class Pair(NamedTuple):
    """Some sentences of a source, and what is claimed of them."""

    source: str
    claim: str


class Entailment(Protocol):
    """A model for entailment. It never makes a figure, a date or a name out to be right: those are the rules' alone."""

    def scores(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """How likely each source entails its claim, 0 to 1, in the order of the pairs; 0.5 where it cannot say."""
        ...


class Answers:
    """What a model said of pairs, each asked once: unsure of those it was not asked about yet."""

    def __init__(self) -> None:
        self._scores: dict[Pair, float] = {}

    def get(self, model: Entailment) -> None:
        """Ask about all pairs that anybody wanted to know of."""
        asked = list(self._scores)
        if asked:
            self._scores = dict(zip(asked, model.scores(asked), strict=True))

    def denies(self, source: str, claim: str) -> bool:
        """Whether the model is sure that the source does not say the claim."""
        return self._score(source, claim) <= _SURE_NO

    def affirms(self, source: str, claim: str) -> bool:
        """Whether the model is sure that the source says the claim."""
        return self._score(source, claim) >= _SURE_YES

    def _score(self, source: str, claim: str) -> float:
        return self._scores.setdefault(Pair(source, claim), UNSURE)
