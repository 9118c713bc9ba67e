"""Lines that tell no fact, paragraphs that run on, and what governs a sentence from in front of it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.digest import _in_short
from donghyang.draft.outline import outline
from donghyang.draft.sentences import phrases
from donghyang.draft.slogans import is_hollow, is_slogan

DAY = dt.date(2025, 8, 28)

# note, is it a slogan, is it hollow (a slogan whose sentence may still be news)
NOTES = [
    ("산업 혁신 역량 지속 강화", True, False),
    ("2025년 서비스업 고효율 발전 촉진", True, False),
    ("2024년 들어 제조업 전환 가속화", False, False),
    ("허베이, 수소 등 청정에너지 육성", False, False),
    ("허베이, 수소 버스 30대 추가", False, False),
    ("종자는 농업의 기초임", True, False),
    ("인재는 혁신의 제1 자원임", True, False),
    ("9월 5일 재정부, 발표회 개최", True, True),
    ("이 배는 중국 최초 수소 선박임", False, False),
    ("허베이, 발전의 새로운 강점 형성", True, True),
    ("허베이, 신성장동력으로 고품질 발전을 뒷받침", True, True),
    ("허베이, 새로운 공장 3곳 준공", False, False),
    ("허베이 연구팀, ‘톈만’ 칩에서 돌파구 마련", False, False),
    ("총리, 회의 주재", True, True),
    ("총리, 국무원 상무회의 주재", False, False),
    ("4개 부처, 구체적 조치 13개 제시", True, True),
    ("회의, 교육을 확대하고 의료를 개선하고 문화를 육성하고 관광을 장려해야 한다고 강조", True, True),
]


@pytest.mark.parametrize(("note", "slogan", "hollow"), NOTES)
def test_a_line_without_a_fact_is_known(note: str, slogan: bool, hollow: bool) -> None:
    assert (is_slogan(note), is_hollow(note)) == (slogan, hollow)


SUMMARIES = [
    (["2025년 수출은 5% 증가하였다."], ["2025년 수출은 5% 증가하였다."]),
    (["허베이는 혁신을 강화한다.", "2025년 수출은 5% 증가하였다."], ["2025년 수출은 5% 증가하였다."]),
    (["허베이는 혁신을 강화한다.", "수출은 5% 증가하였다."], []),
    (["2025년 수출은 늘고 수입은 줄고 내수는 3% 증가하였다."], []),
    (
        ["2025년 수출은 5% 증가하였다.", "허베이는 2030년까지 수소 강점을 형성할 예정이다."],
        ["2025년 수출은 5% 증가하였다."],
    ),
]


@pytest.mark.parametrize(("sentences", "kept"), SUMMARIES)
def test_a_summary_holds_what_reads_easily(sentences: list[str], kept: list[str]) -> None:
    assert _in_short(sentences, 130) == kept


def test_a_summary_ends_where_it_has_no_room() -> None:
    assert _in_short(["2025년 수출은 5% 증가하였다."] * 2, 30) == ["2025년 수출은 5% 증가하였다."]


def said(text: str) -> list[str]:
    return [one.korean for one in phrases(page_of(text, DAY))]


GOVERNED = [
    ("会议今天在北京开幕。\n河北将建设物流枢纽。继续举办数字经济大会，并成立秘书处。", "설립"),
    ("今天，议案提交大会。\n议案集中在：推动高质量发展；建设文化强国；完善税收制度。", "문화"),
    ("《规定》的颁布实施，对于规范市场秩序将起到作用。", "규정"),
    ("河北省省长指出，加强人才培养，归根结底要靠教育投入。", "강화"),
]


@pytest.mark.parametrize(("text", "word"), GOVERNED)
def test_what_another_sentence_or_clause_governs_is_not_told_as_done(text: str, word: str) -> None:
    assert not any(word in line for line in said(text))


LINES = [
    ("预计到2030年，全市冰雪产业规模可达到600亿元。", "2030년까지 시 전역 빙설 산업 규모 600억 위안 달성 전망"),
    (
        "截至6月底，河北新能源装机突破1.3亿千瓦，达到1.32亿千瓦，同比增长18.2%。",
        "2025년 6월 말 기준 허베이 신에너지 설비용량 1억 3,200만 kW로 전년 동기 대비 18.2% 증가",
    ),
    (
        "目前，河北已支持21家医药企业建设智能工厂。",
        "현재 허베이, 제약기업 21개사의 스마트공장 구축 지원",
    ),
    ("2024年，江苏全省地区生产总值13.7万亿元。", "2024년 장쑤 지역내총생산(GRDP) 13조 7,000억 위안"),
    ("我国显示产业规模持续位居全球首位。", "중국 디스플레이 산업 규모 지속 세계 1위"),
]


@pytest.mark.parametrize(("text", "line"), LINES)
def test_a_line_says_what_its_sentence_says(text: str, line: str) -> None:
    assert said(text) == [line]


def test_no_journey_is_part_of_a_name() -> None:
    assert said("河北省省长前往河北工业大学，调研科技创新情况。") == []


def test_the_last_of_several_items_ends_with_its_paragraph() -> None:
    text = "一、办会。举办论坛。\n二、育才。培养人才。\n三、修路。建设公路。\n省长主持会议。\n会议闭幕。"
    *_, last = outline(text)
    assert text[slice(*last.body)].strip() == "建设公路。"


def test_chapters_of_several_paragraphs_run_to_the_end() -> None:
    text = "一、办会\n举办论坛。\n二、育才\n培养人才。\n引进人才。\n三、修路\n建设公路。\n建设铁路。"
    *_, last = outline(text)
    assert text[slice(*last.body)].strip() == "建设公路。\n建设铁路。"
