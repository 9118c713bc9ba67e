"""Targets tied over issues, figures that meet or miss them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from donghyang.facts import find_facts, find_facts_in
from donghyang.facts.commitments import dated, reached_in
from donghyang.facts.statements import statements
from donghyang.facts.ties import same_measure, tied
from donghyang.records import DatedTarget, Quantity, Reached, Reported, Spot, Target
from donghyang.report import document, parse

FIRST, SECOND, THIRD = dt.date(2024, 2, 2), dt.date(2025, 3, 7), dt.date(2028, 1, 14)


def spot(issue: dt.date = FIRST, number: int = 1) -> Spot:
    return Spot(issue, "policy", number, "쑤저우, 해양바이오 계획 발표")


def stated(value: int | None, deadline: str = "2027", **other: Any) -> DatedTarget:
    """A target of the first issue, of one metric, region and unit, but for what is said to be other."""
    said: dict[str, Any] = {
        "issue": FIRST,
        "metric": "산업 규모",
        "region": "쑤저우",
        "unit": "CNY",
        "paper": None,
    } | other
    number = None if value is None else Decimal(value)
    unit = said["unit"] if value else None
    target = Target(
        f"{said['metric']} {value}", 0, 9, f"{said['region']}시", said["metric"], number, unit, None, deadline
    )
    return DatedTarget(target, spot(said["issue"]), said["region"], "plan", "aim", said["paper"])


def reported(
    value: int, when: str | None, *, issue: dt.date = THIRD, metric: str = "산업 규모", region: str = "쑤저우"
) -> Reported:
    figure = Quantity("money", f"{value}위안", 0, 4, Decimal(value), unit="CNY")
    return Reported(
        Reached(figure.text, figure.start, figure.end, f"{region}시", metric, figure, when, region), spot(issue)
    )


def ties(*targets: DatedTarget, figures: tuple[Reported, ...] = (), today: dt.date | None = None) -> list[list[str]]:
    return [[step.tie for step in one.steps] for one in tied(targets, figures, today=today)]


@pytest.mark.parametrize(
    ("later", "wanted"),
    [
        (stated(500, issue=SECOND), [["first", "restated"]]),
        (stated(600, issue=SECOND), [["first", "raised"]]),
        (stated(400, issue=SECOND), [["first", "lowered"]]),
        (stated(500, "2030", issue=SECOND), [["first", "delayed"]]),
        (stated(500, "2026", issue=SECOND), [["first", "advanced"]]),
        (stated(900, "2030", issue=SECOND), [["first"], ["first"]]),
        (stated(500, issue=SECOND, region="샤먼"), [["first"], ["first"]]),
        (stated(500, issue=SECOND, metric="선도 기업 매출"), [["first"], ["first"]]),
        (stated(500, issue=SECOND, unit="USD"), [["first"], ["first"]]),
        (stated(500), [["first"]]),
    ],
    ids=["restated", "raised", "lowered", "delayed", "advanced", "another stage", "elsewhere", "of something else",
         "in other money", "told twice in one issue"],
)  # fmt: skip
def test_a_later_statement_ties_to_the_first(later: DatedTarget, wanted: list[list[str]]) -> None:
    assert ties(stated(500), later) == wanted


def test_a_goal_without_a_figure_is_tied_by_its_words() -> None:
    paired = (stated(None, metric="시험 체계 구축"), stated(None, "2029", metric="시험 체계를 구축", issue=SECOND))
    assert ties(*paired) == [["first", "delayed"]]


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ((reported(520, "2027"),), "met"),
        ((reported(510, "2025", issue=SECOND),), "met"),
        ((reported(430, "2027"),), "missed"),
        ((reported(430, "2025", issue=SECOND),), "silent"),
        ((reported(430, None),), "silent"),
        ((reported(520, "2027", region="샤먼"),), "silent"),
        ((reported(520, "2027", metric="수출 규모"),), "silent"),
        ((), "silent"),
    ],
    ids=["met", "met before", "missed", "on the way", "of no known year", "elsewhere", "of something else", "nothing"],
)
def test_what_became_of_a_target(figures: tuple[Reported, ...], wanted: str) -> None:
    assert ties(stated(500), figures=figures, today=THIRD) == [["first", wanted]]


def test_a_target_still_to_come_is_not_silent() -> None:
    assert ties(stated(500), today=dt.date(2027, 12, 31)) == [["first"]]


def test_a_limit_is_met_from_above() -> None:
    limit = stated(500, metric="배출량")
    limit = replace(limit, target=replace(limit.target, bound="<="))
    assert ties(limit, figures=(reported(480, "2027", metric="배출량"),), today=THIRD) == [["first", "met"]]


def test_the_last_statement_is_the_one_that_holds() -> None:
    (one,) = tied([stated(500), stated(650, issue=SECOND)], [reported(600, "2027")], today=THIRD)
    assert (one.last.target.value, one.steps[-1].tie) == (Decimal(650), "missed")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("바이오의약·건강산업 규모", "바이오의약·건강 산업 규모", True),
        ("중견기업", "중견기업 수", True),
        ("기업 수", "상장 기업 수", False),
        ("전기차 충전소", "수소차 충전소", False),
        ("수출 규모", "수입 규모", False),
        (None, "매출", False),
    ],
)
def test_measures_are_one_where_every_word_stands_in_both(one: str | None, other: str, *, same: bool) -> None:
    assert same_measure(one, other) is same


REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01

쑤저우, 해양바이오 행동계획 발표

■ 2027년까지 산업 규모 500억 위안 달성(2.1)

- 쑤저우시는 「쑤저우 '해양바이오' 산업 행동계획(2024-2027)」을 발표
 - 2027년까지 산업 규모 500억 위안을 달성하는 것을 목표로 함
 - 2023년 산업 규모는 310억 위안을 기록

| 발 행 일 | 2024. 2. 2
"""


READ = document(REPORT)
ISSUE = parse(READ)


def test_what_binds_the_targets_of_an_issue() -> None:
    (article,) = ISSUE.sections[0].articles
    targets = [fact for fact in find_facts_in(READ, issue=ISSUE) if isinstance(fact, Target)]
    found = [dated(READ.text, target, spot(), article) for target in targets]
    assert [(one.region, one.strength, one.document) for one in found] == [
        ("쑤저우", "plan", "쑤저우 '해양바이오' 산업 행동계획(2024-2027)")
    ] * 2
    assert [one.modality for one in found] == [None, "aim"]


def test_reported_figures_of_an_issue() -> None:
    said = reached_in(statements(READ, None, ISSUE), find_facts_in(READ, issue=ISSUE))
    found = [(one.region, one.metric, one.figure.value, one.when) for one in said]
    assert found == [("쑤저우", "산업 규모", Decimal(31000000000), "2023")]


def test_statement_of_a_target_and_its_figure_by_the_grammar() -> None:
    target = next(
        f for f in find_facts("2027년까지 산업 규모를 500억 위안으로 확대", date=FIRST) if isinstance(f, Target)
    )
    one = replace(stated(1), target=target)
    assert ties(one, figures=(reported(52_000_000_000, "2027"),), today=THIRD) == [["first", "met"]]
