"""The week at the shell: its days, what it leaves out, and what it says when there is nothing to print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

from donghyang.records import LeftStory, Message
from donghyang.terminal.week_text import left_out, nothing_to_print, summary_as_text
from donghyang.weekly import Addition, LeftOut, LooseLine, Summary

BODY = "工业和信息化部发布人工智能行动方案，安排{n}亿元支持算力中心建设。\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    days = ("2019-09-07", "2021-05-01", "2024-03-02", "2024-03-12")
    for number, day in enumerate(days, 2):
        head = f"DATE: {day}\nTITLE: 工业和信息化部发布第{number}号人工智能行动方案\n\n"
        (folder / f"{day}.txt").write_text(head + BODY.format(n=number), "utf-8")
    (folder / "사진.png").write_bytes(b"\x89PNG")
    (folder / "공고.hwp").write_bytes(b"x")
    (folder / "empty.html").write_bytes(b"")
    return folder


def files(summary: Any) -> set[str]:
    return {left["file"] for left in summary["left_out"]}


def test_a_folder_follows_the_same_fourteen_days_back_from_its_newest_page(inbox: Path, tmp_path: Path) -> None:
    done = run("weekly", "--json", "--from", inbox, cwd=tmp_path)
    summary = json.loads(done.stdout)
    assert (done.returncode, summary["date"], summary["dated_by"]) == (0, "2024-03-12", "newest page")
    assert (summary["days"], summary["pages"]) == (14, 2)
    assert files(summary) == {"2019-09-07.txt", "2021-05-01.txt", "사진.png", "공고.hwp", "empty.html"}
    assert all(set(left) == {"file", "reason"} for left in summary["left_out"])
    said = run("weekly", "--from", inbox, cwd=tmp_path).stdout
    assert "가장 새로운 페이지의 날짜" in said
    assert said.count("오래된 페이지") == 1
    assert "2019-09-07.txt, 2021-05-01.txt" in said


@pytest.mark.parametrize(("days", "pages"), [("2", 1), ("all", 4), ("3650", 4)])
def test_days_change_or_lift_the_range(inbox: Path, tmp_path: Path, days: str, pages: int) -> None:
    summary = json.loads(run("weekly", "--json", "--from", inbox, "--days", days, cwd=tmp_path).stdout)
    assert summary["pages"] == pages


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_page_in_range_says_where_the_dates_lie_and_prints_the_summary(
    inbox: Path, tmp_path: Path, language: str
) -> None:
    asked = ("weekly", "--from", inbox, "--date", "2026-01-05")
    done = run(*asked, cwd=tmp_path, language=language)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert all(words in done.stderr for words in ("2019-09-07", "2024-03-12", "--date", "--days all"))
    done = run(*asked, "--json", cwd=tmp_path, language=language)
    summary = json.loads(done.stdout)
    assert (done.returncode, summary["nothing"], summary["pages"]) == (2, "no pages", 0)
    assert len(summary["left_out"]) == 7
    assert not (tmp_path / "issues" / "2026-01-05" / "report.txt").exists()


def test_a_folder_without_pages_says_so_with_its_summary(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.zip").write_bytes(b"PK")
    done = run("weekly", "--json", "--from", "inbox", "--date", "2024-03-12", cwd=tmp_path)
    assert (done.returncode, files(json.loads(done.stdout))) == (2, {"a.zip"})
    assert ".html" in done.stderr


def test_stories_filter_by_age_only_when_asked_and_name_every_file(inbox: Path, tmp_path: Path) -> None:
    every = run("stories", "--json", "--from", inbox, "--date", "2024-03-15", cwd=tmp_path)
    assert sorted(name for story in json.loads(every.stdout) for name in story["pages"]) == [
        "2019-09-07.txt",
        "2021-05-01.txt",
        "2024-03-02.txt",
        "2024-03-12.txt",
    ]
    assert [line.split(": ")[1] for line in every.stderr.splitlines()] == ["empty.html", "공고.hwp", "사진.png"]
    some = run("stories", "--json", "--from", inbox, "--days", "20", cwd=tmp_path)
    assert sorted(name for story in json.loads(some.stdout) for name in story["pages"]) == [
        "2024-03-02.txt",
        "2024-03-12.txt",
    ]
    assert "2019-09-07.txt" in some.stderr


@pytest.mark.parametrize("days", ["-1", "many", "4000", "１４", "", "9" * 5_000])
def test_days_are_a_number_or_all(inbox: Path, tmp_path: Path, days: str) -> None:
    done = run("weekly", "--from", inbox, f"--days={days}", cwd=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


# ---------------------------------------------------------------- words


def summary(**given: Any) -> Summary:
    import datetime as dt

    day = dt.date(2024, 3, 15)
    fields: dict[str, Any] = {
        "date": day, "dated_by": "asked", "folder": "issues/2024-03-15", "stages": (), "nothing": None, "days": 14,
        "dates": None, "pages": 0, "left_out": (), "left_stories": (), "stories": 0, "terms": (), "articles": 0,
        "model": None, "doubts": 0, "findings": {}, "open": 0, "loose": (), "additions": (), "unfinished": (),
        "edited": False, "files": (), "collected": None,
    }  # fmt: skip
    return Summary(**(fields | given))


def test_files_left_out_are_grouped_and_a_few_are_named() -> None:
    old, broken = Message("오래되었습니다.", "old."), Message("빈 파일입니다.", "empty.")
    left = (*(LeftOut(f"{n}.html", old) for n in range(81)), LeftOut("x.html", broken))
    lines = [line.ko.strip() for line in left_out(summary(left_out=left))]
    assert lines[0] == "뺀 파일 81: 오래되었습니다."
    assert lines[1] == "0.html, 1.html, 2.html, 3.html, 4.html 외 76개"
    assert lines[2:4] == ["뺀 파일 1: 빈 파일입니다.", "x.html"]
    assert "--json" in lines[4]
    assert list(left_out(summary())) == []


def test_nothing_readable_and_nothing_to_tell_are_said_apart() -> None:
    left = (LeftOut("x.html", Message("빈 파일입니다.", "empty.")),)
    assert "읽을 수 있는 페이지가 없습니다" in nothing_to_print(summary(nothing="no pages", left_out=left)).ko
    assert "기사가 없습니다" in nothing_to_print(summary(nothing="no articles", pages=3)).ko


def test_where_every_story_is_left_out_the_reasons_and_the_way_in_are_told() -> None:
    outside = Message("과학기술 밖의 주제", "a subject outside of science and technology")
    left = tuple(LeftStory(f"s{n}", "农业", (f"{n}.html",), outside) for n in range(2))
    told = nothing_to_print(summary(nothing="no articles", pages=2, left_stories=left))
    assert "과학기술 밖의 주제 2" in told.ko
    assert "stories pin" in told.ko
    assert "outside of science and technology 2" in told.en


def test_what_came_later_and_what_rests_on_nothing_is_told_with_its_place() -> None:
    late = Addition("s1", "制氢基地开工", is_new=True, pages=("a.html",), section="policy", article=3)
    grown = Addition("s2", "芯片", is_new=False, pages=("b.html", "c.html"), section=None, article=None)
    lost = LooseLine(
        41, "로봇 77대", Message("근거로 삼은 페이지가 없습니다: x.html", "its page is not at hand: x.html")
    )
    told = summary(additions=(late, grown), loose=(lost,), edited=True)
    korean = summary_as_text(told, "ko")
    assert "작업을 시작한 뒤 새로 온 사건 1:\n      制氢基地开工 (a.html; draft.txt 정책 03)" in korean
    assert "새 페이지가 온 사건 1:\n      芯片 (b.html, c.html; draft.txt에는 자리가 없음)" in korean
    assert "근거 없는 줄 1: 근거로 삼은 페이지가 없습니다: x.html\n      report.txt 41" in korean
    assert "1 new story since you began:" in summary_as_text(told, "en")
    assert "근거 없는" not in summary_as_text(summary(), "ko")
