"""The door to a database: a few words of SQL with `%s` for what is filled in, whoever made the connection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, Protocol

Vendor = Literal["sqlite", "postgresql"]
Rows = list[tuple[Any, ...]]


class _Cursor(Protocol):
    """What is asked of a cursor, be it of sqlite3, psycopg or Django."""

    def execute(self, sql: str, params: Sequence[Any] = ..., /) -> Any: ...
    def executemany(self, sql: str, params: Iterable[Sequence[Any]], /) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def close(self) -> None: ...


class _Connection(Protocol):
    """A connection; it begins and ends the transactions, the index never does."""

    def cursor(self) -> Any: ...


class Database:
    """A connection and the dialect that it speaks."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        module = type(connection).__module__
        self.vendor: Vendor = "sqlite" if "sqlite" in module else "postgresql"
        self._marks = "?" if module.startswith("sqlite3") else "%s"

    def rows(self, sql: str, params: Sequence[Any] = ()) -> Rows:
        """Every row of an answer."""
        cursor: _Cursor = self._connection.cursor()
        try:
            _execute(cursor, self._said(sql), params)
            return [tuple(row) for row in cursor.fetchall()]
        finally:
            cursor.close()

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        """Do something that answers nothing."""
        cursor: _Cursor = self._connection.cursor()
        try:
            _execute(cursor, self._said(sql), params)
        finally:
            cursor.close()

    def run_each(self, sql: str, params: Sequence[Sequence[Any]]) -> None:
        """Do the same with every row of `params`."""
        if not params:
            return
        cursor: _Cursor = self._connection.cursor()
        try:
            cursor.executemany(self._said(sql), params)
        finally:
            cursor.close()

    def _said(self, sql: str) -> str:
        return sql.replace("%s", self._marks) if self._marks != "%s" else sql


def _execute(cursor: _Cursor, sql: str, params: Sequence[Any]) -> None:
    """Without anything to fill in, a percent sign is one."""
    cursor.execute(sql, params) if params else cursor.execute(sql)


def marks(count: int) -> str:
    """So many places to be filled in, for a list in brackets."""
    return ", ".join(["%s"] * count)
