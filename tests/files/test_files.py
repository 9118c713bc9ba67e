"""Files are written whole or not at all, keep their permissions and links, and leave nothing beside them."""

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from donghyang import files
from donghyang.records import CannotProceed

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps neither such permissions nor links for everyone")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    files.write(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


@posix
@pytest.mark.parametrize("data", [b"", b"new", b"new and longer than it was before" * 1000])
def test_all_names_of_a_file_are_written_and_its_permissions_stay(tmp_path: Path, data: bytes) -> None:
    path, other, link = (tmp_path / name for name in ("report.txt", "copy.txt", "link.txt"))
    path.write_bytes(b"old, of some length")
    path.chmod(0o640)
    other.hardlink_to(path)
    link.symlink_to(path)
    assert files.write_all_names(link, data) == link
    assert other.read_bytes() == path.read_bytes() == data
    assert path.samefile(other)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.txt", "link.txt", "report.txt"]


def test_a_file_of_one_name_or_none_is_written_as_any(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        assert files.write_all_names(tmp_path / "a.txt", data).read_bytes() == data
    with pytest.raises(CannotProceed):
        files.write_all_names(tmp_path, b"")


@posix
@pytest.mark.parametrize("at", ["first", "last"])
def test_a_file_of_several_names_that_cannot_be_written_stays_or_stands_whole_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"old")
    (tmp_path / "copy.txt").hardlink_to(path)

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    if at == "first":
        monkeypatch.setattr(files, "write", broken)
    else:
        monkeypatch.setattr(files, "_write_over", broken)
    with pytest.raises(CannotProceed) as refused:
        files.write_all_names(path, b"new")
    beside = list(tmp_path.glob(".*.whole"))
    assert path.read_bytes() == b"old"
    assert [one.read_bytes() for one in beside] == ([] if at == "first" else [b"new"])
    assert all(str(one) in refused.value.message.ko for one in beside)


@posix
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    path, kept = tmp_path / "report.txt", tmp_path / "kept" / "report.txt"
    kept.write_bytes(b"old")
    path.symlink_to(Path("kept") / "report.txt")
    files.write(path, b"new")
    assert path.is_symlink()
    assert kept.read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["kept", "report.txt", "report.txt"]


@posix
def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """A link to a device above all: as an administrator, the program could take the device's place."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    before = {path.name: path.lstat().st_mode for path in tmp_path.iterdir()}
    for name in before:
        with pytest.raises(CannotProceed, match=f"{name}.*no file"):
            files.write(tmp_path / name, b"x")
    assert {path.name: path.lstat().st_mode for path in tmp_path.iterdir()} == before


@posix
@pytest.mark.parametrize("write", [files.write, files.write_all_names])
def test_a_link_that_leads_round_is_told(tmp_path: Path, write: Callable[[Path, bytes], Path]) -> None:
    path = tmp_path / "report.txt"
    path.symlink_to(path)
    with pytest.raises(CannotProceed, match=r"report\.txt"):
        write(path, b"new")
    assert path.is_symlink()


@posix
@pytest.mark.parametrize("write", [files.write, files.write_all_names])
def test_what_a_link_leads_to_is_made(tmp_path: Path, write: Callable[[Path, bytes], Path]) -> None:
    path = tmp_path / "report.txt"
    path.symlink_to("desk.txt")
    write(path, b"new")
    assert path.is_symlink()
    assert (tmp_path / "desk.txt").read_bytes() == b"new"


def test_the_bytes_are_on_the_disk_before_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(opened: int) -> None:
        done.append("sync")
        sync(opened)

    def replaced(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    files.write(tmp_path / "report.txt", b"new")
    assert done[:2] == ["sync", "rename"]


hangul_names = pytest.mark.skipif(sys.getfilesystemencoding() != "utf-8", reason="names can only be ASCII here")


@hangul_names
@pytest.mark.parametrize("name", ["가" * 80 + ".txt", "가" * 83 + ".html"])
def test_a_long_name_in_hangul_can_be_written(tmp_path: Path, name: str) -> None:
    assert files.write(tmp_path / name, b"x").read_bytes() == b"x"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@hangul_names
def test_a_name_that_no_disk_takes_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed) as refused:
        files.write(tmp_path / ("가" * 300), b"x")
    assert "너무 깁니다" in refused.value.message.ko
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.parametrize("name", ["\ud800.txt", "\ud800/report.txt", "report/\udfff/a.txt"])
def test_a_name_in_letters_that_the_system_has_not_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        files.write(tmp_path / name, b"x")
    assert "글자" in refused.value.message.ko
    assert not list(tmp_path.rglob("*.txt"))


def test_trouble_while_tidying_up_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(CannotProceed, match=r"report\.txt"):
        files.write(tmp_path / "report.txt", b"x")


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotProceed, match="permissions"):
            files.write(tmp_path / "report.txt", b"x")
    finally:
        tmp_path.chmod(0o700)


def dead() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_a_killed_run_left_is_swept_and_what_others_write_stays(tmp_path: Path) -> None:
    gone = (f".report.txt.{dead()}.part", f".0123456789ab.{dead()}.part", f".1123456789ab.{os.getpid()}.part")
    kept = (f".2123456789ab.{os.getppid()}.part", "download.part", ".hidden")
    for name in (*gone, *kept):
        (tmp_path / name).write_bytes(b"half")
    old = time.time() - 7200
    os.utime(tmp_path / gone[2], (old, old))
    if os.name == "nt":
        for name in gone:
            os.utime(tmp_path / name, (old, old))
    files.write(tmp_path / "report.txt", b"x")
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "report.txt"}


COUNT = """
import pathlib, sys
from donghyang import files
path = pathlib.Path(sys.argv[1])
for _ in range(25):
    with files.alone(path.parent), files.alone(path.parent):
        files.write(path, str(int(path.read_text()) + 1).encode(), lasting=False)
"""


def test_what_several_programs_add_to_a_file_is_all_there(tmp_path: Path) -> None:
    path = tmp_path / "count.txt"
    path.write_text("0")
    running = [subprocess.Popen([sys.executable, "-c", COUNT, str(path)]) for _ in range(4)]
    assert [one.wait() for one in running] == [0] * 4
    assert path.read_text() == "100"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_who_waits_for_long_is_told_and_what_locks_nothing_waits_for_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(files, "_PATIENCE", 0)
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(CannotProceed, match="another program"), files.alone(tmp_path):
        pytest.fail("not alone")
    os.close(other)
    for folder in (tmp_path, tmp_path / "nowhere"):
        with files.alone(folder):
            pass

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with files.alone(tmp_path):
        pass
