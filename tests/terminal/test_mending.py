"""`check` mends, shows, accepts and marks the slips of a report as a person asks it to at a shell."""

import json
import os
from pathlib import Path

import pytest
from tests.shell import answer, run
from tests.terminal.texts import REPORT


def test_check_mends_shows_and_accepts(slip: Path) -> None:
    assert "+● 저장성(浙江省)은 3월 1일부터 로봇 조례를 시행" in run("check", slip, "--diff").stdout
    assert "조례를 조례를" in slip.read_text("utf-8")
    words = answer("check", "--json", slip)["findings"][0]["text"]
    assert run("check", slip, "--accept", f"doubled-word={words}", "--reason", "인용문").returncode == 0
    assert run("check", slip).returncode == 0
    (slip.parent / "accepted.toml").unlink()
    run("check", slip, "--fix")
    assert slip.read_text("utf-8") == REPORT
    assert run("check", slip).returncode == 0


def test_accepting_takes_every_file(slip: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "slip.txt"
    other.parent.mkdir()
    other.write_text(slip.read_text("utf-8"), "utf-8")
    words = answer("check", "--json", slip)["findings"][0]["text"]
    accept = ("--accept", f"doubled-word={words}", "--reason", "인용문")
    made = answer("check", slip, other, *accept, "--json")["accepted"]
    assert made == [str(file.parent / "accepted.toml") for file in (slip, other)]
    assert run("check", slip, other).returncode == 0


def test_accepting_for_a_file_that_is_not_there_writes_nothing(slip: Path) -> None:
    done = run("check", slip, slip.with_name("lost.txt"), "--accept", "doubled-word=조례를", "--reason", "인용문")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (slip.parent / "accepted.toml").exists()


def test_mending_makes_the_copy_of_the_mended_text_too(slip: Path) -> None:
    done = run("check", slip, "--fix", "--to", "html")
    copy = slip.parent / "slip.marked.html"
    assert done.stdout.splitlines()[-1] == str(copy)
    assert "조례를 조례를" not in copy.read_text("utf-8")
    assert slip.read_text("utf-8") == REPORT


def test_nothing_is_mended_where_the_copy_cannot_be_made(slip: Path) -> None:
    before = slip.read_bytes()
    assert run("check", slip, "--fix", "--to", "html,papyrus").returncode == 2
    assert slip.read_bytes() == before


def test_showing_the_fixes_makes_the_copy_of_the_text_as_it_is(slip: Path) -> None:
    run("check", slip, "--diff", "--to", "html")
    assert "조례를 조례를" in slip.read_text("utf-8")
    assert (slip.parent / "slip.marked.html").is_file()


def test_mending_with_json_is_one_value(slip: Path) -> None:
    said = answer("check", slip, "--fix", "--json")
    assert said["findings"] == []
    assert [Path(row["file"]) for row in said["changes"]] == [slip]
    assert "changes" not in answer("check", slip, "--json")


def test_check_makes_marked_copies_and_sarif(slip: Path) -> None:
    run("check", slip, "--to", "html,docx")
    assert (slip.parent / "slip.marked.html").is_file()
    assert (slip.parent / "slip.marked.docx").read_bytes().startswith(b"PK")
    log = json.loads(run("check", slip, "--format", "sarif").stdout)
    assert log["runs"][0]["results"][0]["ruleId"] == "doubled-word"


def test_check_selects_ignores_and_explains(slip: Path) -> None:
    assert run("check", slip, "--ignore", "doubled-word").returncode == 0
    assert run("check", slip, "--select", "share-over").returncode == 0
    assert "doubled-word" in run("check", "--explain", "doubled-word").stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_mending_keeps_permissions_and_links(slip: Path) -> None:
    slip.chmod(0o600)
    link = slip.with_name("link.txt")
    link.symlink_to(slip.name)
    assert "+●" in run("check", "--fix", link).stdout
    assert link.is_symlink()
    assert (slip.read_text("utf-8"), slip.stat().st_mode & 0o777) == (REPORT, 0o600)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_file_that_nobody_may_write_is_not_mended(slip: Path, mode: int) -> None:
    """Neither by an administrator, whom no mode stops, nor through its folder, which takes any rename."""
    other = slip.with_name("other.txt")
    other.write_bytes(slip.read_bytes())
    before = slip.read_bytes()
    slip.chmod(mode)
    assert "+●" in run("check", "--diff", slip).stdout
    done = run("check", "--fix", slip, other, language="en")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "slip.txt: is write-protected" in done.stderr
    assert slip.read_bytes() == before
    assert other.read_text("utf-8") == REPORT
    assert slip.stat().st_mode & 0o777 == mode


def test_mending_mends_a_file_under_all_its_names(slip: Path) -> None:
    other = slip.with_name("같은 파일.txt")
    other.hardlink_to(slip)
    run("check", "--fix", slip)
    assert slip.read_text("utf-8") == other.read_text("utf-8") == REPORT
    assert slip.samefile(other)
