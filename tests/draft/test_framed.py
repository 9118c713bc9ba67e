"""A sentence taken out of its text keeps who, where and when it is of, or stays open."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.halves import half_said
from donghyang.draft.sentences import Phrase, told

DAY = dt.date(2025, 3, 12)
FIRST = "街坊邻里都在议论此事。"


def last(text: str) -> str | None:
    """The note of the text's last sentence; None where it is open."""
    found = told(page_of(text, DAY))[-1]
    return found.korean if isinstance(found, Phrase) else None


FRAMED = [
    # who and when, in front of a semicolon
    (FIRST + "2025年，甘肃将建设产业园区；推动产业升级。", "2025년 간쑤, 산업 고도화 추진 예정"),
    (FIRST + "2024年，工业投资增长6%；农业投资增长3%。", "2024년 농업 투자 3% 증가"),
    # of robots, which stand in front of the semicolon
    (FIRST + "一季度，深圳出口工业机器人3.2万台；全国出口额增长6%。", None),
    # nobody is named
    (FIRST + "推动产业升级。", None),
    (FIRST + "还将搭建服务平台。", None),
    # a part of what another sentence tells
    (FIRST + "其中，进口下降3%。", None),
    # of what is it the rate?
    (FIRST + "目前，山东、江苏等6个省份开工率超过50%。", None),
    # over which years?
    (
        FIRST + "这十年，农业发展加快。农业科技进步贡献率提高15个百分点。",
        "지난 10년간 농업 과학기술 진보 기여율 15%p 상승",
    ),
    (FIRST + "2023年出口增长。\n2024年进口增长。\n农业科技进步贡献率提高15个百分点。", None),
    (FIRST + "产值年均增长8%。", None),
    # reckoned of a year that is over
    (FIRST + "2024年，产值预计增长5%。", None),
    # on what, and how far
    (FIRST + "市政府就促进就业开展学习。", None),
    (FIRST + "相关部门责任落实情况。", None),
    (FIRST + "会议要求，要保障项目实施。", None),
    # the one product that another sentence names
    (FIRST + "产品研发成功。", None),
    # what a meeting is on; by whom, and what, a deed that shares its thing with another
    (FIRST + "由环保部门主办的深入学习贯彻绿色发展理念研讨会。", None),
    (FIRST + "市场监管总局日前制定并公布《价格管理办法》。", "국가시장감독관리총국, ‘가격 관리방법’ 제정·공포"),
    # of a row of offices the head of state's
    ("中共中央总书记、国家主席、中央军委主席习近平主持会议。", "시진핑 국가주석, 회의 주재"),
    # an aim holds for what it is held against, and for a part of it
    (
        FIRST + "2025年，汽车产业力争实现销量2700万辆左右，同比增长约3%，其中新能源汽车销量900万辆左右。",
        "2025년 자동차산업, 판매량 약 2,700만 대 실현, 전년 대비 약 3% 증가, 이 중 신에너지차 판매량 약 900만 대 목표",
    ),
    # half of what 但是 takes back
    (FIRST + "\n产品研发成功了，但是资金不足。", None),
    # each of two
    (FIRST + "2024年，我国汽车产销量均超过1500万辆。", "2024년 중국 자동차 생산·판매량 각각 1,500만 대 초과"),
    # what nobody in particular does
    (FIRST + "各地出台多项措施。", None),
]


@pytest.mark.parametrize(("text", "note"), FRAMED)
def test_a_sentence_keeps_its_frame_or_stays_open(text: str, note: str | None) -> None:
    assert last(text) == note


HALF = [
    # words that begin or end where another one does
    ("一期安装135台风电机组。", "태풍"),
    ("联合国内18家企业。", "유엔"),
    ("大厦才能建得高。", "재능"),
    # of which year is the month?
    ("项目2023年3月开工，原定今年6月完工的工程顺延至8月底。", "8월"),
    # what is supposed, and what is denied
    ("若在全国推广，每年可节约燃油120万吨。", "전국 보급"),
    ("企业申报通道也未开放。", "통로 개방"),
]


@pytest.mark.parametrize(("text", "never"), HALF)
def test_an_open_line_says_no_more_than_its_sentence(text: str, never: str) -> None:
    page = page_of(text, DAY)
    assert never not in half_said(page, 0, len(text))
