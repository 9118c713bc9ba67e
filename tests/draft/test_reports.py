"""Constructions of reports said in Korean, in other words than those they were seen in, and what looks like them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.headlines import headline
from donghyang.draft.lexicon import NOUN_KINDS
from donghyang.draft.sentences import phrases
from donghyang.language import tables

DAY = dt.date(2024, 6, 20)
WORDS = tables.read("donghyang.draft", "report_words.tsv")


def said(text: str) -> list[str]:
    return [one.korean for one in phrases(page_of(text, DAY))]


SAID = [
    # held against a year
    ("去年该省研发经费比2019年增长31%。", "2023년 해당 성 연구개발비 2019년 대비 31% 증가"),
    ("该市技术合同成交额较“十三五”末提高8.2%。", "해당 시 기술계약 거래액 2020년 말 대비 8.2% 상승"),
    ("研发投入比上年同期增长9%。", "연구개발 투자 전년 동기 대비 9% 증가"),
    # from one year's figure to another's
    (
        "研发人员由2015年的12.4万人增加到2022年的20.6万人。",
        "연구개발 인력 2015년 12만 4,000명에서 2022년 20만 6,000명으로 증가",
    ),
    # where people come from
    ("来自31个国家和地区的200名专家学者参会。", "31개 국가·지역의 전문가·학자 200명 참석"),
    ("来自武汉大学的团队开发了软件。", "우한대학의 연구팀, 소프트웨어 개발"),
    # how many great, and which in rank
    ("该省化工产业四大指标稳步增长。", "해당 성 화학공업 산업 4대 지표 꾸준히 증가"),
    ("印度尼西亚是全球第四大市场。", "인도네시아는 글로벌 4위 시장임"),
    # gained by a deed
    ("江苏推进农业农村改革取得新成果。", "장쑤, 농업·농촌 개혁 추진에서 새로운 성과 창출"),
    ("国家推动基金取得收益。", None),
    # what drives a figure
    ("该产业拉动全省工业增加值增长1.4个百分点。", "해당 산업, 성 전역 공업 부가가치 1.4%p 증가 견인"),
    ("消费带动零售额同比增长6%。", "소비, 소매판매액 전년 동기 대비 6% 증가 견인"),
    # letters
    ("国家主席习近平向世界农业论坛致贺信。", "시진핑 국가주석, 세계 농업 포럼에 축하 서한 발송"),
    ("越南总理范明政致贺信。", None),
    # what something becomes
    ("绿色能源成为该省经济的重要引擎。", "녹색 에너지가 해당 성 경제의 중요 엔진으로 부상"),
    ("东盟已连续四年成为我国最大贸易伙伴。", "아세안이 4년 연속 중국 최대 교역 파트너로 자리매김"),
    ("该国成为联盟成员国。", None),
    # some of them
    ("该省有9个项目投产。", None),
    ("湖南有9个重大项目投产。", "후난에서 중대 프로젝트 9개 가동"),
    # led by, given for, with an aim
    ("以绿色制造为重点，湖北加快工厂改造。", "녹색제조를 중점으로 후베이, 공장 개조 가속화"),
    ("数据产业为经济增长注入新动力。", "데이터산업, 새로운 동력으로 경제 성장을 뒷받침"),
    ("论坛为中小企业共享数据提供平台。", "포럼, 중소기업의 데이터 공유를 위해 플랫폼 제공"),
    ("为发展低空经济，安徽建设试验基地。", "저고도 경제 육성을 위해 안후이, 시험 기지 구축"),
    ("企业为代表参加会议。", None),
    # of what on what
    ("对全省经济增长的贡献率为41%。", None),
    ("服务业对经济的影响持续扩大。", "서비스업의 경제에 대한 영향 지속 확대"),
    # where it was held
    ("丁薛祥出席在苏州举行的材料大会。", "딩쉐샹, 쑤저우에서 개최된 소재 대회 참석"),
    # days
    ("国家能源局18日召开会议，部署电网建设。", "6월 18일 국가에너지국, 회의 개최, 전력망 건설 추진"),
    ("国家能源局28日召开会议，部署电网建设。", None),
    ("昨晚（6月19日），该博览会在南京开幕。", "6월 19일 해당 박람회 난징에서 개막"),
    # what a paper is called further down, and what it is called by
    ("国务院印发《农村公路条例》（以下简称《条例》）。", "국무원, ‘농촌 도로 조례’ 발표"),
    ("《提振消费专项行动方案》发布。", "‘소비 진작 특별행동 방안’ 발표"),
    ("《行政法规制定程序条例》公布。", None),
    # groups of satellites, and craft made over
    (
        "我国使用长征八号改运载火箭，成功将千帆极轨09组卫星发射升空。",
        "중국, 창정 8호 개량형 운반로켓으로 첸판 극궤도 위성 제9조 발사 성공",
    ),
    ("该企业生产12组电池。", None),
    # what is counted
    (
        "该院牵头化工、冶金等6个重点行业标准体系建设。",
        "해당 연구원, 화학공업·야금 등 중점업종 6개의 표준체계 구축 주관",
    ),
    ("我国建成26个国家科研平台。", "중국, 국가 연구플랫폼 26개 구축"),
    ("该省培育40家国家级制造业产业集群和超300家的省级产业集群。", None),
    # what belongs to the figure behind it
    ("该市软件业务收入首次突破900亿元。", "해당 시 소프트웨어 사업 매출 처음으로 900억 위안 돌파"),
    ("该省新能源装机已超过6000万千瓦。", "해당 성 신에너지 설비용량 6,000만 kW 초과"),
    ("该团队已突破6项核心技术。", None),
    ("全年服务进出口总额首次突破8000亿元。", "서비스 수출입 총액 처음으로 8,000억 위안 돌파"),
    # what does what it is
    ("水利设施是保障粮食生产的重要基础。", "수리 시설은 식량 생산을 보장하는 중요한 기반임"),
    # what switches on runs
    ("该市数据平台正式启动。", "해당 시 데이터 플랫폼 공식 가동"),
    ("该市改革试点正式启动。", "해당 시 개혁 시범사업 공식 개시"),
    # what a word promises that the mood does not show
    ("航天工程计划实施3次飞行任务。", "우주 프로젝트, 비행임무 3회 시행 계획"),
    ("全年产值目标提前完成。", None),
    ("支持扩大投入的政策减税72亿元。", None),
    # no news of its own
    ("会议还研究了其他事项。", None),
    ("有关负责人介绍了相关情况。", None),
    ("李强强调，建设现代化国家，最艰巨的任务在农村。", None),
]


@pytest.mark.parametrize(("text", "korean"), SAID)
def test_a_report_is_said_as_it_says(text: str, korean: str | None) -> None:
    assert said(text) == ([] if korean is None else [korean])


HEADLINES = [
    ("李强签署国务院令 公布《供水条例》", "리창, 국무원령 서명, ‘용수공급 조례’ 공포"),
    ("会议研究2025年科技工作 丁薛祥主持会议", None),
]


@pytest.mark.parametrize(("title", "korean"), HEADLINES)
def test_a_headline_tells_of_each_what_is_his(title: str, korean: str | None) -> None:
    found = headline(title, DAY, TERMS)
    assert korean is None or (found and found.korean == korean)
    assert found is None or "목표" not in found.korean


def test_the_words_of_reports_stand_once_and_nowhere_else() -> None:
    known = {row[:2] for row in tables.read("donghyang.draft", "grammar.tsv")}
    assert [pair for pair, times in Counter(row[:2] for row in WORDS).items() if times > 1] == []
    assert [row for row in WORDS if row[:2] in known] == []
    assert [row for row in WORDS if row[0] == "noun" and TERMS.get(row[1])] == []


def test_the_words_of_reports_have_known_kinds() -> None:
    assert {row[3] for row in WORDS if row[3:]} <= set(NOUN_KINDS)
    assert [row for row in WORDS if row[3:] and row[0] != "noun"] == []


COMMON = tables.read("donghyang.draft", "common_words.tsv")


def test_common_words_stand_once_and_are_of_one_sense() -> None:
    elsewhere = {row[1] for name in ("grammar.tsv", "report_words.tsv") for row in tables.read("donghyang.draft", name)}
    assert not elsewhere & {row[1] for row in COMMON}
    assert max(Counter((row[0], row[1]) for row in COMMON).values()) == 1
    assert {row[0] for row in COMMON} == {"act", "adv", "event", "noun"}
    assert {row[3] for row in COMMON if row[3:]} <= {"metric", "modifier", "noun"}


@pytest.mark.parametrize(
    ("text", "korean"),
    [
        ("安徽建设育秧工厂。", "안후이, 육묘 공장 구축"),
        ("我国铁路货物发送量同比增长5.2%。", "중국 철도 화물 수송량 전년 동기 대비 5.2% 증가"),
        ("部分城市实现跨区互认。", "일부 도시, 지역 간 상호 인정 실현"),
        ("该基地由三部分组成。", None),
    ],
)
def test_a_sentence_of_common_words_is_said(text: str, korean: str | None) -> None:
    assert said(text) == ([] if korean is None else [korean])
