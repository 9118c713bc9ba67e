"""What is in the archive, as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from donghyang.archive import models, rows

if TYPE_CHECKING:
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


def _with_facts(archive: Archive, chosen: list[models.Article], *, facts: bool) -> Iterator[ArchivedArticle]:
    stated: dict[int, list[models.Fact]] = {}
    if facts:
        found = models.Fact.objects.using(archive.alias).filter(article__in=[row.pk for row in chosen])
        ordered = found.order_by("article_id", "start", "end", "kind", "record")
        stated = {article: list(group) for article, group in groupby(ordered, key=lambda row: row.article_id)}
    yield from (rows.article_of(row, stated.get(row.pk, ())) for row in chosen)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of the ledger are asked for."""

    kind: str
    """target, benefit, ranking, record or achievement."""
    who: str | None = None
    """Those of this actor, giver, maker or holder, as its article writes it; None: of anybody."""
    since: str | None = None
    until: str | None = None
    """Those of these days, months or years, in ISO 8601; None: of any, and those without a day."""
    limit: int | None = None
    """So many at the most, the earliest; None: all."""


def ledger(archive: Archive, wanted: Wanted) -> Iterator[tuple[rows.Stated, ArchivedArticle]]:
    """Rows of the ledger by day, those without one first, each with its article (without its facts).

    Rows of one day come in the order of their issues. Raises as `articles` does.
    """
    table = models.Fact.objects.using(archive.alias)
    found = table.filter(ledger=True, kind=wanted.kind)
    if wanted.who is not None:
        found = found.filter(who=rows.key_of(wanted.who))
    if wanted.since is not None:
        found = found.filter(day__gte=wanted.since)
    if wanted.until is not None:
        found = found.filter(day__gt="", day__lte=f"{wanted.until}~")  # 2025 holds 2025-06, as text too
    chosen = list(found.order_by("day", "issued", "pk").values_list("pk", flat=True)[: wanted.limit])
    for start in range(0, len(chosen), _AT_ONCE):
        some = table.select_related("article__issue").in_bulk(chosen[start : start + _AT_ONCE])
        told = {row.article_id: row.article for row in some.values()}
        known = {article: rows.article_of(row) for article, row in told.items()}
        for pk in chosen[start : start + _AT_ONCE]:
            article = known[some[pk].article_id]
            yield rows.fact_of(some[pk], article.text), article
