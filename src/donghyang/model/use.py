"""What asking has cost in one run, and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.workspace import Model

_MILLION = 1_000_000
_CENT = Decimal("0.0001")


@dataclass(slots=True)
class Use:
    """What a run has asked so far."""

    requests: int = 0
    """Sent to the endpoint, those that were sent again among them."""
    replayed: int = 0
    """Answered from what was kept of an earlier run."""
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    """That the endpoint took."""

    def spent(self, limits: Model) -> Message | None:
        """Which limit of the run is reached, None while none is."""
        if self.requests >= limits.requests:
            return Message(
                f"한 번 실행의 요청 한도(model.requests {limits.requests:,})에 이르렀습니다.",
                f"the limit of requests of one run (model.requests {limits.requests:,}) is reached.",
            )
        if self.tokens_in + self.tokens_out >= limits.tokens:
            return Message(
                f"한 번 실행의 토큰 한도(model.tokens {limits.tokens:,})에 이르렀습니다.",
                f"the limit of tokens of one run (model.tokens {limits.tokens:,}) is reached.",
            )
        return None

    def cost(self, prices: Model) -> Decimal | None:
        """What it has cost, in the currency of the prices; None where no price is set."""
        if not (prices.price_in or prices.price_out):
            return None
        cost = (self.tokens_in * prices.price_in + self.tokens_out * prices.price_out) / _MILLION
        return cost.quantize(_CENT)
