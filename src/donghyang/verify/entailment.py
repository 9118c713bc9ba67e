"""An optional model that says how likely a source entails a claim: one interface, asked once for many claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

UNSURE = 0.5
"""A score that changes nothing."""
SURE_NO, _SURE_YES = 0.2, 0.8
"""From where on a score is taken for a no, and for a yes."""


class Pair(NamedTuple):
    """Some sentences of a source, what is claimed of them, and the day (ISO 8601, "" unknown) that they speak from."""

    source: str
    claim: str
    day: str = ""


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

    def denies(self, pair: Pair) -> bool:
        """Whether the model is sure that the source does not say the claim."""
        return self._scores.setdefault(pair, UNSURE) <= SURE_NO

    def affirms(self, pair: Pair) -> bool:
        """Whether the model is sure that the source says the claim."""
        return self._scores.setdefault(pair, UNSURE) >= _SURE_YES
