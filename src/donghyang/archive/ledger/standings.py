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
    found = _told_once(found)
    told = any(one.before is not None for _, rows in found for one in rows)
    every = list(booked(archive, "ranking")) if told else []
    stood = [Standing(row, rows, tuple(_doubts(row, rows, every))) for row, rows in found]
    return sorted(stood, key=lambda one: (_when(one.booked), one.booked.article.issue))


def _told_once(found: list[tuple[Booked, tuple[RankingRow, ...]]]) -> list[tuple[Booked, tuple[RankingRow, ...]]]:
    """The rankings without those of one place that an article tells more fully elsewhere, in its table or its body."""
    told: dict[tuple[int, int | None, str], list[tuple[int, RankingRow]]] = {}
    for row, rows in found:
        for one in rows:
            told.setdefault(_place(row, one), []).append((_size(row), one))
    return [(row, rows) for row, rows in found if _size(row) > 1 or not _is_again(rows[0], told[_place(row, rows[0])])]


def _size(row: Booked) -> int:
    assert isinstance(row.fact, Ranking)
    return len(row.fact.rows)


def _place(row: Booked, one: RankingRow) -> tuple[int, int | None, str]:
    return row.article.id, one.rank, letters(one.entity or "")


def _is_again(one: RankingRow, others: list[tuple[int, RankingRow]]) -> bool:
    """Whether a place that stands alone is told in a list too, or with the figure that it lacks."""
    same = [(size, other) for size, other in others if other is not one and one.value in (None, other.value)]
    return any(size > 1 or (one.value is None and other.value is not None) for size, other in same)


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
