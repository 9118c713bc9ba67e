"""What a clause measures: rows of the tables of a report, and what is no such row."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.measured import measures, of_nothing

DAY = dt.date(2026, 2, 6)

# Built on: clauses as work reports of provinces write them, with figures of our own.
BUILT_ON = [
    ("规上工业增加值增长7.2%", False, [("일정 규모 이상 공업 부가가치", "7.2% 증가")]),
    ("规上工业增加值增长7.2%、高于全国1.1个百分点", False, [("일정 규모 이상 공업 부가가치", "7.2% 증가"), None]),
    ("全社会研发投入强度达2.4%左右", True, [("사회 전체 연구개발 집약도", "약 2.4%")]),
    ("力争技术合同成交额3100亿元", True, [("기술계약 거래액", "3,100억 위안")]),
    ("新认定高新技术企业900家以上", True, [("하이테크기업 신규 지정", "900개사 이상")]),
    (
        "国家高新技术企业1.1万家、科技型中小企业2.6万家",
        False,
        [("국가 하이테크기업", "1만 1,000개사"), ("과학기술형 중소기업", "2만 6,000개사")],
    ),
    (
        "城镇、农村居民人均可支配收入分别增长4%、6%",
        False,
        [("도시·농촌 주민 1인당 가처분소득", "각각 4%, 6% 증가")],
    ),
    ("全年实现进出口总额5800亿元", False, [("수출입 총액", "5,800억 위안")]),
    ("数字经济核心产业增加值预计增长9%", False, [("디지털경제 핵심산업 부가가치", "9% 증가 (추정)")]),
    (
        "预计全社会研发投入640亿元、研发投入强度达2.8%",
        False,
        [("사회 전체 연구개발 투자", "640억 위안 (추정)"), ("연구개발 집약도", "2.8% (추정)")],
    ),
    (
        "累计培育创新型企业320家、专精特新企业150家",
        False,
        [("혁신형 기업 육성", "누적 320개사"), ("전정특신 기업 육성", "150개사")],
    ),
]

# Bugs caught: what is done to the first is done to the second; whose figure it is; a part; per unit; several times.
CAUGHT = [
    (
        "新增专精特新中小企业80户、高新技术企业150家",
        True,
        [("전정특신 중소기업 추가", "80개"), ("하이테크기업 추가", "150개사")],
    ),
    ("新增专精特新中小企业80户，高新技术企业150家", True, [("전정특신 중소기업 추가", "80개"), None]),
    ("省属企业创新导向更加突出，研发经费投入增长15%", False, [None, None]),
    ("省属企业完成产业类投资500亿元、研发投入130亿元", False, [None, None]),
    ("产值突破1300亿元", True, [None]),
    ("装机规模增长38%", False, [None]),
    ("其中可再生能源装机2000万千瓦", False, [None]),
    ("其中新能源装机占比超过40%", False, [None]),
    ("其中非化石能源占能源消费总量比重22%", True, [("비화석에너지", "에너지 소비 총량의 22% 차지")]),
    ("工业投资增长9%、制造业占比超75%", False, [("공업 투자", "9% 증가"), None]),
    (
        "新增智能工厂60家、工业机器人产量突破7000台",
        True,
        [("스마트공장 추가", "60개"), ("산업용 로봇 생산량", "7,000대 돌파")],
    ),
    ("新增高新技术企业40家、专精特新企业超90家", True, [("하이테크기업 추가", "40개사"), None]),
    (
        "新培育专精特新企业14家、智能工厂37家",
        False,
        [("전정특신 기업 신규 육성", "14개사"), ("스마트공장 신규 육성", "37개")],
    ),
    ("单位GDP能耗下降3%", False, [None]),
    ("研发投入翻一番", False, [None]),
    ("一般公共预算收入同口径增长5%", True, [None]),
    ("力争规上工业增加值增长7%", False, [None]),
    ("老街坊议论纷纷", False, [None]),
]


def rows(text: str, *, ahead: bool) -> list[tuple[str, str] | None]:
    page = page_of(text, DAY)
    found = (one for _, one in measures(page, 0, len(text), ahead=ahead))
    return [(one.what, one.amount) if one else None for one in found]


@pytest.mark.parametrize(("text", "ahead", "told"), [*BUILT_ON, *CAUGHT])
def test_what_is_measured_and_how_much_of_it(text: str, ahead: bool, told: list[tuple[str, str] | None]) -> None:
    assert rows(text, ahead=ahead) == told


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("产值突破1300亿元", True),
        ("产业规模突破100亿元", True),
        ("力争投资突破100亿元", True),
        ("石化产业产值突破1300亿元", False),
        ("研发投入增长8%", False),
        ("加强人才培养", False),
    ],
)
def test_a_figure_that_is_nobodys(text: str, nobodys: bool) -> None:
    assert of_nothing(text) is nobodys
