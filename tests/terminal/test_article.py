"""`draft --article N`: an article written anew in its file, and what keeps it from being written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.endpoint import Endpoint, endpoint, says, status
from tests.modelled import DAY, LIE, SECRET, TRUE, article, furnish, report
from tests.terminal.conftest import Ran, Shell

MINE = "편집자가 쓴 줄: 시험장 착공을 서두름"


@pytest.fixture
def home(tmp_path: Path, shell: Shell) -> Path:
    assert shell("new", tmp_path / "newsroom").code == 0
    return tmp_path / "newsroom"


def begun(shell: Shell, home: Path, server: Endpoint) -> Path:
    """A worksheet of the rules, to which an editor has added a line."""
    furnish(home, server.url, reread=False)
    assert shell("weekly", "-w", home, "--date", DAY, "--no-model").code == 0
    file = home / "issues" / DAY / "report.txt"
    file.write_text(report(home).replace("\n● ", f"\n● {MINE}\n● ", 1), "utf-8")
    return file


def anew(shell: Shell, file: Path, *more: str) -> Ran:
    return shell("draft", file, "--article", 1, *more)


def test_the_editors_line_stays_and_the_rest_is_the_models(home: Path, shell: Shell) -> None:
    with endpoint(says(article(TRUE))) as server:
        file = begun(shell, home, server)
        first = anew(shell, file)
        text = report(home)
        again = anew(shell, file)
        assert len(server.requests) == 1
        asked = json.loads(server.requests[0]["messages"][1]["content"])
    assert asked["kept"] == [MINE]
    assert (first.code, again.code) == (0, 0)
    assert (first.err, again.err) == ("", "")
    assert f"● {MINE}" in text
    assert f"● {TRUE}" in text
    assert "?? " not in text
    assert report(home) == text
    week = shell("weekly", "-w", home, "--date", DAY, "--no-model")
    assert (week.code, "근거 없는 줄" in week.out) == (0, False)
    assert all(SECRET.encode() not in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_lie_becomes_a_line_to_write(home: Path, shell: Shell) -> None:
    with endpoint(says(article(LIE))) as server:
        file = begun(shell, home, server)
        ran = anew(shell, file)
    assert ran.code == 1
    assert "싣지 않았습니다" in ran.out
    assert LIE not in report(home)
    assert "?? " in report(home)


def test_an_endpoint_that_fails_leaves_the_file(home: Path, shell: Shell) -> None:
    with endpoint(status(500)) as server:
        file = begun(shell, home, server)
        before = file.read_bytes()
        ran = anew(shell, file)
    assert (ran.code, "(500)" in ran.out, file.read_bytes() == before) == (1, True, True)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--article", "7"), "7번 기사가 없습니다"),
        (("--article", "1", "--section", "technology"), "1번 기사가 없습니다"),
        (("--article", "1", "--section", "policies"), "쓸 수 있는 값"),
    ],
)
def test_no_such_article(home: Path, shell: Shell, more: tuple[str, ...], said: str) -> None:
    with endpoint(says(article(TRUE))) as server:
        file = begun(shell, home, server)
        ran = shell("draft", file, *more)
        assert server.requests == []
    assert (ran.code, said in ran.err, len(ran.err.splitlines())) == (2, True, 1)
