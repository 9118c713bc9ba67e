"""Rankings over lists and years: the places of one entity, and what an edition says of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive.ledger.booked import Booked, Chosen, booked
from donghyang.language.nearness import letters
from donghyang.records import Message, Ranking, RankingRow

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive


@dataclass(frozen=True, slots=True)
class Standing:
    """A ranking with the rows that are wanted, held against an earlier edition of the same list."""

    booked: Booked
    rows: tuple[RankingRow, ...]
    doubts: tuple[Message, ...] = ()
    """Places that it tells of the edition before, and that edition does not give."""


def standings(archive: Archive, chosen: Chosen, entity: str | None = None) -> list[Standing]:
    """The rankings that are wanted, by their year, with the rows of `entity`, else all; [] where there are none."""
    found = []
    for row in booked(archive, "ranking", chosen):
        if isinstance(row.fact, Ranking):
            rows = tuple(one for one in row.fact.rows if entity is None or _is(one, entity))
            found += [(row, rows)] if rows else []
    told = any(one.before is not None for _, rows in found for one in rows)
    every = list(booked(archive, "ranking")) if told else []
    stood = [Standing(row, rows, tuple(_doubts(row, rows, every))) for row, rows in found]
    return sorted(stood, key=lambda one: (_when(one.booked), one.booked.article.issue))


def _is(row: RankingRow, entity: str) -> bool:
    return row.entity is not None and letters(entity) in letters(row.entity)


def _when(row: Booked) -> str:
    assert isinstance(row.fact, Ranking)
    return row.fact.when or row.article.issue.isoformat()


def _doubts(row: Booked, rows: tuple[RankingRow, ...], every: list[Booked]) -> Iterator[Message]:
    """What a row says of the edition before and that edition, where the archive has it, says otherwise."""
    former = _edition_before(row, every)
    if former is None or not isinstance(former.fact, Ranking):
        return
    for one in rows:
        if one.before is None or one.entity is None:
            continue
        for other in former.fact.rows:
            if other.entity and letters(other.entity) == letters(one.entity) and not other.within:
                if other.rank is not None and other.rank != one.before:
                    yield Message(
                        f"{one.entity}: 앞 순위를 {one.before}위라 하나, {former.article.issue}호에는 {other.rank}위임",
                        f"{one.entity}: said to have been {one.before} before; the issue of {former.article.issue} has"
                        f" {other.rank}",
                    )
                break


def _edition_before(row: Booked, every: list[Booked]) -> Booked | None:
    """The latest edition of the same list that is older, None where the archive has none."""
    fact = row.fact
    assert isinstance(fact, Ranking)
    if fact.when is None or not (fact.by or fact.subject):
        return None
    same = [
        other
        for other in every
        if isinstance(other.fact, Ranking)
        and other.fact.when is not None
        and other.fact.when < fact.when
        and letters(other.fact.subject or "") == letters(fact.subject or "")
        and letters(other.fact.by or "") == letters(fact.by or "")
    ]
    return max(same, key=lambda other: (_when(other), other.article.issue), default=None)
