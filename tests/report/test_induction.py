"""Reports read by the shapes of their lines: what becomes one line, what is a table, what is no part of the text."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang import report
from donghyang.report.induction import words
from donghyang.report.induction.cites import in_headline
from donghyang.report.induction.cost import cost
from donghyang.report.induction.feet import with_feet
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.leaves import leaves
from donghyang.report.induction.shapes import address_in, bare_of, shape_of
from donghyang.report.stream import stream

DRAWN = """【표 1】 항구별 수심
+--------+------+
| 항구   | 수심 |
+--------+------+
| 시네스 | 17   |
| 레이숑 | 12   |
+--------+------+
"""
RULED = """┌──────┬──────┐
│ 항구 │ 수심 │
├──────┼──────┤
│ 시네 │ 17   │
│ 스   │      │
├──────┼──────┤
│ 레이 │ 12   │
│ 숑   │      │
└──────┴──────┘
"""
ROOMY = """항구      수심   부두(곳)
시네스    17     5
레이숑           3
파루      9      1
"""


def _leaves(text: str) -> list[Leaf]:
    return leaves(stream(report.document(text)), text)


def _rows(text: str) -> list[list[str]]:
    grids = [leaf.line.grid for leaf in _leaves(text) if leaf.line.grid]
    return [[cell.text for cell in row] for grid in grids for row in grid.rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (DRAWN, [["항구", "수심"], ["시네스", "17"], ["레이숑", "12"]]),
        (RULED, [["항구", "수심"], ["시네스", "17"], ["레이숑", "12"]]),
        (ROOMY, [["항구", "수심", "부두(곳)"], ["시네스", "17", "5"], ["레이숑", "", "3"], ["파루", "9", "1"]]),
        ("항구를 넓힘\n수심을 재었음\n부두를 지음\n", []),
        ("┌──────┐\n│ 알림 │\n└──────┘\n", []),
    ],
)
def test_tables_are_told_by_their_rules_or_by_their_columns(text: str, rows: list[list[str]]) -> None:
    assert _rows(text) == rows


def test_lines_that_fill_a_column_go_on_below() -> None:
    one = "○ 수심이 얕은 항구에는 준설선을 보내고 깊은 항구에는\n  새 부두를 지어 큰 배도 들어오게 함\n"
    other = "○ 등대를 다시 세우고 밤에도 배가 드나들 수 있게\n  불빛의 세기를 두 배로 올리기로 함\n"
    found = _leaves("항만 주간동향\n2026. 4. 17.\n\n" + (one + other) * 4)
    assert [leaf.words for leaf in found[2:4]] == [
        "수심이 얕은 항구에는 준설선을 보내고 깊은 항구에는 새 부두를 지어 큰 배도 들어오게 함",
        "등대를 다시 세우고 밤에도 배가 드나들 수 있게 불빛의 세기를 두 배로 올리기로 함",
    ]
    assert len(found) == 10


def test_paragraphs_alone_are_set_in_a_column() -> None:
    head = "◈ 항만부, 수심이 얕은 항구 열두 곳의 준설과 새 부두 착공을 한 해 앞당겨 확정하고 예산을 배정\n"
    one = "- 수심이 얕은 항구에는 준설선을 보내고 깊은\n항구에는 새 부두를 지음\n"
    found = _leaves("항만 주간동향\n2026. 4. 17.\n\n" + (head + one) * 4)
    assert [leaf.words for leaf in found[3::2]] == [
        "수심이 얕은 항구에는 준설선을 보내고 깊은 항구에는 새 부두를 지음"
    ] * 4


def test_a_sign_and_a_tab_open_a_line_and_no_row() -> None:
    found = _leaves("•\t준설선을 깊은 항구에 보냄\n•\t등대를 다시 세우고 불을 켬\n항구\t수심\n시네스\t17\n")
    assert [(leaf.key, leaf.words) for leaf in found[:2]] == [
        ("•", "준설선을 깊은 항구에 보냄"),
        ("•", "등대를 다시 세우고 불을 켬"),
    ]
    assert found[2].key == "table"


def test_footnotes_behind_the_last_article_stand_below_their_marks() -> None:
    first = _leaves("- 준설선을 보냄1)\n- 부두를 지음\n")
    last = _leaves("- 등대를 고침2)\n\n1) 두 척을 보냄\n2) 축전지를 달았음\n")
    assert [[leaf.key for leaf in article] for article in with_feet([first, last])] == [["-", "1)", "-"], ["-", "1)"]]
    assert with_feet([first, _leaves("- 등대를 고침\n1) 두 척을 보냄\n")])[0] == first


def test_lines_of_uneven_length_stand_alone() -> None:
    found = _leaves(
        "항만 주간동향\n2026. 4. 17.\n" + "○ 준설선을 보냄\n부두를 지음\n○ 큰 배가 들어옴\n등대를 세움\n" * 6
    )
    assert len(found) == 26


def test_page_numbers_count_on_and_article_numbers_do_not_go() -> None:
    page = "\n".join(["○ 항구의 수심을 다시 재었음"] * 10)
    text = "".join(f"{page}\n\n〔{n}〕\n\n" for n in (1, 2, 3))
    assert all("〔" not in leaf.text for leaf in _leaves(text))
    assert [
        leaf.number for leaf in _leaves(f"01\n새 부두 착공\n{page}\n02\n등대 점등\n{page}\n") if not leaf.words
    ] == [1, 2]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("→ porto.example.pt/obras", "porto.example.pt/obras"),
        ("부두 공사 (https://porto.example.pt/obras)", "https://porto.example.pt/obras"),
        ("www.porto.example.pt/a", "www.porto.example.pt/a"),
        ("열전도율은 0.031W/mK", None),
        ("1.5/2.0 비율", None),
    ],
)
def test_addresses_stand_with_or_without_their_scheme(text: str, url: str | None) -> None:
    found = address_in(text)
    assert (found[0] if found else None) == url


@pytest.mark.parametrize(
    ("text", "shape", "bare"),
    [
        ("【새 부두】", "【", "새 부두"),
        ("━━━━ 정책 흐름 ━━━━", "━", "정책 흐름"),
        ("(수심) 다시 재었음", "", "(수심) 다시 재었음"),
        ("새 부두 (4.9)", "", "새 부두 (4.9)"),
    ],
)
def test_brackets_around_all_of_a_line_are_its_shape(text: str, shape: str, bare: str) -> None:
    assert (shape_of(text), bare_of(text)) == (shape, bare)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("✎ 서하람 연구원", "서하람 연구원"),
        ("(남다인 선임연구원)", "남다인 선임연구원"),
        ("담당: 남다인", "남다인"),
        ("(정책 소식)", None),
        ("글로벌 항만", None),
        ("담당 부서를 새로 두고 인력을 열두 명 늘리기로 하였음.", None),
    ],
)
def test_authors_are_told_by_title_or_label(text: str, name: str | None) -> None:
    assert words.author_of(text) == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("새 부두 착공 (항만신문, 4.9)", ("새 부두 착공", "항만신문", dt.date(2026, 4, 9))),
        ("새 부두 착공 | 항만신문 | 4.9", ("새 부두 착공", "항만신문", dt.date(2026, 4, 9))),
        ("새 부두 착공 (2단계)", None),
        ("새 부두 착공", None),
    ],
)
def test_briefs_of_one_line_name_outlet_and_day(text: str, told: tuple[str, str, dt.date] | None) -> None:
    assert in_headline(text, dt.date(2026, 4, 17)) == told


def test_what_is_lost_costs_and_what_is_read_does_not() -> None:
    article = "{n:02d}\n새 부두 착공\n■ 항구의 수심을 다시 재고 부두를 지음 (4.9)\n● 준설선을 보내기로 하였음\n"
    text = "항만 주간동향\n2026. 4. 17.\n\nI\n정책동향\n" + "".join(article.format(n=n) for n in (1, 2, 3))
    lines = len(stream(report.document(text)))
    assert cost(report.parse(report.document(text)), lines) == 0
    assert cost(report.parse(report.document("┌ 그림 ┐\n" * 9)), 9) >= 9


def test_remarks_around_a_report_cost_nothing() -> None:
    article = "{n:02d}\n새 부두 착공\n■ 항구의 수심을 다시 재고 부두를 지음 (4.9)\n● 준설선을 보내기로 하였음\n"
    report_ = "항만 주간동향\n" + "{}2026. 4. 17.\n\nI\n정책동향\n" + "".join(article.format(n=n) for n in (1, 2, 3))
    remarks = "".join(f"// 뺀 사건 {n}: 港口{n} (page{n}.html)\n" for n in range(40))
    for text in (report_.format("") + remarks, report_.format(remarks)):
        assert cost(report.parse(report.document(text)), 20) == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "새 부두를 지었다.\n수심은 17m이다.\n",
        "① 준설\n② 점등\n③ 착공\n",
        "| 항구 | 수심 |\n|---|---|\n| 시네스 | 17 |\n",
    ],
)
def test_what_is_no_report_is_not_made_one(text: str) -> None:
    assert report.parse(report.document(text)).sections == ()
