"""Grams in SQLite: a table of FTS5 that keeps only which article has which token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from donghyang.archive.search.database import Rows
from donghyang.archive.search.grams import Needed
from donghyang.archive.search.index import Index


class SqliteIndex(Index):
    """The index in a file of SQLite."""

    AND, OR = " AND ", " OR "

    def _put_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run("INSERT INTO search_grams (rowid, grams) VALUES (%s, %s)", (id_, " ".join(words)))

    def _drop_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run(
            "INSERT INTO search_grams (search_grams, rowid, grams) VALUES ('delete', %s, %s)", (id_, " ".join(words))
        )

    def _matching(self, said: str, where: str, params: Sequence[Any], limit: int) -> Rows:
        # The plus keeps SQLite from asking FTS5 anew for every article that the filters let through.
        among = f" AND +rowid IN (SELECT id FROM search_article WHERE {where})" if where else ""
        sql = f"SELECT rowid FROM search_grams WHERE search_grams MATCH %s{among} ORDER BY rowid DESC LIMIT {limit}"
        return self.database.rows(sql, (said, *params))

    def _said(self, one: Needed) -> str:
        if one.beginning is not None:
            return f"{_quoted(one.beginning)} *"
        return f"({self.AND.join(map(_quoted, one.whole))})"


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'
