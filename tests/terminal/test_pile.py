"""A pile of files proofread at once says what the files say one by one, in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.shell import run

from donghyang.proofread import Asked
from donghyang.terminal.printing import Order, print_findings

PILE = 10
"""Enough for several processes."""


def said(file: Path, order: Order) -> str:
    """What one file says by itself, in this process."""
    pieces: list[str] = []
    print_findings([file], Asked(), order, pieces.append)
    return "".join(pieces)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Files that each hold a slip, but for the last, which holds none."""
    paths = [tmp_path / f"{number}.txt" for number in range(PILE)]
    for number, path in enumerate(paths):
        slip = "조례를 조례를" if number < PILE - 1 else "조례를"
        path.write_text(f"- 저장성은 {number + 3}월부터 로봇 {slip} 시행\n", "utf-8")
    return paths


def test_the_lines_are_those_of_the_files_one_by_one(files: list[Path]) -> None:
    done = run("check", *files)
    assert done.returncode == 1
    assert done.stdout == "".join(said(file, Order()) for file in files)


def test_one_json_value_holds_the_findings_in_the_order_of_the_files(files: list[Path]) -> None:
    found = json.loads(run("check", "--json", *files).stdout)
    alone = [json.loads(said(file, Order("json"))) for file in files]
    assert found["findings"] == [finding for one in alone for finding in one["findings"]]
    assert len(found["findings"]) == PILE - 1
    assert (found["stale"], found["skipped"]) == ([], alone[0]["skipped"])


def test_one_sarif_log_holds_them_too(files: list[Path]) -> None:
    found = json.loads(run("check", "--format", "sarif", *files).stdout)
    alone = [json.loads(said(file, Order("sarif"))) for file in files]
    assert found["runs"][0]["results"] == [result for one in alone for result in one["runs"][0]["results"]]
    assert found["runs"][0]["tool"] == alone[0]["runs"][0]["tool"]


def test_a_pile_without_findings_is_still_one_json_value(files: list[Path]) -> None:
    done = run("check", "--json", *[files[-1]] * PILE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []


def test_mending_mends_every_file(files: list[Path]) -> None:
    assert run("check", "--fix", *files).stdout.count("--- ") == PILE - 1
    assert ["조례를 조례를" in file.read_text("utf-8") for file in files] == [False] * PILE


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_file_that_cannot_be_read_ends_the_pile_without_half_a_value(files: list[Path], form: str) -> None:
    files[7].unlink()
    done = run("check", "--format", form, *files)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert files[7].name in done.stderr


def test_a_workspace_goes_to_every_process(files: list[Path], tmp_path: Path) -> None:
    home = tmp_path / "donghyang.toml"
    home.write_text('[check]\nignore = ["doubled-word"]\n', "utf-8")
    assert run("check", "--workspace", tmp_path, *files).returncode == 0
