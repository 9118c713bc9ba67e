"""Whatever a page calls itself and its outlet, the house format holds the draft."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.draft import draft
from donghyang.draft.holding import plain_line, plain_outlet
from donghyang.language.terms import Termbase
from donghyang.records import Issue, PageText, Publisher, Story
from donghyang.report import write

DAY = dt.date(2026, 11, 20)
TERMS = Termbase.load()

TITLES = [
    ("<b>科技</b>&amp;计划", "科技&计划"),
    ("[重磅](http://a.b) **科技** 计划", "重磅 科技 计划"),
    ("(26.11.17, 科技部) 科技政策 https://x.y/z", "科技政策"),
    ("科技\t政策\r\n计划", "科技 政策 计划"),
    ("● 科技政策", "科技政策"),
    ("■ - ☑ 科技政策", "科技政策"),
    ("* 科技政策", "科技政策"),
    ("¶ 科技政策", "科技政策"),
    ("科技政策 2.0", "科技政策 2.0"),
    ("《计划》（2026—2030年）", "《计划》（2026—2030年）"),
    ("■", ""),
    ("", ""),
    (None, ""),
]
OUTLETS = [
    ("<b>科技日报</b>", "科技日报"),
    ("[科技日报](http://a.b)", "科技日报"),
    ("网 (04.18)", "网"),
    ("网（2026.4.18）", "网"),
    ("科技日报", "科技日报"),
]
# 제 나름의 뜻을 가진 줄처럼 보이는 제목
STRUCTURAL = [
    "01 科技计划",
    "I 科技计划",
    "I 科技部发布计划",
    "참고자료",
    "<참고자료>",
    "출처: 网",
    "요약",
    "CONTENTS",
    "2026. 11. 20.",
]


def drafted(title: str, outlet: str, url: str | None = "https://x.cn/a") -> Issue:
    text = "科技部发布《科技计划》。到2027年集聚人才1万人。"
    page = PageText("a", title, DAY, None, url, text, outlet=outlet)
    stories = [Story("p", title, DAY, ("a",), "policy", None, 2.0), Story("b", title, DAY, ("a",), "brief", None, 1.0)]
    return draft(
        stories, {"a": page}, {}, series="주간동향", date=DAY, publisher=Publisher(name="동향실"), termbase=TERMS
    ).issue


@pytest.mark.parametrize(("title", "line"), TITLES)
def test_titles_become_plain_lines(title: str | None, line: str) -> None:
    assert plain_line(title) == line


@pytest.mark.parametrize(("outlet", "name"), OUTLETS)
def test_outlets_become_plain_names(outlet: str, name: str) -> None:
    assert plain_outlet(outlet) == name


@pytest.mark.parametrize("title", [*(title or "" for title, _ in TITLES), *STRUCTURAL])
def test_every_title_is_held_with_its_address(title: str) -> None:
    issue = drafted(title, "网 (04.18)")
    assert write(issue, "A")
    assert write(issue, "B")
    assert [one.url for one in issue.sections[0].articles[0].references] == ["https://x.cn/a"]
    source = issue.sections[1].articles[0].source
    assert source is not None
    assert source.url == "https://x.cn/a"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://x.cn/a_b?c=1&d=2", "https://x.cn/a_b?c=1&d=2"),
        ("https://x.cn/__a__", "https://x.cn/%5F%5Fa%5F%5F"),
        ("https://x.cn/a b", "https://x.cn/a%20b"),
    ],
)
def test_addresses_are_never_lost(url: str, kept: str) -> None:
    issue = drafted("科技政策", "网", url)
    assert [one.url for one in issue.sections[0].articles[0].references] == [kept]
    assert write(issue, "B")


@settings(max_examples=settings().max_examples * 4 // 10)
@given(st.text(max_size=15))
def test_the_format_holds_any_address(tail: str) -> None:
    issue = drafted("科技政策", "网", f"https://x.cn/{tail}")
    assert write(issue, "A")
    assert write(issue, "B")
    (one,) = issue.sections[0].articles[0].references
    assert (one.url or "").startswith("https://x.cn/")


@pytest.mark.parametrize("url", ["x.cn/a", "ftp://x.cn/a", "page 3"])
def test_what_is_no_web_address_stands_in_the_words(url: str) -> None:
    issue = drafted("科技政策", "网", url)
    assert write(issue, "A")
    assert write(issue, "B")
    assert url.split("/")[0].strip(":") in (issue.sections[0].articles[0].references[0].title or "")


_PIECES = st.sampled_from(
    ["<b>", "</b>", "&amp;", "[", "](http://a.b)", "**", "__", "(26.11.17, 网)", "https://x.y/z", "\t", "\n", "● ", "■",
     "- ", "*", "☑", "¶", "01 ", "I ", "1. ", "참고자료", "출처: ", "요약", "〈", "〉", "(4.18)", "|", "\\", "#", "가.",
     "①", "科技部", "发布", "计划", "人工智能", "《", "》", "2026. 11. 20.", "…… 12", "\u200b", "¤", "동향", "CONTENTS"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=8).map("".join))


@settings(max_examples=settings().max_examples * 6 // 10)
@given(_TEXTS, _TEXTS)
def test_the_format_holds_any_title_and_outlet(title: str, outlet: str) -> None:
    issue = drafted(title, outlet)
    assert write(issue, "A")
    assert write(issue, "B")
    assert [one.url for one in issue.sections[0].articles[0].references] == ["https://x.cn/a"]
