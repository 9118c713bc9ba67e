"""What a paragraph's time, a visit's place, a sum and a count are said as: mechanisms built on j20 and j21."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.sentences import phrases
from donghyang.draft.tidy import in_order, tidy

WINTER, AUTUMN = dt.date(2025, 1, 12), dt.date(2025, 10, 18)


def said(text: str, day: dt.date) -> list[str]:
    return [one.korean for one in phrases(page_of(text, day))]


BUILT_ON = [
    # a deed is of the time that its paragraph has named
    ("在刚刚过去的一年，科技捷报频传。我国建成5G基站。", WINTER, ["2024년 중국, 5G 기지국 구축"]),
    ("去年，各地捷报频传。我国建成5G基站。", AUTUMN, []),
    ("今年，各地捷报频传。我国建成5G基站。", WINTER, ["중국, 5G 기지국 구축"]),
    # up to now, in a year that is not over
    ("今年，我国已批准10款创新药。", AUTUMN, ["2025년 들어 중국, 혁신신약 10종 승인"]),
    # visits and what is looked at
    ("李强8月20日在江苏调研。", AUTUMN, ["8월 20일 리창, 장쑤 시찰"]),
    # the sum stands at what it sums up
    (
        "截至8月底，全国累计发电装机容量同比增长14%。",
        AUTUMN,
        ["2025년 8월 말 기준 전국 누적 발전 설비용량 전년 동기 대비 14% 증가"],
    ),
    ("我国累计培育绿色工厂8336家。", AUTUMN, ["중국, 녹색공장 누적 8,336개 구축"]),
    # 有力 and 有效 say no possibility
    ("电子商务有力释放消费潜力，产量增长。", AUTUMN, ["전자상거래, 소비 잠재력 강력히 발휘, 생산량 증가"]),
    # a row whose last member is a deed besides
    ("当前，我国正持续优化布局、提质增效。", AUTUMN, []),
    ("我国完善体系、提高能力。", AUTUMN, []),
    ("六座电站累计发电近556亿千瓦时，同比增长18%。", AUTUMN, []),
    ("86个城市开展光网试点部署。", AUTUMN, ["86개 도시, 광네트워크 시범 배치 실시"]),
]


@pytest.mark.parametrize(("text", "day", "notes"), BUILT_ON)
def test_a_line_stands_in_its_time_and_order(text: str, day: dt.date, notes: list[str]) -> None:
    assert said(text, day) == notes


@pytest.mark.parametrize(
    ("rough", "smooth"),
    [
        ("이번 임무는 운반로켓의 제31차 비행임", "이번 임무는 운반로켓의 31번째 비행"),
        ("국제 공항 여객 연인원 50만 명 초과", "국제공항 이용객 50만 명 초과"),
        ("국제공항 여객 처리량 증가", "국제공항 여객 처리량 증가"),
        ("도시화율 67%로 증가", "도시화율 67%로 상승"),
        ("매출 67만 톤으로 증가", "매출 67만 톤으로 증가"),
        ("투자 8% 증가, 안정적 증가", "투자 8% 증가"),
        (
            "지난 5년간 투자 연평균 9% 증가, 소비 연평균 5% 증가, 수출 연평균 2% 증가",
            "지난 5년간 연평균 투자 9%, 소비 5%, 수출 2% 증가",
        ),
        ("투자 연평균 9% 증가, 소비 연평균 5% 증가", "투자 연평균 9% 증가, 소비 연평균 5% 증가"),
    ],
)
def test_a_note_is_put_in_order(rough: str, smooth: str) -> None:
    assert tidy(rough) == smooth


def test_what_is_visited_is_named_so() -> None:
    assert in_order("톈진에서 시찰하였다.") == "톈진을 시찰하였다."
    assert in_order("중국, 도시 20개에서 실시") == "중국, 20개 도시에서 실시"
