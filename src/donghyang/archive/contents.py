"""One digest of all that is in an archive, whatever its database and in whatever order it was filled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from donghyang.archive import models

if TYPE_CHECKING:
    from django.db.models import Model

    from donghyang.archive.opening import Archive

_AT_ONCE = 2_000
"""Rows that are fetched together."""
_ISSUE = ("issue__date", "issue__series", "place")
_ARTICLE = tuple(f"article__{name}" for name in _ISSUE)
_TABLES: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (models.Issue, ("date", "series")),
    (models.Article, _ISSUE),
    (models.Citation, (*_ARTICLE, "address")),
    (models.Fact, (*_ARTICLE, "start", "end", "kind", "record", "entity__hanja")),
    (models.Entity, ("hanja",)),
    (models.Term, ("place",)),
    (models.Page, ("name",)),
    (models.Story, ("day", "place")),
    (models.StoryPage, ("story__day", "story__place", "page")),
    (models.Publication, ("day", "file")),
    (models.Decision, ("day", "place")),
)
"""Each with what orders its rows: what they mean, never their ids."""


def digest_of_contents(archive: Archive) -> str:
    """SHA-256 of every row, in hexadecimal: two archives with the same digest say the same.

    Raises django.db.Error where the archive cannot be read.
    """
    said = hashlib.sha256()
    for table, order in _TABLES:
        own = [field.name for field in table._meta.concrete_fields if not (field.primary_key or field.is_relation)]
        said.update(f"{table.__name__}\n".encode())
        rows = table._default_manager.using(archive.alias).values_list(*order, *own)
        for line in sorted(_lines(rows.iterator(_AT_ONCE))):  # databases order letters by rules of their own
            said.update(line)
    return said.hexdigest()


def _lines(rows: Iterable[tuple[Any, ...]]) -> Iterable[bytes]:
    """A digest for each row: what is sorted has to fit into memory."""
    for row in rows:
        yield hashlib.sha256(json.dumps(row, ensure_ascii=False, default=str).encode()).digest()
