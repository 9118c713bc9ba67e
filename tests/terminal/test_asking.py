"""`ask` at the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.archive.reports import silent
from tests.terminal.conftest import Shell

from donghyang import newsroom
from donghyang.archive.importing import imported
from donghyang.workspace import open_workspace

ISSUES = Path(__file__).parents[1] / "archive" / "answers" / "issues"
KNOWN, UNKNOWN = "칭다오의 해양 분야 연구개발 인력은 몇 명인가?", "칭다오의 인구는 몇 명인가?"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newsroom") / "newsroom"
    newsroom.create(root)
    imported(open_workspace(root), sorted(ISSUES.glob("2024-03-*.txt")), silent)
    return root


@pytest.fixture
def home(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(filled)
    return filled


@pytest.mark.usefixtures("home")
def test_an_answer_as_json_and_for_a_person(shell: Shell) -> None:
    done = json.loads(shell("ask", "--json", *KNOWN.split()).out)
    assert list(done) == ["status", "answer", "value", "unit", "sources"]
    assert (done["status"], done["value"], done["unit"]) == ("answered", 12400, "명")
    assert list(done["sources"][0]) == ["issue", "section", "number", "headline", "quote"]
    said = shell("ask", KNOWN).out.splitlines()
    assert said[0] == "1만 2,400명"
    assert said[1].startswith("    2024-03-08 정책동향 2")


def test_a_list_with_an_answer_a_line(shell: Shell, home: Path) -> None:
    (home / "asked.txt").write_text(f"{KNOWN}\n\n{UNKNOWN}\n", "utf-8")
    found = json.loads(shell("ask", "--json", "--lines", home / "asked.txt").out)
    assert [one["status"] for one in found] == ["answered", "not_found", "not_found"]
    assert [one["answer"] for one in found[1:]] == [None, None]
    told = [part.splitlines()[:2] for part in shell("ask", "--lines", home / "asked.txt").out.split("\n\n")]
    assert told[0] == [f"> {KNOWN}", "1만 2,400명"]
    assert told[2][0] == f"> {UNKNOWN}"


@pytest.mark.usefixtures("home")
def test_no_answer_and_two_answers_are_told(shell: Shell) -> None:
    assert shell("ask", UNKNOWN).out.startswith("아카이브에 답이 없습니다.\n가까운 기사:")
    twice = shell("ask", "윈링 녹색연산단지에 설치한 표준 랙은 몇 개인가?").out
    assert twice.startswith("아카이브의 두 호가 다르게 말합니다: 2024-03-08: 18만 개 / 2024-03-15: 21만 개")


def test_a_large_archive_is_asked_by_its_search(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghyang.archive.asking.WHOLE", 0)
    assert json.loads(shell("ask", "--json", KNOWN).out)["answer"] == "1만 2,400명"


@pytest.mark.parametrize("words", [[], ["몇 개인가?", "--lines", "없는.txt"]])
@pytest.mark.usefixtures("home")
def test_a_question_or_a_file_of_them(shell: Shell, words: list[str]) -> None:
    assert shell("ask", *words).code == 2


def test_no_archive_is_told_with_the_next_step(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.create(tmp_path / "empty")
    monkeypatch.chdir(tmp_path / "empty")
    done = shell("ask", KNOWN)
    assert done.code == 2
    assert len(done.err.strip().splitlines()) == 1
