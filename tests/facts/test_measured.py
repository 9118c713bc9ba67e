"""What the figure of a goal measures, wherever its sentence names it."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.facts import find_facts
from donghyang.records import Target

DAY = dt.date(2025, 3, 7)
CASES = [
    # right before the figure
    ("칭다오시는 2027년까지 해양장비 산업 규모를 900억 위안으로 확대할 계획", ["해양장비 산업 규모"]),
    ("2027년까지 톤당 제조원가를 820위안에서 640위안으로 낮출 계획", ["톤당 제조원가"]),
    ("2027년까지 계류 부이 260기를 설치할 계획", ["계류 부이"]),
    ("2027년까지 내륙 항로 42개를 개통할 계획", ["내륙 항로"]),
    ("2027년까지 충전소를 현재의 31개에서 75개로 늘릴 계획", ["충전소"]),
    ("2028년까지 냉각수 사용량을 2024년 대비 30% 감축하는 것이 목표", ["냉각수 사용량 감소율"]),
    # behind the figure before it
    ("2027년까지 국가표준 12건과 업계표준 38건을 제정할 계획", ["국가표준", "업계표준"]),
    ("2027년까지 공동실험실 8곳 설립 및 연구인력 600명 유치 계획", ["공동실험실", "연구인력"]),
    # before the deadline, of one year or several
    ("선박 배출량을 2030년까지 25%로 낮출 계획", ["선박 배출량"]),
    ("수료 인원은 2026년 4만 명, 2027년 6만 명, 2028년 9만 명으로 확대할 계획", ["수료 인원"] * 3),
    ("저장 용량을 2026년 310만 kW, 2028년 540만 kW로 확대할 목표", ["저장 용량"] * 2),
    ("산사태 예보 정확도는 2028년까지 91%로 높일 계획", ["산사태 예보 정확도"]),
    # the object of a change, whatever stands between
    ("2027년까지 측정 범위를 연안 20해리까지 확대할 계획", ["측정 범위"]),
    ("2028년까지 발전 용량을 2024년의 약 1.6배인 800만 kW로 늘릴 계획", ["발전 용량"]),
    ("2027년까지 저장 비용을 kWh당 0.3위안 이하로 낮출 계획", ["저장 비용"]),
    ("버스 40대를 투입하였으며, 2027년까지 이를 90대로 확대할 계획", ["버스"]),
    ("서버를 50만 대에서 2027년까지 80만 대로 늘릴 계획", ["서버"]),
    ("14.5 계획은 2027년까지 연구개발 투자를 연평균 7% 이상 늘리도록 규정", ["연구개발 투자 연평균 증가율"]),
    # behind it
    ("연구소는 2027년까지 20MW급 실증 설비를 건설할 계획", ["실증 설비"]),
    ("2027년까지 총 64건의 지침을 마련할 계획", ["지침"]),
    ("2027년까지 총 48억 위안을 추가로 투입할 계획", ["투입"]),
    # named nowhere
    ("하얼빈시는 2026년까지 40개로 확대할 계획", [None]),
]


@pytest.mark.parametrize(("sentence", "metrics"), CASES)
def test_the_measure_is_named(sentence: str, metrics: list[str | None]) -> None:
    found = [fact for fact in find_facts(sentence, date=DAY) if isinstance(fact, Target)]
    assert [target.metric for target in found] == metrics


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("산사태 예보 정확도는 2028년까지 91%로 높일 계획", None),
        ("자연자원부는 2028년까지 예보 정확도를 91%로 높일 계획", "자연자원부"),
        ("평균 배차 시간은 2028년까지 6분으로 단축할 계획", None),
    ],
)
def test_a_measure_is_no_actor(sentence: str, actor: str | None) -> None:
    found = [fact for fact in find_facts(sentence, date=DAY) if isinstance(fact, Target)]
    assert [target.actor for target in found] == [actor]


def test_who_pays_is_no_goal() -> None:
    text = "2027년까지 공장 3곳을 세우며, 재원은 성 정부 12억 위안(40%), 국유기업 18억 위안(60%)으로 조달"
    found = [fact for fact in find_facts(text, date=DAY) if isinstance(fact, Target)]
    assert [(target.metric, int(target.value or 0)) for target in found] == [("공장", 3)]
