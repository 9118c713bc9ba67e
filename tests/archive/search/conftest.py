"""The same index in SQLite and in PostgreSQL; the server is started once, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.archive.search.made import ARTICLES

from donghyang.archive.search import Index, index_of, prepare
from donghyang.archive.search.entries import prepared


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _as_server(*words: object) -> None:
    """PostgreSQL does not run as root."""
    before = ["runuser", "-u", "postgres", "--"] if os.name == "posix" and os.getuid() == 0 else []
    subprocess.run([*before, *map(str, words)], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not here")
    import tempfile

    root = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    root.chmod(0o777)
    data = root / "data"
    _as_server(programs / "initdb", "-D", data, "-U", "editor", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {root} -c listen_addresses='' -c fsync=off"
    _as_server(programs / "pg_ctl", "-D", data, "-o", options, "-w", "-l", root / "log", "start")
    try:
        yield f"host={root} user=editor dbname=postgres"
    finally:
        _as_server(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(root, ignore_errors=True)


def _filled(connection: Any) -> Index:
    prepare(connection)
    index = index_of(connection)
    index.put([prepared(article) for article in ARTICLES])
    return index


@pytest.fixture(scope="session")
def in_sqlite() -> Index:
    return _filled(sqlite3.connect(":memory:", check_same_thread=False))


@pytest.fixture(scope="session")
def in_postgres(server: str) -> Iterator[Index]:
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(server, autocommit=True) as connection:
        yield _filled(connection)


@pytest.fixture(scope="session", params=["in_sqlite", "in_postgres"])
def index(request: pytest.FixtureRequest) -> Index:
    found: Index = request.getfixturevalue(request.param)
    return found
