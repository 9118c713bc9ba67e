"""Figures that stand near what is asked for and are of something else: never an answer.

Seen by a new user on reports nobody had built on: the country's figure for a province's, another clause's, a day's, a
share.
"""

from __future__ import annotations

import pytest

from donghyang.archive.answers import Holdings, answer

REPORT = """중국 과학기술 정책 주간동향

2026. 5. 8.

동아시아과학기술동향센터

Ⅰ 정책동향

01 자연자원부, '2025년 지열 개발 현황' 공표…윈난성(雲南省) 비중 31%
■ 자연자원부는 2025년 전국 지열수 생산량이 64억 ㎥를 기록했다고 공표(5.4)
● 윈난성 텅충(騰衝)시에서는 시험정의 하루 생산량이 8만 ㎥를 넘어섬
● (활용 현황) 2025년 지열수 활용량은 생산량의 72%에 해당
참고자료
☑ 2025年地热开发现状
https://www.example.cn/geo/1.html

02 잉커우, 선박 기자재 산업 3개년 행동계획 공개
■ 잉커우시 정부는 '선박 기자재 산업 3개년 행동계획'을 공개(5.5)
● '25년 말 40개사인 기자재 기업을 '28년까지 90개사로 늘리고, 산업 규모를 12억 위안에서 55억 위안으로 확대
● (주요목표) 2028년까지 기자재의 설계·제조·인증 체계를 갖춤
참고자료
☑ 营口市船舶配套产业三年行动计划
https://www.example.cn/yk/2.html

03 랴오허(遼河) 유역 3개 성·시, 2025년 물 재이용 투자 공개
■ 선양시·랴오양시·판진시는 2025년 물 재이용 투자 통계를 공개(5.6)
● 3개 성·시의 물 재이용 투자는 72억 위안으로 전년보다 9% 증가
● 판진항은 전기 예인선 12척을 투입하였으며, '28년까지 이를 35척으로 확대할 계획
참고자료
☑ 辽河流域再生水投资统计
https://www.example.cn/lh/3.html
"""


@pytest.mark.parametrize(
    "question",
    [
        "윈난성의 2025년 지열수 생산량은?",  # the country's, a day's, a share: none is the province's
        "云南省2025年地热水产量是多少？",
        "2028년 선박 인증 체계의 규모 목표는?",
        "2025년 선양시의 물 재이용 투자는 얼마인가?",  # that of three places together
    ],
)
def test_another_things_figure_is_no_answer(question: str, archive: Holdings) -> None:
    assert answer(question, archive).status == "not_found"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2025년 전국 지열수 생산량은 얼마인가?", 6_400_000_000),
        pytest.param(
            "잉커우의 2028년 선박 기자재 산업 규모 목표는 얼마인가?",
            5_500_000_000,
            marks=pytest.mark.xfail(strict=True, reason="answered with the number of firms"),
        ),
        ("잉커우는 2028년까지 선박 기자재 기업을 몇 개사로 늘리나?", 90),
        ("판진항은 2028년까지 전기 예인선을 몇 척으로 확대하나?", 35),  # not the 12 that there are
    ],
)
def test_its_own_figure_is(question: str, value: int, archive: Holdings) -> None:
    found = answer(question, archive)
    assert found.status == "answered"
    assert found.value == value
