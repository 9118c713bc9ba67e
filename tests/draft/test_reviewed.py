"""Figures that another sentence dates: reviews, five years, the year before."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.sentences import phrases


def said(text: str, day: dt.date) -> list[str]:
    """What is said of the last paragraph's sentences, in order."""
    return [one.korean for one in phrases(page_of(text, day))]


SPRING, AUTUMN = dt.date(2021, 2, 4), dt.date(2021, 9, 8)
REVIEW = "一、2020年工作回顾\n"
FIVE = "一、过去五年工作回顾\n"

BUILT_ON = [
    # the head of a review dates the figures under it
    (f"{REVIEW}全省用电量增长4.1%。", SPRING, ["2020년 성 전역 전력 사용량 4.1% 증가"]),
    (f"{REVIEW}粮食产量达到300万吨，增长2%。", SPRING, ["2020년 식량 생산량 300만 톤으로 2% 증가"]),
    # several years: what moves and adds up is told of them, how much there is of no day that is named
    (f"{FIVE}全省用电量年均增长4.1%。", SPRING, ["지난 5년간 성 전역 전력 사용량 연평균 4.1% 증가"]),
    (f"{FIVE}全省新增就业60万人。", SPRING, ["지난 5년간 성 전역 신규 취업 60만 명"]),
    (f"{FIVE}粮食产量从260万吨增加到300万吨。", SPRING, ["지난 5년간 식량 생산량 260만 톤에서 300만 톤으로 증가"]),
    (f"{FIVE}高速公路里程达到6000公里。", SPRING, []),
    # a heading that names two times, or none, dates nothing
    ("一、2020年和“十三五”时期工作回顾\n全省用电量增长4.1%。", SPRING, []),
    ("一、奋力推进、取得新成效\n全省用电量增长4.1%。", SPRING, []),
    # what opens a paragraph holds for it, and a year inside five makes the rest of it doubtful
    ("十年来，生态持续改善。森林面积增加20万公顷。", AUTUMN,
     ["지난 10년간 생태 지속 개선", "지난 10년간 산림 면적 20만 ha 증가"]),
    (f"{FIVE}2019年，粮食产量300万吨。用电量增长5%。", SPRING, ["2019년 식량 생산량 300만 톤"]),
    (f"{FIVE}五年来，生态持续改善。2019年，粮食产量300万吨。用电量增长5%。", SPRING,
     ["지난 5년간 생태 지속 개선", "2019년 식량 생산량 300만 톤"]),
    # what several years have brought, told in front of what is planned
    ("一、“十三五”发展成就和“十四五”主要任务\n过去五年，生态持续改善。用电量比2015年增长31%。", SPRING,
     ["지난 5년간 생태 지속 개선", "지난 5년간 전력 사용량 2015년 대비 31% 증가"]),
    # a line that says what was done turns no review ahead, whatever it names
    (f"{REVIEW}一年来，我们按照决策部署，主要做了以下工作：\n用电量增长4.1%。", SPRING,
     ["2020년 전력 사용량 4.1% 증가"]),
    # what was striven for in a review is no goal
    (f"{REVIEW}争取建设资金120亿元。", SPRING, []),
    # an old year of news is no year of the figure behind it; the year before is one in spring
    ("2016年，工厂建成。汽车产量达到5万辆。", AUTUMN, ["2016년 공장 완공"]),
    ("2020年，汽车市场稳步增长。电动汽车销量增长8%。", SPRING,
     ["2020년 자동차 시장 꾸준히 성장", "2020년 전기차 판매량 8% 증가"]),
]  # fmt: skip

LOOK_ALIKES = [
    # its own date, the page's own time, what is to come, no figure at all
    (f"{REVIEW}今年1月，用电量增长4.1%。", SPRING, ["2021년 1월 전력 사용량 4.1% 증가"]),
    (f"{FIVE}目前，高速公路里程达到6000公里。", SPRING, ["현재 고속도로 거리 6,000km에 달함"]),
    (f"{FIVE}生态持续改善。", SPRING, ["생태 지속 개선"]),
    (f"{FIVE}生态持续改善。\n二、今年工作安排\n用电量增长5%左右。", SPRING, ["생태 지속 개선"]),
    ("今年上半年，汽车市场稳步增长。电动汽车销量增长8%。", AUTUMN,
     ["2021년 상반기 자동차 시장 꾸준히 성장", "2021년 상반기 전기차 판매량 8% 증가"]),
    ("2016年，工厂建成。目前，汽车产量达到5万辆。", AUTUMN, ["2016년 공장 완공", "현재 자동차 생산량 5만 대 기록"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "notes"), [*BUILT_ON, *LOOK_ALIKES])
def test_a_figure_carries_its_time_or_stays_open(text: str, day: dt.date, notes: list[str]) -> None:
    assert said(text, day) == notes


def test_what_says_itself_over_how_long_takes_no_other_time() -> None:
    text = "“十三五”期间，建材工业发展。建材行业碳排放已连续4年下降，累计降幅达18%。"
    assert said(text, AUTUMN)[-1] == "건축자재 업종 탄소배출 4년 연속 감소, 누적 감소폭 18% 기록"


def test_what_goes_on_from_several_years_is_no_stock() -> None:
    text = f"{FIVE}全省新建铁路300公里，铁路里程达到6000公里。"
    assert said(text, SPRING) == ["지난 5년간 성 전역에 철도 300km 신설"]
