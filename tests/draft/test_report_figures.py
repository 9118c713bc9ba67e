"""The figures of a work report by the years they are of, and the lines that stand beside its tables."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.draft.pages import TERMS, page_of

from donghyang.draft.report_figures import MOST, figures_of
from donghyang.draft.report_lines import report_lines
from donghyang.draft.selection import Said
from donghyang.draft.sentences import Unsaid, told
from donghyang.draft.tasks import task_boards
from donghyang.draft.year_boards import figure_boards
from donghyang.records import PageText

DAY = dt.date(2026, 2, 6)
TITLE = "2026年青州省政府工作报告"
REPORT = """青州省政府工作报告
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、2025年和“十四五”时期工作回顾
过去一年，全省经济稳中有进。地区生产总值达到3.1万亿元、增长5.2%，规上工业增加值增长7.1%。
（一）圆满完成各项目标任务
科技创新成果不断涌现。技术合同成交额增长18%，新增全国重点实验室3家，新建幼儿园40所。全球首台套深海钻机在青州实验室下线，老街坊议论纷纷。
五年来，创新能力持续增强。全社会研发经费投入年均增长9%，高新技术企业突破4200家。
二、“十五五”时期主要目标
研发投入强度达到3%左右，数字经济核心产业增加值占地区生产总值比重达到9%。
三、2026年重点工作
今年经济社会发展主要预期目标是：地区生产总值增长5%左右，城镇新增就业30万人，固定资产投资增长4%。
（一）加快科技创新。新认定高新技术企业600家以上。力争技术合同成交额突破900亿元。产值突破300亿元。
（二）健全保障体系，街坊邻里都在议论。健全服务体系。扩大社会参与。
（三）深化“人工智能+”行动。支持青州人工智能实验室做大做强，街坊邻里也在议论。
附件
名词解释：1.“百企”行动：培育高新技术企业100家。"""


def page(text: str = REPORT) -> PageText:
    return PageText("report.html", TITLE, DAY, None, None, text)


def by_years(text: str = REPORT) -> dict[str, list[tuple[str, str]]]:
    read = page_of(text, DAY)
    return {
        f"{rows.years} {'목표' if rows.ahead else '실적'}": [(one.what, one.amount) for one in rows.best()]
        for rows in figures_of(read, TITLE)
    }


def test_figures_stand_under_the_years_they_are_of() -> None:
    found = by_years()
    assert found["2025년 실적"] == [
        ("지역내총생산(GRDP)", "3조 1,000억 위안, 5.2% 증가"),
        ("일정 규모 이상 공업 부가가치", "7.1% 증가"),
        ("기술계약 거래액", "18% 증가"),
        ("전국중점실험실 추가", "3개"),
    ]
    assert found["지난 5년간 실적"] == [
        ("사회 전체 연구개발비 투자", "연평균 9% 증가"),
        ("하이테크기업", "4,200개사 돌파"),
    ]
    assert [what for what, _ in found["2026~2030년 목표"]] == ["연구개발 집약도", "디지털경제 핵심산업 부가가치"]
    assert found["2026년 목표"] == [("하이테크기업 신규 지정", "600개사 이상"), ("기술계약 거래액", "900억 위안 돌파")]


def test_a_chapter_on_how_the_plan_begins_is_of_its_first_year() -> None:
    text = REPORT.replace("三、2026年重点工作", "三、一鼓作气，推动“十五五”开好局、起好步")
    assert by_years(text)["2026년 목표"] == by_years()["2026년 목표"]


def test_a_chapter_of_two_times_is_of_this_year_behind_its_goals() -> None:
    text = REPORT.replace("二、“十五五”时期主要目标\n", "二、“十五五”时期目标和2026年工作安排\n").replace(
        "三、2026年重点工作\n", ""
    )
    assert by_years(text)["2026년 목표"] == by_years()["2026년 목표"]
    (board,) = task_boards([page(text)], TERMS, DAY)
    assert board.table.caption == "2026년 주요 과제"


def test_a_table_holds_so_many_rows_and_tells_of_the_others() -> None:
    many = "".join(f"{name}产量增长{at}%。" for at, name in enumerate("铜铝钢镍锌铅锡镁钛钼钨铬锰钴", 2))
    text = REPORT.replace("新建幼儿园40所。", "新能源汽车产量增长21%。" + many.replace("产量", "制造业增加值"))
    (board,) = [one for one in figure_boards([page(text)], TERMS, DAY) if one.table.caption == "2025년 주요 실적"]
    assert len([row for row in board.table.rows if not row[0].startswith("??")]) <= MOST
    assert "지역내총생산(GRDP)" in [row[0] for row in board.table.rows]


def test_what_the_tables_give_is_no_line_and_the_rest_only_if_it_is_read_for() -> None:
    read = page_of(REPORT, DAY)
    lines = report_lines([Said(one, "report.html", 1.0) for one in told(read)], read, page())
    quotes = [one.phrase.quote for one in lines if one.weight > 0]
    assert lines[0].heads
    assert not any("技术合同成交额增长" in quote or "幼儿园" in quote for quote in quotes)
    assert any("首台套深海钻机" in quote for quote in quotes)
    assert not any("名词解释" in one.phrase.quote for one in lines)
    assert all(len(one.phrase.quote) <= 160 for one in lines if isinstance(one.phrase, Unsaid))


def test_laboratories_by_name_stand_before_slogans_of_the_same_words() -> None:
    slogan = "加快构建以先进制造业为骨干的“2+2”现代化产业体系，大力发展人工智能。"
    text = REPORT.replace("街坊邻里都在议论。", f"街坊邻里都在议论。{slogan}支持青东实验室、青西研究院早日并网。")
    read = page_of(text, DAY)
    lines = report_lines([Said(one, "report.html", 1.0) for one in told(read)], read, page(text))
    worth = {one.phrase.quote[:6]: one.weight for one in lines if isinstance(one.phrase, Unsaid)}
    assert worth["支持青东实验"] > worth["加快构建以先"]


@pytest.mark.parametrize(("number", "cell"), [(0, "600개사"), (1, "?? 健全")])
def test_a_cell_says_nothing_whose_owner_or_object_stands_elsewhere(number: int, cell: str) -> None:
    (board,) = task_boards([page()], TERMS, DAY)
    said = board.table.rows[number][2]
    assert cell in said
    assert "생산액" not in said


def test_a_task_for_those_of_another_place_says_nothing_that_does_not_name_them() -> None:
    text = REPORT.replace("健全服务体系。扩大社会参与。", "深化产业合作。支持台胞来青州求学。吸引台胞来青州创业。")
    (board,) = task_boards([page(text)], TERMS, DAY)
    assert board.table.rows[1][2].startswith("?? ")


def test_a_chapter_in_which_the_government_speaks_of_itself_holds_no_tasks() -> None:
    parts = "".join(f"（{number}）加强队伍建设。街坊议论。\n" for number in "一二三")
    own = f"四、努力建设人民满意的服务型政府\n{parts}"
    (board,) = task_boards([page(REPORT.replace("附件\n", own + "附件\n"))], TERMS, DAY)
    assert len(board.table.rows) == 3
