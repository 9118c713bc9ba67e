"""Kills, full disks, damaged files, a server that is away: nothing half, one clear line, and a way on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests import shell
from tests.archive.conftest import Make
from tests.archive.reports import lay, silent

from donghyang.archive import giving, setup
from donghyang.archive.contents import digest_of_contents
from donghyang.archive.importing import imported, rebuilt
from donghyang.archive.opening import locked, opened
from donghyang.records import CannotProceed
from donghyang.workspace import Workspace, open_workspace

COUNT = 4

_KILLED = """
import os, signal, sys
from pathlib import Path
from donghyang.archive import issues_in, setup, storing
from donghyang.archive.importing import imported
from donghyang.workspace import open_workspace

where, turn = sys.argv[1], int(sys.argv[2])
places = {"before": (issues_in, "put_issue"), "inside": (storing, "_put_articles"), "shelf": (issues_in.shelf, "write")}
module, name = places[where]
work, turns = getattr(module, name), iter(range(99))

def killed(*given):
    made = work(*given) if where != "before" else None
    if next(turns) == turn:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(*given) if where == "before" else made

setattr(module, name, killed)
imported(open_workspace(Path(sys.argv[3])), [Path(file) for file in sys.argv[4:]], lambda *told: None)
"""


def contents(home: Workspace) -> str:
    with opened(home) as archive:
        return digest_of_contents(archive)


def read_all(home: Workspace) -> None:
    """An import, then all that is in the archive: damage shows where it is read."""
    imported(home, (), silent)
    contents(home)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return lay(tmp_path / "back", COUNT)


@pytest.fixture
def whole(make: Make, files: list[Path]) -> str:
    """What an import that nothing disturbs comes to."""
    home = make("sqlite")
    imported(home, files, silent)
    return contents(home)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed so there")
@pytest.mark.parametrize(
    "killed",
    [("sqlite", "before", 1), ("sqlite", "inside", 2), ("sqlite", "shelf", 3), ("postgresql", "inside", 2)],
)
def test_killed_and_run_again_it_is_the_same_archive(
    make: Make, files: list[Path], whole: str, killed: tuple[str, str, int]
) -> None:
    kind, where, turn = killed
    home = make(kind)
    told = [sys.executable, "-c", _KILLED, where, str(turn), str(home.root), *map(str, files)]
    assert subprocess.run(told, check=False).returncode == -9
    if where != "shelf":
        with opened(home) as archive:
            found = list(giving.articles(archive))
        assert len(found) == 2 * turn  # whole issues only
    imported(home, files, silent)
    assert contents(home) == whole
    assert rebuilt(home, silent).same


def test_a_full_disk_is_told_and_leaves_whole_issues(
    make: Make, files: list[Path], whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make("sqlite")
    imported(home, files[:1], silent)
    pages = (home.root / "archive.db").stat().st_size // 4096 + 1
    with monkeypatch.context() as patch:
        patch.setattr(setup, "_PRAGMAS", (*setup._PRAGMAS, f"PRAGMA max_page_count={pages}"))
        with pytest.raises(CannotProceed) as problem:
            imported(home, files, silent)
    assert problem.value.code == "disk-full"
    with opened(home) as archive:
        assert len(list(giving.articles(archive))) % 2 == 0
    imported(home, files, silent)
    assert contents(home) == whole


def test_a_rebuild_that_breaks_off_leaves_the_old_archive(
    home: Workspace, files: list[Path], whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(home, files, silent)
    with monkeypatch.context() as patch:
        patch.setattr("donghyang.archive.importing.put_pages", _break)
        with pytest.raises(KeyboardInterrupt):
            rebuilt(home, silent)
    assert contents(home) == whole
    assert not list(home.root.glob("archive.db.new*"))
    assert rebuilt(home, silent).same


def test_a_rebuild_that_would_lose_an_issue_leaves_the_old_archive(
    home: Workspace, files: list[Path], whole: str
) -> None:
    imported(home, files, silent)
    copy = home.root / "issues/2024-01-12/imported/report-1.txt"
    text = copy.read_text("utf-8")
    for hurt in ("", "회의록\n", None):
        copy.write_text(hurt, "utf-8") if hurt is not None else copy.unlink()
        with pytest.raises(CannotProceed) as problem:
            rebuilt(home, silent)
        assert "2024-01-12" in problem.value.message.ko
        assert contents(home) == whole
    copy.write_text(text, "utf-8")
    assert rebuilt(home, silent).same


def _break(*given: object) -> object:
    raise KeyboardInterrupt


def _garbage(data: bytes) -> bytes:
    return b"no database at all " * 500


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _scratched(data: bytes) -> bytes:
    return data[:4096] + b"\xff" * (len(data) - 4096)


@pytest.mark.parametrize("hurt", [_garbage, _cut, _scratched])
def test_a_damaged_archive_is_told_and_made_again(make: Make, files: list[Path], whole: str, hurt: object) -> None:
    home = make("sqlite")
    imported(home, files, silent)
    path = home.root / "archive.db"
    assert callable(hurt)
    path.write_bytes(hurt(path.read_bytes()))
    with pytest.raises(CannotProceed) as problem:
        read_all(home)
    assert problem.value.code == "archive-damaged"
    assert rebuilt(home, silent).issues == COUNT
    assert contents(home) == whole


@pytest.mark.parametrize(
    "hurt",
    [
        "UPDATE archive_article SET text = CAST(x'eab080ff3031' AS TEXT)",
        "UPDATE archive_article SET record = CAST(x'7bff7d' AS TEXT)",
        "UPDATE archive_fact SET record = CAST(x'7bff7d' AS TEXT) WHERE ledger",
        "UPDATE archive_fact SET record = '{' WHERE ledger",
        "DELETE FROM archive_article",
    ],
)
def test_bytes_that_turned_over_in_a_row_are_told(make: Make, files: list[Path], hurt: str) -> None:
    home = make("sqlite")
    imported(home, files, silent)
    with closing(sqlite3.connect(home.root / "archive.db")) as database, database:
        database.execute(hurt)
    with pytest.raises(CannotProceed) as problem, opened(home) as archive:
        list(giving.ledger(archive, giving.Wanted("target")))
    assert problem.value.code == "archive-damaged"
    assert len(problem.value.message.en) < len(str(home.root)) + 200


def _named_otherwise(data: bytes) -> bytes:
    return data.replace(b"CREATE TABLE ", b"CREATE TABLE\xff").replace(b"archive_article", b"archive_\xe9rticle")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are counted on Linux")
@pytest.mark.parametrize("hurt", [_garbage, _cut, _scratched, _named_otherwise])
def test_no_file_stays_open_for_a_question_of_a_damaged_archive(make: Make, files: list[Path], hurt: object) -> None:
    home = make("sqlite")
    imported(home, files[:1], silent)
    path = home.root / "archive.db"
    assert callable(hurt)
    path.write_bytes(hurt(path.read_bytes()))
    for _ in range(3):
        with pytest.raises(CannotProceed) as problem, opened(home) as archive:
            list(giving.articles(archive))
        assert problem.value.code == "archive-damaged"
    held = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    assert not [name for name in held if name.startswith(str(path))]


def test_the_command_names_the_way_out_of_a_damaged_archive(make: Make, files: list[Path]) -> None:
    home = make("sqlite")
    (home.root / "archive.db").write_bytes(b"no database at all " * 500)
    said = shell.run("import", "-w", home.root, files[0])
    assert said.returncode == 2
    assert "--rebuild" in said.stderr
    assert said.stderr.count("\n") == 1


def test_a_server_that_is_away_is_told_in_one_line(make: Make, tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    home = make("sqlite")
    with (home.root / "donghyang.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[archive]\nurl = "postgresql://nobody@/news?host={tmp_path}"\n')
    with pytest.raises(CannotProceed) as problem:
        imported(open_workspace(home.root), (), silent)
    assert "nobody@" in problem.value.message.ko


def test_an_archive_that_was_never_made_is_told(home: Workspace) -> None:
    with pytest.raises(CannotProceed) as problem, opened(home):
        pass
    assert problem.value.code == "no-archive"


def test_readers_see_whole_issues_while_one_writes(home: Workspace, files: list[Path]) -> None:
    imported(home, files[:1], silent)
    stop, seen, troubles = threading.Event(), [], []

    def read() -> None:
        try:
            while not stop.is_set():
                with opened(home) as archive:
                    found = list(giving.articles(archive))
                seen.append(len(found))
                if any(not one.facts for one in found):
                    troubles.append("an article without its facts")
        except Exception as problem:
            troubles.append(repr(problem))

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    imported(home, files, silent)
    stop.set()
    for reader in readers:
        reader.join()
    assert troubles == []
    assert seen
    assert all(count % 2 == 0 for count in seen)
    with opened(home) as archive:
        assert len(list(giving.articles(archive))) == 2 * COUNT


def test_one_import_at_a_time(make: Make, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from donghyang.archive.opening import locked

    home = make("sqlite")
    monkeypatch.setattr(setup, "PATIENCE", 0)
    with locked(home), pytest.raises(CannotProceed):
        imported(home, files, silent)
    assert imported(home, files, silent).issues == COUNT


def test_an_archive_that_was_never_filled_is_told_and_answers_nothing(make: Make) -> None:
    home = make("sqlite")
    (home.root / "archive.db").touch()
    with pytest.raises(CannotProceed, match="empty") as told, opened(home):
        pass
    assert told.value.code == "no-archive"
    assert not (home.root / "archive.db").stat().st_size  # asking makes no tables
    with opened(home, create=True):
        pass
    with pytest.raises(CannotProceed, match="empty"), opened(home):
        pass


def test_an_archive_that_is_being_filled_is_told(make: Make) -> None:
    home = make("sqlite")
    with opened(home, create=True), locked(home), pytest.raises(CannotProceed, match="another import"), opened(home):
        pass
