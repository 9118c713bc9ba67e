"""A language model that reads a Korean sentence beside its source: it sees what rules cannot, and decides no figure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from donghyang.draft.asking import Asked, NoReply
from donghyang.verify.entailment import UNSURE, Odds, Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Message

_AT_ONCE = 20
"""Sentences in one request: enough to be cheap, few enough that a small model reads each."""
_ODDS = {"yes": Odds(1.0, 0.0), "otherwise": Odds(0.0, 1.0), "absent": Odds(0.0, 0.0), "unsure": UNSURE}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of one sentence."""

    id: str
    says: Literal["yes", "otherwise", "absent", "unsure"]


@dataclass(frozen=True, slots=True)
class Readings:
    """The shape of a reply."""

    readings: list[Reading]


class SecondReader:
    """Entailment (`verify.Entailment`) by a language model's word."""

    def __init__(self, model: Asked) -> None:
        self._model = model
        self.failures: list[Message] = []
        """Why sentences were not read, one a request."""

    def odds(self, pairs: Sequence[Pair]) -> list[Odds]:
        """The model's word as certainty; UNSURE where it is unsure, says nothing or cannot be asked."""
        return [odds for at in range(0, len(pairs), _AT_ONCE) for odds in self._read(pairs[at : at + _AT_ONCE])]

    def _read(self, pairs: Sequence[Pair]) -> list[Odds]:
        told = {f"c{number}": pair for number, pair in enumerate(pairs, 1)}
        items = [
            {"id": name, "published": pair.day, "source": pair.source, "claim": pair.claim}
            for name, pair in told.items()
        ]
        try:
            reply = self._model.ask(_instructions(), [json.dumps(items, ensure_ascii=False, indent=1)], Readings)
        except NoReply as none:
            self.failures.append(none.message)
            return [UNSURE] * len(pairs)
        said = {reading.id: _ODDS[reading.says] for reading in reply.readings}
        return [said.get(name, UNSURE) for name in told]


@cache
def _instructions() -> str:
    return files("donghyang.model").joinpath("data", "second_reading.txt").read_text("utf-8")
