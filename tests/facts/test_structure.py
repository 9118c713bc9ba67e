"""Facts that hang on the structure of a document: cells with their unit in the head, targets under a goal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from donghyang.facts import find_facts, find_facts_in
from donghyang.records import Quantity, Target
from donghyang.report import document

DAY = dt.date(2023, 2, 17)
HEAD = "중국 정책 동향\n\nI\n\n정책동향\n\n01\n\n산시성, 수소산업 계획 발표\n\n■ 2025년까지 수소차 1만 대 보급(2.6)\n\n"

TABLES = [
    ("금액(만 위안)", "3,800", "money", "38000000", "CNY"),
    ("인원(천 명)", "1.5", "count", "1500", "명"),
    ("면적（万亩）", "12", "measure", "120000", "亩"),
    ("증가율(%)", "8.2", "percent", "8.2", "%"),
    ("기업 수", "120", "count", "120", "개"),
    ("졸업생 수", "1,200", "count", "1200", "명"),
    ("매출(위안)", "38,000만", "money", "380000000", "CNY"),
    ("증감(%)", "△3.2", "percent", "-3.2", "%"),
    ("수출(억 달러)", "12.5 (3.1%)", "money", "1250000000", "USD"),
    ("투자액(억 위안)", "10~15", "money", "1000000000", "CNY"),
]
SILENT = [("순위", "3"), ("설립연도", "2008"), ("종합 지수", "93.6"), ("점수", "86"), ("번호", "12")]


def cells(head: str, cell: str, above: str = "〈기관 현황〉") -> list[Quantity]:
    text = f"{HEAD}{above}\n\n구분\t{head}\n가나기업\t{cell}\n다라기업\t{cell}\n"
    found = find_facts_in(document(text), date=DAY)
    return [fact for fact in found if isinstance(fact, Quantity) and fact.header_unit]


@pytest.mark.parametrize(("head", "cell", "kind", "value", "unit"), TABLES)
def test_a_cell_takes_its_unit_from_the_head(head: str, cell: str, kind: str, value: str, unit: str) -> None:
    found = cells(head, cell)
    assert [(q.kind, q.value, q.unit) for q in found] == [(kind, Decimal(value), unit)] * 2


@pytest.mark.parametrize(("head", "cell"), SILENT)
def test_ranks_years_and_scores_take_no_unit(head: str, cell: str) -> None:
    assert cells(head, cell) == []


def test_a_unit_stated_above_the_table_holds_for_its_columns() -> None:
    found = cells("투자액", "12.5", above="〈투자 현황〉 (단위: 억 위안, %)")
    assert {(q.value, q.unit) for q in found} == {(Decimal(1250000000), "CNY")}


def test_of_several_units_above_a_table_a_column_takes_its_own() -> None:
    above = "〈지역 현황〉 (단위: 개, 억 위안, %)"
    assert {q.unit for q in cells("기업 수", "120", above)} == {"개"}
    assert {q.unit for q in cells("산업 규모", "35.2", above)} == {"CNY"}
    assert {q.unit for q in cells("비중", "12.1", above)} == {"%"}
    assert cells("도시", "12", above) == []


def test_a_cell_with_its_own_unit_keeps_it() -> None:
    assert cells("금액(만 위안)", "5억 달러") == []


def targets(body: str) -> list[Target]:
    return [fact for fact in find_facts_in(document(HEAD + body), date=DAY) if isinstance(fact, Target)][1:]


def stated(text: str) -> list[tuple[str | None, Decimal | None, str | None]]:
    found = find_facts(text, date=DAY)
    return [(t.deadline, t.value, t.bound) for t in found if isinstance(t, Target)]


TARGETS = [
    ("2027년까지 핵심 기업 150개 이상을 육성할 계획", [("2027", "150", ">=")]),
    ("매출을 '30년까지 3,000억 위안(약 55조 원)으로 확대", [("2030", "300000000000", None)]),
    ("2030년까지 충전소 200개, 수소차 1만 대 보급", [("2030", "200", None), ("2030", "10000", None)]),
    ("2027년까지 8대 과제를 완수", [("2027", None, None)]),
    ("2025년까지 산업 기반을 조성하고 2035년까지 선도국 지위를 확보", [("2025", None, None), ("2035", None, None)]),
    ("'28년에 위성을 발사할 예정", [("2028", None, None)]),
    ("2028년을 목표로 달 기지 건설을 추진", [("2028", None, None)]),
    ("2026년 상용화를 목표로 시제품 3종을 개발", [("2026", "3", None)]),
    ("2024년 하반기 발사될 예정", [("2024", None, None)]),
    ("明年发展主要预期目标是：产值增长5%左右；新增就业40万人以上。", [("2024", "5", "approx")]),
    ("2027년 목표는 매출 30억 위안 달성", [("2027", "3000000000", None)]),
    ("力争2028年建成核聚变装置。", [("2028", None, None)]),
    ("到2027年，建成未来农场100家、示范村1000个。", [("2027", "100", None), ("2027", "1000", None)]),
    ("力争到“十四五”末，产业规模突破5000亿元。", [("2025", "500000000000", ">")]),
]
NO_TARGETS = [
    "2025년에는 시장 규모가 10%에 달할 것으로 예측",
    "2004년부터 올해까지 20년 연속 채택",
    "2022년까지 기업 5천 개를 유치",
    "전국 우주선 임무 기간은 11월까지임",
    "지난 10년간 전 세계에서 차지하는 비중은 30%까지 증가",
    "截至2023年3月5日，累计接种34亿剂次。",
    "2022년 생산량은 2.04억 톤에 달함",
    "2024년 말 기업 수는 92개",
    "今年前4个月，进出口总值13.3万亿元，同比增长5.8%。",
    "煤炭消费比重由2020年的56.8%下降到2024年的53.2%。",
    "2035년까지의 단계별 목표를 담음",
    "2023년 3월 5일 포럼을 개최할 예정",
]


@pytest.mark.parametrize(("text", "wanted"), TARGETS)
def test_a_goal_with_a_year_is_a_target(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert stated(text) == [(year, Decimal(value) if value else None, bound) for year, value, bound in wanted]


@pytest.mark.parametrize("text", NO_TARGETS)
def test_what_was_reached_or_is_foretold_is_no_target(text: str) -> None:
    assert stated(text) == []


def test_bullets_under_a_goal_have_its_year() -> None:
    found = targets(
        "- (주요목표) 2027년까지 기반을 조성\n - 관련 기업 30개 육성\n - 표준 체계를 정비\n- 수소 현황을 점검\n"
    )
    assert [(t.deadline, t.value) for t in found] == [("2027", None), ("2027", Decimal(30)), ("2027", None)]


def test_a_table_of_goals_by_year_has_a_target_a_cell() -> None:
    found = targets(
        "〈단계별 목표〉\n\n시점\t보급률\t과제\n2027년\t70% 이상\t공공 분야 활용\n2030년\t90% 이상\t전면 보급\n"
    )
    assert [(t.deadline, t.value) for t in found] == [
        ("2027", Decimal(70)),
        ("2027", None),
        ("2030", Decimal(90)),
        ("2030", None),
    ]


def test_the_day_of_a_report_is_its_day_of_publication() -> None:
    text = f"{HEAD}- 지난해 수출액은 5억 달러\n\n발 행 일 | 2023. 2. 17\n발 행 인 | 김가람\n"
    values = [fact.value for fact in find_facts_in(document(text)) if fact.kind == "date" and fact.text == "지난해"]
    assert values == ["2022"]
