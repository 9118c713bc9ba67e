"""What readers look for, held against what the archive says was achieved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive.ledger.booked import Booked, Chosen, booked
from donghyang.facts import served
from donghyang.records import Achievement, Served, WatchList

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive


@dataclass(frozen=True, slots=True)
class Serving:
    """An achievement that may serve a need, with its place."""

    booked: Booked
    served: Served


def needs(archive: Archive, chosen: Chosen, lists: Sequence[WatchList]) -> list[Serving]:
    """What may serve each watch list, list by list, the newest first; [] where nothing does."""
    found = [
        Serving(row, one)
        for row in booked(archive, "achievement", chosen)
        if isinstance(row.fact, Achievement)
        for one in served([row.fact], lists)
    ]
    order = {one.name: place for place, one in enumerate(lists)}
    return sorted(found, key=lambda one: (order[one.served.need], -one.booked.article.issue.toordinal()))
