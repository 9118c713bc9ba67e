"""Search over the articles of an archive, across scripts and spellings: articles go in, hits come out.

`index_of(connection)` opens the index, `put` and `drop` write it, inside the caller's transaction; `search` asks it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from donghyang.archive.search.articles import articles_of
from donghyang.archive.search.entries import prepared
from donghyang.archive.search.finding import Asked, search
from donghyang.archive.search.index import Index, index_of
from donghyang.records.search import IndexedArticle

__all__ = ["Asked", "Index", "articles_of", "drop", "index_of", "put", "search"]


def put(index: Index, articles: Sequence[IndexedArticle]) -> None:
    """Put articles into the index; one whose id is there takes its place."""
    index.put([prepared(article) for article in articles])


def drop(index: Index, issue: dt.date) -> None:
    """Take every article of a day's issues out."""
    index.take_out_issue(issue.isoformat())
