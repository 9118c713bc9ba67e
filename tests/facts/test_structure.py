"""Facts that hang on the structure of a document: cells with their unit in the head, targets under a goal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

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


def read(found: list[Target]) -> list[tuple[str | None, str | None]]:
    return [(t.deadline, None if t.value is None else f"{t.value:f}") for t in found]


def stated(text: str) -> list[str]:
    found = [fact for fact in find_facts(text, date=DAY) if isinstance(fact, Target)]
    values = [None if target.value is None else f"{target.value:f}" for target in found]
    return [" ".join(filter(None, (t.deadline, value, t.bound))) for t, value in zip(found, values, strict=True)]


def sentences() -> list[tuple[str, str]]:
    rows = Path(__file__).with_name("targets.tsv").read_text(encoding="utf-8").splitlines()
    return [(text, wanted) for text, wanted in (row.split("\t") for row in rows if row and not row.startswith("#"))]


@pytest.mark.parametrize(("text", "wanted"), sentences())
def test_targets_of_a_sentence(text: str, wanted: str) -> None:
    assert " ; ".join(stated(text)) == ("" if wanted == "nothing" else wanted)


def test_bullets_under_a_goal_have_its_year() -> None:
    found = targets(
        "- (주요목표) 2027년까지 기반을 조성\n - 관련 기업 30개 육성\n - 표준 체계를 정비\n- 수소 현황을 점검\n"
    )
    assert [(t.deadline, t.value) for t in found] == [("2027", None), ("2027", Decimal(30)), ("2027", None)]


@pytest.mark.parametrize("verb", ["추진", "달성", "제시"])
def test_a_bullet_that_announces_goals_is_none_and_governs_them(verb: str) -> None:
    found = targets(
        f"- 성정부는 3개년 계획을 발표하여 2027년까지 아래의 목표를 {verb}\n"
        " - 매출을 640억 위안에서 900억 위안으로 확대\n - 시험장 12곳 구축\n- 현재 기업은 180개\n"
    )
    assert [(t.deadline, t.value) for t in found] == [("2027", Decimal(90000000000)), ("2027", Decimal(12))]


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


def test_a_subhead_with_a_year_and_a_goal_governs_its_bullets() -> None:
    found = targets("1) 2027년 발전 목표\n- 산업 규모 900억 위안\n- 선도 기업 25개 육성\n2) 현황\n- 기업 12개가 입주\n")
    assert [(t.deadline, t.value) for t in found] == [("2027", Decimal(90000000000)), ("2027", Decimal(25))]


@pytest.mark.parametrize(
    "title",
    ["추진목표(2027년)", "발전 목표('27년)", "2027년까지의 주요 목표:", "2027년 핵심 지표", "단계 목표(2027년까지)"],
)
def test_a_bullet_that_is_the_title_of_goals_governs_what_stands_below(title: str) -> None:
    found = targets(f"- {title}\n - 설비용량 900만 kW 도달\n - 연구 거점 완성\n- 현황\n - 기업 12개가 입주\n")
    assert [(t.deadline, t.value) for t in found] == [("2027", 9_000_000), ("2027", None)]


@pytest.mark.parametrize("title", ["목표(2021년)", "목표 달성 기업 명단(2027년)", "2027년 지표 개편안을 논의"])
def test_a_bullet_that_only_speaks_of_goals_governs_nothing(title: str) -> None:
    assert targets(f"- {title}\n - 설비용량 900만 kW 도달\n") == []


def test_a_subhead_with_what_is_to_be_done_by_a_year_governs_its_bullets() -> None:
    found = targets("1) 2025년까지 추진할 과제\n- 처리 시간을 6시간에서 1시간 이내로 단축\n- 부이 24기를 새로 배치\n")
    assert [(t.deadline, t.value) for t in found] == [("2025", Decimal(1)), ("2025", Decimal(24))]


def test_a_goal_of_the_last_century_is_over() -> None:
    assert targets("1) ’98년 발전 목표\n- 산업 규모 900억 위안\n- 선도 기업 25개 육성\n") == []


def test_a_column_headed_by_a_goal_is_a_column_of_targets() -> None:
    found = targets("〈주요 지표〉\n\n지표\t2022년\t2027년 목표\n보급률\t35%\t60%\n충전소\t120곳\t400곳\n")
    assert [(t.deadline, t.value) for t in found] == [("2027", Decimal(60)), ("2027", Decimal(400))]


def test_a_year_in_the_head_of_a_column_makes_it_a_column_of_targets() -> None:
    found = targets(
        "〈분야별 육성 목표〉\n\n번호\t분야\t품목\t매출('22년)\t매출('27년)\t증가율\n"
        "1\t소재\t6인치 기판\t30억 위안\t45억 위안\t50%\n"
    )
    assert [(t.deadline, t.value, t.metric) for t in found] == [("2027", Decimal(4500000000), "소재 매출")]


def test_a_goal_column_takes_the_unit_of_its_row() -> None:
    found = targets(
        "〈단계별 목표〉\n\n구분\t2023년(1월 말)\t2026년\n단가(위안/Wh)\t1.1\t0.6\n가동 시간\t900시간\t1,200시간\n"
    )
    assert [(t.deadline, f"{t.value}", t.unit) for t in found] == [
        ("2026", "0.6", "위안/Wh"),
        ("2026", "1200", "시간"),
    ]


def test_shares_beside_goals_of_one_year_are_none() -> None:
    found = targets("〈품목별 보급 목표〉\n\n품목\t보급(대)\t비중\n승용\t600\t60%\n화물\t400\t40%\n")
    assert [(t.deadline, t.value) for t in found] == [("2025", Decimal(600)), ("2025", Decimal(400))]


def test_what_is_to_be_done_under_a_goal_is_not_told_as_done() -> None:
    found = targets(
        "- (주요목표) 2027년까지 기반을 조성\n - 자립률을 40%에서 65%로 끌어올리고, 실증 사업 30개를 완료\n"
        " - 세 분야 중 소재의 비중이 52%로 가장 높고, 장비가 30%를 차지\n"
    )
    assert [(t.value, t.baseline) for t in found] == [(None, None), (Decimal(65), "40%"), (Decimal(30), None)]


def test_a_sister_of_a_goal_counts_where_it_says_a_change_or_a_bound() -> None:
    found = targets(
        "● 지린성은 계획을 발표\n  - 매출을 2026년까지 80억 위안으로 확대\n"
        "  - 거점을 현재 6곳에서 15곳으로 늘리고, 선도 기업 9개사를 육성\n"
        "  - 부지 900무(약 60만 ㎡) 규모의 단지를 조성\n  - 만 45세 이하 연구자를 대상으로 함\n"
    )
    assert [t.value for t in found] == [Decimal(8000000000), Decimal(15), Decimal(9)]


def test_the_goal_above_governs_again_below_one_with_years_of_its_own() -> None:
    found = targets(
        "- (주요 목표) 2030년까지 산업 규모를 900억 위안으로 확대\n"
        " - (국산화) 부품 국산화율을 2028년 65%, 2030년 80%로 단계적으로 제고\n"
        " - (기업 육성) 선도 기업을 16개에서 35개로, 소재 기업을 50개에서 120개로 확대\n"
        "- (산업 현황) 기업 620개가 입주\n"
    )
    assert read(found) == [
        ("2030", "90000000000"), ("2028", "65"), ("2030", "80"), ("2030", "35"), ("2030", "120"),
    ]  # fmt: skip


def test_details_below_such_a_one_are_not_its_goals() -> None:
    found = targets(
        "- (인력 목표) 연구원을 2026년까지 9,000명으로 확대\n"
        " - 2026년 말까지 연구 거점을 700곳 이상으로 확대\n"
        " - 린하이대학 등 3개 대학이 우선 참여\n"
        " - 두 구는 임대주택 500호를 따로 제공\n"
    )
    assert read(found) == [("2026", "9000"), ("2026", "700")]


def test_a_change_from_a_year_gone_by_has_the_year_of_the_goal_above() -> None:
    found = targets(
        "- (주요 목표) 2027년까지 산업 규모를 500억 위안으로 확대\n"
        " - '21년 48개인 전문 병원을 2.5배인 120개로, 6건인 허가를 18건으로 확대\n"
        " - '21년 말까지 병원 48개를 정비\n"
    )
    assert read(found) == [("2027", "50000000000"), ("2027", "120"), ("2027", "18")]


def test_what_each_is_given_is_no_goal_and_what_comes_of_it_in_the_end_is_one() -> None:
    found = targets(
        "- 2026년까지 과제 150개를 지원\n - 과제당 평균 900만 위안을 지원\n - 인력은 해마다 400명씩 총 1,200명을 양성\n"
    )
    assert read(found) == [("2026", "150"), ("2026", "1200")]


@pytest.mark.parametrize("title", ["주요 목표", "발전 목표"])
def test_a_title_of_goals_lends_the_year_read_last_below_it(title: str) -> None:
    found = targets(
        f"- {title}\n"
        " - 2026년까지 산업 규모를 600억 위안으로 확대\n"
        " - 지역별로는 동부 300억 위안, 서부 150억 위안을 목표로 하며, 나머지는 뒤에 결정\n"
        "- 추진 배경\n"
        " - 산업 규모는 400억 위안, 기업은 125개사 수준\n"
    )
    assert read(found) == [("2026", "60000000000"), ("2026", "30000000000"), ("2026", "15000000000")]


def test_a_bullet_that_shares_out_a_goal_has_its_year() -> None:
    found = targets(
        "- 2026년까지 주택 9,000호를 공급\n"
        " - 지역별 공급량은 동구 4,500호, 서구 3,000호, 남구 1,500호\n"
        "- 2026년까지 과제 90개를 지원\n"
        " - 과제 수는 소재 50개, 기계 40개임\n"
        " - 시설 면적은 소재 30개, 기계 40개\n"
    )
    assert read(found) == [("2026", "9000"), ("2026", "4500"), ("2026", "3000"), ("2026", "1500"), ("2026", "90")]


@pytest.mark.parametrize(
    ("caption", "unit", "shared"),
    [("농장 조성 계획", "곳", True), ("농장 현황", "곳", False), ("농장 투자 계획", "곳", False),
     ("농장 조성 계획", "명", False)],
)  # fmt: skip
def test_a_table_of_what_is_to_be_built_shares_out_a_goal(caption: str, unit: str, *, shared: bool) -> None:
    found = targets(
        "- 2026년까지 무인 농장 60곳을 조성\n\n"
        f"〈{caption}〉\n\n지역\t농장({unit})\t비중\n동부\t36\t60%\n서부\t24\t40%\n합계\t60\t100%\n"
    )
    assert read(found) == [("2026", "60")] + [("2026", "36"), ("2026", "24"), ("2026", "60")] * shared


def test_a_year_that_stands_beside_a_goal_is_none_where_it_is_that_of_the_report() -> None:
    found = targets("〈주요 목표 (단위: 만 톤/년)〉\n\n지표\t2023년\t2027년 목표\n처리량\t8\t20\n회수량\t3\t9\n")
    assert [(t.deadline, t.value, t.unit) for t in found] == [
        ("2027", Decimal(200000), "톤/년"),
        ("2027", Decimal(90000), "톤/년"),
    ]
