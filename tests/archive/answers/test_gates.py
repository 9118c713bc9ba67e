"""What forbids a place to answer, and what does not: phases, comparisons, several things, growth, days of news."""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 산둥성, 심해 관측망 구축 계획 발표

■ 산둥성은 심해 관측망 구축 계획을 발표(9.7)

● 상하이의 기존 관측망보다 처리 속도가 빠르며, 관측 지점은 42곳
● 아시아·유럽 14개국과 관측 자료를 공유

02 쓰촨성, 수소 발전소 2기 착공

■ 쓰촨성 러산시에서 수소 발전소 2기 공사가 시작(9.8)

● 1기 설비는 2021년 준공되어 연간 120톤을 생산
● 2기 설비는 2027년 준공되어 연간 340톤을 생산할 예정

03 후베이성, 우한 광통신 시험장 착공

■ 우한 광통신 시험장이 착공(9.9)

● 시험장은 통신 거리가 520km에 달함

04 공업정보화부, 로봇 산업 통계 발표

■ 지역별 로봇 생산 통계를 발표(9.10)

● 다음은 지역별 로봇 생산량

〈지역별 로봇 생산〉
지역\t생산량(대)\t증가율(%)
장쑤성\t5200\t12.4
광둥성\t8100\t9.1
안후이성\t2300\t21.7

05 국가해양국, 극지 탐사 계획 발표

■ 국가해양국은 극지 탐사 계획을 발표(9.11)

● ‘극지 탐사 선도구 3.0’ 사업으로 탐사 거점을 6곳 조성

06 교통운수부, 무인기 등록 통계 발표

■ 지역별 무인기 등록 통계를 발표(9.12)

● 다음은 지역별 무인기 등록 대수

〈지역별 무인기 등록〉
지역\t등록 대수(대)\t증가분(대)
구이저우성\t730\t150
윈난성\t910\t240

07 간쑤성, 란저우 염료 공장 증설

■ 란저우 염료 공장의 시험을 완료(9.12)

● 1기 공사로 탱크를 30기 설치

| 발 행 일 | 2024. 9. 13
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("산둥성 심해 관측망의 관측 지점은 몇 곳인가?", "42곳"),
        ("산둥성은 아시아·유럽 몇 개국과 관측 자료를 공유하나?", "14개국"),
        ("쓰촨성 수소 발전소 두 번째 단계 설비는 언제 준공되나?", "2027 (2027년)"),
        ("쓰촨성 수소 발전소 2단계 설비는 언제 준공되나?", "2027 (2027년)"),
        ("우한 광통신 시험장은 언제 착공했나?", "2024-09-09"),
        ("우한 광통신 시험장은 언제 첫 삽을 떴나?", "2024-09-09"),
        ("로봇 생산이 가장 더디게 늘어난 지역은 어디인가?", "광둥성(9.1%)"),
        ("로봇 생산이 가장 빠르게 늘어난 지역은 어디인가?", "안후이성(21.7%)"),
        ("로봇 생산량이 가장 많은 지역은 어디인가?", "광둥성(8100 대)"),
        ("구이저우성의 무인기는 몇 대 등록되었나?", "730 대"),
    ],
)
def test_what_no_gate_forbids_is_answered(question: str, said: str, archive: Holdings) -> None:
    assert answer(question, archive).answer == said


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            "산둥성은 아시아 몇 개국과 관측 자료를 공유하나?",
            marks=pytest.mark.xfail(strict=True, reason="answered with the figure of several things together"),
        ),
        "우한 광통신 시험장은 언제 완공했나?",
        "란저우 염료 공장은 언제 완공했나?",
        "산둥성 심해 관측망은 언제 착공했나?",
        "로봇 생산이 가장 크게 줄어든 지역은 어디인가?",
    ],
)
def test_what_a_gate_forbids_is_not_answered(question: str, archive: Holdings) -> None:
    assert answer(question, archive).status == "not_found"
