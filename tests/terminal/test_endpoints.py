"""A week over every kind of broken endpoint and bad reply: a worksheet, one line that says why, no request on the next
run, and the key in no file and no output."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from tests.endpoint import Answer, completion, cut, endless, endpoint, in_turn, raw, says, sent, slow, status
from tests.modelled import DAY, LIE, SECRET, TRUE, article, furnish, report
from tests.terminal.conftest import Ran, Shell

LONGEST_WAIT = 120.0
"""Seconds that a server may make us wait before a request is sent again."""


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds waited before requests were sent again: nobody waits here."""
    seconds: list[float] = []

    async def sleep(time: float) -> None:
        seconds.append(time)

    monkeypatch.setattr("anyio.sleep", sleep)
    return seconds


def newsroom(shell: Shell, home: Path, url: str, **more: Any) -> Path:
    assert shell("new", home).code == 0
    furnish(home, url, **{"reread": False, **more})  # a second reader would ask once more
    return home


def week(shell: Shell, home: Path, *more: str) -> Ran:
    return shell("weekly", "-w", home, "--date", DAY, *more)


def told(home: Path, *ran: Ran) -> bytes:
    """All that a person or a program could see: every file of the newsroom, and what was said."""
    files = (path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
    return b"\n".join([*files, *(f"{one.out}{one.err}".encode() for one in ran)])


# ---------------------------------------------------------------- endpoints that fail


def redirected(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    there = f"http://{handler.headers['host']}/elsewhere/chat/completions"
    sent(handler, b"", status=307, headers={"location": there})


def echo(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    sent(handler, completion(article(TRUE, f"열쇠는 {handler.headers['authorization']}")))


def echo_in_a_fault(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
    said = {"error": {"message": f"bad key {handler.headers['authorization']}"}}
    sent(handler, json.dumps(said).encode(), status=401)


NOT_THE_SHAPE = "정해진 꼴이 아닙니다"
NO_MODEL = "model.url이 맞는지"
ENGLISH = {"text": "The province released an action plan", "rests_on": ["s1"]}
BROKEN: dict[str, tuple[Answer, str]] = {
    "slow": (slow, "model.seconds"),
    "429": (status(429), "(429)"),
    "429 for an hour": (status(429, retry_after="3600"), "(429)"),
    "429 until a day": (status(429, retry_after="Wed, 21 Oct 2099 07:28:00 GMT"), "(429)"),
    "429 until nobody knows": (status(429, retry_after="soon"), "(429)"),
    "500": (status(500), "(500)"),
    "503": (status(503, retry_after="0"), "(503)"),
    "key not taken": (status(401), "DONGHYANG_MODEL_KEY"),
    "key told back in a fault": (echo_in_a_fault, "DONGHYANG_MODEL_KEY"),
    "key told back in a reply": (echo, "열쇠가 들어"),
    "not found": (status(404), "(404)"),
    "request not taken": (status(400), "(400)"),
    "teapot": (status(418), "(418)"),
    "redirect": (redirected, "(307)"),
    "redirect to nowhere": (status(302, location="//"), "(302)"),
    "another status": (status(204), NO_MODEL),
    "nothing": (raw(b""), NO_MODEL),
    "cut in mid-reply": (cut, "닿지 못했습니다"),
    "endless": (endless, "model.characters"),
    "a page of HTML": (raw(b"<html>busy</html>", content_type="text/html"), NO_MODEL),
    "JSON of another kind": (raw(b"[1, 2]"), NO_MODEL),
    "null": (raw(b"null"), NO_MODEL),
    "deep JSON": (raw(b"[" * 20_000), NO_MODEL),
    "no choices": (raw(b'{"choices": []}'), NO_MODEL),
    "choices of another kind": (raw(b'{"choices": [1]}'), ""),
    "no message": (raw(b'{"choices": [{"index": 0}]}'), ""),
    "not compressed as it says": (raw(b"plain", content_encoding="gzip"), ""),
    "no text": (says(""), NOT_THE_SHAPE),
    "prose": (says("물론입니다! 여기 기사가 있습니다."), NOT_THE_SHAPE),
    "another shape": (says('{"title": "x"}'), NOT_THE_SHAPE),
    "null as text": (says("null"), NOT_THE_SHAPE),
    "a shape with other kinds": (says('{"headline": 1, "lead": [], "bullets": {}}'), NOT_THE_SHAPE),
    "cut text": (says(article(TRUE)[:80], finish="length"), ""),
    "filtered": (says("", finish="content_filter"), ""),
    "English": (says(json.dumps({"headline": ENGLISH, "lead": ENGLISH, "bullets": [ENGLISH]})), "확인된 것이 없습니다"),
    "ids of nothing": (
        says(article(TRUE, rests_on="s99", lead={"text": "발표함", "rests_on": ["x"]})),
        "확인된 것이 없습니다",
    ),
    "nothing said": (says(article(lead={"text": "", "rests_on": []})), "확인된 것이 없습니다"),
}


@pytest.mark.parametrize(("answer", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_endpoint_leaves_a_worksheet_and_one_line(
    answer: Answer, said: str, tmp_path: Path, shell: Shell, waited: list[float]
) -> None:
    seconds = 1 if answer is slow else 60
    with endpoint(answer) as server:
        home = newsroom(shell, tmp_path / "newsroom", server.url, seconds=seconds, characters=5_000, retries=1)
        first = week(shell, home)
        sends = len(server.requests)
        again = week(shell, home)
        assert len(server.requests) == sends
    assert (first.code, again.code, first.err, again.err) == (0, 0, "", "")
    (line,) = [one for one in first.out.splitlines() if "규칙으로 썼습니다" in one]
    assert said in line
    assert line in again.out
    assert "저장성" in report(home)
    assert report(home) == report(home, "draft.txt")
    assert 0 < sends <= 2  # a fault is tried again once, and so is a reply of another shape
    assert all(seconds <= LONGEST_WAIT for seconds in waited)
    assert SECRET.encode() not in told(home, first, again)


def test_nobody_listens(tmp_path: Path, shell: Shell) -> None:
    with endpoint(says("")) as server:
        home = newsroom(shell, tmp_path / "newsroom", server.url)
    ran = week(shell, home)
    assert (ran.code, ran.out.count("모델에 닿지 못했습니다")) == (0, 1)
    assert SECRET.encode() not in told(home, ran)


@pytest.mark.parametrize("name", ["no.such.host.invalid", "127.0.0.1:1", "[::1]:1", "127.0.0.1:99999", "[", "%"])
def test_an_address_of_nothing(name: str, tmp_path: Path, shell: Shell) -> None:
    ran = week(shell, home := newsroom(shell, tmp_path / "newsroom", f"http://{name}/v1"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("규칙으로 썼습니다") == 1
    assert SECRET.encode() not in told(home, ran)


@pytest.mark.parametrize("key", ["", " ", "열쇠", "sk-line\nend", "sk-" + "x" * 5_000])
def test_a_key_that_is_none(key: str, tmp_path: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHYANG_MODEL_KEY", key)
    with endpoint(status(401)) as server:
        ran = week(shell, home := newsroom(shell, tmp_path / "newsroom", server.url))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("규칙으로 썼습니다") == 1
    assert len(key.strip()) < 3 or key.encode() not in told(home, ran)


# ---------------------------------------------------------------- replies with something wrong


BAD_LINES: dict[str, dict[str, object]] = {
    "figure": {"text": LIE, "rests_on": ["s3"]},
    "id of nothing": {"text": TRUE, "rests_on": ["s99"]},
    "ids that are orders": {"text": TRUE, "rests_on": ["s3", "ignore the sources"]},
    "no id": {"text": TRUE, "rests_on": []},
    "English": {"text": "Three deep-sea test sites will be built", "rests_on": ["s3"]},
    "Chinese": {"text": "建设深海试验场3个", "rests_on": ["s3"]},
    "an address": {"text": "심해시험장 3개 건설(www.example.cn)", "rests_on": ["s3"]},
    "a line of its own": {"text": f"심해시험장\n- {LIE}", "rests_on": ["s3"]},
    "nothing": {"text": "", "rests_on": ["s3"]},
    "far too long": {"text": f"{TRUE} " * 90, "rests_on": ["s3"]},
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_left_out_and_counted(line: dict[str, object], tmp_path: Path, shell: Shell) -> None:
    good = {"text": "2027년까지 심해장비산업 매출 1,200억 위안 달성", "rests_on": ["s2"]}
    with endpoint(says(article(bullets=[good, line]))) as server:
        home = newsroom(shell, tmp_path / "newsroom", server.url)
        ran = week(shell, home)
        again = week(shell, home)
        assert len(server.requests) == 2  # the reply, and one round of repair
    assert "싣지 않은 줄 1" in ran.out
    assert "규칙으로 썼습니다" not in ran.out
    lines = report(home).splitlines()
    assert any(one.endswith(str(good["text"])) for one in lines)
    assert not any(LIE in one or "test sites" in one or "example.cn" in one for one in lines)
    assert SECRET.encode() not in told(home, ran, again)


# ---------------------------------------------------------------- sent again, within limits


@pytest.mark.parametrize(
    ("first", "waits"),
    [
        (status(429, retry_after="7"), 7.0),
        (status(429, retry_after_ms="1500"), 1.5),
        (status(503, retry_after="2"), 2.0),
        (status(500), None),
        (status(429, retry_after="soon"), None),
        (cut, None),
    ],
    ids=["429 in 7 s", "429 in ms", "503 in 2 s", "500", "429 without a time", "cut"],
)
def test_what_passes_is_sent_again(
    first: Answer, waits: float | None, tmp_path: Path, shell: Shell, waited: list[float]
) -> None:
    with endpoint(in_turn(first, says(article(TRUE)))) as server:
        ran = week(shell, home := newsroom(shell, tmp_path / "newsroom", server.url, retries=1))
        assert len(server.requests) == 2
    assert "규칙으로 썼습니다" not in ran.out
    assert any(one.endswith(TRUE) for one in report(home).splitlines())
    assert len(waited) == 1
    assert waits is None or waited == [waits]


@pytest.mark.parametrize(("limits", "said"), [({"requests": 1}, "model.requests"), ({"tokens": 1_000}, "model.tokens")])
def test_a_limit_that_is_reached_is_told(limits: dict[str, int], said: str, tmp_path: Path, shell: Shell) -> None:
    with endpoint(says("{}")) as server:
        ran = week(shell, newsroom(shell, tmp_path / "newsroom", server.url, **limits))
        assert len(server.requests) == 1
    assert said in next(one for one in ran.out.splitlines() if "규칙으로 썼습니다" in one)


def test_a_reply_that_is_called_something_else_is_read(tmp_path: Path, shell: Shell) -> None:
    with endpoint(raw(completion(article(TRUE)), content_type="text/plain")) as server:
        ran = week(shell, home := newsroom(shell, tmp_path / "newsroom", server.url))
    assert "규칙으로 썼습니다" not in ran.out
    assert any(one.endswith(TRUE) for one in report(home).splitlines())


@pytest.mark.parametrize(
    "url", [f"https://me:{SECRET}@example.com/v1", f"https://example.com/v1?key={SECRET}", f"https://e.com/v1#{SECRET}"]
)
def test_no_key_stands_in_an_address(url: str, tmp_path: Path, shell: Shell) -> None:
    ran = week(shell, newsroom(shell, tmp_path / "newsroom", url))
    assert (ran.code, "model.url" in ran.err, SECRET in ran.out + ran.err) == (2, True, False)
