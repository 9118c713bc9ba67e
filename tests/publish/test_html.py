import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from donghyang import publish, report
from donghyang.publish import DraftView
from donghyang.publish.html_tables import overflow
from donghyang.publish.templating import STYLE, template_of
from donghyang.records import Issue, Table


def page(issue: Issue, draft: DraftView | None = None) -> LexborHTMLParser:
    return LexborHTMLParser(publish.render(issue, "html", draft=draft).decode("utf-8"))


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def tree(week: Issue) -> LexborHTMLParser:
    return page(week)


def test_every_line_of_the_house_format_stands_in_order(week: Issue, tree: LexborHTMLParser) -> None:
    assert tree.body
    text, at = squash(tree.body.text()), 0
    for line in re.split(r"\n|\t| • ", report.write(week)):
        at = text.index(squash(line), at) + len(squash(line))


def test_landmarks_headings_and_links(tree: LexborHTMLParser) -> None:
    assert [len(tree.css(tag)) for tag in ("header", "nav", "main", "footer", "article", "aside")] == [1, 1, 1, 1, 6, 1]
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4") if node.tag]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("a[href^='#']"):
        assert (node.attributes["href"] or "")[1:] in ids
    for node in tree.css("[aria-labelledby]"):
        assert node.attributes["aria-labelledby"] in ids


def test_a_mark_leads_to_its_annotation_and_back(tree: LexborHTMLParser) -> None:
    (mark,), (note,), (back,) = (tree.css(f"[role=doc-{role}]") for role in ("noteref", "footnote", "backlink"))
    assert [mark.text(), back.text()] == ["*", "*"]
    assert (mark.attributes["href"], back.attributes["href"]) == (f"#{note.id}", f"#{mark.id}")
    assert note.text().startswith("* 서버 3,000대 이상")


def test_tables_have_captions_and_headers(tree: LexborHTMLParser) -> None:
    (table,) = tree.css("table")
    (caption,) = tree.css("p.caption")
    assert caption.text() == "〈네 갈래 과제와 기한〉"
    # It stands outside of the box that scrolls, and names table and box.
    box = table.parent
    assert box
    assert box.css("p.caption") == []
    assert caption.id == table.attributes["aria-labelledby"] == box.attributes["aria-labelledby"]
    assert [node.attributes["scope"] for node in table.css("th")] == ["col"] * 4
    assert len(table.css("tbody tr")) == 4


def test_chinese_is_marked_and_hanja_is_not(tree: LexborHTMLParser) -> None:
    chinese = [node.text() for node in tree.css("[lang='zh-Hans']")]
    assert "关于印发《蓝波算力网建设方案》的通知" in chinese
    assert "固态电池低温性能取得新进展" in chinese
    assert not any("藍波" in text for text in chinese)


def test_the_page_stands_alone_and_is_always_the_same(week: Issue) -> None:
    made = publish.render(week, "html")
    assert publish.render(week, "html") == made
    source = made.decode("utf-8")
    assert not re.search(r"<(script|link|img|iframe)\b|url\(|@import", source)
    assert '<html lang="ko">' in source


def test_ugly_content_is_text(ugly: Issue) -> None:
    tree = page(ugly)
    assert not tree.css("script")
    assert not [node for node in tree.css("a") if "javascript" in (node.attributes["href"] or "")]
    assert tree.body
    text = tree.body.text()
    assert "<script>alert('x')</script>" in text
    assert "&amp;" in text
    assert not re.search(r"[\x00-\x08\x0e-\x1f\u202e\ufffe]", text)


def test_the_draft_shows_evidence_and_the_finished_page_does_not(
    week: Issue, tree: LexborHTMLParser, draft: DraftView
) -> None:
    shown = page(week, draft)
    assert [node.text() for node in shown.css(".stamp, .running")] == ["초안", "초안"]
    quote = shown.css_first("li .evidence")
    assert quote
    assert quote.text() == "现有数据中心平均利用率仅为37%。 05_notice.html"
    first, second = (node.text() for node in shown.css(".doubt"))
    assert first == "확인 이용률의 기준 시점이 원문에 없음"
    assert second.startswith("확인 그림이 없습니다")
    assert not tree.css(".evidence, .doubt, .stamp, .running")


def test_an_empty_issue_leaves_no_empty_parts(empty: Issue) -> None:
    tree = page(empty)
    assert not tree.css("nav, footer, section, h1, h2")
    assert tree.css_first("main")


def test_the_page_needs_no_typesetter() -> None:
    code = "import sys, donghyang.publish, donghyang.publish.html; print('typst' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


WIDE = ("이름이 꽤 긴 갈래", "과제의 내용과 그 까닭", "맡은 기관의 이름", "마쳐야 하는 기한", "들이는 돈의 크기")


def test_a_table_wider_than_a_phone_says_so_and_a_narrow_one_does_not(week: Issue) -> None:
    wide = Table("넓은 표", WIDE, (tuple("길게 이어지는 설명" for _ in WIDE),))
    narrow = Table("좁은 표", ("가", "나"), (("1", "2"),))
    ragged = Table("들쭉날쭉한 표", ("가",), (("하나", "둘"), ("셋",)))
    first = week.sections[0]
    article = replace(first.articles[0], blocks=(wide, narrow, ragged, Table("빈 표", (), ())))
    tree = page(replace(week, sections=(replace(first, articles=(article,)),)))
    looks = [node.attributes["class"] or "" for node in tree.css(".scroll")]
    assert [bool(re.search(r"\bover\d+\b", look)) for look in looks] == [True, False, False]
    assert {int(width) for look in looks for width in re.findall(r"over(\d+)", look)} <= known_widths()
    assert [len(row.css("th, td")) for row in tree.css("table")[2].css("tr")] == [2, 2, 2]
    captions = [node.text() for node in tree.css("p.caption")]
    assert captions == ["〈넓은 표〉", "〈좁은 표〉", "〈들쭉날쭉한 표〉", "〈빈 표〉"]
    # What says that a table scrolls is no text of the page.
    assert tree.body
    assert "옆으로" not in tree.body.text()


def known_widths() -> set[int]:
    return {int(width) for width in re.findall(r"\.over(\d+)::before", template_of(STYLE))}


@pytest.mark.parametrize("least", [0, 10, 19, 20, 33.3, 60, 500])
def test_each_width_that_a_table_asks_for_is_one_that_the_style_sheet_knows(least: float) -> None:
    (width,) = re.findall(r"\d+", overflow(least)) or [0]
    assert int(width) in known_widths() | {0}
    assert int(width) <= least * 0.9 + 2.5
