"""Where the archive is, as the settings say it; and what is loaded before anybody asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from donghyang import newsroom
from donghyang.archive.opening import archive_of
from donghyang.records import CannotProceed
from donghyang.workspace import open_workspace


def told(root: Path, line: str) -> Path:
    newsroom.create(root)
    with (root / "donghyang.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n[archive]\n{line}\n")
    return root


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://editor@db.example.org/news",
        "postgres://db.example.org:5433/news?sslmode=require",
        "postgresql:///news?host=/run/postgresql",
    ],
)
def test_the_address_of_a_database_is_taken(tmp_path: Path, url: str) -> None:
    pytest.importorskip("psycopg")
    archive = archive_of(open_workspace(told(tmp_path / "n", f'url = "{url}"')))
    assert (archive.is_sqlite, archive.schema, url in archive.place) == (False, "donghyang", True)


@pytest.mark.parametrize(
    "line",
    [
        'url = "postgresql://editor:secret@db.example.org/news"',
        'url = "postgresql://db.example.org/news?password=secret"',
        'url = "mysql://db.example.org/news"',
        'url = "postgresql://db.example.org"',
        'key = "the secret itself"',
        'schema = "a; drop table issue"',
        'engine = "ray"',
        'place = "here"',
    ],
)
def test_what_no_newsroom_means_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(CannotProceed):
        open_workspace(told(tmp_path / "n", line))


def test_a_password_stands_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("NEWS_PASSWORD", "secret")
    line = 'url = "postgresql://editor@db.example.org/news"\nkey = "NEWS_PASSWORD"'
    archive = archive_of(open_workspace(told(tmp_path / "n", line)))
    assert archive.connection.settings_dict["PASSWORD"] == "secret"
    assert "secret" not in archive.place


def test_no_database_is_loaded_before_it_is_asked_for() -> None:
    modules = "donghyang.terminal.commands, donghyang.proofread, donghyang.archive.opening"
    code = f"import sys, {modules}; sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
