"""The tables of the data set: their columns, and their rows as the archive has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from donghyang.archive import models

if TYPE_CHECKING:
    from django.db.models import Model

    from donghyang.archive.opening import Archive

ColumnKind = Literal["text", "integer", "number", "boolean", "date", "json"]
Value = str | int | float | bool | dt.date | None
_AT_ONCE = 2_000
"""Rows that are fetched together."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, where the archive has it, and what it says."""

    name: str
    path: str
    kind: ColumnKind
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the data set."""

    name: str
    says: str
    model: type[Model]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    """What its rows are ordered by, so that the same archive gives the same files."""


def _article(path: str) -> tuple[Column, ...]:
    """The columns that tell which article a row belongs to; `path` leads to it."""
    return (
        Column("issue", f"{path}issue__date", "date", "the day of the issue"),
        Column("series", f"{path}issue__series", "text", "the name of the series"),
        Column("place", f"{path}place", "integer", "the article's place in the issue, from 0"),
    )


TABLES = (
    Table(
        "issues",
        "Published reports.",
        models.Issue,
        (
            Column("date", "date", "date", "the day of the issue"),
            Column("series", "series", "text", "the name of the series"),
            Column("digest", "digest", "text", "SHA-256 of the file that it was read from"),
            Column("record", "record", "json", "the issue without its sections"),
        ),
        ("date", "series"),
    ),
    Table(
        "articles",
        "Items of the issues with their text.",
        models.Article,
        (
            *_article(""),
            Column("section", "section", "text", "feature, policy, technology or brief"),
            Column("number", "number", "integer", "its number in the section"),
            Column("category", "category", "text", "its category"),
            Column("headline", "headline", "text", "its headline"),
            Column("date", "date", "date", "the day of the event"),
            Column("text", "text", "text", "what was printed of it"),
            Column("record", "record", "json", "its parts: lead, blocks, references"),
        ),
        ("issue__date", "issue__series", "place"),
    ),
    Table(
        "facts",
        "What the articles state, typed; places count characters of the article's text.",
        models.Fact,
        (
            *_article("article__"),
            Column("kind", "kind", "text", "money, percent, date, name, target, benefit, ranking, record, …"),
            Column("start", "start", "integer", "where it begins"),
            Column("end", "end", "integer", "where it ends"),
            Column("number", "number", "number", "its value, to compare by; the exact digits stand in record"),
            Column("unit", "unit", "text", "its unit"),
            Column("who", "who", "text", "the actor of a target, benefit, ranking, record or achievement"),
            Column("day", "day", "text", "the day, month or year it is of, ISO 8601"),
            Column("hanja", "entity__hanja", "text", "the characters of a name"),
            Column("record", "record", "json", "what else it says"),
        ),
        ("article__issue__date", "article__issue__series", "article__place", "start", "end", "kind", "record"),
    ),
    Table(
        "citations",
        "Addresses that the articles cite.",
        models.Citation,
        (*_article("article__"), Column("address", "address", "text", "the address")),
        ("article__issue__date", "article__issue__series", "article__place", "address"),
    ),
    Table(
        "terms",
        "The termbase.",
        models.Term,
        (
            Column("chinese", "chinese", "text", "Chinese"),
            Column("korean", "korean", "text", "Korean"),
            Column("kind", "kind", "text", "what kind of word it is"),
            Column("note", "note", "text", "a note"),
            Column("source", "source", "text", "where it was found"),
        ),
        ("place",),
    ),
    Table(
        "pages",
        "Pages that were collected.",
        models.Page,
        (
            Column("name", "name", "text", "its name in the workspace"),
            Column("address", "address", "text", "its address"),
            Column("title", "title", "text", "its title"),
            Column("date", "date", "date", "its day"),
            Column("text", "text", "text", "the text of its article"),
        ),
        ("name",),
    ),
)


def rows_of(archive: Archive, table: Table) -> Iterator[tuple[Value, ...]]:
    """The rows of a table in its order, the columns as named."""
    paths: Sequence[str] = [column.path for column in table.columns]
    found = table.model._default_manager.using(archive.alias).order_by(*table.order).values_list(*paths)
    yield from found.iterator(_AT_ONCE)
