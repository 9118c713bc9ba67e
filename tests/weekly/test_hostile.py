"""A week beside files that are hostile or unlucky: the others are printed, and nothing is its own input."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from donghyang import collect, press, publish, weekly
from donghyang.records import CannotProceed, Message

DATE = dt.date(2024, 3, 15)
PAGE = (
    "URL: {url}\nDATE: 2024-03-12\nTITLE: 工业和信息化部发布机器人行动方案\n\n"
    "工业和信息化部3月12日发布机器人行动方案，安排6亿元支持骨干企业。\n"
)
EDITED = """\
과학기술 주간동향

I

정책동향

01

우시시, 수소 버스 시범 운행

■ 수소 버스 120대를 시범 운행(3.12)

● 우시시는 수소 버스를 시범 운행

〈노선도〉
![](route.png)
"""


def week(folder: Path) -> weekly.Week:
    issues = folder / "issues"
    return weekly.Week(collect.page_files(folder, issues), issues, date=DATE)


def page(folder: Path, url: str = "https://miit.example/robot") -> Path:
    path = folder / "a.txt"
    path.write_text(PAGE.format(url=url), "utf-8")
    return path


def picture(width: int) -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x7f" * width) * 4)
    head = struct.pack(">IIBBBBB", width, 4, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_an_address_that_no_print_can_follow_is_printed_as_words(tmp_path: Path) -> None:
    page(tmp_path, "https://miit.example/" + "a1/" * 3000)
    summary = weekly.weekly(week(tmp_path))
    assert summary.nothing is None
    assert (tmp_path / "issues" / DATE.isoformat() / "draft.pdf").read_bytes().startswith(b"%PDF-")


HIDDEN = (
    "visibility:hidden", "opacity:0", "font-size:0", "position:absolute;left:-9999px", "color:#fff",
    "height:0;overflow:hidden",
)  # fmt: skip


def test_what_nobody_sees_on_a_page_is_in_no_line_of_the_draft(tmp_path: Path) -> None:
    hidden = "".join(
        f"<p style='{style}'>到2026年机器人产业规模达到{at}77亿元。</p>" for at, style in enumerate(HIDDEN, 1)
    )
    (tmp_path / "a.html").write_text(
        "<html><head><title>工业和信息化部发布机器人行动方案</title>"
        "<style>.aside{display:none}</style></head><body><h1>工业和信息化部发布机器人行动方案</h1><div>2024-03-12</div>"
        f"<div><p>工业和信息化部3月12日发布机器人行动方案，安排6亿元支持骨干企业。</p>{hidden}"
        "<p class='aside'>到2026年机器人产业规模达到977亿元。</p>"
        "<p>到2026年，机器人产业规模达到300亿元，建设5个应用基地。</p></div></body></html>",
        "utf-8",
    )
    weekly.weekly(week(tmp_path))
    draft = (tmp_path / "issues" / DATE.isoformat() / "draft.txt").read_text("utf-8")
    assert "300억" in draft
    assert "77억" not in draft


def test_run_twice_in_one_folder_a_week_does_not_read_itself(tmp_path: Path) -> None:
    page(tmp_path)
    first = weekly.weekly(week(tmp_path))
    again = weekly.weekly(week(tmp_path))
    assert (again.pages, again.left_out) == (first.pages, first.left_out) == (1, ())
    assert not any(stage.fresh for stage in again.stages)


def test_two_runs_over_the_same_issues_do_not_go_on_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(tmp_path)
    work = tmp_path / "issues" / "work"
    work.mkdir(parents=True)
    held = """import sys
from pathlib import Path
from donghyang.files import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    input()"""
    monkeypatch.setattr("donghyang.files._PATIENCE", 0.0)
    with subprocess.Popen(
        [sys.executable, "-c", held, str(work)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as one:
        assert one.stdout is not None
        assert one.stdout.readline().strip() == b"held"
        with pytest.raises(CannotProceed, match="another program"):
            weekly.weekly(week(tmp_path))
        one.communicate(b"\n")
    assert weekly.weekly(week(tmp_path)).pages == 1


def test_the_editors_report_is_printed_though_the_draft_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(EDITED.partition("〈")[0], "utf-8")
    real = publish.render

    def refusing(issue: Any, to: str, **options: Any) -> bytes:
        if options["draft"] != publish.DraftView():
            raise CannotProceed(Message("", "typst refuses"))
        return real(issue, to, **options)

    monkeypatch.setattr(publish, "render", refusing)
    with pytest.raises(CannotProceed, match="refuses"):
        weekly.weekly(week(tmp_path))
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_the_week_prints_no_draft_over_what_was_published(tmp_path: Path) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(EDITED.partition("〈")[0], "utf-8")
    weekly.weekly(week(tmp_path))
    assert "초안" in (folder / "report.html").read_text("utf-8")
    press.put({folder / "report.html": lambda: b"published"}, final=True)
    for _ in range(2):
        summary = weekly.weekly(week(tmp_path))
        assert (folder / "report.html").read_bytes() == b"published"
        assert [left.file for left in summary.left_out] == ["report.html"]
        assert str(folder / "report.html") in summary.files
    assert not any(stage.fresh for stage in summary.stages)


def test_a_picture_that_is_exchanged_is_printed_anew(tmp_path: Path) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(EDITED, "utf-8")
    (folder / "route.png").write_bytes(picture(8))
    weekly.weekly(week(tmp_path))
    before = (folder / "report.pdf").read_bytes()
    assert not weekly.weekly(week(tmp_path)).stages[-1].fresh
    (folder / "route.png").write_bytes(picture(16))
    assert weekly.weekly(week(tmp_path)).stages[-1].fresh
    assert (folder / "report.pdf").read_bytes() != before


@pytest.mark.parametrize("name", ["report.pdf", "report.html", "draft.pdf", "draft.html"])
def test_a_week_prints_over_nothing_that_it_did_not_make(tmp_path: Path, name: str) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(EDITED.partition("〈")[0], "utf-8")
    (folder / name).write_bytes(b"a colleague's")
    for _ in range(2):
        summary = weekly.weekly(week(tmp_path))
        assert (folder / name).read_bytes() == b"a colleague's"
        assert [left.file for left in summary.left_out] == [name]
        assert str(folder / name) not in summary.files
        assert len(summary.files) == 6
    (folder / name).unlink()
    summary = weekly.weekly(week(tmp_path))
    assert summary.left_out == ()
    assert str(folder / name) in summary.files
    (folder / name).write_bytes(b"a colleague's, made of the print")
    assert [left.file for left in weekly.weekly(week(tmp_path)).left_out] == [name]
    assert (folder / name).read_bytes() == b"a colleague's, made of the print"


def test_a_draft_that_somebody_changed_is_kept_aside(tmp_path: Path) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    folder.mkdir(parents=True)
    (folder / "draft.txt").write_text("내 글\n", "utf-8")
    weekly.weekly(week(tmp_path))
    assert (folder / "draft.changed.txt").read_text("utf-8") == "내 글\n"
    (folder / "draft.txt").write_text("다시 쓴 글\n", "utf-8")
    summary = weekly.weekly(week(tmp_path))
    assert (folder / "1-draft.changed.txt").read_text("utf-8") == "다시 쓴 글\n"
    assert "draft.changed.txt" in [left.file for left in summary.left_out]


def test_a_draft_that_nobody_changed_has_no_copy(tmp_path: Path) -> None:
    page(tmp_path)
    for title in ("", "다른 "):
        (tmp_path / "a.txt").write_text(
            PAGE.format(url="https://miit.example/robot").replace("6亿", f"{6 + len(title)}亿")
        )
        weekly.weekly(week(tmp_path))
    assert not list((tmp_path / "issues" / DATE.isoformat()).glob("*changed*"))


def test_a_folder_of_the_name_is_no_copy(tmp_path: Path) -> None:
    page(tmp_path)
    folder = tmp_path / "issues" / DATE.isoformat()
    (folder / "draft.changed.txt").mkdir(parents=True)
    (folder / "draft.txt").write_text("내 글\n", "utf-8")
    weekly.weekly(week(tmp_path))
    assert (folder / "1-draft.changed.txt").read_text("utf-8") == "내 글\n"


@pytest.mark.parametrize("gone_at", [2, 5])
def test_a_folder_removed_during_the_run_is_told(tmp_path: Path, gone_at: int) -> None:
    """A run never makes a new folder in the place of one that somebody has taken away."""
    page(tmp_path)
    issues = tmp_path / "issues"
    told = 0

    def remove(label: Message, done: int, total: int) -> None:
        nonlocal told
        told += 1
        if told == gone_at:
            shutil.rmtree(issues)

    job = weekly.Week(collect.page_files(tmp_path, issues), issues, date=DATE, progress=remove)
    with pytest.raises(CannotProceed, match="working folder"):
        weekly.weekly(job)
