"""The index of a database: made, and opened by what the database is."""

from __future__ import annotations

from typing import Any

from donghyang.archive.search import tables
from donghyang.archive.search.database import Database
from donghyang.archive.search.index import Index
from donghyang.archive.search.postgres import PostgresIndex
from donghyang.archive.search.sqlite import SqliteIndex


def is_ready(connection: Any) -> bool:
    """Whether the tables of the index are there, in the form of this program."""
    return tables.exist(Database(connection))


def prepare(connection: Any) -> bool:
    """Make the tables of the index where they are missing or of another version; whether they are new, and empty."""
    database = Database(connection)
    if tables.exist(database):
        return False
    tables.create(database)
    return True


def index_of(connection: Any) -> Index:
    """The index in a database whose tables are made."""
    database = Database(connection)
    return SqliteIndex(database) if database.vendor == "sqlite" else PostgresIndex(database)
