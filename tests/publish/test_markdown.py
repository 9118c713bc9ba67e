"""Markdown as a reader of Markdown sees it: nested lists, tables, and hostile words that stay words."""

import re
from urllib.parse import quote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.publish.conftest import HOSTILE
from tests.publish.test_mail import DOT as PNG

from donghyang import publish, report
from donghyang.publish.images import opened
from donghyang.publish.markdown import escaped
from donghyang.records import Article, Bullet, Figure, Issue, Publisher, Section, Table

PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def tokens(text: str) -> list[Token]:
    return [one for token in PARSER.parse(text) for one in (token, *(token.children or ()))]


def words(text: str) -> str:
    return "".join(one.content for one in tokens(text) if one.type in ("text", "code_inline", "html_inline"))


# where each was seen to mean more than itself in CommonMark 0.31
LINES = [
    HOSTILE,
    "1. 첫째",
    "2024. 3. 15",
    "- 붙임표",
    "+ 더하기",
    "# 제목",
    "> 인용",
    "```",
    "===",
    "---",
    "| 막대 |",
    "a*b*c _d_ **e**",
    "[말](https://example.cn)",
    "![그림](a.png)",
    "<https://example.cn>",
    "<b>굵게</b><!-- 숨김 -->",
    "&lt;b&gt; &#60;",
    "끝의 역사선\\",
    "~~지움~~",
    "10) 열째",
]


@pytest.mark.parametrize("line", LINES)
def test_words_are_shown_as_they_are_and_as_nothing_else(line: str) -> None:
    assert words(escaped(line)) == line
    kinds = {one.type for one in tokens(escaped(line))}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak"}


def test_bullets_nest_as_lists_and_tables_are_tables(week: Issue) -> None:
    found = tokens(publish.render(week, "md").decode())
    depth = deepest = 0
    for one in found:
        depth += (one.type == "bullet_list_open") - (one.type == "bullet_list_close")
        deepest = max(deepest, depth)
    assert deepest == 3
    assert [one.type for one in found].count("table_open") == 1
    assert [one.type for one in found].count("tr_open") == 5
    assert [one.tag for one in found if one.type == "heading_open"].count("h1") == 1


def test_an_ugly_issue_has_no_tag_and_no_way_into_scripts(ugly: Issue) -> None:
    found = tokens(publish.render(ugly, "md").decode())
    assert {one.content for one in found if one.type in ("html_inline", "html_block")} <= {"<br>"}
    addresses = [str(one.attrs["href"]) for one in found if one.type == "link_open"]
    assert not [address for address in addresses if not re.match(r"https?://", address)]


def test_where_nesting_would_be_misread_the_markers_are_written() -> None:
    """A list that begins on the second level has no first one that its indent could be measured by."""
    blocks = (Bullet(1, "첫째 단계"), Table(None, ("가", "나"), (("1", "2"),)), Bullet(2, "둘째 단계"))
    article = Article(1, None, "하이안성, 방안 발표", "연산망 구축", None, blocks)
    issue = Issue("주간동향", None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),))
    made = publish.render(issue, "md").decode()
    assert report.parse(report.document(made)).sections == issue.sections


@pytest.mark.parametrize("name", ["map.png", "지도 1.png", "pictures/map(1).png"])
def test_a_picture_is_named_as_its_file_and_read_back(name: str) -> None:
    article = Article(1, None, "하이안성, 방안 발표", "연산망 구축", None, (Figure("연산망", name, "과학기술청"),))
    issue = Issue("주간동향", None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),))
    made = publish.render(issue, "md", images={name: opened(name, PNG)}).decode()
    assert report.parse(report.document(made)) == issue
    assert [one.attrs["src"] for one in tokens(made) if one.type == "image"] == [quote(name, safe="/()")]
