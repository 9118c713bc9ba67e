"""A file that is saved while a stage reads it: what was made of it does not stand for good."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from donghyang.records import Message
from donghyang.stages import Made, Stage, digest, run


@dataclass(frozen=True)
class Desk:
    """A job that reads one file, and what happens to it meanwhile."""

    file: Path
    meanwhile: Callable[[Path], None]


def stage(name: str, work: Callable[[Desk, Made], str], *, reads: bool) -> Stage[Desk]:
    return Stage(
        name,
        Message(name, name),
        str,
        work,
        len,
        (lambda job: digest(job.file.read_bytes())) if reads else (lambda job: ""),
        watched=(lambda job: [job.file]) if reads else (lambda job: []),
    )


def take(desk: Desk, made: Made) -> str:
    desk.meanwhile(desk.file)
    return desk.file.read_text("utf-8")


def swap(file: Path) -> None:
    file.write_text("다른 글", "utf-8")


STAGES = (stage("read", take, reads=True), stage("made", lambda desk, made: str(made["read"]).upper(), reads=False))


def results(file: Path, folder: Path, meanwhile: Callable[[Path], None] = lambda file: None) -> tuple[str, list[bool]]:
    made, done = run(STAGES, Desk(file, meanwhile), folder, "job", lambda stage, made: True)
    return str(made["made"]), [one.fresh for one in done]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("처음 글", "utf-8")
    return path


def test_a_file_left_alone_is_read_once(file: Path, tmp_path: Path) -> None:
    assert results(file, tmp_path / "work") == ("처음 글", [True, True])
    assert results(file, tmp_path / "work") == ("처음 글", [False, False])


@pytest.mark.parametrize("kept_times", [True, False])
def test_what_was_read_of_another_version_is_made_again_when_the_first_comes_back(
    file: Path, tmp_path: Path, kept_times: bool
) -> None:
    before, times = file.read_bytes(), file.stat()
    assert results(file, tmp_path / "work", swap)[0] == "다른 글"
    file.write_bytes(before)
    if kept_times:  # as a sync client or an undo does
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert results(file, tmp_path / "work") == ("처음 글", [True, True])
    assert results(file, tmp_path / "work") == ("처음 글", [False, False])


def test_times_that_stand_still_hide_no_other_version(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that counts every second second."""
    before, told = file.read_bytes(), file.stat()
    real = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path, **more: told if path == file else real(path, **more))
    assert results(file, tmp_path / "work", swap)[0] == "다른 글"
    file.write_bytes(before)
    assert results(file, tmp_path / "work") == ("처음 글", [True, True])


def test_a_file_that_is_away_for_a_moment_is_looked_at_again(file: Path, tmp_path: Path) -> None:
    def blink(path: Path) -> None:
        path.rename(path.with_suffix(".tmp")).rename(path)

    results(file, tmp_path / "work", blink)
    assert results(file, tmp_path / "work")[0] == "처음 글"
