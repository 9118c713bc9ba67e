"""The second reader against a real server on loopback: its word as odds, its silence as none."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from tests.endpoint import Answer, completion, endpoint, says, sent

from donghyang.model import Client, SecondReader
from donghyang.verify import Odds, Pair
from donghyang.verify.entailment import UNSURE
from donghyang.workspace import Model

PAIRS = [
    Pair("渭河市将风电场转让给云岭公司。", "윈링공사가 웨이허시에 풍력발전소를 양도"),
    Pair("渭河市建成风电场12座。", "웨이허시는 풍력발전소 12개를 건설", "2024-03-05"),
    Pair("渭河市召开会议。", "웨이허시의 전력 사용량은 63억kWh"),
]


def reply(*said: tuple[str, str]) -> str:
    return json.dumps({"readings": [{"id": name, "says": word} for name, word in said]})


def read(answer: Answer, pairs: list[Pair]) -> tuple[list[Odds], SecondReader, list[dict[str, Any]]]:
    with endpoint(answer) as server:
        settings = Model(url=server.url, name="m", seconds=5, retries=0)
        with Client(settings, environment={}) as client:
            reader = SecondReader(client)
            return reader.odds(pairs), reader, server.requests


def test_its_word_is_certain() -> None:
    told, reader, requests = read(says(reply(("c1", "otherwise"), ("c2", "yes"), ("c3", "absent"))), PAIRS)
    assert told == [Odds(0.0, 1.0), Odds(1.0, 0.0), Odds(0.0, 0.0)]
    assert reader.failures == []
    items = json.loads(requests[0]["messages"][1]["content"])
    assert [Pair(item["source"], item["claim"], item["published"]) for item in items] == PAIRS


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(reply(), id="nothing"),
        pytest.param(reply(("c9", "absent"), ("渭河", "yes")), id="of others"),
        pytest.param("네, 모두 맞습니다.", id="no shape"),
        pytest.param(reply(("c1", "대체로")), id="another word"),
    ],
)
def test_what_it_does_not_say_is_unsure(said: str) -> None:
    assert read(says(said), PAIRS)[0] == [UNSURE] * 3


def test_why_it_does_not_answer_is_kept() -> None:
    _, reader, _ = read(lambda handler, asked: sent(handler, b"{}", status=500), PAIRS)
    (why,) = reader.failures
    assert why.ko


def test_many_are_asked_in_parts_and_answered_in_order() -> None:
    def last_is_wrong(handler: BaseHTTPRequestHandler, asked: dict[str, Any]) -> None:
        items = json.loads(asked["messages"][1]["content"])
        said = [(item["id"], "absent" if item["claim"].endswith("45") else "yes") for item in items]
        sent(handler, completion(reply(*said)))

    pairs = [Pair("渭河市", f"풍력발전소 {number}") for number in range(1, 46)]
    told, _, requests = read(last_is_wrong, pairs)
    assert len(requests) == 3
    assert [odds.entailed for odds in told] == [1.0] * 44 + [0.0]
