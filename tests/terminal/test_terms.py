"""The newsroom's termbase at the shell: rows that are not used are told, and a term that a draft asks for works."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

DAY = "2024-06-14"
PAGE = (
    "DATE: 2024-06-12\nTITLE: 青州璇衡研究院发布人工智能芯片\n\n"
    "青州璇衡研究院发布人工智能芯片，算力提升3倍。院长曾毅发布人工智能芯片。\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    root = tmp_path / "newsroom"
    assert run("new", root, cwd=tmp_path).returncode == 0
    (root / "pages" / "inbox" / "a.txt").write_text(PAGE, "utf-8")
    return root


def week(home: Path) -> Any:
    done = run("weekly", "--json", "--date", DAY, cwd=home)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def draft(home: Path) -> str:
    return re.sub("<[^>]+>", "", (home / "issues" / DAY / "draft.html").read_text("utf-8"))


def asked(home: Path) -> list[tuple[str, str]]:
    """(Korean, Chinese) of the names that the draft wants looked at."""
    return re.findall(r"용어집에 없는 이름의 표기를 확인하십시오: ([가-힣 ]+)\(([一-鿿]+)\)", draft(home))


def add(home: Path, *rows: str) -> None:
    with (home / "terms.csv").open("a", encoding="utf-8") as out:
        out.writelines(f"{row}\n" for row in rows)


def test_the_terms_that_a_draft_asks_for_work_at_the_next_run(home: Path) -> None:
    week(home)
    names = dict.fromkeys(zh for _, zh in asked(home))
    assert "青州璇衡研究院" in names
    add(home, *(f"{zh},새 이름{n},{'institution' if zh.endswith('院') else 'person'}" for n, zh in enumerate(names)))
    summary = week(home)
    assert summary["terms"] == []
    assert asked(home) == []
    assert "새 이름0" in (home / "issues" / DAY / "draft.txt").read_text("utf-8")


def test_rows_that_are_not_used_are_told_by_weekly_and_check(home: Path) -> None:
    line = len((home / "terms.csv").read_text("utf-8").splitlines())
    add(home, "长风,창펑,company", "华芯,화신,", "海纳,하이나,firm", '天工,"톈궁,company', "长风,장풍,company")
    lines = [line + 2, line + 3, line + 4, line + 5]
    done = run("weekly", "--json", "--date", DAY, cwd=home)
    assert [row["line"] for row in json.loads(done.stdout)["terms"]] == lines
    told = [f"terms.csv:{number}:" in done.stderr for number in lines]
    assert all(told)
    done = run("check", "--json", f"issues/{DAY}/draft.txt", cwd=home)
    json.loads(done.stdout)
    assert [f"terms.csv:{number}:" in done.stderr for number in lines] == told
    assert len(done.stderr.splitlines()) == len(lines)
    assert run("weekly", "--strict", "--date", DAY, cwd=home).returncode == 1
