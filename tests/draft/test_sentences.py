"""Chinese sentences put into Korean notes and sentences, and those that must be left alone."""

from __future__ import annotations

import datetime as dt
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.pages import TERMS, page_of

from donghyang.draft.headlines import headline
from donghyang.draft.plan_pages import is_plan_title
from donghyang.draft.reading import reader
from donghyang.draft.sentences import phrases
from donghyang.facts import find_facts
from donghyang.language.script import has_han
from donghyang.records import Quantity

DAY = dt.date(2023, 2, 17)


def notes(text: str) -> list[str]:
    return [phrase.korean for phrase in phrases(page_of(text, DAY))]


def sentences(text: str) -> list[str]:
    return [phrase.prose for phrase in phrases(page_of(text, DAY))]


# 수치: 규모, 증감, 비중, 변화
FIGURES = [
    (
        "2022年新能源汽车产量达到705.8万辆，同比增长96.9%。",
        "2022년 신에너지차 생산량 705만 8,000대로 전년 대비 96.9% 증가",
    ),
    ("项目总投资12亿元。", "프로젝트 총투자 12억 위안"),
    ("软件业务收入超过10万亿元。", "소프트웨어 사업 매출 10조 위안 초과"),
    ("研发投入由2020年的30亿元提高到50亿元以上。", "연구개발 투자 2020년 30억 위안에서 50억 위안 이상으로 상승"),
    ("高技术制造业投资占制造业投资的25%。", "하이테크 제조업 투자, 제조업 투자의 25% 차지"),
    ("工业机器人、服务机器人产量分别增长12%、30%。", "산업용 로봇·서비스 로봇 생산량 각각 12%, 30% 증가"),
    ("截至2022年底，5G基站总数超过231万个。", "2022년 말 기준 5G 기지국 총수 231만 개 초과"),
]

# 목표: 기한이 문단을 다스린다
GOALS = [
    (
        "到2025年，数字经济核心产业增加值达到5000亿元。",
        "2025년까지 디지털경제 핵심산업 부가가치 5,000억 위안 달성 목표",
    ),
    ("到2025年，培育专精特新企业100家；建成国家实验室3个。", "2025년까지 국가실험실 3개 구축 목표"),
    ("力争到2027年建成5个产业园区。", "2027년까지 산업단지 5개 조성 목표"),
]

# 발표와 과제
DEEDS = [
    (
        "工业和信息化部等八部门联合印发《机器人产业发展规划》。",
        "공업정보화부 등 8개 부처, ‘로봇 산업 발전 규획’ 공동 발표",
    ),
    ("支持企业建设研发中心。", "기업의 연구개발센터 구축 지원"),
    ("加快推动数字化转型。", "디지털 전환 추진 가속화"),
    ("给予突破关键核心技术的企业资金支持。", None),
    ("科技部启动国家重点研发计划。", "과학기술부, 국가중점연구개발계획 착수"),
    ("世界人工智能大会在上海开幕。", "세계인공지능대회 상하이에서 개막"),
]

# 옮기지 않는 것: 모르는 말, 부정, 조건, 주어를 모르는 수치
LEFT = [
    "老百姓的钱袋子鼓起来了。", "如果投资增长10%，产量将增长5%。", "产量未达到100万辆。", "除北京外，各地投资增长10%。",
    "同比增长20%。", "某某县花木兰合作社产量增长8%。", "电子及通信设备制造业投资分别增长35%、8%。", "",
    "企业带动超过1万户。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "korean"), [*FIGURES, *GOALS, *(row for row in DEEDS if row[1])])
def test_notes(text: str, korean: str) -> None:
    assert korean in notes(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_understood_is_left(text: str) -> None:
    assert notes(text) == []


def test_sentences_end_in_da() -> None:
    assert sentences("国务院印发《质量强国建设纲要》。") == ["국무원은 ‘품질강국 건설 요강’을 발표하였다."]
    assert sentences("2022年新能源汽车产量达到705万辆，同比增长96.9%。") == [
        "2022년 신에너지차 생산량은 705만 대로 전년 대비 96.9% 증가하였다."
    ]
    assert sentences("到2025年，制造业投资超过3000亿元。") == [
        "2025년까지 제조업 투자가 3,000억 위안을 초과하는 것을 목표로 한다."
    ]


def test_evidence_is_the_page_s_own_sentence() -> None:
    text = "前言无关紧要之语。\n国务院印发《质量强国建设纲要》。后话。"
    (phrase,) = phrases(page_of(text, DAY))
    assert text[slice(*phrase.span)] == phrase.quote == "国务院印发《质量强国建设纲要》。"
    assert phrase.paragraph == 1


HEADLINES = [
    ("科技部 财政部关于印发《数据安全管理办法》的通知", "과학기술부·재정부, ‘데이터 안전 관리방법’ 발표", True),
    ("浙江省数字经济发展行动计划（2023—2025年）", "저장성, ‘디지털경제 발전 행동계획(2023~2025)’ 발표", True),
    ("【权威发布】上海：加快建设国际科技创新中心", "상하이, 국제과학기술혁신센터 구축 가속화", True),
    ("神舟十五号载人飞船发射取得圆满成功", "선저우 15호 유인우주선 발사 성공", True),
    ("2022年我国研发经费增长10.4%", "2022년 중국 연구개발비 10.4% 증가", True),
]


@pytest.mark.parametrize(("title", "korean", "sure"), HEADLINES)
def test_headlines(title: str, korean: str, sure: bool) -> None:
    found = headline(title, DAY, TERMS)
    assert found is not None
    assert (found.korean, found.sure) == (korean, sure)


def test_a_headline_s_goal_is_no_deed() -> None:
    found = headline("计划2029年投产 年产能达到60万台", DAY, TERMS)
    assert found is not None
    assert found.prose == "2029년 가동될 계획이며 연간 생산능력은 60만 대를 기록할 계획이다."


@pytest.mark.parametrize("title", ["", "漫步在春天的小路上", "【】", "！！！"])
def test_titles_without_a_statement(title: str) -> None:
    assert headline(title, DAY, TERMS) is None


@given(
    st.sampled_from(["亿元", "万亿元", "万元", "%", "万辆", "万千瓦", "项", "家"]),
    st.decimals(min_value=1, max_value=9999, places=2),
    st.sampled_from(["达到", "超过", "增长", "增长到", ""]),
)
def test_every_figure_of_a_note_is_the_source_s(unit: str, value: object, verb: str) -> None:
    text = f"2022年新能源汽车总投资{verb}{value}{unit}。"
    for phrase in phrases(page_of(text, DAY)):
        wanted = [fact.value for fact in find_facts(text, date=DAY) if isinstance(fact, Quantity) and fact.unit]
        found = [fact.value for fact in find_facts(phrase.korean, date=DAY) if isinstance(fact, Quantity) and fact.unit]
        assert found == wanted


@given(st.text(alphabet="中国科技部印发《》规划，。；：到2025年增长10%和、的新能源企业支持建设由在", max_size=60))
def test_no_chinese_prose_and_no_crash(text: str) -> None:
    for korean in notes(text):
        assert not has_han(korean)


# 앞으로 할 일은 이룬 일로 적지 않는다 (DAY 기준)
STILL_TO_COME = [
    "到2027年集聚人才1万人。",
    "到2027年，产业规模比2020年增长30%，集聚人才1万人。",
    "到2027年，产业规模突破5000亿元，集聚人才1万人，研发投入强度达到3.5%以上。",
    "项目计划2029年投产，年产能达到60万台。",
    "到2027年，累计建成国家实验室3个，集聚人才1万人。",
    "将建设研发中心，年产能达到60万台。",
    "全市规划建设科技园区3个，集聚人才1万人，研发投入强度达到3.5%以上。",
    "二、重点任务\n（一）建设创新平台\n建成国家实验室3个。研发投入强度达到3.5%以上。",
]
DONE = [
    ("公司建成产业园区10个，年产能达到60万台。", "연간 생산능력은 60만 대를 기록하였다."),
    ("目前已建成产业园区10个。", "조성하였다."),
    ("国务院印发《质量强国建设纲要》。", "발표하였다."),
    ("科技部启动国家重点研发计划。", "착수하였다."),
    ("到2020年，研发经费增长10%。", "증가하였다."),
    ("2022年研发经费增长10%，将人工智能纳入重点。", "중점에 포함하였다."),
    ("目标明确，科技部启动国家重点研发计划。", "착수하였다."),
]


@pytest.mark.parametrize("text", STILL_TO_COME)
def test_a_goal_is_never_told_as_done(text: str) -> None:
    told = " ".join(sentences(text))
    assert told
    assert not re.search("[하되]였|되었", told)


@pytest.mark.parametrize(("text", "ending"), DONE)
def test_what_is_done_is_told_as_done(text: str, ending: str) -> None:
    assert " ".join(sentences(text)).endswith(ending)


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("某市人工智能产业行动计划（2023—2025年）", True),
        ("关于印发《某市促进科技创新若干措施》的通知", True),
        ("某市发布人工智能产业行动计划", False),
        ("国务院印发《质量强国建设纲要》", False),
        ("科技部启动项目", False),
        (None, False),
    ],
)
def test_plans_by_their_titles(title: str | None, plan: bool) -> None:
    assert is_plan_title(title) is plan
    text = "研发投入强度达到3.5%以上。"
    (phrase,) = phrases(page_of(text, DAY), plan=plan)
    assert phrase.goal is plan


def test_work_grows_with_the_page_not_with_its_square() -> None:
    text = "到2025年集聚人才1万人，制造业投资增长12%。" * 800

    def calls(length: int) -> int:
        counted = 0

        def count(frame: object, event: str, what: object) -> None:
            nonlocal counted
            counted += event == "call"

        facts = find_facts(text[:length], date=DAY)
        sys.setprofile(count)
        try:
            phrases(reader(text[:length], facts, TERMS, DAY))
        finally:
            sys.setprofile(None)
        return counted

    calls(1000)
    assert calls(len(text) // 2) < 6 * calls(len(text) // 8)
