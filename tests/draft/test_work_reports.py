"""A government's work report: its goals lead, last year's results stand in a table, tasks by the years they are of."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.sentences import Phrase, Unsaid, phrases, told
from donghyang.draft.tasks import task_boards
from donghyang.draft.work_reports import goals_of, is_work_report, lead_of, without_head
from donghyang.draft.year_boards import figure_boards
from donghyang.records import PageText

DAY = dt.date(2025, 2, 6)
TITLE = "2025年山东省政府工作报告"
REPORT = """政府工作报告
——2025年1月20日在山东省第十四届人民代表大会第三次会议上
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、2024年工作回顾
2024年，全省经济稳中有进。
经济运行总体平稳。全年地区生产总值达到9.1万亿元、增长5.2%，规模以上工业增加值增长7.1%，固定资产投资增长3.3%。
二、“十五五”时期主要目标任务
全员劳动生产率年均增长5%左右。
三、2025年重点工作
今年经济社会发展的主要预期目标是：生产总值增长5%以上，在实际工作中争取更好结果；城镇调查失业率5.5%左右，居民消费价格涨幅2%左右；大家一起使劲，老街坊红火劲儿涨7%以上。重点抓好三件事：
（一）加快建设现代化产业体系。软件业务收入增长9%左右。
（二）扩大对外开放。街坊邻里都在议论此事。
（三）加强人才培养。培育企业20家。"""


def page(text: str = REPORT, title: str = TITLE, day: dt.date = DAY) -> PageText:
    return PageText("report.html", title, day, None, None, text)


def read(text: str = REPORT):  # type: ignore[no-untyped-def]
    return page_of(text, DAY)


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("2018年政府工作报告（国务院）", True),
        ("云南省2026年政府工作报告", True),
        ("专家解读政府工作报告亮点", False),
        (None, False),
    ],
)
def test_a_report_is_known_by_its_title(title: str | None, is_one: bool) -> None:
    assert is_work_report(title) is is_one


def test_the_goals_of_the_year_lead_with_the_place_and_the_year() -> None:
    goals = goals_of(read(), TITLE)
    assert goals is not None
    assert (goals.year, goals.place) == (2025, "산둥성")
    lead = lead_of(read(), goals)
    assert isinstance(lead, Phrase)
    assert (
        lead.korean
        == "산둥성, 2025년 지역내총생산(GRDP) 5% 이상 증가, 도시 조사 실업률 약 5.5%, 소비자물가 상승폭 약 2% 목표"
    )


def test_a_goal_of_research_stands_in_the_lead() -> None:
    text = REPORT.replace("城镇调查失业率5.5%左右", "城镇调查失业率5.5%左右，全社会研发经费投入增长10%")
    goals = goals_of(read(text), TITLE)
    assert goals is not None
    lead = lead_of(read(text), goals)
    assert isinstance(lead, Phrase)
    assert "연구개발비 투자 10% 증가 목표" in lead.korean


def test_a_first_goal_without_korean_leads_open() -> None:
    text = REPORT.replace("生产总值增长5%以上", "老街坊红火劲儿涨9%以上")
    goals = goals_of(read(text), TITLE)
    assert goals is not None
    assert isinstance(lead_of(read(text), goals), Unsaid)


def test_goals_and_results_stand_in_tables() -> None:
    goals, results = (board.table for board in figure_boards([page()], TERMS, DAY))
    assert goals.caption == "2025년 주요 예상 목표"
    assert goals.rows[0] == ("지역내총생산(GRDP)", "5% 이상 증가 (더 나은 결과를 위해 노력)")
    assert goals.rows[-1] == ("?? 老街坊红火劲儿涨 7% 이상", "")
    assert not any("使劲" in row[0] for row in goals.rows)
    assert results.caption == "2024년 주요 실적"
    assert ("일정 규모 이상 공업 부가가치", "7.1% 증가") in results.rows
    assert figure_boards([page(title="山东经济动态")], TERMS, DAY) == []


def test_the_tasks_of_the_year_say_what_they_aim_at() -> None:
    (board,) = task_boards([page()], TERMS, DAY)
    assert board.table.caption == "2025년 주요 과제"
    assert [row[2] for row in board.table.rows] == [
        "소프트웨어 사업 매출 약 9% 증가 목표",
        "?? 街坊邻里都在议论此事",
        "기업 20개사 육성",
    ]


def test_a_task_of_a_part_of_the_province_is_none_of_all_of_it() -> None:
    text = REPORT.replace("软件业务收入增长9%左右。", "加快苏北发展。培育企业30家。")
    (board,) = task_boards([page(text)], TERMS, DAY)
    assert "30" not in board.table.rows[0][2].replace("?? ", "")


def test_what_a_chapter_plans_is_of_its_years_and_aimed_at() -> None:
    said = [one.korean for one in phrases(read())]
    assert "2026~2030년 전 직원 노동생산성 연평균 약 5% 증가 목표" in said


def test_goals_go_on_in_the_next_sentence_and_results_keep_their_scope() -> None:
    text = REPORT.replace(
        "大家一起使劲，老街坊红火劲儿涨7%以上。", "粮食产量稳定。固定资产投资增长8%左右、粮食产量1300万吨以上。"
    )
    text = text.replace(
        "固定资产投资增长3.3%。", "固定资产投资增长3.3%。扣除房地产投资后，社会消费品零售总额增长2.7%。"
    )
    goals, results = (board.table for board in figure_boards([page(text)], TERMS, DAY))
    assert goals.rows[-2:] == (("고정자산 투자", "약 8% 증가"), ("식량 생산량", "1,300만 톤 이상"))
    assert ("지역내총생산(GRDP)", "9조 1,000억 위안, 5.2% 증가") in results.rows
    assert not any(row[0] == "소매판매 총액" for row in results.rows)


def test_a_head_of_a_paragraph_is_no_content() -> None:
    whole = read()
    heads = [one for one in told(whole) if one.quote.startswith(("经济运行总体平稳", "2024年，全省经济稳中有进"))]
    assert heads
    assert [without_head(whole, one) for one in heads if "\n" not in one.quote][-1] is None


def test_growth_of_so_much_a_year_is_told_of_no_years_that_nobody_names() -> None:
    text = "某市经济发展良好。高技术产业增加值年均增长8%。"
    assert not any("연평균" in one.korean for one in phrases(read(text)))
