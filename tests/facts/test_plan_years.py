"""Goals that have the years of their plan, and what the rows of goal tables measure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.facts.issues import issue

from donghyang.facts import find_facts_in
from donghyang.records import Target
from donghyang.report import document


def goals(headline: str, *lines: str) -> list[tuple[object, ...]]:
    found = find_facts_in(document(issue("policy", headline, "산업 개요", "\n".join(lines))))
    return [(t.metric, t.value, t.unit, t.deadline, t.baseline) for t in found if isinstance(t, Target)]


PLAN = "- 칭다오시는 「정비 산업 육성 계획(2024~2027)」을 발표"


def test_a_change_has_the_last_year_of_its_plan() -> None:
    assert goals("칭다오시, 정비 계획 발표", PLAN, " - 부품 조달률을 35%에서 60%로 제고") == [
        ("부품 조달률", Decimal(60), "%", "2027", "35%")
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(" - 부품 조달률은 35%에서 60%로 상승하였음", id="done"),
        pytest.param(" - 2023년 부품 조달률을 35%에서 60%로 제고", id="a year of its own"),
        pytest.param(" - 부품 조달률은 60%임", id="no change"),
    ],
)
def test_what_is_no_change_to_come_has_not(line: str) -> None:
    assert goals("칭다오시, 정비 계획 발표", PLAN, line) == []


def test_a_plan_without_years_gives_none() -> None:
    assert (
        goals(
            "칭다오시, 정비 계획 발표", "- 칭다오시는 「정비 산업 육성 계획」을 발표", " - 조달률을 35%에서 60%로 제고"
        )
        == []
    )


def test_a_table_of_the_years_of_a_plan() -> None:
    table = [
        "〈연도별 투자 계획〉",
        "",
        "연도\t투자액(억 위안)\t보급률",
        "2023년\t2\t10%",
        "2025년\t9\t25%",
        "2026년\t12\t40%",
    ]
    assert goals("칭다오시, 정비 계획 발표", *table) == [
        ("투자액", Decimal(900_000_000), "CNY", "2025", None),
        ("보급률", Decimal(25), "%", "2025", None),
        ("투자액", Decimal(1_200_000_000), "CNY", "2026", None),
        ("보급률", Decimal(40), "%", "2026", None),
    ]


def test_a_table_of_what_was_is_none() -> None:
    table = ["〈연도별 투자 현황〉", "", "연도\t투자액(억 위안)", "2025년\t9", "2026년\t12"]
    assert goals("칭다오시, 정비 현황 발표", *table) == []


def test_rows_have_the_measure_of_the_caption() -> None:
    table = [
        "〈주요 부품 3종의 조달률 목표〉",
        "",
        "부품\t2023년\t2027년",
        "펌프\t20%\t55%",
        "밸브\t30%\t60%",
        "베어링\t10%\t40%",
    ]
    assert [goal[0] for goal in goals("칭다오시, 조달률 목표 발표", *table)] == [
        "펌프 조달률",
        "밸브 조달률",
        "베어링 조달률",
    ]


def test_who_pays_is_no_goal() -> None:
    lines = [
        "- 2027년까지 4억 위안을 투입하며, 시 정부가 3억 위안, 각 구가 1억 위안을 부담",
    ]
    assert [goal[1:4] for goal in goals("칭다오시, 점포 확대 발표", *lines)] == [
        (Decimal(400_000_000), "CNY", "2027"),
    ]


def test_goals_without_a_measure_have_the_label_that_their_years_follow() -> None:
    assert [
        goal[:4] for goal in goals("칭다오시, 정비 계획 발표", "- (현장 실습) 2025년 300명, 2026년 450명을 배출할 계획")
    ] == [
        ("현장 실습", Decimal(300), "명", "2025"),
        ("현장 실습", Decimal(450), "명", "2026"),
    ]


def test_parts_of_a_goal_are_named_by_their_row() -> None:
    lines = [
        "- 2027년까지 정비소 50곳을 조성",
        "",
        "〈정비소 조성 계획〉",
        "",
        "구역\t정비소(곳)",
        "북부\t30",
        "남부\t20",
        "합계\t50",
    ]
    assert [goal[0] for goal in goals("칭다오시, 정비소 조성", *lines)] == [
        "정비소",
        "북부 정비소",
        "남부 정비소",
        "정비소",
    ]


def test_cells_under_a_goal_are_named_by_their_row_too() -> None:
    lines = [
        "- 2027년까지 산업 규모 50억 위안 달성",
        "",
        "〈부문별 목표〉",
        "",
        "번호\t부문\t규모(억 위안)",
        "1\t정비\t30",
        "2\t부품\t20",
    ]
    assert [goal[0] for goal in goals("칭다오시, 정비 산업 목표 발표", *lines)][1:] == ["정비 규모", "부품 규모"]
