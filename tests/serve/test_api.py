"""The HTTP interface asked by a real client: typed, in pages, tagged, and refused where it must be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.serve.conftest import TODAY, Served

from donghyang import newsroom
from donghyang.serve.api import app
from donghyang.serve.guards import Rates, Rules
from donghyang.serve.reading import Reader
from donghyang.workspace import open_workspace

PLACE = {"issue", "section", "number", "headline", "score", "snippet"}


def test_issues_come_in_pages(served: Served) -> None:
    every = served.get("/issues").json
    assert (every["total"], [one["date"] for one in every["items"]]) == (3, ["2026-03-06", "2024-09-06", "2024-03-08"])
    second = served.get("/issues?offset=1&limit=1").json
    assert (second["total"], second["offset"], second["items"]) == (3, 1, every["items"][1:2])
    assert served.get("/issues?offset=9").json["items"] == []


def test_an_issue_and_one_article(served: Served) -> None:
    listed = served.get("/issues/2024-03-08").json["items"]
    assert [(one["section"], one["number"]) for one in listed] == [("policy", 1), ("policy", 2)]
    article = served.get("/issues/2024-03-08/policy/1").json
    assert article["article"]["headline"] == article["headline"]
    assert {fact["kind"] for fact in article["facts"]} >= {"money", "target", "benefit"}


@pytest.mark.parametrize(
    "path",
    [
        f"/search?q={quote('해양바이오')}",
        "/targets",
        f"/benefits?asking={quote('반도체 중소기업')}",
        "/rankings",
        "/records",
    ],
)
def test_rows_carry_their_place(served: Served, path: str) -> None:
    answer = served.get(path)
    assert answer.status == 200
    assert answer.json["total"] >= len(answer.json["items"]) > 0
    assert all(set(row) >= PLACE for row in answer.json["items"])


def test_listings_are_narrowed(served: Served) -> None:
    assert served.get(f"/targets?region={quote('선전')}").json["total"] == 0
    assert served.get("/targets?due=2031").json["total"] == 0
    assert served.get(f"/rankings?entity={quote('쑤저우')}").json["items"][0]["rows"][0]["rank"] == 2
    (clash,) = served.get("/contradictions").json["items"]
    assert (clash["first_value"], clash["second_value"]) == (50_000_000_000, 62_000_000_000)
    assert served.get(f"/entities?name={quote('쑤저우')}").json["mentions"]


def test_a_question_is_answered_with_its_place(served: Served) -> None:
    answer = served.get(f"/ask?q={quote('쑤저우의 2025년 해양바이오 산업 규모는 얼마인가?')}").json
    assert answer["status"] in ("answered", "not_found", "contradiction")
    assert set(answer) == {"status", "answer", "value", "unit", "sources"}


def test_what_one_has_is_not_sent_again(served: Served) -> None:
    tag = served.get("/issues").headers["etag"]
    assert served.get("/issues", **{"If-None-Match": tag}).status == 304
    assert served.get("/issues", **{"If-None-Match": f'"x", W/{tag}'}).status == 304
    assert served.get("/issues", **{"If-None-Match": '"x"'}).status == 200
    assert served.get("/records").headers["etag"] != tag


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/issues/1999-01-01", 404),
        ("/issues/2024-03-08/brief/1", 404),
        ("/nowhere", 404),
        ("/issues/yesterday", 422),
        ("/issues/2024-03-08/policy/-1", 422),
        ("/search", 422),
        ("/search?q=", 422),
        (f"/search?q={'x' * 500}", 422),
        ("/issues?limit=0", 422),
        ("/issues?offset=-1", 422),
        ("/targets?due=soon", 400),
        ("/targets?since=2024", 422),
        ("/targets?until=0", 422),
        ("/records?since=1709856000", 422),
        ("/issues/1709856000", 422),
    ],
)
def test_what_cannot_be_answered_says_why(served: Served, path: str, status: int) -> None:
    answer = served.get(path)
    assert answer.status == status
    assert answer.json


def test_nothing_can_be_written(served: Served) -> None:
    schema = served.get("/openapi.json").json
    assert {method for path in schema["paths"].values() for method in path} == {"get"}


def test_another_name_of_this_machine_is_refused(served: Served) -> None:
    """A page in a browser that points its own name at this machine gets nothing."""
    assert served.get("/issues", Host="evil.example").status == 400
    assert served.get("/issues", Host="localhost:1").status == 200


def test_a_token_is_asked_for(serving: Callable[[Rules], Served]) -> None:
    closed = serving(Rules(token="a-token-of-this-test"))
    assert closed.get("/issues").status == 401
    assert closed.get("/issues", Authorization="Bearer wrong").status == 401
    assert closed.get("/issues", Authorization="Bearer a-token-of-this-test").status == 200


def test_who_asks_too_often_is_told_when_to_come_back(serving: Callable[[Rules], Served]) -> None:
    slow = serving(Rules(per_minute=2))
    assert [slow.get("/issues").status for _ in range(3)] == [200, 200, 429]
    assert int(slow.get("/issues").headers["retry-after"]) >= 1


def test_a_bucket_fills_with_time() -> None:
    now = [0.0]
    rates = Rates(60, lambda: now[0])
    assert [rates.wait("a") for _ in range(60)] == [0.0] * 60
    assert rates.wait("a") == pytest.approx(1.0)
    assert rates.wait("b") == 0.0
    now[0] = 2.0
    assert [rates.wait("a") > 0 for _ in range(3)] == [False, False, True]


def test_many_addresses_are_not_kept_without_end() -> None:
    rates = Rates(1, lambda: 0.0)
    for number in range(20_000):
        rates.wait(f"2001:db8::{number:x}")
    assert len(rates._left) <= 4096
    assert rates.wait(f"2001:db8::{19_999:x}") > 0


def test_nothing_of_this_machine_is_told(tmp_path: Path) -> None:
    """Where the archive lies, and what its database says of itself, stays here."""
    newsroom.create(tmp_path / "newsroom")
    home = open_workspace(tmp_path / "newsroom")
    client = TestClient(app(Reader(home, lambda: TODAY), Rules()), base_url="http://localhost")
    for make in (lambda: None, lambda: (home.root / "archive.db").write_bytes(b"no database" * 100)):
        make()
        answer = client.get("/issues")
        assert answer.status_code == 503
        assert str(tmp_path) not in answer.text
        assert set(answer.json()["error"]) == {"ko", "en"}
