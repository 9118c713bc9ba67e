"""What was read of an issue, put into the archive whole; it takes the place of an earlier reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from donghyang.archive import models, rows, search
from donghyang.archive.opening import Archive
from donghyang.archive.reading import ReadIssue
from donghyang.records import Name


def put_issue(archive: Archive, read: ReadIssue, date: dt.date, file: str) -> str | None:
    """Put an issue in, in one transaction; the file whose reading it takes the place of, None where there was none.

    Raises CannotProceed where the database refuses; then nothing of it is in.
    """
    row = rows.issue_row(read, date, file)
    former = None
    with archive.writing():
        same = Q(series=row.series) | Q(file=file)  # a better reader may have found another series in the file
        for one in models.Issue.objects.using(archive.alias).filter(same, date=date):
            former = one.file
            _drop(archive, one)
        row.save(using=archive.alias, force_insert=True)
        _put_articles(archive, read, row)
    return former


def drop_issue(archive: Archive, issue: models.Issue) -> None:
    """Take an issue out, in one transaction. Raises CannotProceed where the database refuses."""
    with archive.writing():
        _drop(archive, issue)


def _put_articles(archive: Archive, read: ReadIssue, issue: models.Issue) -> None:
    alias = archive.alias
    put = [rows.article_row(article, place, issue) for place, article in enumerate(read.articles)]
    models.Article.objects.using(alias).bulk_create(put)
    pairs = list(zip(read.articles, put, strict=True))
    cited = [one for article, row in pairs for one in rows.citation_rows(article.article, row)]
    models.Citation.objects.using(alias).bulk_create(cited)
    named = (rows.hanja_of(fact) for article in read.articles for fact in article.facts if isinstance(fact, Name))
    entities = _entities(alias, named)
    stated = ((fact, row) for article, row in pairs for fact in (*article.facts, *article.ledger))
    facts = [rows.fact_values(fact, row, entities) for fact, row in stated]
    if facts:
        with archive.connection.cursor() as cursor:
            cursor.executemany(_FACTS, facts)
    search.put(archive.connection, [rows.archived(article, row) for article, row in pairs], read.issue.summary)


_FACTS = "INSERT INTO archive_fact ({}) VALUES ({})".format(
    ", ".join(f'"{column}"' for column in rows.FACT), ", ".join(["%s"] * len(rows.FACT))
)


def _entities(alias: str, hanja: Iterable[str]) -> dict[str, models.Entity]:
    """The rows of these names, made where there are none."""
    names = sorted(set(hanja))
    table = models.Entity.objects.using(alias)
    found = {one.hanja: one for one in table.filter(hanja__in=names)}
    new = [models.Entity(hanja=name) for name in names if name not in found]
    return found | {one.hanja: one for one in table.bulk_create(new)}


def _drop(archive: Archive, issue: models.Issue) -> None:
    """Take an issue out, and the names that stood in it alone."""
    alias = archive.alias
    articles = models.Article.objects.using(alias).filter(issue=issue)
    facts = models.Fact.objects.using(alias).filter(article__in=articles)
    names = set(facts.filter(entity__isnull=False).values_list("entity_id", flat=True))
    search.drop(archive.connection, list(articles.values_list("pk", flat=True)))
    facts.delete()
    models.Citation.objects.using(alias).filter(article__in=articles).delete()
    articles.delete()
    kept = models.Fact.objects.using(alias).filter(entity__in=names).values_list("entity_id", flat=True)
    models.Entity.objects.using(alias).filter(pk__in=names - set(kept)).delete()
    models.Issue.objects.using(alias).filter(pk=issue.pk).delete()
