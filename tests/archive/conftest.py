"""Workspaces whose archive lies in SQLite, and in PostgreSQL where a server can be started."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from tests.archive.server import programs, server, short_folder

from donghyang import newsroom
from donghyang.workspace import Workspace, open_workspace

DATABASES = ("sqlite", "postgresql")
_NUMBERS = count()

Make = Callable[[str], Workspace]


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """The address of a PostgreSQL database."""
    if programs() is None:
        pytest.skip("no PostgreSQL server is installed")
    pytest.importorskip("psycopg", reason="the extra postgresql is not installed")
    with ExitStack() as stack:
        folder = stack.enter_context(short_folder())
        try:
            url = stack.enter_context(server(folder))
        except (OSError, LookupError, subprocess.SubprocessError) as problem:
            pytest.skip(f"the PostgreSQL server does not start: {problem}")
        yield url


@pytest.fixture
def make(tmp_path: Path, request: pytest.FixtureRequest) -> Make:
    """Makes a workspace called so whose archive lies in a database of a kind: `make("sqlite")`."""

    def made(kind: str) -> Workspace:
        number = next(_NUMBERS)
        root = tmp_path / f"newsroom{number}"
        newsroom.create(root)
        if kind == "postgresql":
            url = request.getfixturevalue("database")
            with (root / "donghyang.toml").open("a", encoding="utf-8") as settings:
                settings.write(f'\n[archive]\nurl = "{url}"\nschema = "of_test_{number}"\n')
        return open_workspace(root)

    return made


@pytest.fixture(params=DATABASES)
def home(request: pytest.FixtureRequest, make: Make) -> Workspace:
    """A new workspace, once for each kind of database."""
    return make(request.param)
