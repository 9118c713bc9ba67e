"""The same index in SQLite and in PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from tests.archive.search.made import ARTICLES

from donghyang.archive.search import Index, index_of, prepare
from donghyang.archive.search.entries import prepared


def _filled(connection: Any) -> Index:
    prepare(connection)
    index = index_of(connection)
    index.put([prepared(article) for article in ARTICLES])
    return index


@pytest.fixture(scope="session")
def in_sqlite() -> Index:
    return _filled(sqlite3.connect(":memory:", check_same_thread=False))


@pytest.fixture(scope="session")
def in_postgres(database: str) -> Iterator[Index]:
    import psycopg

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA of_search")
        connection.execute("SET search_path TO of_search")
        yield _filled(connection)


@pytest.fixture(scope="session", params=["in_sqlite", "in_postgres"])
def index(request: pytest.FixtureRequest) -> Index:
    found: Index = request.getfixturevalue(request.param)
    return found
