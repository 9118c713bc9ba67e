"""Grams in SQLite: a table of FTS5 that keeps only which article has which token."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.archive.search.grams import Needed
from donghyang.archive.search.index import Index, Wanted, condition
from donghyang.records import Filters


class SqliteIndex(Index):
    """The index in a file of SQLite."""

    def _put_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run("INSERT INTO search_grams (rowid, grams) VALUES (%s, %s)", (id_, " ".join(words)))

    def _drop_grams(self, id_: int, words: Sequence[str]) -> None:
        self.database.run(
            "INSERT INTO search_grams (search_grams, rowid, grams) VALUES ('delete', %s, %s)", (id_, " ".join(words))
        )

    def matching(self, wanted: Wanted, filters: Filters, limit: int) -> list[int]:
        """As `Index` says."""
        said = _said(wanted)
        if said is None:
            return []
        where, params = condition(filters)
        # The plus keeps SQLite from asking FTS5 anew for every article that the filters let through.
        among = "" if where == "1 = 1" else f" AND +rowid IN (SELECT id FROM search_article WHERE {where})"
        sql = f"SELECT rowid FROM search_grams WHERE search_grams MATCH %s{among} ORDER BY rowid DESC LIMIT {limit}"
        return [row[0] for row in self.database.rows(sql, (said, *(params if among else ())))]


def _said(wanted: Wanted) -> str | None:
    """What is wanted, as FTS5 is asked; None where nothing is."""
    groups = [[one for one in group if one.whole or one.beginning] for group in wanted]
    if not groups or not all(groups):
        return None
    return " AND ".join("(" + " OR ".join(map(_form, group)) + ")" for group in groups)


def _form(one: Needed) -> str:
    if one.beginning is not None:
        return f'"{_quoted(one.beginning)}" *'
    return "(" + " AND ".join(f'"{_quoted(gram)}"' for gram in one.whole) + ")"


def _quoted(token: str) -> str:
    return token.replace('"', '""')
