"""Search over the articles of an archive, across scripts and spellings: articles go in, hits come out.

`prepare` makes its tables, `put` and `drop` write them, inside the caller's transaction; `search` asks `index_of` them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from donghyang.archive.search.articles import archived, articles_of
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.finding import Asked, search
from donghyang.archive.search.index import Index
from donghyang.archive.search.opening import index_of, is_ready, prepare
from donghyang.records.archive import ArchivedArticle

__all__ = ["Asked", "Index", "articles_of", "drop", "index_of", "is_ready", "prepare", "put", "search"]


def put(connection: Any, articles: Sequence[ArchivedArticle], summary: Sequence[str] = ()) -> None:
    """Put the articles of one issue in, inside the caller's transaction; `summary` is the summary page of the issue."""
    index_of(connection).put([prepared(one) for one in archived(articles, summary)])


def drop(connection: Any, ids: Sequence[int]) -> None:
    """Take articles out, inside the caller's transaction; ids that are not there are passed over."""
    index_of(connection).take_out(ids)
