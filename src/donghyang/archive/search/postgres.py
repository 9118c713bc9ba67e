"""Grams in PostgreSQL: a tsvector an article, under a GIN index."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from donghyang.archive.search.database import Rows
from donghyang.archive.search.grams import Needed
from donghyang.archive.search.index import Index
from donghyang.archive.search.tables import SPANS


class PostgresIndex(Index):
    """The index in a database of PostgreSQL."""

    AND, OR = " & ", " | "

    def _put_grams(self, id_: int, words: Sequence[str]) -> None:
        held = [*_held(words), *(f"{sign}{id_ >> step}" for step, sign in SPANS)]
        self.database.run(
            "INSERT INTO search_grams (id, grams) VALUES (%s, array_to_tsvector(%s::text[]))", (id_, held)
        )

    def _drop_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run("DELETE FROM search_grams WHERE id = %s", (id_,))

    def _matching(self, said: str, where: str, params: Sequence[Any], limit: int) -> Rows:
        if not where:
            sql = "SELECT search_matching(%s::tsquery, %s, (SELECT max(id) FROM search_grams))"
            return self.database.rows(sql, (said, limit))
        sql = (
            "SELECT found FROM search_matching(%s::tsquery, NULL, NULL) AS found"
            f" WHERE found IN (SELECT id FROM search_article WHERE {where}) ORDER BY found DESC LIMIT {limit}"
        )
        return self.database.rows(sql, (said, *params))

    def _said(self, one: Needed) -> str:
        if one.beginning is not None:
            return f"{_quoted(one.beginning)}:*"
        return f"({self.AND.join(map(_quoted, one.whole))})"


def _held(words: Sequence[str]) -> list[str]:
    """As many of the tokens as a tsvector holds, the first of the alphabet: those of some 100 000 letters."""
    sizes = accumulate(len(word.encode()) for word in words)
    return [word for word, size in zip(words, sizes, strict=True) if size <= _MOST_BYTES]


_MOST_BYTES = 1_000_000
"""A tsvector is smaller than 1 MB."""


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
