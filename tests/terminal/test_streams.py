"""The program on streams that are full, closed or not there, on text that steers terminals, and when it fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.shell import run

from donghyang import newsroom
from donghyang.terminal.commands import main

STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NASTY = "\x1b]0;소유\x07\x1b[2J\x9b31m\u202e조례\u2066를"
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX's devices and shell")


def shell(command: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command line of a POSIX shell; `donghyang` stands for the program."""
    program = f'"{sys.executable}" -m donghyang'
    return subprocess.run(
        ["sh", "-c", command.replace("donghyang", program)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "DONGHYANG_LANG": "en", **more},
        check=False,
        timeout=120,
    )


# ---------------------------------------------------------------- strangers' bytes


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    text = f"URL: https://a.example/1\nDATE: 2024-03-12\nTITLE: 工业和信息化部{NASTY}发布方案\n\n安排6亿元{NASTY}。\n"
    (tmp_path / "inbox" / "a.txt").write_text(text, "utf-8")
    name = "b\x1b[31m\u202e.txt" if os.name != "nt" else "b\u202e.txt"
    (tmp_path / "inbox" / name).write_bytes(b"")
    report = f"과학기술 주간동향\n\nI\n\n정책동향\n\n01\n\n로봇 {NASTY} 조례\n\n● 조례를 조례를 {NASTY} 시행\n"
    (tmp_path / "report.txt").write_text(report, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        "read inbox/a.txt",
        "read report.txt",
        "read --json report.txt",
        "facts inbox/a.txt",
        "facts --json inbox/a.txt",
        "check report.txt",
        "check --diff report.txt",
        "check --json report.txt",
        "check --format sarif report.txt",
        "check --to html report.txt",
        "stories --from inbox",
        "stories --json --from inbox",
    ],
)
def test_nothing_of_a_page_or_a_file_name_steers_the_terminal(nasty: Path, words: str) -> None:
    done = run(*words.split(), cwd=nasty)
    assert done.returncode in (0, 1), done.stderr
    assert not STEERING.search(done.stdout + done.stderr)
    if "json" in words or "sarif" in words:
        json.loads(done.stdout)
    assert not STEERING.search((nasty / "report.marked.html").read_text("utf-8") if "html" in words else "")


def test_an_argument_that_steers_the_terminal_is_told_written_out(tmp_path: Path) -> None:
    for words in (("read", "\x1b[2J\n없는.txt"), ("check", "--select", NASTY, "a.txt"), ("--\x1b[2J",), ("\x9bzzz",)):
        done = run(*words, cwd=tmp_path)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert not STEERING.search(done.stderr)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_names_that_are_no_utf8_can_be_read_back_from_json(tmp_path: Path) -> None:
    for number, name in enumerate((b"\xc5\xeb\xba\xb8.txt", b"\xc5\xeb\xba\xb9.txt")):
        (tmp_path / os.fsdecode(name)).write_text(f"조례를 조례를 시행 {number}\n", "utf-8")
    names = sorted(path.name for path in tmp_path.iterdir())
    found = json.loads(run("check", "--json", *names, cwd=tmp_path).stdout)["findings"]
    assert [finding["file"] for finding in found] == names
    assert "\\udcc5" in run("check", "--to", "html", *names, cwd=tmp_path).stdout
    assert (tmp_path / f"{Path(names[0]).stem}.marked.html").is_file()
    uris = re.findall(r'"uri": "([^"]*)"', run("check", "--format", "sarif", *names, cwd=tmp_path).stdout)
    assert {"%C5%EB%BA%B8.txt", "%C5%EB%BA%B9.txt"} == set(uris)


# ---------------------------------------------------------------- streams


@posix
@pytest.mark.parametrize("words", ["name 北京", "name --json 北京", "check --json a.txt"])
def test_a_full_disk_under_the_answer_is_told(tmp_path: Path, words: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    (tmp_path / "a.txt").write_text("조례를 조례를 시행\n" * 400, "utf-8")
    done = shell(f"donghyang {words} >/dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr == "donghyang: the answer could not be written (No space left on device).\n"


@posix
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("donghyang name 北京 >&-", 0),
        ("donghyang name 北京 2>&-", 0),
        ("donghyang name 北京 <&- >&- 2>&-", 0),
        ("donghyang read nowhere.txt 2>&-", 2),
        ("donghyang read nowhere.txt 2>/dev/full", 2),
        ("donghyang check --fix a.txt >&- 2>&-", 1),
    ],
)
def test_closed_streams_change_no_exit_code_and_write_into_no_file(tmp_path: Path, command: str, code: int) -> None:
    (tmp_path / "a.txt").write_text("조례를 조례를 시행\n", "utf-8")
    done = shell(command, tmp_path)
    assert (done.returncode, "Traceback" in done.stderr, "Exception" in done.stderr) == (code, False, False)
    assert (tmp_path / "a.txt").read_text("utf-8") in ("조례를 조례를 시행\n", "조례를 시행\n")


@posix
def test_who_reads_no_further_ends_the_program_in_silence(tmp_path: Path) -> None:
    """Whether the answer is long or a word, and whoever writes it: the commands, Typer's help, the help's pages."""
    (tmp_path / "a.txt").write_text("조례를 조례를 시행\n" * 3000, "utf-8")
    for words in ("check --json a.txt", "read a.txt", "name 北京", "check --help", "--version"):
        done = shell(f"{{ donghyang {words}; echo $? >&3; }} 3>code | true", tmp_path)
        assert (words, done.stderr, (tmp_path / "code").read_text()) == (words, "", "141\n")


@posix
def test_a_folder_that_was_taken_away_is_told(tmp_path: Path) -> None:
    done = shell("mkdir gone && cd gone && rmdir ../gone && donghyang name 北京", tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "current folder is gone" in done.stderr


@posix
@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_c_locale_reads_names_and_speaks_utf8(tmp_path: Path, locale: dict[str, str]) -> None:
    (tmp_path / "동향.txt").write_text("조례를 조례를 시행\n", "utf-8")
    done = shell("donghyang check --json 동향.txt", tmp_path, **locale)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["findings"][0]["text"] == "조례를 조례를"
    assert "베이징" in shell("donghyang name 北京", tmp_path, **locale).stdout


def ended(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Any:
    monkeypatch.setattr(sys, "argv", ["donghyang", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_program_without_streams_does_its_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert ended(monkeypatch, "new", "newsroom") == 0
    assert ended(monkeypatch, "weekly", "-w", "newsroom") == 2
    assert (tmp_path / "newsroom" / "donghyang.toml").is_file()


# ---------------------------------------------------------------- faults


@pytest.mark.parametrize(
    "fault", [KeyError("까닭"), RecursionError(), AssertionError(), UnicodeError("x"), ValueError()]
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_fault_is_one_line_that_says_where_its_details_are(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Exception,
    inside: bool,
) -> None:
    def fail(*_: object) -> None:
        raise fault

    if inside:
        newsroom.create(tmp_path)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("donghyang.guard.document", fail)
    assert ended(monkeypatch, "facts", "a.txt") == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    kept = list((tmp_path / ("issues/work" if inside else "temporary")).glob("*fault-*.txt"))
    assert len(kept) == 1
    assert str(kept[0]) in said.err
    assert f"{type(fault).__name__}" in said.err
    details = kept[0].read_text("utf-8")
    assert "Traceback" in details
    assert "'a.txt'" in details


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (MemoryError(), "메모리가 모자랍니다"),
        (PermissionError(13, "Permission denied", "/srv/terms.csv"), "/srv/terms.csv: 시스템이 거절했습니다"),
        (OSError(5, "Input/output error"), "답을 다 쓰지 못했습니다(Input/output error)"),
    ],
)
def test_what_the_machine_refuses_is_no_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], problem: Exception, said: str
) -> None:
    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr("donghyang.terminal.console.language", lambda: "ko")
    monkeypatch.setattr("donghyang.guard.document", fail)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert ended(monkeypatch, "facts", "a.txt") == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
