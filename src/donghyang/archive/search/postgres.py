"""Grams in PostgreSQL: a tsvector an article, under a GIN index."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from donghyang.archive.search.grams import Needed
from donghyang.archive.search.index import Index, Wanted, condition
from donghyang.records import Filters


class PostgresIndex(Index):
    """The index in a database of PostgreSQL."""

    def _put_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run(
            "INSERT INTO search_grams (id, grams) VALUES (%s, array_to_tsvector(%s::text[]))", (id_, _held(words))
        )

    def _drop_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run("DELETE FROM search_grams WHERE id = %s", (id_,))

    def matching(self, wanted: Wanted, filters: Filters, limit: int) -> list[int]:
        """As `Index` says."""
        said = _said(wanted)
        if said is None:
            return []
        where, params = condition(filters)
        if where == "1 = 1":
            return [row[0] for row in self.database.rows("SELECT search_matching(%s::tsquery, %s)", (said, limit))]
        sql = (
            "SELECT found FROM search_matching(%s::tsquery, NULL) AS found"
            f" WHERE found IN (SELECT id FROM search_article WHERE {where}) ORDER BY found DESC LIMIT {limit}"
        )
        return [row[0] for row in self.database.rows(sql, (said, *params))]


def _held(words: Sequence[str]) -> list[str]:
    """As many of the tokens as a tsvector holds, the first of the alphabet: those of some 100 000 letters."""
    sizes = accumulate(len(word.encode()) for word in words)
    return [word for word, size in zip(words, sizes, strict=True) if size <= _MOST_BYTES]


_MOST_BYTES = 1_000_000
"""A tsvector is smaller than 1 MB."""


def _said(wanted: Wanted) -> str | None:
    """What is wanted, as a tsquery; None where nothing is."""
    groups = [[one for one in group if one.whole or one.beginning] for group in wanted]
    if not groups or not all(groups):
        return None
    return " & ".join("(" + " | ".join(map(_form, group)) + ")" for group in groups)


def _form(one: Needed) -> str:
    if one.beginning is not None:
        return f"{_quoted(one.beginning)}:*"
    return "(" + " & ".join(map(_quoted, one.whole)) + ")"


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
