"""One card whatever a name is called by: its forms in all scripts, and no namesake's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.reports import silent

from donghyang import newsroom
from donghyang.archive.importing import imported
from donghyang.archive.ledger import card
from donghyang.archive.opening import Archive, opened
from donghyang.records import Target
from donghyang.workspace import open_workspace

ISSUES = {
    "2025-03-07": (
        ("하이윈전지(海雲電池), 선체용 전지 공장 착공", "연간 생산능력은 2028년까지 12GWh로 확대할 계획"),
        ("산시(陝西), 사과 저장 시설 확충", "산시(陝西)는 저장 시설 30곳을 새로 지음"),
        ("국가어업국(國家漁業局), 양식장 정비 방안 발표", "2028년까지 스마트 양식장을 400곳으로 확대할 계획"),
    ),
    "2025-09-12": (
        ("선박용 전지 수출 현황", "HYB(海云电池)는 선박용 전지 수출액 3억 위안을 기록"),
        ("산시(山西), 갱내 로봇 보급", "산시(山西)는 갱내 로봇 220대를 보급"),
        ("옌타이, 전지 재활용 시설 가동", "하이윈전지가 옌타이(煙臺)의 시설을 운영"),
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    root = tmp_path_factory.mktemp("entities") / "newsroom"
    newsroom.create(root)
    files = []
    for day, articles in ISSUES.items():
        year, month, date = map(int, day.split("-"))
        body = "\n\n".join(f"{at:02} {head}\n\n■ 주요 내용\n\n- {line}" for at, (head, line) in enumerate(articles, 1))
        path = Path(root) / f"{day}.txt"
        path.write_text(f"주간동향\n\n정책동향\n\n{body}\n\n| 발 행 일 | {year}. {month}. {date}\n", "utf-8")
        files.append(path)
    imported(open_workspace(root), files, silent)
    with opened(open_workspace(root)) as found:
        yield found


@pytest.mark.parametrize("name", ["HYB", "하이윈전지", "海云电池", "海雲電池"])
def test_a_firm_is_one_by_any_of_its_names(archive: Archive, name: str) -> None:
    found = card(archive, name)
    assert len(found.mentions) == 3
    assert {korean for korean, _ in found.names} == {"하이윈전지", "HYB"}


@pytest.mark.parametrize(("name", "word"), [("山西", "로봇"), ("陝西", "사과"), ("陕西", "사과")])
def test_of_two_that_sound_alike_the_one_that_is_written(archive: Archive, name: str, word: str) -> None:
    found = card(archive, name)
    assert [word in hit.headline for hit in found.mentions] == [True]


def test_a_place_is_found_by_characters_that_no_article_prints(archive: Archive) -> None:
    assert len(card(archive, "烟台").mentions) == 1


def test_a_target_is_of_the_one_whose_article_it_is(archive: Archive) -> None:
    found = card(archive, "국가어업국")
    assert [row.fact.value for row in found.said if isinstance(row.fact, Target)] == [400]
