"""A folder of saved pages: every file is read once, and what cannot be read says why."""

import hashlib
import os
import stat
import sys
from pathlib import Path

import pytest

from donghyang import collect, read
from donghyang.collect.folder import is_link
from donghyang.records import CannotProceed

PAGE = """\
URL: https://a.example/1
DATE: 2024-03-01
TITLE: 浙江启动机器人条例
OUTLET: 浙江日报

浙江省三月一日启动机器人条例。
"""


def filled(folder: Path) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text(PAGE, "utf-8")
    (folder / "deep" / "a.md").write_text("# 标题\n\n正文一段。\n", "utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(PAGE, "utf-8")
    return folder


def test_names_are_paths_below_the_folder_in_order(tmp_path: Path) -> None:
    assert list(collect.page_files(filled(tmp_path))) == ["b.txt", "deep/a.md", "empty.html"]


def test_a_page_keeps_what_its_header_lines_say(tmp_path: Path) -> None:
    page = collect.read_pages(collect.page_files(filled(tmp_path)), {})[0].page
    assert page is not None
    assert (page.name, page.title, str(page.date), page.outlet) == (
        "b.txt",
        "浙江启动机器人条例",
        "2024-03-01",
        "浙江日报",
    )
    assert "URL:" not in page.text


def test_an_unreadable_file_is_kept_with_its_reason(tmp_path: Path) -> None:
    last = collect.read_pages(collect.page_files(filled(tmp_path)), {})[-1]
    assert last.page is None
    assert last.reason is not None
    assert last.reason.ko.startswith("빈 파일입니다.")


def test_files_of_other_kinds_are_named_once_with_one_reason(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    (folder / "deep" / "공고.rtf").write_bytes(b"{\\rtf1 x}")
    (folder / "자료.ZIP").write_bytes(b"PK")
    (folder / "메모").write_text("확장자 없는 글\n", "utf-8")
    others = collect.look_through(folder)[1]
    assert list(others) == [".hidden.txt", "deep/공고.rtf", "picture.png", "메모", "자료.ZIP"]
    assert len(set(others.values()) - {others[".hidden.txt"]}) == 1


def test_hidden_pages_and_folders_are_named_and_what_systems_hide_is_not(tmp_path: Path) -> None:
    for name in (".초안.html", ".git/config", "b.txt", "._b.txt", "._c.txt", ".DS_Store", ".donghyang-prints.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    pages, others = collect.look_through(tmp_path)
    assert list(pages) == ["b.txt"]
    assert list(others) == ["._c.txt", ".git/", ".초안.html"]
    assert "점을 떼십시오" in others[".초안.html"].ko


def test_what_browsers_save_is_found_and_what_lies_beside_it_is_not(tmp_path: Path) -> None:
    names = ["a.shtml", "b.MHTML", "c.mht", "d.webarchive", "e.hwp", "f.hwpx", "noext", "view.do"]
    for name in names:
        (tmp_path / name).write_text("<!DOCTYPE html><html><body><p>正文。</p></body></html>", "utf-8")
    for place in ("a_files", "b.files", "own_files"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "frame.html").write_text("<html><body>广告</body></html>", "utf-8")
    assert list(collect.page_files(tmp_path)) == sorted([*names, "own_files/frame.html"])
    assert list(collect.look_through(tmp_path)[1]) == ["a_files/", "b.files/"]


def test_a_known_file_is_not_read_again_until_its_bytes_change(tmp_path: Path) -> None:
    files = collect.page_files(filled(tmp_path))
    known = {reading.name: reading for reading in collect.read_pages(files, {})}
    fresh: list[str] = []
    collect.read_pages(files, known, lambda reading: fresh.append(reading.name))
    assert fresh == []
    (tmp_path / "b.txt").write_text(PAGE.replace("三月", "四月"), "utf-8")
    collect.read_pages(files, known, lambda reading: fresh.append(reading.name))
    assert fresh == ["b.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="no such folder"):
        collect.page_files(tmp_path / "nowhere")


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read every folder")
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    try:
        with pytest.raises(CannotProceed):
            collect.page_files(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_many_files_are_read_on_all_cores_in_the_same_order(tmp_path: Path) -> None:
    for number in range(230):
        (tmp_path / f"{number:03}.txt").write_text(PAGE.replace("三月一日", f"三月{number}日"), "utf-8")
    (tmp_path / "100.txt").write_bytes(b"")
    files = collect.page_files(tmp_path)
    told: list[str] = []
    readings = collect.read_pages(files, {}, lambda reading: told.append(reading.name))
    assert [reading.name for reading in readings] == list(files) == told
    assert [reading.name for reading in readings if reading.page is None] == ["100.txt"]


# ---------------------------------------------------------------- what is no page of this folder


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@posix
def test_pipes_devices_and_links_out_of_the_folder_are_left_out_by_name(tmp_path: Path) -> None:
    folder = filled(tmp_path / "inbox")
    (tmp_path / "secret.txt").write_text(PAGE, "utf-8")
    (tmp_path / "aside").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.html").symlink_to("/dev/zero")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "away").symlink_to(tmp_path / "aside")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "again.txt").symlink_to(folder / "b.txt")
    (folder / "deep" / "up").symlink_to(folder)
    assert list(collect.page_files(folder)) == ["again.txt", "b.txt", "deep/a.md", "empty.html"]
    others = collect.look_through(folder)[1]
    assert set(others) == {
        *("pipe.txt", "zero.html", "out.txt", "away/", "gone.txt", "round.txt"),
        *("picture.png", ".hidden.txt"),
    }
    assert "pipe" in others["pipe.txt"].en
    assert {others[name].en for name in others if "link" in others[name].en} == {others["out.txt"].en}


def test_a_junction_of_windows_is_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Told:
        st_mode, st_reparse_tag = stat.S_IFDIR, 0xA0000003

    assert not is_link(tmp_path)
    monkeypatch.setattr(Path, "lstat", lambda path: Told())
    assert is_link(tmp_path)


@posix
def test_a_pipe_without_a_writer_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    readings = collect.read_pages({"pipe.txt": tmp_path / "pipe.txt"}, {})
    assert readings[0].page is None


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_names_that_are_no_utf8_stay_apart(tmp_path: Path) -> None:
    names = (b"\xb5\xbf.txt", b"\xb5\xc0.txt", b"\\udcb5\\udcbf.txt")
    for number, name in enumerate(names):
        (tmp_path / os.fsdecode(name)).write_text(PAGE.replace("/1", f"/{number}"), "utf-8")
    readings = collect.read_pages(collect.page_files(tmp_path), {})
    assert {reading.page.url for reading in readings if reading.page} == {f"https://a.example/{n}" for n in range(3)}
    assert {reading.name for reading in readings} == {
        "\\udcb5\\udcbf.txt",
        "\\udcb5\\udcc0.txt",
        "\\\\udcb5\\\\udcbf.txt",
    }
    assert all(reading.name.encode("utf-8") for reading in readings)


def test_a_name_that_steers_the_terminal_is_written_out(tmp_path: Path) -> None:
    if os.name != "nt":
        (tmp_path / "가\x1b[2J\n나.txt").write_text(PAGE, "utf-8")
        assert list(collect.page_files(tmp_path)) == ["가\\u001b[2J\\n나.txt"]


def test_the_programs_own_output_is_not_its_input(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    for issue in ("issues/2024-03-15", "old/2024-03-01"):
        (folder / issue).mkdir(parents=True)
        for name in ("draft.txt", "report.txt", "evidence.json", "draft.html"):
            (folder / issue / name).write_text(PAGE, "utf-8")
    (folder / "b.marked.html").write_text("<p>사본</p>", "utf-8")
    assert list(collect.page_files(folder, folder / "issues")) == ["b.txt", "deep/a.md", "empty.html"]
    assert list(collect.look_through(folder, folder / "issues")[1]) == [
        ".hidden.txt",
        "b.marked.html",
        "old/2024-03-01/",
        "picture.png",
    ]
    with pytest.raises(CannotProceed, match="folder of an issue"):
        collect.page_files(folder / "issues" / "2024-03-15")


# ---------------------------------------------------------------- files that change while they are read


def test_a_page_that_is_away_for_a_moment_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = collect.page_files(filled(tmp_path))
    real = read.bytes_of

    def blinking(path: Path) -> bytes:
        if path.name != "b.txt":
            return real(path)
        away = path.rename(path.with_suffix(".tmp"))
        try:
            return real(path)
        finally:
            away.rename(path)

    monkeypatch.setattr(read, "bytes_of", blinking)
    first = {reading.name: reading for reading in collect.read_pages(files, {})}
    assert (first["b.txt"].page, first["b.txt"].digest) == (None, "")
    monkeypatch.undo()
    assert next(r for r in collect.read_pages(files, first) if r.name == "b.txt").page is not None


def test_a_page_saved_again_while_it_is_read_is_kept_under_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = collect.page_files(filled(tmp_path))
    real, other = read.bytes_of, PAGE.replace("三月一日", "九月九日").encode()

    def swapped(path: Path) -> bytes:
        before = path.read_bytes()
        path.write_bytes(other if path.name == "b.txt" else before)
        try:
            return real(path)
        finally:
            path.write_bytes(before)

    monkeypatch.setattr(read, "bytes_of", swapped)
    first = {reading.name: reading for reading in collect.read_pages(files, {})}
    monkeypatch.undo()
    assert first["b.txt"].digest == hashlib.sha256(other).hexdigest()
    again = next(r for r in collect.read_pages(files, first) if r.name == "b.txt")
    assert again.page is not None
    assert "三月一日" in again.page.text


def test_there_are_never_more_processes_than_windows_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    assert collect.workers() == 61
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert collect.workers() == 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {3}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    assert collect.workers() == 1


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_left_out_by_name(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    (folder / "b.txt").chmod(0)
    (folder / "deep").chmod(0)
    try:
        readings = {reading.name: reading.reason for reading in collect.read_pages(collect.page_files(folder), {})}
    finally:
        (folder / "deep").chmod(0o700)
    assert {name for name, why in readings.items() if why and "may not be read" in why.en} == {"b.txt", "deep/"}
