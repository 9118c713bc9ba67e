"""The numbered tasks of a plan as a table: which pages are plans, what is a task, what stands in its cells."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft.outline import outline, sentences_of
from donghyang.draft.tasks import MOST, task_boards
from donghyang.language.terms import Termbase
from donghyang.records import PageText, Table

DAY = dt.date(2025, 3, 4)
TERMS = Termbase.load()
TITLE = "青州市关于印发《智能机器人产业发展行动方案（2025—2027年）》的通知"
PLAN = """现将行动方案印发给你们，请认真贯彻执行。
一、总体要求
（一）指导思想。以新发展理念为指导。
（二）发展目标。到2027年，建成产业园区6个；培育企业40家。
二、重点任务
（三）加强关键核心技术攻关。支持企业建设研发中心。老街坊议论纷纷。
（四）优化产业布局。街坊邻里都在议论此事。
三、保障措施
（五）加强人才培养。培育企业20家。
青州市人民政府
2025年3月3日"""


def page(text: str, title: str = TITLE) -> PageText:
    return PageText("plan.html", title, DAY, None, None, text)


def table(text: str, title: str = TITLE) -> Table | None:
    boards = task_boards([page(text, title)], TERMS, DAY)
    return boards[0].table if boards else None


def test_a_plan_becomes_the_table_of_its_tasks() -> None:
    made = table(PLAN)
    assert made is not None
    assert made.caption == "‘스마트 로봇 산업 발전 행동방안(2025~2027)’ 주요 과제"
    assert made.header == ("구분", "과제", "주요 내용")
    assert made.rows == (
        ("1", "발전 목표", "2027년까지 산업단지 6개 조성\n2027년까지 기업 40개사 육성"),
        ("2", "핵심기술 연구 강화", "기업의 연구개발센터 구축 지원"),
        ("3", "산업 구도 개선", "?? 街坊邻里都在议论此事"),
        ("4", "인재양성 강화", "기업 20개사 육성"),
    )


def test_of_goals_every_sentence_stands_and_of_tasks_what_is_left_is_counted() -> None:
    text = "一、发展目标\n到2027年，建成产业园区6个。街坊邻里都在议论此事。\n" + PLAN.partition("二、")[2].join(
        ["二、", ""]
    )
    (board,) = task_boards([page(text)], TERMS, DAY)
    assert board.table.rows[0][2] == "2027년까지 산업단지 6개 조성\n?? 街坊邻里都在议论此事"
    assert "加强关键核心技术攻关(2문장 중 1)" in board.remark
    assert "发展目标 /" in board.remark


def test_chapters_that_sections_tell_are_told_by_their_headings() -> None:
    parts = (("加强技术攻关", "优化产业布局"), ("加强人才培养", "街坊邻里议论"), ("推进国际合作", "提升服务能力"))
    lines, count = [], 0
    for number, heads in zip("一二三", parts, strict=True):
        lines.append(f"{number}、推动产业高质量发展")
        for head in heads:
            count += 1
            lines.append(f"（{'一二三四五六'[count - 1]}）{head}。内容不少。")
    made = table("\n".join(lines))
    assert made is not None
    assert [row[2].split("\n")[1] for row in made.rows] == ["산업 구도 개선", "?? 街坊邻里议论", "서비스 역량 제고"]


def test_what_is_left_out_is_told() -> None:
    numbers = [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十", "二十一", "二十二"]
    (board,) = task_boards([page("\n".join(f"{one}、加强人才培养\n培育企业20家。" for one in numbers))], TERMS, DAY)
    assert len(board.table.rows) == MOST
    assert "加强人才培养(" not in board.remark, "each says all of its sentences"
    assert board.doubts[0].ko == "과제 22개 중 2개를 싣지 않았습니다."
    assert "과제 22개 중 2개 생략: 加强人才培养 / " in board.remark


@pytest.mark.parametrize(
    ("title", "text", "why"),
    [
        (
            "2025年一季度机器人产业运行情况",
            "一、总体情况\n产量增长。\n二、分地区\n平稳。\n三、进出口\n增长。",
            "figures, no plan",
        ),
        (
            "关于组织申报2025年度项目的通知",
            "一、申报条件\n有研发中心。\n二、支持方式\n补助。\n三、申报程序\n网上申报。",
            "a notice",
        ),
        (TITLE, "一、加强人才培养\n培育企业。\n二、优化产业布局\n建设园区。", "two are no table"),
        (TITLE, "一、有3名以上专家；\n二、有园区5个以上；\n三、有企业9家以上；", "conditions"),
        (TITLE, "一、加强人才培养\n一、优化产业布局\n一、提升服务能力", "numbers that do not rise"),
        (TITLE, "现将方案印发给你们。", "nothing is numbered"),
        (TITLE, "", "nothing"),
    ],
)
def test_no_table(title: str, text: str, why: str) -> None:
    assert table(text, title) is None, why


def test_news_of_a_plan_has_its_table_too() -> None:
    text = "方案提出如下措施。\n一、加强人才培养\n培育企业20家。\n二、优化产业布局\n好。\n三、推进国际合作\n好。"
    assert table(text, "青州市出台方案支持机器人产业") is not None


def test_the_first_plan_of_a_story_counts() -> None:
    news = page("青州市发布方案。", "青州市发布机器人产业方案解读")
    boards = task_boards([news, page(PLAN), page(PLAN)], TERMS, DAY)
    assert [board.page.title for board in boards] == [TITLE]


def test_a_term_governs_its_paragraph() -> None:
    text = "一、发展目标\n到2027年，建成园区6个；产值由2024年的3亿元提高到8亿元。2026年，投产2个。\n二、其他\n无。"
    first = outline(text)[0]
    assert [one.governed for one in sentences_of(text, first)] == [
        "到2027年，建成园区6个",
        "到2027年，产值由2024年的3亿元提高到8亿元",
        "2026年，投产2个",
    ]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("一、甲\n二、乙", [["甲"], ["乙"]]),
        ("一、甲\n（一）丙。丁。\n（二）戊。\n二、乙", [["甲", "丙", "戊"], ["乙"]]),
        ("一、甲\n1.丙。\n2.戊。\n二、乙", [["甲", "丙", "戊"], ["乙"]]),
        ("（一）甲。乙。\n（二）丙。", [["甲"], ["丙"]]),
        ("一、甲\n1.5亿元投资。\n2.5亿元产值。\n二、乙", [["甲"], ["乙"]]),
        ("一、甲\n二、乙\n1.签约率\t30%\n2.覆盖率\t40%", [["甲"], ["乙"]]),
        ("一是甲。二是乙。", []),
        ("一、甲", []),
        ("一、甲\n（四）丙。\n二、乙\n（五）丁。", [["甲", "丙"], ["乙", "丁"]]),
    ],
)
def test_outlines(text: str, heads: list[list[str]]) -> None:
    found = [[text[slice(*part.head)] for part in (one, *one.sections)] for one in outline(text)]
    assert found == heads
