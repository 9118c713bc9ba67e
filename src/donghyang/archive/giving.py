"""What is in the archive, as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.archive import models, rows
from donghyang.records import CannotProceed, Message

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from donghyang.archive.opening import Archive
    from donghyang.records import ArchivedArticle

_AT_ONCE = 500
"""Articles whose facts are fetched together."""


def articles(
    archive: Archive, ids: Sequence[int] | None = None, *, issue: dt.date | None = None, facts: bool = True
) -> Iterator[ArchivedArticle]:
    """The articles with these ids, in their order; without ids those of a day's issues, or all, by day and place.

    An id that no article has is passed over. `facts`: with what their texts state. Raises django.db.Error where the
    database refuses; inside of `archive.answering()` that is CannotProceed.
    """
    table = models.Article.objects.using(archive.alias).select_related("issue")
    if ids is not None:
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            found = table.in_bulk(some)
            yield from _with_facts(archive, [found[one] for one in some if one in found], facts=facts)
        return
    if issue is not None:
        table = table.filter(issue__date=issue)
    chosen = list(table.order_by("issue__date", "issue__series", "place").values_list("pk", flat=True))
    yield from articles(archive, chosen, facts=facts)


def newest(archive: Archive, most: int) -> list[int]:
    """The articles told last, by day and place."""
    table = models.Article.objects.using(archive.alias)
    return list(table.order_by("-issue__date", "issue__series", "-place").values_list("pk", flat=True)[:most])[::-1]


def _with_facts(archive: Archive, chosen: list[models.Article], *, facts: bool) -> Iterator[ArchivedArticle]:
    stated = _stated(archive, [row.pk for row in chosen]) if facts else {}
    yield from (rows.article_of(row, stated.get(row.pk, ())) for row in chosen)


def heads(archive: Archive, ids: Sequence[int], kind: str) -> Iterator[ArchivedArticle]:
    """The articles with these ids, in their order, without lead, blocks and references, which take most of the time; of
    what their texts state only the facts of a kind. Else as `articles`.
    """
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found = _heads(archive).in_bulk(some)
        stated = _stated(archive, list(found), kind)
        yield from (rows.head_of(found[one], stated.get(one, ())) for one in some if one in found)


def _heads(archive: Archive) -> QuerySet[models.Article]:
    table = models.Article.objects.using(archive.alias)
    return table.select_related("issue").defer("record", "issue__record")


def _stated(archive: Archive, ids: Sequence[int], kind: str | None = None) -> dict[int, list[rows.FactRow]]:
    """The rows of what articles state, in order, by article."""
    found = models.Fact.objects.using(archive.alias).filter(article__in=ids)
    found = found if kind is None else found.filter(kind=kind)
    ordered = found.order_by("article_id", "start", "end", "kind", "record").values_list(*rows.FACT_ROW, named=True)
    return {article: list(group) for article, group in groupby(ordered, key=lambda row: row.article_id)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of the ledger are asked for."""

    kind: str
    """target, benefit, ranking, record, achievement or reached."""
    also: tuple[str, ...] = ()
    """Other kinds that are asked for with it."""
    who: str | None = None
    """Those of this actor, giver, maker or holder, as its article writes it; None: of anybody."""
    since: str | None = None
    until: str | None = None
    """Those of these days, months or years, in ISO 8601; None: of any, and those without a day."""
    first: dt.date | None = None
    last: dt.date | None = None
    """Those of issues of these days."""
    among: Collection[int] | None = None
    """Those of these articles; None: of any."""
    limit: int | None = None
    """So many at the most, the earliest; None: all."""
    whole: bool = True
    """With all of each article; else without its lead, blocks and references, which take most of the time."""


def ledger(archive: Archive, wanted: Wanted) -> Iterator[tuple[rows.Stated, ArchivedArticle]]:
    """Rows of the ledger by day, those without one first, each with its article (without its facts).

    Rows of one day come in the order of their issues. Raises as `articles` does, and CannotProceed for a row whose
    article is not there.
    """
    table = models.Fact.objects.using(archive.alias)
    chosen = _chosen(archive, wanted)
    whole = models.Article.objects.using(archive.alias).select_related("issue")
    articles, made = (whole, rows.article_of) if wanted.whole else (_heads(archive), rows.head_of)
    for start in range(0, len(chosen), _AT_ONCE):
        part = table.filter(pk__in=chosen[start : start + _AT_ONCE])
        some = {row.pk: row for row in part.values_list("pk", *rows.FACT_ROW, named=True)}
        named = articles.in_bulk({row.article_id for row in some.values()})
        known = {pk: made(row) for pk, row in named.items()}
        for pk in chosen[start : start + _AT_ONCE]:
            article = known.get(some[pk].article_id) if pk in some else None
            if article is None:
                raise CannotProceed(
                    Message(
                        f"{archive.place}: 장부의 행에 기사가 없습니다({pk}).",
                        f"{archive.place}: a row of the ledger has no article ({pk}).",
                    ),
                    "archive-damaged",
                )
            yield rows.fact_of(some[pk], article.text), article


def count(archive: Archive, wanted: Wanted, most: int) -> int:
    """How many rows are wanted; `most` where there are as many, or more."""
    return _filtered(archive, wanted).filter(kind__in=(wanted.kind, *wanted.also))[:most].count()


def _chosen(archive: Archive, wanted: Wanted) -> list[int]:
    """The rows that are wanted, in order."""
    found, kinds = _filtered(archive, wanted), (wanted.kind, *wanted.also)
    if wanted.among is None:
        chosen = found.filter(kind__in=kinds) if wanted.also else found.filter(kind=wanted.kind)
        return list(chosen.order_by("day", "issued", "pk").values_list("pk", flat=True)[: wanted.limit])
    # Asked for the kind as well, a database goes through all of that kind, and not to these articles.
    ids = sorted(wanted.among)
    told = [
        (day, issued, pk)
        for start in range(0, len(ids), _AT_ONCE)
        for kind, day, issued, pk in found.filter(article__in=ids[start : start + _AT_ONCE]).values_list(
            "kind", "day", "issued", "pk"
        )
        if kind in kinds
    ]
    return [pk for _, _, pk in sorted(told, key=lambda row: (row[0], row[1] or dt.date.min, row[2]))[: wanted.limit]]


def _filtered(archive: Archive, wanted: Wanted) -> QuerySet[models.Fact]:
    """The ledger's rows of any kind and article that are wanted else."""
    found = models.Fact.objects.using(archive.alias).filter(ledger=True)
    if wanted.who is not None:
        found = found.filter(who=rows.key_of(wanted.who))
    if wanted.since is not None:
        found = found.filter(day__gte=wanted.since)
    if wanted.until is not None:
        found = found.filter(day__gt="", day__lte=f"{wanted.until}~")  # 2025 holds 2025-06, as text too
    if wanted.first is not None:
        found = found.filter(issued__gte=wanted.first)
    if wanted.last is not None:
        found = found.filter(issued__lte=wanted.last)
    return found
