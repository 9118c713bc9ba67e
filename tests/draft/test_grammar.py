"""Sentences whose order Korean turns round, and their look-alikes, which must not be turned the same way."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import page_of

from donghyang.draft.sentences import Phrase, Unsaid, told

DAY = dt.date(2024, 5, 17)


def read(text: str) -> list[Phrase | Unsaid]:
    return told(page_of(text, DAY))


def korean(text: str) -> list[str]:
    return [one.korean for one in read(text) if isinstance(one, Phrase)]


WHOLE = [
    # what describes a noun: 研制的, 由…设计的, 搭载的
    ("北京大学研制的芯片通过验收。", "베이징대학이 개발한 칩 검수 통과"),
    ("由清华大学设计的机器人通过验收。", "칭화대학이 설계한 로봇 검수 통과"),
    # what is put where: 将…送入, 将…发射升空
    (
        "我国在酒泉卫星发射中心使用长征二号丁运载火箭，成功将遥感卫星发射升空。",
        "중국, 주취안 위성발사센터에서 창정 2호 D(丁) 운반로켓으로 원격탐사위성 발사 성공",
    ),
    ("该省将人工智能列入重点。", "해당 성, 인공지능을 중점에 포함"),
    ("该省将建设研发中心。", "해당 성, 연구개발센터 구축 예정"),
    # what something is
    ("这是我国首个数字乡村引领区。", "이는 중국 최초 디지털 농촌 선도구임"),
    # ranks and comparisons
    ("深圳专利申请量居全国第二。", "선전 특허 출원량 전국 2위 차지"),
    ("增速比大型企业高2.4个百分点。", "증가율이 대형 기업을 2.4%p 상회"),
    ("湖南制造业投资增长6%，高于全国1.5个百分点。", "후난 제조업 투자 6% 증가, 전국 증가율을 1.5%p 상회"),
    # what comes after
    ("基地改造升级后，产能可以提升30%。", "기지 개조·고도화 후 생산능력 30% 상승 가능"),
    # who is spoken of, in front of the comma
    ("开展科技活动的单位，必须加强管理。", "과학기술 활동을 실시하는 기관은 관리를 강화해야 함"),
    # what a list or a study shows
    ("全球创新指数报告显示，中国排名第11位。", "글로벌 혁신지수 보고서에 따르면 중국, 11위 차지"),
    # a named deed behind what it is done to; two bodies side by side; two deeds
    ("隧道内设备安装全面铺开。", "터널 내 설비 설치 전면 전개"),
    (
        "国家发展改革委国家能源局联合印发《储能发展规划》。",
        "국가발전개혁위원회·국가에너지국, ‘에너지저장 발전 규획’ 공동 발표",
    ),
    ("科技部部长王立群出席会议并讲话。", "왕리췬(王立群) 과학기술부 부장, 회의 참석, 연설"),
    # somewhat more; fractions; a unit read as a word
    ("项目投资4亿多元。", "프로젝트 투자 4억여 위안"),
    ("2023年，飞行汽车占低空经济的四分之一。", "2023년 비행자동차, 저고도 경제의 4분의 1 차지"),
    # who speaks, more than one
    ("专家认为，企业应加大研发投入。", "전문가들, 기업이 연구개발 투자를 확대해야 한다고 평가"),
    # places of the official table; a phase of a programme
    ("5月16日，储能电站在漳州投产。", "5월 16일 에너지저장 발전소 장저우에서 가동"),
    ("出口增长。", "수출 증가"),
]


@pytest.mark.parametrize(("text", "line"), WHOLE)
def test_sentences_are_said_whole(text: str, line: str) -> None:
    assert korean(text) == [line]
    assert all(isinstance(one, Phrase) and one.rest is None for one in read(text))


SILENT = [
    # 随着…改善 is no 随着 thing; 举行 is no part of who
    "随着需求持续改善。", "国务院新闻办公室举行“推动发展”系列主题发布会。",
    # headings beside sentences, a common noun in front of 县, a word inside an unknown run
    "以旧换新的花样百出。", "脱贫户喜气洋洋。",
    # a journal that nobody knows is not spelled out
    "论文发表在《花木通讯》上。", "《挑大梁之歌》发布。",
    # what an unread condition or an exception governs
    "若审批通过，工厂将于年底开工。", "项目经费增长5%，但企业除外。",
    # a list that its last words gather up
    "甲公司推动产量提升，就业增加等目标实现。",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_stay_open(text: str) -> None:
    assert korean(text) == []


def test_what_is_not_said_of_a_sentence_is_handed_on() -> None:
    (one,) = read("2023年，我国出口芯片2685亿块，街坊邻里都在议论。")
    assert isinstance(one, Phrase)
    assert one.korean == "2023년 중국, 칩 2,685억 개 수출"
    assert one.rest is not None
    text = "2023年，我国出口芯片2685亿块，街坊邻里都在议论。"
    assert text[slice(*one.rest)] == "街坊邻里都在议论"


def test_a_clause_without_korean_in_front_leaves_the_sentence_open() -> None:
    (one,) = read("街坊邻里都在议论，我国出口芯片2685亿块。")
    assert isinstance(one, Unsaid)


MOODS = [
    # 将 in front of a thing is no future; what is called today has come about; a plan's years are none of its news
    ("今天（5月18日），世界数字教育大会在上海开幕。", "상하이에서 개막하였다."),
    ("5月16日，2024中国国际大数据博览会在贵州开幕。", "구이저우에서 개막하였다."),
    ("5月16日，科技部发布《人工智能发展规划（2025—2027年）》。", "발표하였다."),
    # goals of a paragraph hold for what happens in it
    ("到2027年，产业规模达到500亿元。品牌影响力稳步提升。", "향상되는 것을 목표로 한다."),
]


@pytest.mark.parametrize(("text", "ending"), MOODS)
def test_moods_of_dates_and_names(text: str, ending: str) -> None:
    told_ = [one.prose for one in read(text) if isinstance(one, Phrase)]
    assert told_
    assert told_[-1].endswith(ending)


def test_a_review_is_told_as_done() -> None:
    text = "一、2023年工作回顾\n城镇新增就业1200万人以上。\n二、2024年工作任务\n研发投入强度达到3.5%以上。"
    review, aim = [one for one in read(text) if isinstance(one, Phrase)]
    assert not review.goal
    assert aim.goal


def test_headings_are_no_statements() -> None:
    text = "江西着力构建现代化产业体系\n5月16日，科技部启动国家重点研发计划。"
    assert korean(text) == ["5월 16일 과학기술부, 국가중점연구개발계획 착수"]
