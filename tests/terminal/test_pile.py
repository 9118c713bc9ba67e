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


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
@pytest.mark.parametrize(("count", "lost"), [(2, (0,)), (PILE, (0, PILE - 2))])
def test_files_that_cannot_be_read_are_told_and_the_rest_is_checked(
    files: list[Path], form: str, count: int, lost: tuple[int, ...]
) -> None:
    asked, told = files[:count], [str(files[number]) for number in lost]
    files[lost[0]].unlink()
    for number in lost[1:]:
        files[number].write_bytes(b"")
    done = run("check", "--format", form, *asked)
    assert done.returncode == 2
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == told
    kept = [str(file) for file in asked if str(file) not in told]
    wrong = [file for file in kept if file != str(files[-1])]
    if form == "text":
        assert all(f"{file}:" in done.stdout for file in kept)
    elif form == "json":
        found = json.loads(done.stdout)
        assert [finding["file"] for finding in found["findings"]] == wrong
        assert [left["file"] for left in found["left_out"]] == told
    else:
        log = json.loads(done.stdout)["runs"][0]
        assert len(log["results"]) == len(wrong)
        assert log["invocations"][0]["executionSuccessful"] is False
        assert len(log["invocations"][0]["toolExecutionNotifications"]) == len(told)


def test_where_no_file_can_be_read_there_is_nothing_to_say_of_any(files: list[Path]) -> None:
    for file in files[:2]:
        file.write_bytes(b"")
    done = run("check", *files[:2])
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 2)
    assert json.loads(run("check", "--json", *files[:2]).stdout)["findings"] == []


def test_what_can_be_mended_is_mended_beside_what_cannot(files: list[Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>저장성은 조례를 조례를 시행</p>", "utf-8")
    done = run("check", "--fix", files[0], page, files[1])
    assert done.returncode == 2
    assert [str(page) in line for line in done.stderr.splitlines()] == [True]
    assert not any("조례를 조례를" in file.read_text("utf-8") for file in files[:2])


def test_a_workspace_goes_to_every_process(files: list[Path], tmp_path: Path) -> None:
    home = tmp_path / "donghyang.toml"
    home.write_text('[check]\nignore = ["doubled-word"]\n', "utf-8")
    assert run("check", "--workspace", tmp_path, *files).returncode == 0
