"""A part that is asked for is not answered by its whole, nor a thing by those whom it serves."""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer

REPORT = """중국 과학기술 정책 주간동향

I

정책동향

01 국가에너지국, 해상풍력 실시의견 발표

■ 2030년까지 해상풍력 설비용량 9,000만 kW를 달성하기 위한 실시의견을 발표(9.7)

● 심원해 풍력 설비는 2030년까지 2,100만 kW로 확대할 계획
● 2024년 30곳, 2025년 70곳, 2026년 90곳의 변전소를 지어 누적 190곳을 확보할 계획

02 국가에너지국, 전기차 충전기 확대

■ 전기차 충전기를 1,400만 기로 확대하는 방안을 발표(9.8)

● 2027년까지 충전기를 2,600만 기로 늘려 전기차 7,000만 대의 충전 수요를 뒷받침할 계획

03 국가지식산권국, 특허 통계 발표

■ 2024년 말 특허 통계를 발표(9.9)

● 기업이 보유한 유효 발명특허는 2024년 말 310만 건

| 발 행 일 | 2024. 9. 13
"""


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("2030년까지 심원해 풍력 설비용량은 얼마로 늘어나나?", 90_000_000),
        ("2027년까지 전기차 충전기는 몇 대로 늘어나나?", 70_000_000),
        ("How many EV chargers will China have by 2027?", 70_000_000),
        pytest.param(
            "2024년 말 중국의 유효 발명특허는 몇 건인가?",
            3_100_000,
            marks=pytest.mark.xfail(strict=True, reason="answered with what firms hold"),
        ),
        ("2025년 한 해에 변전소를 몇 곳 짓나?", 190),
    ],
)
def test_a_figure_of_something_else_is_no_answer(question: str, never: int, archive: Holdings) -> None:
    assert answer(question, archive).value != never
