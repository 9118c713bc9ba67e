"""The sources that come with the program: places of Chinese science and technology policy, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from donghyang.language import tables
from donghyang.records import Source, SourceKind, SourceTier


@dataclass(frozen=True, slots=True)
class Listed:
    """A source of the catalogue."""

    source: Source
    where: str
    """Where its address was found: a public repository and a file of it, or sample pages."""
    tried: bool
    """Whether this program has fetched it and found its entries."""


@cache
def catalogue() -> tuple[Listed, ...]:
    """All sources of the catalogue, in its order."""
    return tuple(_listed(row) for row in tables.read(__package__, "catalogue.tsv"))


def listed_as(words: str) -> list[Listed]:
    """The sources of the catalogue of that name or address; else those whose name holds each of the words; [] for
    none."""
    exact = [listed for listed in catalogue() if words in (listed.source.name, listed.source.address)]
    parts = words.split()
    return exact or [one for one in catalogue() if parts and all(part in one.source.name for part in parts)]


def _listed(row: tuple[str, ...]) -> Listed:
    name, kind, address, language, tier, region, cadence, where, tried = row
    source = Source(
        name=name,
        address=address,
        kind=cast("SourceKind", kind),
        language=language,
        tier=cast("SourceTier", tier),
        region=region,
        cadence=Decimal(cadence),
    )
    return Listed(source, where, tried == "yes")
