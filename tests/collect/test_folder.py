"""A folder of saved pages: every file is read once, and what cannot be read says why."""

import os
from pathlib import Path

import pytest

from donghyang import collect
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
    (folder / "deep" / "공고.hwp").write_bytes(b"x")
    (folder / "자료.ZIP").write_bytes(b"PK")
    others = collect.other_files(folder)
    assert list(others) == ["deep/공고.hwp", "picture.png", "자료.ZIP"]
    assert len(set(others.values())) == 1


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
