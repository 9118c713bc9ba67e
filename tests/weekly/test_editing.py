"""A week beside an editor: what is written stays, what comes later is offered, what is open gets less."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from donghyang import collect, newsroom, planning, press, weekly, workspace
from donghyang.stories import stories

DAY = dt.date(2024, 3, 15)
PAGES = {
    "plan": (
        "国务院印发《氢能产业发展规划（2024—2030年）》",
        "国务院近日印发《氢能产业发展规划（2024—2030年）》。\n到2030年，建成加氢站3000座。安排资金120亿元。\n"
        "坚持街坊邻里一盘棋。",
    ),
    "chip": (
        "东岭大学研制出新型量子芯片",
        "东岭大学研究团队研制出新型量子芯片。\n量子芯片的比特数量达到72个。\n论文近日发表。",
    ),
}
LATER = (
    "工业和信息化部印发《深海装备产业发展行动计划（2024—2026年）》",
    "工业和信息化部印发《深海装备产业发展行动计划（2024—2026年）》。\n到2026年，深海装备产业营业收入达到900亿元。",
)


def put(root: Path, name: str, title: str, text: str) -> None:
    page = f"DATE: 2024-03-12\nTITLE: {title}\nURL: https://news.example/{name}\n\n{text}\n"
    (root / "pages" / "inbox" / f"{name}.txt").write_text(page, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    newsroom.create(tmp_path)
    for name, (title, text) in PAGES.items():
        put(tmp_path, name, title, text)
    return tmp_path


def run(root: Path) -> weekly.Summary:
    files = collect.page_files(root / "pages" / "inbox")
    return weekly.weekly(weekly.Week(files, root / "issues", date=DAY, home=workspace.open_workspace(root)))


def report(root: Path) -> Path:
    return root / "issues" / DAY.isoformat() / "report.txt"


def edit(root: Path, before: str, after: str) -> str:
    text = report(root).read_text("utf-8")
    assert before in text
    report(root).write_text(text.replace(before, after, 1), "utf-8")
    return report(root).read_text("utf-8")


def test_until_it_is_edited_the_report_is_the_draft(root: Path) -> None:
    run(root)
    put(root, "later", *LATER)
    summary = run(root)
    assert summary.additions == ()
    assert report(root).read_bytes() == report(root).with_name("draft.txt").read_bytes()
    assert "深海装备" in report(root).read_text("utf-8")


def test_a_page_that_comes_later_is_offered_and_disturbs_nothing(root: Path) -> None:
    run(root)
    written = edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    put(root, "later", *LATER)
    summary = run(root)
    (one,) = summary.additions
    assert (one.title, one.is_new, one.pages, one.section) == (LATER[0], True, ("later.txt",), "policy")
    assert report(root).read_text("utf-8") == written
    draft = report(root).with_name("draft.txt").read_text("utf-8")
    assert "later.txt: " in draft
    assert run(root).additions == summary.additions


def test_what_was_taken_over_is_offered_no_more(root: Path) -> None:
    run(root)
    edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    put(root, "later", *LATER)
    run(root)
    edit(root, "참고자료\n", "참고자료\n☑ 深海装备产业发展行动计划\nhttps://news.example/later\n")
    assert run(root).additions == ()


def test_a_new_page_of_a_known_story_is_offered_as_such(root: Path) -> None:
    run(root)
    edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    title, text = PAGES["plan"]
    put(root, "again", f"权威发布：{title}", text)
    (one,) = run(root).additions
    assert (one.is_new, one.pages) == (False, ("again.txt",))


def test_a_story_left_out_and_pinned_since_is_offered(root: Path) -> None:
    put(root, "run", "北港市马拉松锦标赛开赛", "三万名跑友今天参加北港马拉松，体育迷沿途助威。")
    (left,) = run(root).left_stories
    edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    home = workspace.open_workspace(root)
    pages = [page.page for page in collect.read_pages(collect.page_files(root / "pages" / "inbox"), {}) if page.page]
    planning.decided(home, "pin", [left.id], stories(pages))
    assert [one.id for one in run(root).additions] == [left.id]


def test_what_is_open_gets_less_as_one_writes(root: Path) -> None:
    first = run(root)
    edit(root, "I\n\n정책동향", "I\n\n정책동향\n\n// 아래 두 줄을 쓸 것")
    edit(root, "\n참고자료", "● ?? 加氢站 3,000곳을 建成\n● ?? 자금 120억 위안을 安排\n\n참고자료")
    counts = [run(root).open]
    for line in ("● ?? 加氢站 3,000곳을 建成", "● ?? 자금 120억 위안을 安排"):
        edit(root, line, "● 수소충전소 3,000곳을 세움")
        counts.append(run(root).open)
    assert counts == [first.open + 2, first.open + 1, first.open]
    held = [one for one in press.held(report(root)) if one.rule == press.OPEN]
    assert len(held) == first.open


def test_lines_keep_their_evidence_through_editing_and_lost_ones_are_told(root: Path) -> None:
    run(root)
    rows = json.loads(report(root).with_name("evidence.json").read_text("utf-8"))
    row = next(one for one in rows if "3,000" in one["text"])
    edit(root, row["text"], row["text"].replace("3,000", "모두 3,000"))
    edit(root, "\n참고자료", "● 로봇 77대를 새로 보급\n\n참고자료")
    summary = run(root)
    (loose,) = summary.loose
    lines = report(root).read_text("utf-8").splitlines()
    assert lines[loose.line - 1] == f"● {loose.text}" == "● 로봇 77대를 새로 보급"
    now = json.loads(report(root).with_name("evidence.json").read_text("utf-8"))
    assert [one["quote"] for one in now if "모두 3,000" in one["text"]] == [row["quote"]]
    assert not any(stage.fresh for stage in run(root).stages)


def test_a_newer_page_that_dates_another_issue_does_not_hide_the_one_in_hand(root: Path) -> None:
    files = collect.page_files(root / "pages" / "inbox")
    home = workspace.open_workspace(root)

    def undated() -> weekly.Summary:
        files = collect.page_files(root / "pages" / "inbox")
        return weekly.weekly(weekly.Week(files, root / "issues", home=home, today=dt.date(2024, 3, 20)))

    weekly.weekly(weekly.Week(files, root / "issues", date=dt.date(2024, 3, 12), home=home))
    begun = root / "issues" / "2024-03-12" / "report.txt"
    page = "DATE: 2024-03-14\nTITLE: {}\n\n{}\n".format(*LATER)
    (root / "pages" / "inbox" / "later.txt").write_text(page, "utf-8")
    assert undated().unfinished == ()
    begun.write_text(begun.read_text("utf-8") + "\n// 편집 중\n", "utf-8")
    summary = undated()
    assert (summary.date, summary.unfinished) == (dt.date(2024, 3, 14), (dt.date(2024, 3, 12),))
    assert run(root).unfinished == ()
    press.put({begun.with_suffix(".html"): lambda: b"<html>"}, final=True)
    assert undated().unfinished == ()


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00", '["chip.txt"'])
def test_a_broken_note_of_what_was_begun_offers_nothing(root: Path, text: str) -> None:
    run(root)
    edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    (report(root).parent / "work" / "begun.json").write_text(text, "utf-8")
    put(root, "later", *LATER)
    assert run(root).additions == ()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff\xfe", b"null"])
def test_broken_evidence_is_made_anew(root: Path, data: bytes) -> None:
    run(root)
    edit(root, "I\n\n정책동향", "// 편집 중\nI\n\n정책동향")
    report(root).with_name("evidence.json").write_bytes(data)
    assert run(root).loose == ()
    assert json.loads(report(root).with_name("evidence.json").read_text("utf-8"))
