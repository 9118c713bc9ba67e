"""What drives a clause or goes on beside it, deeds that two words name, counties, and parts that are played."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft import sentences
from donghyang.draft.halves import half_said
from donghyang.facts import find_facts

DAY = dt.date(2024, 5, 13)

SAID = [
    ("在消费需求带动下，轻工业生产增长5%。", "소비 수요에 힘입어 경공업 생산 5% 증가"),
    ("在专项资金支持下，本市建成实验室6个。", "전용 자금 지원 하에 해당 시, 실험실 6개 구축"),
    ("随着市场需求逐步恢复，轻工业生产增长5%。", "시장 수요가 단계적으로 회복함에 따라 경공업 생산 5% 증가"),
    # it is met, and does not grow; it is no verb in Korean
    ("随着轻工业迎来快速增长，就业增加5%。", None),
    ("随着新能源汽车持续热销，轻工业生产增长5%。", None),
    # two deeds of one thing; a name in front of the second; one deed in the other
    ("企业拓展和深化合作。", "기업, 협력 확대·심화"),
    ("湖南培育打造优势产业。", "후난, 우위산업 육성·조성"),
    ("浙江巩固拓展合作成果。", "저장, 협력 성과 공고화·확대"),
    ("上海浦东推出深化改革开放新政策。", None),
    # counties, and words that only look like one
    ("浙江开化县建成工厂6座。", "저장 카이화현, 공장 6개 구축"),
    ("广东和平县建成工厂6座。", "광둥 허핑현, 공장 6개 구축"),
    ("开化县域建成工厂6座。", None),
    # what an event is for is no deed of it; a part is played, and describes nobody
    ("全国城市联合招聘毕业生专场活动启动。", None),
    ("国家重视发挥企业的主体作用。", None),
    ("国内建造的最大汽车运输船出坞。", "국내에서 건조한 최대 자동차 운반선 출거"),
    ("国内研制的新型机器人投入使用。", "국내에서 개발한 신형 로봇 사용 개시"),
    # rules are drawn up, and not carried out
    ("主管部门制定实施细则。", "주무 부처, 실시세칙 제정"),
    # what a place is for is not done to it
    ("建设应用体验和试验验证中心。", None),
    ("上海建成验证中心。", None),
    ("本市累计销售新能源汽车568.1万辆。", "해당 시, 신에너지차 누적 568만 1,000대 판매"),
    ("新能源汽车累计销售568.1万辆。", "신에너지차, 누적 568만 1,000대 판매"),
]


@pytest.mark.parametrize(("chinese", "korean"), SAID)
def test_a_clause_is_said_with_what_drives_it(chinese: str, korean: str | None) -> None:
    found = [one.korean for one in sentences.phrases(page_of(chinese, DAY)) if not one.rest]
    assert found == ([] if korean is None else [korean])


HALVES = [
    ("拟新建两座20万吨级泊位", "20만 톤"),
    ("能达到2019年同期水平", "2019년 동기"),
    ("海关方面表示，新规实施", "세관 측"),
    ("在科技方面取得成果", "과학기술 분야"),
    ("绍兴滨海新兴产业", "사오싱 滨海"),
    ("采集到宏生物样品", "宏生物"),
]


@pytest.mark.parametrize(("chinese", "korean"), HALVES)
def test_what_stands_in_an_open_line_is_right(chinese: str, korean: str) -> None:
    assert korean in half_said(page_of(chinese, DAY), 0, len(chinese))


def test_a_day_without_a_year_takes_none_that_is_to_come() -> None:
    """有效期至2028年6月30日，5月8日前: the year of another day."""
    text = "有效期至2028年6月30日，5月8日前已受理的申请按原规定办理。"
    page = page_of(text, DAY)
    assert "5월 8일" in half_said(page, 0, len(text))
    assert "2028년 5월" not in half_said(page, 0, len(text))


def test_cannot_find_is_no_bound() -> None:
    found = find_facts("当时找不到一家愿意投资的企业", date=DAY)
    assert [fact.bound for fact in found if hasattr(fact, "bound")] == [None]
