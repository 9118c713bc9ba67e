"""What a rule may need beyond the text under check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from donghyang.facts.exchange import Rates

if TYPE_CHECKING:
    from donghyang.language.terms import Termbase
    from donghyang.verify import Source

Need = Literal["termbase", "rates", "pages"]

Pages = Callable[[frozenset[str]], "Sequence[Source]"]
"""Addresses -> the pages at hand that were fetched from one of them, in any order; none where none is at hand."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What is at hand; a rule whose need is None is skipped, and `skipped` names it."""

    termbase: Termbase | None = None
    rates: Rates | None = None
    pages: Pages | None = None

    def missing(self, needs: tuple[Need, ...]) -> tuple[Need, ...]:
        """Those of `needs` that are not at hand, in order."""
        return tuple(need for need in needs if getattr(self, need) is None)
