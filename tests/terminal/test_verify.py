"""`verify` as a person at a shell meets it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests import hostile
from tests.shell import run

SOURCE = "DATE: 2024-03-05\nTITLE: 风电\n\n3月5日，渭河市建成风电场12座，装机45万千瓦。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "true.txt").write_text("웨이허시는 풍력발전소 12개를 건설\n", encoding="utf-8")
    (tmp_path / "false.txt").write_text("웨이허시는 풍력발전소 21개를 건설\n", encoding="utf-8")
    return tmp_path


def test_it_says_by_its_exit_code_whether_all_is_supported(folder: Path) -> None:
    assert run("verify", "true.txt", "source.txt", cwd=folder).returncode == 0
    differs = run("verify", "false.txt", "source.txt", cwd=folder)
    assert differs.returncode == 1
    assert "21개" in differs.stdout
    assert "12座" in differs.stdout


def test_json_is_one_value_of_the_contract(folder: Path) -> None:
    done = run("verify", "false.txt", "source.txt", "--json", cwd=folder)
    (sentence,) = json.loads(done.stdout)["sentences"]
    assert {"text", "start", "end", "status", "claims"} <= sentence.keys()
    claim = next(one for one in sentence["claims"] if one["status"] == "contradicted")
    assert {"text", "start", "end", "kind", "status", "evidence"} <= claim.keys()
    quote = claim["evidence"]
    assert SOURCE[quote["start"] : quote["end"]] == quote["text"]
    assert quote["source"] == "source.txt"


def test_the_copy_lies_beside_the_text(folder: Path) -> None:
    run("verify", "false.txt", "source.txt", "--to", "html", cwd=folder)
    assert "<mark" in (folder / "false.verified.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are no UTF-8")
def test_the_copy_names_a_source_whose_name_is_no_utf8(folder: Path) -> None:
    (folder / "source.txt").rename(folder / os.fsdecode(b"\xff\x1b.txt"))
    done = run("verify", "true.txt", os.fsdecode(b"\xff\x1b.txt"), "--to", "html", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "\\udcff\\u001b.txt" in (folder / "true.verified.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("true.txt",), ("none.txt", "source.txt"), ("true.txt", "none.txt"), ("true.txt", "source.txt", "--to", "pdf")],
)
def test_what_cannot_be_done_is_said_in_one_line(folder: Path, arguments: tuple[str, ...]) -> None:
    done = run("verify", *arguments, cwd=folder)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_in_a_workspace_its_own_pages_are_the_sources(folder: Path) -> None:
    run("new", "room", cwd=folder)
    pages = folder / "room" / "pages" / "inbox"
    (pages / "page.txt").write_text(SOURCE, encoding="utf-8")
    done = run("verify", folder / "true.txt", "--workspace", folder / "room", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit of memory")
def test_a_source_that_costs_too_much_is_refused_in_one_line(folder: Path) -> None:
    (folder / "bomb.pdf").write_bytes(hostile.calls_itself())
    done = run("verify", "true.txt", "bomb.pdf", cwd=folder)
    assert done.returncode == 2
    assert "bomb.pdf" in done.stderr
    assert "memory" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_limits_of_the_workspace_hold_for_the_sources(folder: Path) -> None:
    (folder / "donghyang.toml").write_text("[limits]\nletters = 40\n", encoding="utf-8")
    done = run("verify", "true.txt", "source.txt", cwd=folder)
    assert done.returncode == 2
    assert "letters" in done.stderr
