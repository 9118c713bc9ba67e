"""The client against a real server on loopback: replies, limits, what is kept, and every way an endpoint can fail."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.endpoint import Answer, completion, cut, endless, endpoint, in_turn, raw, says, sent, slow, status

from donghyang.draft.asking import NoReply
from donghyang.model import Client, tried
from donghyang.workspace import Model

SECRET = "sk-never-to-be-seen"


@dataclass(frozen=True, slots=True)
class Told:
    text: str


GOOD = json.dumps({"text": "부품 국산화율을 높일 계획"}, ensure_ascii=False)


def ask(settings: Model, kept: Path | None = None, turns: tuple[str, ...] = ("묻다",)) -> str:
    with Client(settings, kept, {"DONGHYANG_MODEL_KEY": SECRET}) as client:
        return client.ask("쓰라", turns, Told).text


def at(url: str, **more: Any) -> Model:
    return Model(url=url, name="m", **{"seconds": 5, "retries": 0, **more})


def test_a_reply_comes_in_its_shape() -> None:
    with endpoint(says(GOOD)) as server:
        assert ask(at(server.url)) == "부품 국산화율을 높일 계획"
    (asked,) = server.requests
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert server.keys == [f"Bearer {SECRET}"]


def test_turns_are_told_as_they_were_taken() -> None:
    with endpoint(says(GOOD)) as server:
        ask(at(server.url), turns=("하나", "답", "둘"))
    told = [(message["role"], message["content"]) for message in server.requests[0]["messages"][1:]]
    assert told == [("user", "하나"), ("assistant", "답"), ("user", "둘")]


def test_a_question_is_sent_once(tmp_path: Path) -> None:
    with endpoint(says(GOOD)) as server:
        first = ask(at(server.url), tmp_path)
        assert ask(at(server.url), tmp_path) == first
        ask(at(server.url), tmp_path, turns=("달리 묻다",))
    assert len(server.requests) == 2
    assert ask(at(server.url), tmp_path) == first  # no server is there any more


def test_a_kept_reply_that_was_spoiled_is_asked_again(tmp_path: Path) -> None:
    with endpoint(says(GOOD)) as server:
        ask(at(server.url), tmp_path)
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(kept.read_bytes()[:40])
        assert ask(at(server.url), tmp_path)
    assert len(server.requests) == 2


def test_half_a_character_beside_the_reply_costs_nothing(tmp_path: Path) -> None:
    told = json.loads(completion(GOOD)) | {"id": "\ud83d", "model": "m\udc00"}
    with endpoint(lambda handler, asked: sent(handler, json.dumps(told).encode())) as server:
        first = ask(at(server.url), tmp_path)
    assert ask(at(server.url), tmp_path) == first  # kept, though UTF-8 has no such character


def test_no_secret_is_kept(tmp_path: Path) -> None:
    with endpoint(says(GOOD)) as server:
        ask(at(server.url), tmp_path)
    assert all(SECRET.encode() not in path.read_bytes() for path in tmp_path.rglob("*"))


# ---------------------------------------------------------------- endpoints that fail


BROKEN: dict[str, tuple[Answer, str]] = {
    "key not taken": (status(401), "DONGHYANG_MODEL_KEY"),
    "no such model": (status(404), "404"),
    "too many requests": (status(429), "429"),
    "server fault": (status(500), "500"),
    "gateway": (status(503), "503"),
    "slow": (slow, "model.seconds"),
    "endless": (endless, "model.characters"),
    "cut in mid-reply": (cut, "127.0.0.1"),
    "empty body": (raw(b""), ""),
    "no JSON": (raw(b"<html>busy</html>"), ""),
    "JSON of another kind": (raw(b"[1, 2]"), ""),
    "no choices": (raw(b'{"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": []}'), ""),
    "deep JSON": (raw(b"[" * 20_000), ""),
    "not compressed as it says": (raw(b"plain", content_encoding="gzip"), ""),
    "empty text": (says(""), ""),
    "prose instead of JSON": (says("물론입니다! 여기 기사가 있습니다."), ""),
    "another shape": (says('{"title": "x"}'), ""),
    "cut text": (says('{"text": "부품', finish="length"), ""),
    "filtered": (says("", finish="content_filter"), ""),
}


@pytest.mark.parametrize(("answer", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_endpoint_is_one_sentence(answer: Answer, said: str, tmp_path: Path) -> None:
    with endpoint(answer) as server, pytest.raises(NoReply) as refused:
        ask(at(server.url, seconds=1, characters=10_000), tmp_path)
    told = refused.value.message
    assert said in told.ko
    assert said in told.en
    assert "\n" not in told.ko + told.en
    assert SECRET not in told.ko + told.en


def test_no_redirect_carries_the_key_away() -> None:
    with endpoint(says(GOOD)) as other, endpoint(status(307, location=f"{other.url}/chat/completions")) as server:
        with pytest.raises(NoReply, match="sends us elsewhere"):
            ask(at(server.url))
        assert other.requests == []


def test_nobody_listens() -> None:
    with endpoint(says(GOOD)) as server:
        pass
    with pytest.raises(NoReply, match="cannot be reached"):
        ask(at(server.url))


@pytest.mark.parametrize("first", [status(429), status(500), cut], ids=["429", "500", "cut"])
def test_a_fault_that_passes_is_tried_again(first: Answer) -> None:
    with endpoint(in_turn(first, says(GOOD))) as server:
        assert ask(at(server.url, retries=1))
    assert len(server.requests) == 2


def test_an_endpoint_that_fails_again_and_again_is_asked_no_more() -> None:
    with endpoint(status(500)) as server, Client(at(server.url)) as client:
        for number in range(10):
            with pytest.raises(NoReply, match="500"):
                client.ask("쓰라", [f"물음 {number}"], Told)
    assert len(server.requests) == 2


def test_a_reply_of_no_use_does_not_stop_the_next() -> None:
    with endpoint(in_turn(*[says("{}")] * 6, says(GOOD))) as server, Client(at(server.url)) as client:
        for number in range(3):
            with pytest.raises(NoReply):
                client.ask("쓰라", [f"물음 {number}"], Told)
        assert client.ask("쓰라", ["물음"], Told).text


# ---------------------------------------------------------------- what it may cost


@pytest.mark.parametrize(("limit", "sends"), [({"requests": 2}, 2), ({"tokens": 1_000}, 1)])
def test_a_run_stops_at_its_limit(limit: dict[str, int], sends: int) -> None:
    with endpoint(says(GOOD)) as server, Client(at(server.url, **limit)) as client:
        for number in range(sends):
            client.ask("쓰라", [f"물음 {number}"], Told)
        for number in range(3):
            with pytest.raises(NoReply, match=f"model.{next(iter(limit))}"):
                client.ask("쓰라", [f"더 {number}"], Told)
    assert len(server.requests) == sends


def test_what_it_cost() -> None:
    prices = at("", price_in=Decimal("2"), price_out=Decimal("10"))
    with endpoint(says(GOOD)) as server, Client(at(server.url)) as client:
        client.ask("쓰라", ["하나"], Told)
        client.ask("쓰라", ["둘"], Told)
        assert (client.use.requests, client.use.tokens_in, client.use.tokens_out) == (2, 2000, 400)
        assert client.use.cost(prices) == Decimal("0.0080")
        assert client.use.cost(at("")) is None


# ---------------------------------------------------------------- a trial


@pytest.mark.parametrize(
    ("answer", "answers", "korean"),
    [(says(GOOD), True, True), (says('{"text": "A plan."}'), True, False), (status(401), False, False)],
    ids=["good", "English", "no key"],
)
def test_a_trial_says_what_the_endpoint_can(answer: Answer, answers: bool, korean: bool) -> None:
    with endpoint(answer) as server:
        found = tried(at(server.url))
    assert (found.answers, found.korean, found.problem is None) == (answers, korean, answers)
    assert not found.is_open_way


def test_plain_http_to_another_machine_is_told() -> None:
    with endpoint(says(GOOD)):
        found = tried(at("http://192.0.2.1:1/v1", seconds=1))
    assert found.is_open_way
