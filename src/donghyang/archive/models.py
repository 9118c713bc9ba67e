"""The tables of the archive. Only `archive.rows` turns records into their rows and back.

Absent text is "" here and None in the records; what a record says beside the columns stands as JSON in `record`.
Nothing in a table depends on when or in which order it was filled, but for the ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from donghyang.archive.setup import ready

if TYPE_CHECKING:
    import datetime as dt

ready()  # a model is made in a configured Django only


class Issue(models.Model):
    """One published report; its identity is (series, date)."""

    series: models.TextField[str, str] = models.TextField(blank=True)
    date: models.DateField[dt.date, dt.date] = models.DateField()
    file: models.TextField[str, str] = models.TextField()
    """Where it was read, below the workspace, with slashes."""
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    """SHA-256 of that file, in hexadecimal."""
    reader: models.TextField[str, str] = models.TextField()
    """The version of the program that read it."""
    record: models.TextField[str, str] = models.TextField()
    """The issue without its sections."""

    objects: ClassVar[models.Manager[Issue]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["series", "date"], name="one_issue_a_day")]
        indexes: ClassVar = [models.Index(fields=["date"], name="issue_date")]


class Article(models.Model):
    """One item of an issue, with the text that it was read from."""

    issue: models.ForeignKey[Issue, Issue] = models.ForeignKey(
        Issue, models.CASCADE, related_name="articles", db_index=False
    )
    issue_id: int
    place: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    """Its place in the issue, from 0."""
    section: models.CharField[str, str] = models.CharField(max_length=16)
    section_title: models.TextField[str, str] = models.TextField(blank=True)
    number: models.IntegerField[int | None, int | None] = models.IntegerField(null=True)
    category: models.TextField[str, str] = models.TextField(blank=True)
    headline: models.TextField[str, str] = models.TextField()
    date: models.DateField[dt.date | None, dt.date | None] = models.DateField(null=True)
    text: models.TextField[str, str] = models.TextField()
    record: models.TextField[str, str] = models.TextField()
    """The whole article."""

    objects: ClassVar[models.Manager[Article]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["issue", "place"], name="one_article_a_place")]


class Citation(models.Model):
    """An address that an article cites, as `report.cites` compares addresses."""

    article: models.ForeignKey[Article, Article] = models.ForeignKey(Article, models.CASCADE, related_name="citations")
    article_id: int
    address: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[Citation]] = models.Manager()

    class Meta:
        app_label = "archive"
        indexes: ClassVar = [models.Index(fields=["address"], name="cited_address")]


class Entity(models.Model):
    """What a name means, told by its Chinese characters in their simplified form."""

    hanja: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[Entity]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["hanja"], name="one_entity_a_name")]


class Fact(models.Model):
    """A typed statement of an article; its place counts characters of the article's text."""

    article: models.ForeignKey[Article, Article] = models.ForeignKey(Article, models.CASCADE, related_name="facts")
    article_id: int
    kind: models.CharField[str, str] = models.CharField(max_length=16)
    start: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    end: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    number: models.FloatField[float | None, float | None] = models.FloatField(null=True)
    """Its value, to compare and sort by; the exact digits stand in `record`."""
    unit: models.TextField[str, str] = models.TextField(blank=True)
    ledger: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    """Whether it is a commitment or a result that offices keep book of, not a bare figure, day or name."""
    who: models.TextField[str, str] = models.TextField(blank=True)
    """The actor of a ledger's row."""
    day: models.CharField[str, str] = models.CharField(max_length=10, blank=True)
    """The day, month or year by which a ledger's row is ordered, in ISO 8601."""
    issued: models.DateField[dt.date | None, dt.date | None] = models.DateField(null=True)
    """The day of the issue of a ledger's row, so that the ledger is in order without a look at the articles."""
    entity: models.ForeignKey[Entity | None, Entity | None] = models.ForeignKey(
        Entity, models.CASCADE, null=True, related_name="facts", db_index=False
    )
    entity_id: int | None
    record: models.TextField[str, str] = models.TextField()
    """What the fact says beside its kind, place and text."""

    objects: ClassVar[models.Manager[Fact]] = models.Manager()

    class Meta:
        app_label = "archive"
        indexes: ClassVar = [
            models.Index(fields=["kind", "day", "issued"], name="ledger_by_day", condition=models.Q(ledger=True)),
            models.Index(fields=["kind", "issued"], name="ledger_by_issue", condition=models.Q(ledger=True)),
            models.Index(
                fields=["kind", "who", "day", "issued"], name="ledger_by_who", condition=models.Q(ledger=True)
            ),
            models.Index(fields=["entity"], name="fact_entity", condition=models.Q(entity__isnull=False)),
        ]


class Term(models.Model):
    """A row of the newsroom's termbase, in the order of its file."""

    place: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(unique=True)
    chinese: models.TextField[str, str] = models.TextField()
    korean: models.TextField[str, str] = models.TextField()
    kind: models.CharField[str, str] = models.CharField(max_length=16)
    note: models.TextField[str, str] = models.TextField(blank=True)
    source: models.TextField[str, str] = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Term]] = models.Manager()

    class Meta:
        app_label = "archive"


class Page(models.Model):
    """A page that was collected or saved, as it was last read."""

    name: models.TextField[str, str] = models.TextField()
    """Its identity in the workspace."""
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    """SHA-256 of its bytes, in hexadecimal; "" where they could not be read."""
    reader: models.TextField[str, str] = models.TextField()
    """The version of the program that read it."""
    address: models.TextField[str, str] = models.TextField(blank=True)
    """Its own address, as `report.cites` compares addresses."""
    title: models.TextField[str, str] = models.TextField(blank=True)
    date: models.DateField[dt.date | None, dt.date | None] = models.DateField(null=True)
    text: models.TextField[str, str] = models.TextField(blank=True)
    reason: models.TextField[str, str] = models.TextField(blank=True)
    """Why it has no article; "" where it has one."""
    record: models.TextField[str, str] = models.TextField(blank=True)
    """The page without its text; "" where it has no article."""

    objects: ClassVar[models.Manager[Page]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["name"], name="one_page_a_name")]
        indexes: ClassVar = [
            models.Index(fields=["address"], name="page_address"),
            models.Index(fields=["date"], name="page_date"),
        ]


class SideFile(models.Model):
    """A file of the workspace whose rows are in the archive, beside reports and pages."""

    path: models.TextField[str, str] = models.TextField()
    """Below the workspace, with slashes."""
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    """SHA-256 of its bytes when it was read, in hexadecimal."""
    reader: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[SideFile]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["path"], name="one_side_file_a_path")]


class Story(models.Model):
    """An event, as the week of an issue told it."""

    day: models.DateField[dt.date, dt.date] = models.DateField()
    """The day of the issue."""
    place: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    """Its place in the week's ranking, from 0."""
    name: models.TextField[str, str] = models.TextField()
    """Its id: that of its earliest page."""
    title: models.TextField[str, str] = models.TextField()
    date: models.DateField[dt.date | None, dt.date | None] = models.DateField(null=True)
    section: models.CharField[str, str] = models.CharField(max_length=16, blank=True)
    """Where it belongs in the report; "" where it does not."""
    record: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[Story]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["day", "place"], name="one_story_a_place")]
        indexes: ClassVar = [models.Index(fields=["name"], name="story_name")]


class StoryPage(models.Model):
    """A page of a story, by name; the page itself may not be in the archive."""

    story: models.ForeignKey[Story, Story] = models.ForeignKey(Story, models.CASCADE, related_name="pages")
    story_id: int
    page: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[StoryPage]] = models.Manager()

    class Meta:
        app_label = "archive"
        indexes: ClassVar = [models.Index(fields=["page"], name="story_page")]


class Publication(models.Model):
    """A finished print of an issue."""

    day: models.DateField[dt.date, dt.date] = models.DateField()
    """The day of the issue."""
    file: models.TextField[str, str] = models.TextField()
    """Its name in the folder of the issue."""
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    """SHA-256 of its bytes, in hexadecimal."""

    objects: ClassVar[models.Manager[Publication]] = models.Manager()

    class Meta:
        app_label = "archive"
        constraints: ClassVar = [models.UniqueConstraint(fields=["day", "file"], name="one_print_a_file")]


class Decision(models.Model):
    """What an editor has decided: on a line of a report that was held back, or on stories."""

    day: models.DateField[dt.date | None, dt.date | None] = models.DateField(null=True)
    """The day of the issue whose line was let pass; None for a decision on stories."""
    place: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    """Its place in its file, from 0."""
    action: models.CharField[str, str] = models.CharField(max_length=16)
    """allow, or as in `records.Decided`."""
    subject: models.TextField[str, str] = models.TextField()
    """The line, or the title of the story."""
    record: models.TextField[str, str] = models.TextField()

    objects: ClassVar[models.Manager[Decision]] = models.Manager()

    class Meta:
        app_label = "archive"
        indexes: ClassVar = [models.Index(fields=["day"], name="decision_day")]
