"""Questions near to what a line tells, of which it tells another thing: they stay unanswered.

Origin of every case: written for this file over the made report below; bin: built on.
"""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 윈난성, 쿤밍에 고원 기상 연구기지 준공

■ 윈난성은 쿤밍에 고원 기상 연구기지를 준공하고 8억 위안을 투자(9.4)

● 관측 장비 52대 가운데 6대는 번개 관측용
● 시제품의 무게 오차는 3%이며, 시험을 통과한 합격률은 88%
● 관측 범위는 90km로 종전 방식(30km)의 3배
● 7개 기관이 기상 자료를 공유
● 리장(麗江) 14명, 다리(大理) 9명의 연구자를 파견
● 2024년 3월 착공한 관측탑은 높이 60m이며, 개방 시기는 미정

〈관측 장비의 비교〉
항목\t기존 장비\t새 장비
관측 주기\t40분\t미정

| 발 행 일 | 2025. 9. 13
"""


@pytest.mark.parametrize(
    "question",
    [
        "쿤밍 고원 기상 연구기지의 지진 관측용 장비는 몇 대인가요?",
        "쿤밍 고원 기상 연구기지의 시제품은 출력이 몇 %인가요?",
        "쿤밍 고원 기상 연구기지에는 관측소가 몇 개 있나요?",
        "쿤밍 고원 기상 연구기지가 쿠이밍에 파견한 연구자는 몇 명인가요?",
        "쿤밍 고원 기상 연구기지의 관측탑은 언제 개방되나요?",
        "쿤밍 고원 기상 연구기지의 새 장비는 관측 주기가 몇 분인가요?",
        "쿤밍 고원 기상 연구기지에서 직원 월급으로 얼마를 쓰나요?",
        "How much will Kunming pay the visitors of the plateau weather base?",
        "쿤밍 고원 기상 연구기지의 통신 범위는 몇 km인가요?",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(archive: Holdings, question: str) -> None:
    assert answer(question, archive).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("쿤밍 고원 기상 연구기지의 관측 장비는 몇 대인가요?", "52대"),
        ("쿤밍 고원 기상 연구기지의 시제품은 합격률이 몇 %인가요?", "88%"),
        ("쿤밍 고원 기상 연구기지의 관측 범위는 몇 km인가요?", "90km"),
        ("쿤밍 고원 기상 연구기지의 자료를 공유하는 기관은 몇 개인가요?", "7개"),
        ("쿤밍 고원 기상 연구기지의 번개 관측용 장비는 몇 대인가요?", "6대"),
        ("쿤밍 고원 기상 연구기지의 관측탑은 언제 착공했나요?", "2024-03 (2024년 3월)"),
        ("쿤밍 고원 기상 연구기지의 기존 장비는 관측 주기가 몇 분인가요?", "40분"),
    ],
)
def test_what_is_told_of_the_thing_is_the_answer(archive: Holdings, question: str, said: str) -> None:
    assert answer(question, archive).answer == said
