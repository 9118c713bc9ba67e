"""The week asks the proofreader: what it says of a file is what `check` says of it, word for word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

DAY = "2024-03-15"
PAGE = (
    "URL: https://a.example/1\nDATE: 2024-03-12\nTITLE: 工业和信息化部发布机器人行动方案\n\n"
    "工业和信息化部近日发布机器人行动方案，安排3亿元支持机器人产业。\n"
)
EDITED = """\
과학기술 주간동향

I

정책동향

01

공업정보부, 로봇 행동 방안 발표

■ 공업정보부(工业和信息化部)는 로봇 산업에 3억 위안(약 900억 원)을 배정(3.12)

● 공업정보부는 지원 대상을 지원 대상을 넓히기로 결정
 - ?? 机器人产业 3억 위안

과학기술 주간동향

| 발행기관 | 견본연구소
"""
SETTINGS = """\
[[sources]]
name = "saved"
folder = "pages/inbox"

[[rates]]
currency = "CNY"
date = 2024-03-11
won = 190.0

[check]
ignore = ["numeral"]
"""


def week(home: Path) -> Any:
    done = run("weekly", "--json", "--date", DAY, cwd=home)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def checked(home: Path, file: Path, *, cwd: Path) -> Any:
    return json.loads(run("check", "--json", file, cwd=cwd).stdout)["findings"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    root = tmp_path / "newsroom"
    (root / "pages" / "inbox").mkdir(parents=True)
    (root / "donghyang.toml").write_text(SETTINGS, "utf-8")
    (root / "terms.csv").write_text("chinese,korean,kind\n工业和信息化部,공업정보화부,agency\n", "utf-8")
    (root / "pages" / "inbox" / "a.txt").write_text(PAGE, "utf-8")
    (root / "issues" / DAY).mkdir(parents=True)
    (root / "issues" / DAY / "report.txt").write_text(EDITED, "utf-8")
    return root


def test_the_week_says_what_check_says_with_termbase_rates_and_settings(home: Path) -> None:
    file = Path("issues") / DAY / "report.txt"
    said = week(home)["findings"]["report.txt"]
    assert [{**row, "file": ""} for row in said] == [{**row, "file": ""} for row in checked(home, file, cwd=home)]
    assert {"termbase", "dated-rate", "doubled-phrase"} & {row["rule"] for row in said} >= {"termbase", "dated-rate"}


def test_check_says_it_from_outside_of_the_workspace_too(home: Path) -> None:
    file = home / "issues" / DAY / "report.txt"
    inside, outside = (checked(home, file, cwd=place) for place in (home, home.parent))
    assert outside == inside
    assert week(home)["findings"]["report.txt"] == outside


def test_a_finding_accepted_after_the_run_is_gone_from_the_next(home: Path) -> None:
    before = week(home)["findings"]["report.txt"]
    row = next(row for row in before if row["rule"] == "termbase")
    file = home / "issues" / DAY / "report.txt"
    run("check", file, "--accept", f"termbase={row['text']}", "--reason", "관례", cwd=home)
    after = week(home)["findings"]["report.txt"]
    assert after == [other for other in before if (other["rule"], other["text"]) != ("termbase", row["text"])]


def test_lines_still_to_be_written_are_counted(home: Path) -> None:
    assert week(home)["open"] == 1


def test_a_second_run_asks_nobody_and_says_the_same(home: Path) -> None:
    first, second = week(home), week(home)
    assert not any(stage["fresh"] for stage in second["stages"])
    assert second["findings"] == first["findings"]
