"""`ask --model`: a model answers over lines of the archive alone, and what they do not say is not answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from tests.archive.reports import silent
from tests.endpoint import Endpoint, completion, endpoint, sent
from tests.modelled import furnish
from tests.terminal.conftest import Shell

from donghyang import newsroom
from donghyang.archive.importing import imported
from donghyang.workspace import open_workspace

ISSUES = Path(__file__).parents[1] / "archive" / "answers" / "issues"
REPLIES: dict[str, tuple[str | None, str]] = {}
"""What the model says to a question, and words of the line it says it of."""


def _reply(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    given = json.loads(asked["messages"][1]["content"])
    said, words = REPLIES[given["question"]]
    rests = [one["id"] for one in given["passages"] if words in one["text"]][:1]
    sent(handler, completion(json.dumps({"answer": said, "rests_on": rests}, ensure_ascii=False)))


@pytest.fixture(scope="module")
def server() -> Iterator[Endpoint]:
    with endpoint(_reply) as running:
        yield running


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, server: Endpoint) -> Path:
    root = tmp_path_factory.mktemp("newsroom") / "newsroom"
    newsroom.create(root)
    furnish(root, server.url)
    imported(open_workspace(root), sorted(ISSUES.glob("2024-03-08.txt")), silent)
    return root


LINE = "연구개발 인력"
CASES = [
    ("칭다오의 해양 분야 인력은 어떤 상태인가?", "해양 분야 연구개발 인력은 1만 2,400명", LINE, True),
    ("칭다오의 해양 분야 인력은 어떠한가?", "해양 분야 연구개발 인력은 2만 4,100명", LINE, False),
    ("칭다오의 해양 분야 인력은 어떻게 되나?", "2031년에 해양 분야 연구개발 인력은 1만 2,400명", LINE, False),
    ("칭다오의 해양 분야 인력은 어떻지?", "상하이자오퉁대학이 해양 분야를 총괄", LINE, False),
    ("칭다오의 해양 분야 인력을 어떻게 보나?", "업계는 앞으로 크게 성장하여 세계를 이끌 전망", LINE, False),
    ("하얼빈의 해양 분야 인력은 어떤 상태인가?", "해양 분야 연구개발 인력은 1만 2,400명", LINE, False),
    ("칭다오의 2019년 해양 분야 인력은 어떤 상태인가?", "해양 분야 연구개발 인력은 1만 2,400명", LINE, False),
    ("칭다오의 해양 분야 인력은 누가 이끄나?", None, LINE, False),
    ("칭다오의 해양 분야 인력은 왜 늘었나?", "해양 분야 연구개발 인력은 1만 2,400명", "아무 줄에도 없는 말", False),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_only_what_the_lines_say_is_taken(case: tuple[str, str | None, str, bool], shell: Shell, home: Path) -> None:
    question, said, line, taken = case
    REPLIES[question] = (said, line)
    done = json.loads(shell("ask", "--model", "--json", "-w", home, question).out)
    assert (done["status"], done["answer"]) == (("answered", said) if taken else ("not_found", None))
    if taken:
        assert LINE in done["sources"][0]["quote"]


def test_what_the_archive_answers_is_not_asked(shell: Shell, home: Path, server: Endpoint) -> None:
    before = len(server.requests)
    done = json.loads(
        shell("ask", "--model", "--json", "-w", home, "칭다오의 해양 분야 연구개발 인력은 몇 명인가?").out
    )
    assert (done["value"], len(server.requests)) == (12400, before)


def test_a_workspace_without_a_model_says_so(shell: Shell, tmp_path: Path) -> None:
    newsroom.create(tmp_path / "bare")
    imported(open_workspace(tmp_path / "bare"), sorted(ISSUES.glob("2024-03-08.txt")), silent)
    done = shell("ask", "--model", "-w", tmp_path / "bare", "칭다오의 인구는 몇 명인가?")
    assert done.code == 2
    assert len(done.err.strip().splitlines()) == 1


def test_an_endpoint_that_is_gone_leaves_the_answer_of_the_archive(shell: Shell, tmp_path: Path) -> None:
    with endpoint(_reply) as gone:
        url = gone.url
    newsroom.create(tmp_path / "gone")
    furnish(tmp_path / "gone", url)
    imported(open_workspace(tmp_path / "gone"), sorted(ISSUES.glob("2024-03-08.txt")), silent)
    done = shell("ask", "--model", "--json", "-w", tmp_path / "gone", "칭다오의 인구는 몇 명인가?")
    assert json.loads(done.out)["status"] == "not_found"
    assert done.err.strip()
