"""An optional model that says how likely a source entails a claim: one interface, asked once for many claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

SURE = 0.8
"""From where on a probability decides."""


class Odds(NamedTuple):
    """How likely a source entails a claim and how likely it contradicts it, 0 to 1; what is left says nothing of it."""

    entailed: float
    contradicted: float

    @property
    def is_denial(self) -> bool:
        """Whether the source surely does not say the claim: it says otherwise, or nothing of it."""
        return self.entailed <= 1 - SURE


UNSURE = Odds(0.5, 0.0)
"""What changes nothing."""


class Pair(NamedTuple):
    """Some sentences of a source, what is claimed of them, and the day (ISO 8601, "" unknown) that they speak from."""

    source: str
    claim: str
    day: str = ""


class Entailment(Protocol):
    """A model for entailment. It never makes a figure, a date or a rank out to be right: those are the rules' alone."""

    def odds(self, pairs: Sequence[Pair]) -> Sequence[Odds]:
        """What each source makes of its claim, in the order of the pairs; UNSURE where the model cannot say."""
        ...


class Answers:
    """What a model said of pairs, each asked once: unsure of those it was not asked about yet."""

    def __init__(self) -> None:
        self._odds: dict[Pair, Odds] = {}

    def get(self, model: Entailment) -> None:
        """Ask about all pairs that anybody wanted to know of."""
        asked = list(self._odds)
        if asked:
            self._odds = dict(zip(asked, model.odds(asked), strict=True))

    def of(self, pair: Pair) -> Odds:
        """What the model says of a pair."""
        return self._odds.setdefault(pair, UNSURE)
