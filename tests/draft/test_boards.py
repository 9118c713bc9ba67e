"""Tables of pages in a draft: every one of data is carried, as the house format holds it, and nothing is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from donghyang.draft import draft
from donghyang.draft.boards import MOST_TABLES
from donghyang.draft.grids import page_tables
from donghyang.draft.page_boards import MOST_ROWS, boards_of
from donghyang.language.terms import Termbase
from donghyang.records import PageText, Publisher, Remark, Story, Table
from donghyang.report import document, parse, write

DAY = dt.date(2025, 6, 3)
TERMS = Termbase.load()
Rows = tuple[tuple[str, ...], ...]

TARGETS: Rows = (
    ("指标", "2024年", "2027年"),
    ("机器人密度（台/万人）", "410", "560以上"),
    ("怪名（亿元）", "18", "30"),
)
NAMES: Rows = (
    ("序号", "企业名称", "城市"),
    ("1", "苏州汇川测控有限公司", "苏州"),
    ("2", "宁波海泰电机有限公司", "宁波"),
)


def page(*tables: Rows, before: str = "青州市发布机器人产业计划。", name: str = "robots.html") -> PageText:
    """A page that says its tables in its text, a row a line."""
    lines = ["\n".join("\t".join(cell for cell in row) for row in rows) for rows in tables]
    text = "\n".join([before, *lines])
    return PageText(name, "青州市发布机器人产业计划", DAY, None, "https://example.cn/r", text, tables)


def drafted(*pages: PageText) -> tuple[tuple[Table, ...], tuple[str, ...], tuple[str, ...]]:
    """The tables of the one article, its remarks, its doubts; the draft reads back as it was written."""
    story = Story("s", pages[0].title or "", DAY, tuple(one.name for one in pages), "policy", "기술전략", 1.0)
    made = draft(
        [story], {one.name: one for one in pages}, {}, series="주간동향", date=DAY, publisher=Publisher("동향실")
    )
    text = write(made.issue)
    assert write(parse(document(text))) == text
    (article,) = made.issue.sections[0].articles
    for one in made.evidence:
        source = next(item for item in pages if item.name == one.page)
        assert source.text[slice(*one.page_span)] == one.quote
    tables = tuple(block for block in article.blocks if isinstance(block, Table))
    remarks = tuple(block.text for block in article.blocks if isinstance(block, Remark))
    return tables, remarks, tuple(doubt.message.ko for doubt in made.doubts)


def test_a_table_is_carried_with_its_source() -> None:
    (table,), remarks, _ = drafted(page(TARGETS, before="青州市发布机器人产业计划。\n表1　主要指标"))
    assert table.caption == "주요 지표"
    assert table.header == ("지표", "2024년", "2027년")
    assert table.rows == (("로봇 밀도(대/만 명)", "410", "560 이상"), ("?? 怪名(억 위안)", "18", "30"))
    assert [one for one in remarks if "표 1/1" in one] == [
        "robots.html, 표 1/1: 指标 | 2024年 | 2027年 / 机器人密度（台/万人） | 410 | 560以上 / 怪名（亿元） | 18 | 30"
    ]


def test_tables_stay_apart_and_one_that_a_reprint_repeats_stands_once() -> None:
    first, second = page(TARGETS, NAMES), page(TARGETS, name="reprint.html")
    tables, _, doubts = drafted(first, second)
    assert [table.caption for table in tables] == ["?? 표 1 제목", "?? 표 2 제목"]
    assert tables[1].rows[0] == ("1", "쑤저우후이촨처쿵유한공사(苏州汇川测控有限公司)", "쑤저우")
    assert any("이름이 2개" in doubt for doubt in doubts)


def test_a_long_table_is_cut_and_says_so() -> None:
    rows = (("序号", "金额（万元）"), *((str(number), str(number * 7)) for number in range(1, MOST_ROWS + 12)))
    (table,), remarks, doubts = drafted(page(rows))
    assert len(table.rows) == MOST_ROWS
    assert any("41행 중 11행 생략" in one for one in remarks)
    assert any("41행 중 앞의 30행만" in one for one in doubts)


HOSTILE = (
    "// 说明", "?? 未定", "• 一 • 二", "■ 标题", "〈表〉", "* 注", "01", "a\tb", "http://example.cn/x", "[甲](乙)",
    "<b>粗</b>", "|---|", "출처: 어디 (02.07)", "1) 甲", "\u202e反", "&lt;p&gt;", "`x`", "— —", "※ 备注",
)  # fmt: skip


@pytest.mark.parametrize("cell", HOSTILE)
def test_whatever_a_cell_holds_the_draft_can_be_written(cell: str) -> None:
    rows = (("序号", "内容"), ("1", cell), (cell, "2"))
    drafted(page(rows))
    drafted(page((("序号", cell), ("1", "集成电路"), ("2", "新能源汽车"))))


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        (
            (("序号", "经费（万元）", ""), ("序号", "中央", "地方"), ("1", "20", "30")),
            [("", "序号"), ("经费（万元）", "中央"), ("经费（万元）", "地方")],
        ),
        ((("指标", "数值"), ("甲", "1"), ("乙", "2")), [("", "指标"), ("", "数值")]),
    ],
)
def test_heads_of_groups(rows: Rows, heads: list[tuple[str, str]]) -> None:
    (found,) = page_tables(page(rows))
    assert list(found.heads) == heads


@pytest.mark.parametrize(
    ("before", "title", "caption", "unit"),
    [
        ("全文。\n表2　分行业经费情况", None, "分行业经费情况", ""),
        ("全文。\n附件：重点任务分工表", None, "重点任务分工表", ""),
        ("全文。\n分行业经费情况\n单位：亿元", None, "分行业经费情况", "亿元"),
        ("全文。", "主要指标", "主要指标", ""),
        ("2027年青州市\n机器人企业名单", None, "2027年青州市机器人企业名单", ""),
        ("全文。", None, "", ""),
        ("6月2日印发", None, "", ""),
        ("如下表所示：", None, "", ""),
    ],
)
def test_captions(before: str, title: str | None, caption: str, unit: str) -> None:
    rows = ((title, "", ""), *TARGETS) if title else TARGETS
    (found,) = page_tables(page(rows, before=before))
    assert (found.caption, found.unit) == (caption, unit)


@pytest.mark.parametrize(
    "rows",
    [
        (("甲", "乙"),),
        (("甲",), ("乙",), ("丙",)),
        (("导航", "", ""), ("首页", "", ""), ("新闻", "", ""), ("公告", "", ""), ("联系", "", "")),
        (("", ""), ("", "")),
        (),
    ],
)
def test_what_only_lays_words_out_is_no_table(rows: Rows) -> None:
    assert not page_tables(page(rows))


def test_a_table_that_is_not_found_in_the_text_is_carried_all_the_same() -> None:
    bare = replace(page(TARGETS), text="青州市发布机器人产业计划。")
    ((board,), _) = boards_of([bare], TERMS, DAY)
    assert board.table.rows[0][1:] == ("410", "560 이상")
    drafted(bare)


def test_of_very_many_tables_the_first_are_carried_and_the_others_counted() -> None:
    tables = [(("序号", "金额（万元）"), (str(number), str(number * 3))) for number in range(1, 41)]
    shown, remarks, doubts = drafted(page(*tables))
    assert len(shown) == MOST_TABLES
    assert sum(one.startswith("싣지 않은 표: ") for one in remarks) == MOST_TABLES
    assert f"표 {40 - MOST_TABLES}개를 싣지 않았습니다. 원문에 있습니다." in doubts


def test_the_unit_of_the_figures_stands_behind_the_caption() -> None:
    ((board,), _) = boards_of([page(TARGETS, before="全文。\n主要指标\n（单位：亿美元）")], TERMS, DAY)
    assert board.table.caption == "주요 지표 (단위: 억 달러)"
