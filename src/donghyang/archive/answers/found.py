"""What a line offers as an answer."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from donghyang.archive.answers.fitting import Candidate


@dataclass(frozen=True, slots=True)
class Found:
    """One possible answer at its place."""

    candidate: Candidate
    said: str
    """As it is told: the printed figure, a date in ISO 8601, the name."""
    value: Decimal | None = None
    unit: str | None = None
    bonus: float = 0.0
    """What its form adds to its fit: the unit that was asked for."""

    @property
    def key(self) -> tuple[object, ...]:
        """What two answers share that say the same."""
        if self.value is not None:
            return (self.value.normalize(), self.unit)
        return ("".join(char for char in self.said if char.isalnum()),)
