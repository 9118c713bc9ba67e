"""`stories` at the shell: reasons in words, decisions that are kept, watch lists, weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

NEWS = {
    "plan": (
        "国务院印发《氢能产业发展规划》",
        "国务院近日印发规划，到2030年建成加氢站3000座，安排资金120亿元。",
    ),
    "chip": ("东岭大学研制出新型量子芯片", "东岭大学研究团队研制出新型量子芯片，论文今天发表，相干时间提高三倍。"),
    "run": ("北港市马拉松锦标赛开赛", "三万名跑友今天参加北港马拉松，体育迷沿途助威。"),
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    root = tmp_path / "newsroom"
    assert run("new", root).returncode == 0
    for name, (title, text) in NEWS.items():
        page = f"DATE: 2024-03-12\nTITLE: {title}\n\n{text}\n"
        (root / "pages" / "inbox" / f"{name}.txt").write_text(page, "utf-8")
    return root


def told(root: Path, *arguments: str) -> Any:
    done = run("stories", *arguments, "--json", "-w", root)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_a_person_reads_reasons_in_words_and_what_was_left_out(newsroom: Path) -> None:
    said = run("stories", "-w", newsroom).stdout
    assert "국무원 문건 보도" in said
    assert "목표 1개" in said
    assert "뺀 사건 1" in said
    assert "과학기술 밖의 주제" in said
    assert "      run.txt" in said.splitlines()


def test_the_week_names_the_stories_it_left_out_and_the_draft_ends_with_them(newsroom: Path) -> None:
    done = run("weekly", "-w", newsroom, "--json")
    (left,) = json.loads(done.stdout)["left_stories"]
    assert (left["title"], left["pages"], left["reason"]) == (NEWS["run"][0], ["run.txt"], "과학기술 밖의 주제")
    draft = (newsroom / "issues" / "2024-03-12" / "draft.txt").read_text("utf-8")
    assert draft.endswith(f"// {left['id']} {NEWS['run'][0]} (run.txt): 과학기술 밖의 주제\n")
    assert "뺀 사건 1: 과학기술 밖의 주제 1" in run("weekly", "-w", newsroom).stdout
    # What an issue only names as left out it has not told: the next week may still take it.
    told(newsroom, "pin", left["id"])
    assert run("weekly", "-w", newsroom, "--date", "2024-03-15").returncode == 0
    assert "run.txt" in (newsroom / "issues" / "2024-03-15" / "evidence.json").read_text("utf-8")


def test_decisions_are_kept_and_obeyed(newsroom: Path) -> None:
    by_page = {story["pages"][0]: story for story in told(newsroom)}
    assert by_page["plan.txt"]["kind"] == "document news"
    plan, runners = by_page["plan.txt"]["id"], by_page["run.txt"]["id"]
    assert told(newsroom, "skip", plan) == [
        {"action": "skip", "id": plan, "title": NEWS["plan"][0], "parts": [["plan.txt"]]}
    ]
    assert len(told(newsroom, "pin", runners)) == 2
    after = {story["pages"][0]: story for story in told(newsroom)}
    assert after["plan.txt"]["section"] is None
    assert after["run.txt"]["section"] is not None
    assert run("weekly", "-w", newsroom).returncode == 0
    report = (newsroom / "issues" / "2024-03-12" / "evidence.json").read_text("utf-8")
    assert "plan.txt" not in report
    assert [decision["action"] for decision in told(newsroom, "--undo", "pin", plan)] == ["pin"]


def test_merge_and_split(newsroom: Path) -> None:
    ids = [story["id"] for story in told(newsroom)]
    told(newsroom, "merge", *ids[:2])
    merged = next(story for story in told(newsroom) if len(story["pages"]) == 2)
    assert merged["decided"] == ["merge"]
    told(newsroom, "split", merged["id"])
    assert [len(story["pages"]) for story in told(newsroom)] == [1, 1, 1]


def test_watch_lists_are_told(newsroom: Path) -> None:
    (newsroom / "watch.toml").write_text('[[watch]]\nname = "수소"\nwords = ["氢能", "수소에너지"]\n', "utf-8")
    said = run("stories", "-w", newsroom).stdout
    assert "수요 수소: 1" in said
    assert [story["watched"] for story in told(newsroom) if story["watched"]] == [["수소"]]


@pytest.mark.parametrize(
    "arguments",
    [("pin",), ("pin", "nothing"), ("fly", "x"), ("merge", "x"), ("split",), ("--undo", "pin"), ("--undo", "pin", "x")],
)
def test_what_cannot_be_decided_is_told_in_one_line(newsroom: Path, arguments: tuple[str, ...]) -> None:
    done = run("stories", *arguments, "-w", newsroom)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert not (newsroom / "stories.json").exists()


def test_outside_of_a_workspace_nothing_is_decided(newsroom: Path, tmp_path: Path) -> None:
    done = run("stories", "pin", "x", "--from", newsroom / "pages" / "inbox", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("watch.toml", "[[watch]]\nwords = ['a']\n"),
        ("watch.toml", "[[watch]]\nname = 'a'\n"),
        ("watch.toml", "[[watch]]\nname = 'a'\nwords = 'b'\n"),
        ("watch.toml", "[[watch]]\nname = 'a'\nyuan = -1\n"),
        ("watch.toml", "[[watch]]\nname = 'a'\nword = ['b']\n"),
        ("watch.toml", "watch = 3\n"),
        ("watch.toml", "[[watch"),
        ("stories.json", "{"),
        ("stories.json", '[{"action": "fly", "id": "a", "title": "b", "parts": []}]'),
        ("donghyang.toml", "[weights]\nnothing = 1\n"),
        ("donghyang.toml", '[weights]\n"issuer central" = "1"\n'),
        ("donghyang.toml", '[weights]\n"issuer central" = 1000\n'),
    ],
)
def test_a_bad_file_is_named_in_one_line(newsroom: Path, name: str, text: str) -> None:
    (newsroom / name).write_text(text, "utf-8")
    done = run("stories", "-w", newsroom)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert name in done.stderr


def test_weights_of_the_workspace_stand_before_ours(newsroom: Path) -> None:
    before = {story["pages"][0]: story["score"] for story in told(newsroom)}
    settings = newsroom / "donghyang.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[weights]\n"issuer central" = 5\n', "utf-8")
    after = {story["pages"][0]: story["score"] for story in told(newsroom)}
    assert after["plan.txt"] > before["plan.txt"] + 2
    assert after["chip.txt"] == before["chip.txt"]
