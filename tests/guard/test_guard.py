"""A file that kills its reader costs nothing but itself; what it may cost is named, and can be set."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import pytest
from tests import hostile
from tests.shell import run

from donghyang import collect, guard, read
from donghyang.guard import Guard, ReaderFault
from donghyang.guard import process as front
from donghyang.read.limits import Exceeded, Limits
from donghyang.records import Unreadable

GOOD = hostile.pdf(hostile.words("Jiangsu opens a centre for 12 robot makers."))
SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample" / "pages"


def keeps_memory() -> bool:
    """Whether the system holds a process to a limit of memory, and Python can set it."""
    with contextlib.suppress(ImportError):
        import resource

        return sys.platform == "linux" and hasattr(resource, "RLIMIT_AS")
    return False


linux = pytest.mark.skipif(not keeps_memory(), reason="no limit of memory is kept here")


def test_a_good_file_is_read_as_without_a_guard() -> None:
    for path in sorted(SAMPLE.glob("*.pdf")) + sorted(SAMPLE.glob("*.docx")):
        with Guard() as one:
            assert one.document(path.read_bytes(), path.name) == read.document(path)
            assert one.page(path.read_bytes(), path.name) == read.page(path)


@linux
@pytest.mark.parametrize("make", [hostile.calls_itself, hostile.inflates])
def test_a_file_that_fills_the_memory_is_refused_and_the_next_is_read(make: object) -> None:
    assert callable(make)
    with Guard() as one:
        with pytest.raises(Exceeded) as caught:
            one.document(make(), "bomb.pdf")
        assert caught.value.limit == "memory"
        assert "memory" in caught.value.message.ko
        assert "memory" in caught.value.message.en
        assert "12 robot makers" in one.document(GOOD, "good.pdf").text


def test_refusals_come_back_as_they_are() -> None:
    with Guard() as one:
        with pytest.raises(Unreadable, match="damaged"):
            one.document(GOOD[:-40], "cut.pdf")
        with pytest.raises(Exceeded, match="tags"):
            one.document(hostile.docx("<w:p/>" * 1_100_000), "tags.docx")
        with pytest.raises(Unreadable, match="is empty"):
            one.page(b"", "empty.pdf")


def test_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_START", "import time; time.sleep(600)  # {path}")
    monkeypatch.setattr(front, "_PATIENCE", 0.2)
    with Guard(Limits(seconds=1)) as one, pytest.raises(Exceeded) as caught:
        one.page(GOOD, "slow.pdf")
    assert caught.value.limit == "seconds"


@pytest.mark.skipif(os.name != "posix", reason="a limit of time at work")
def test_work_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = (
        "import sys; sys.path[:] = {path!r}\n"
        "from donghyang.read import formats\n"
        "def endless(data, name, most):\n"
        "    while True: pass\n"
        "formats.page = endless\n"
        "from donghyang.guard.worker import serve; serve()"
    )
    monkeypatch.setattr(front, "_START", endless)
    with Guard(Limits(seconds=1)) as one, pytest.raises(Exceeded) as caught:
        one.page(GOOD, "slow.pdf")
    assert caught.value.limit == "seconds"


def test_a_fault_of_ours_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (
        "import sys; sys.path[:] = {path!r}\n"
        "from donghyang.read import formats\n"
        "def broken(data, name, most):\n"
        "    print('noise')\n"
        "    return [][1]\n"
        "formats.page = broken\n"
        "from donghyang.guard.worker import serve; serve()"
    )
    monkeypatch.setattr(front, "_START", broken)
    with Guard() as one:
        for _ in range(2):
            with pytest.raises(ReaderFault) as caught:
                one.page(GOOD, "a.pdf")
            assert caught.value.kind == "IndexError"
            assert "Traceback" in caught.value.details


def test_plain_text_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_started", lambda: pytest.fail("another process"))
    with Guard() as one:
        assert one.document("□ 개요\n".encode(), "report.txt").text == "□ 개요\n"
        assert one.page("<p>공장이 새로 문을 열었다고 밝혔다.</p>".encode(), "a.html").text


@linux
def test_one_page_takes_no_week_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"제목 {number}\n{number}번 공장이 문을 열었다.\n", "utf-8")
    (tmp_path / "bomb.pdf").write_bytes(hostile.calls_itself())
    (tmp_path / "good.pdf").write_bytes(GOOD)
    (tmp_path / "tags.docx").write_bytes(hostile.docx("<w:p/>" * 1_100_000))
    files = collect.page_files(tmp_path)
    for many in (200, 2):  # one after another, and side by side
        monkeypatch.setattr("donghyang.collect.folder._MANY", many)
        readings = collect.read_pages(files, {}, limits=Limits(memory=200))
        assert [reading.name for reading in readings] == list(files)
        assert {reading.name for reading in readings if reading.page is None} == {"bomb.pdf", "tags.docx"}
        assert all(reading.reason for reading in readings if reading.page is None)


def test_what_was_above_a_limit_is_read_when_the_limit_is_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("제목\n" + "공장이 문을 열었다.\n" * 30, "utf-8")
    files = collect.page_files(tmp_path)
    (refused,) = collect.read_pages(files, {}, limits=Limits(paragraphs=20))
    assert refused.page is None
    (found,) = collect.read_pages(files, {"a.txt": refused})
    assert found.page is not None


def test_the_workspace_says_the_limits(tmp_path: Path) -> None:
    (tmp_path / "donghyang.toml").write_text("[limits]\nparagraphs = 3\n", "utf-8")
    (tmp_path / "a.txt").write_text("한 줄\n" * 5, "utf-8")
    for command in ("read", "facts", "check"):
        done = run(command, tmp_path / "a.txt", language="en")
        assert done.returncode == 2
        assert "the limit paragraphs is 3" in done.stderr
    (tmp_path / "donghyang.toml").write_text("[limits]\nparagraphs = 0\n", "utf-8")
    done = run("check", tmp_path / "a.txt", language="en")
    assert done.returncode == 2
    assert "limits.paragraphs" in done.stderr


def test_the_folder_one_stands_in_is_no_place_for_modules(tmp_path: Path) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit(9)\n", "utf-8")
    (tmp_path / "a.pdf").write_bytes(GOOD)
    code = "from pathlib import Path; from donghyang import guard; print(guard.document(Path('a.pdf')).text)"
    import subprocess

    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "12 robot makers" in done.stdout


def test_a_path_is_read_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    assert guard.document(tmp_path / "a.pdf").name == "a.pdf"
    assert "robot makers" in guard.page(tmp_path / "a.pdf").text
