"""What open lines lack, and how they close: only where nothing else is missing, and nowhere that an editor wrote."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.draft import closed, draft
from donghyang.draft.cells import Cells
from donghyang.draft.lacking import lacked, lacking, listed
from donghyang.language.terms import Term, Termbase
from donghyang.records import Article, ContentsEntry, Issue, Open, PageText, Publisher, Section, Story, Table
from donghyang.report import document, parse, write

DAY = dt.date(2025, 6, 3)
TERMS = Termbase.load()


def with_rows(*rows: Term) -> Termbase:
    """The termbase that ships with rows of a newsroom on top."""
    return Termbase([*rows, *TERMS.terms()])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("성 정부 建设 로봇 2,300대", ()),
        ("街坊邻里 의 로봇 街坊邻里", ("街坊邻里",)),
        ("저장성(浙江省) 로봇 보급", ()),
        ("怪 기관", ()),
        ("로봇 보급 완료", ()),
        ("", ()),
    ],
)
def test_the_words_that_a_line_lacks(line: str, words: tuple[str, ...]) -> None:
    assert lacking(line, TERMS) == words


def test_a_row_of_the_newsroom_is_known() -> None:
    assert lacking("街坊邻里 의 로봇", with_rows(Term("街坊邻里", "이웃", "noun"))) == ()


def test_the_words_of_an_issue_the_most_frequent_first() -> None:
    table = Table("?? 街坊邻里 표", ("번호", "?? 老街坊们"), (("1", "?? 街坊邻里"), ("2", "로봇\n?? 街坊邻里")))
    article = Article(1, None, "로봇 보급", "?? 老街坊们 집계", None, (Open(1, "街坊邻里 참여"), table))
    issue = Issue("주간동향", DAY, Publisher("동향실"), (ContentsEntry("policy", None, "로봇 보급"),), (),
                  (Section("policy", "정책동향", (article,)),))  # fmt: skip
    assert lacked(issue, TERMS) == [("街坊邻里", 4), ("老街坊们", 2)]
    head, words = listed(lacked(issue, TERMS))
    assert "모자란 말 2개" in head
    assert words == "// 街坊邻里 4, 老街坊们 2"
    assert listed([]) == ()


def test_a_row_closes_a_cell_where_nothing_else_is_missing() -> None:
    known = with_rows(Term("老街坊", "옛 이웃", "noun"))
    assert Cells(TERMS, DAY).cell("老街坊服务平台") == "?? 老街坊 서비스 플랫폼"
    assert Cells(known, DAY).cell("老街坊服务平台") == "옛 이웃 서비스 플랫폼"
    assert Cells(known, DAY).cell("老街坊怪平台") == "?? 옛 이웃 怪 플랫폼"


def test_a_verb_of_the_newsroom_is_a_deed() -> None:
    known = with_rows(Term("捯饬", "정비", "verb"))
    assert Cells(TERMS, DAY).cell("捯饬检测中心3个").startswith("?? ")
    assert Cells(known, DAY).cell("捯饬检测中心3个") == "검사센터 3개 정비"


def test_a_draft_ends_with_the_words_it_lacks() -> None:
    rows = (("序号", "内容"), ("1", "老街坊们"), ("2", "老街坊们"))
    text = "青州市建成产业园区6个。\n" + "\n".join("\t".join(row) for row in rows)
    page = PageText("p.html", "青州市建成产业园区6个", DAY, None, "https://example.cn/p", text, (rows,))
    story = Story("s", page.title or "", DAY, ("p.html",), "policy", "지역", 1.0)
    made = draft([story], {"p.html": page}, {}, series="주간동향", date=DAY, publisher=Publisher("동향실")).issue
    assert any(line.startswith("// 老街坊们 2") for line in made.back)
    assert write(parse(document(write(made)))) == write(made)


BEFORE = """■ ?? 省政府 로봇 2,300대 投放
// p.html: 省政府投放机器人2300台。
● ?? 老街坊 참여
// p.html: 老街坊参与。
● 산업단지 6개 구축
// p.html: 建成产业园区6个。
번호\t내용
1\t?? 老街坊
2\t?? 怪人
// p.html, 표 1/1: 序号 | 内容
// 모자란 말
"""
AFTER = BEFORE.replace("?? 老街坊 참여", "옛 이웃 참여").replace("1\t?? 老街坊", "1\t옛 이웃")


@pytest.mark.parametrize(
    ("report", "made"),
    [
        (BEFORE, AFTER),
        (BEFORE.replace("\n", "\r\n"), AFTER.replace("\n", "\r\n")),
        (
            BEFORE.replace("● ?? 老街坊 참여", "● 동네 어른들이 참여"),
            AFTER.replace("● 옛 이웃 참여", "● 동네 어른들이 참여"),
        ),
        (
            BEFORE.replace("● ?? 老街坊 참여", "● ?? 老街坊 참여함"),
            AFTER.replace("● 옛 이웃 참여", "● ?? 老街坊 참여함"),
        ),
        ("전혀 다른 글\n", "전혀 다른 글\n"),
        ("", ""),
    ],
)
def test_lines_close_where_the_editor_has_not_written(report: str, made: str) -> None:
    assert closed(report, BEFORE, AFTER) == made


def test_nothing_opens_and_nothing_else_moves() -> None:
    assert closed(AFTER, AFTER, BEFORE) == AFTER, "a line that opens again is the draft's business"
    other = BEFORE.replace("산업단지 6개 구축", "산업단지 7개 구축")
    assert closed(BEFORE, BEFORE, other) == BEFORE, "what was said stays as it was said"
    torn = "● ?? 甲\n// a: 甲。\n● ?? 甲\n// b: 甲。\n"
    assert closed(torn, torn, torn.replace("?? 甲\n// a", "갑\n// a")) == torn, "two alike, of which one closes"
    assert closed(torn, torn, torn.replace("?? 甲", "갑")) == torn.replace("?? 甲", "갑")
