"""Whom a target of an article is of, where its own sentence names nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.facts import find_facts_in
from donghyang.records import Target
from donghyang.report import document

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 {headline}

■ {lead}(9.7)

{bullets}
"""


def actors(headline: str, lead: str, bullets: str) -> list[str | None]:
    text = REPORT.format(headline=headline, lead=lead, bullets=bullets)
    found = find_facts_in(document(text), date=dt.date(2024, 9, 13))
    return [one.actor for one in found if isinstance(one, Target)]


@pytest.mark.parametrize(
    ("headline", "lead", "bullets", "wanted"),
    [
        (
            "간쑤성 바이인(白銀), 구리 소재 기지 착공", "구리 소재 기지의 착공식을 개최",
            "● 바이인그룹(白銀集團)은 경제기술개발구에서 착공식을 개최\n - 2026년까지 구리 박 5만 톤을 생산할 계획",
            ["바이인그룹(白銀集團)"],
        ),
        (
            "구이저우성, 데이터 산업 방안 발표", "데이터 산업 육성 방안을 발표",
            "● (주요 목표) 2026년까지 데이터 기업을 400개로 확대", ["구이저우성"],
        ),
        (
            "거울을 한층 가볍게…창춘광기소, 거울 제작 성공", "거울을 제작하는 데 성공",
            "● (향후 계획) 2026년까지 거울 12개를 제작할 계획", ["창춘광기소"],
        ),
        (
            "다롄화학물리연구소, 흐름전지 개발", "흐름전지를 개발",
            "● 연구소는 2026년까지 20MW급 설비를 건설할 계획", ["다롄화학물리연구소"],
        ),
        (
            "연구개발 투자 통계 발표", "연구개발 투자가 늘어남",
            "● 14.5 계획은 2025년까지 연구개발 투자를 8% 이상 늘리도록 규정", [None],
        ),
    ],
)  # fmt: skip
def test_an_actor_is_named_by_what_stands_above(
    headline: str, lead: str, bullets: str, wanted: list[str | None]
) -> None:
    assert actors(headline, lead, bullets) == wanted


def test_a_goal_behind_a_statement_does_not_reign_below() -> None:
    bullets = (
        "● 여성 연구자는 전체의 30%이며, 2027년까지 40%로 확대할 계획\n"
        " - 과제당 40만 위안씩 모두 8,000만 위안을 배정하고 보고를 2회로 축소"
    )
    assert len(actors("과학기술부, 연구자 지원", "연구자 지원을 확대", bullets)) == 1
