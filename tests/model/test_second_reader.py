"""The second reader against a real server on loopback: its word as scores, its silence as no score at all."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from tests.endpoint import Answer, completion, endpoint, says, sent

from donghyang.model import Client, SecondReader
from donghyang.verify import Pair
from donghyang.workspace import Model

PAIRS = [
    Pair("渭河市将风电场转让给云岭公司。", "윈링공사가 웨이허시에 풍력발전소를 양도"),
    Pair("渭河市建成风电场12座。", "웨이허시는 풍력발전소 12개를 건설", "2024-03-05"),
    Pair("渭河市召开会议。", "웨이허시의 전력 사용량은 63억kWh"),
]


def reply(*said: tuple[str, str]) -> str:
    return json.dumps({"readings": [{"id": name, "says": word} for name, word in said]})


def scores(answer: Answer, pairs: list[Pair]) -> tuple[list[float], SecondReader, list[dict[str, Any]]]:
    with endpoint(answer) as server:
        settings = Model(url=server.url, name="m", seconds=5, retries=0)
        with Client(settings, environment={}) as client:
            reader = SecondReader(client)
            return reader.scores(pairs), reader, server.requests


def test_its_word_is_a_score() -> None:
    told, reader, requests = scores(says(reply(("c1", "no"), ("c2", "yes"), ("c3", "unsure"))), PAIRS)
    assert told == [0.0, 1.0, 0.5]
    assert reader.failures == []
    items = json.loads(requests[0]["messages"][1]["content"])
    assert [Pair(item["source"], item["claim"], item["published"]) for item in items] == PAIRS


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(reply(), id="nothing"),
        pytest.param(reply(("c9", "no"), ("渭河", "yes")), id="of others"),
        pytest.param("네, 모두 맞습니다.", id="no shape"),
        pytest.param(reply(("c1", "대체로")), id="another word"),
    ],
)
def test_what_it_does_not_say_is_unsure(said: str) -> None:
    assert scores(says(said), PAIRS)[0] == [0.5, 0.5, 0.5]


def test_why_it_does_not_answer_is_kept() -> None:
    _, reader, _ = scores(lambda handler, asked: sent(handler, b"{}", status=500), PAIRS)
    (why,) = reader.failures
    assert why.ko


def test_many_are_asked_in_parts_and_answered_in_order() -> None:
    def last_is_wrong(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
        items = json.loads(asked["messages"][1]["content"])
        said = [(item["id"], "no" if item["claim"].endswith("45") else "yes") for item in items]
        sent(handler, completion(reply(*said)))

    pairs = [Pair("渭河市", f"풍력발전소 {number}") for number in range(1, 46)]
    told, _, requests = scores(last_is_wrong, pairs)
    assert len(requests) == 3
    assert told == [1.0] * 44 + [0.0]
