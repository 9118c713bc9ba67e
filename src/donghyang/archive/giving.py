"""What is in the archive, as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
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


def ledger(archive: Archive, kind: str) -> Iterator[tuple[rows.Stated, ArchivedArticle]]:
    """Every target, benefit, ranking, record or achievement, by day, each with its article (without the other facts).

    `kind` is one of these words.
    """
    found = models.Fact.objects.using(archive.alias).filter(ledger=True, kind=kind).select_related("article__issue")
    for row in found.order_by("day", "article__issue__date", "article__place", "start"):
        yield rows.fact_of(row, row.article.text), rows.article_of(row.article)
