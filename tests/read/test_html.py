"""HTML files to Documents: headings, lists, tables, pictures, links, and our own print read back."""

from __future__ import annotations

from pathlib import Path

from donghyang import publish, report
from donghyang.read import formats
from donghyang.records import Document, Grid, Paragraph, Picture

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample"


def read(body: str) -> Document:
    return formats.document(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html")


def markers(document: Document) -> list[tuple[str, str, int, str | None]]:
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    return [(block.marker, block.text, block.indent, block.style) for block in blocks]


def test_headings_and_lists() -> None:
    document = read(
        "<h2>제목</h2><ul><li>하나<ol start=3><li>둘<p>이어서</p></li><li>셋</li></ol></li><li>■ 넷</li></ul>"
    )
    assert markers(document) == [
        ("", "제목", 0, "h2"),
        ("•", "하나", 0, None),
        ("3.", "둘", 2, None),
        ("", "이어서", 4, None),
        ("4.", "셋", 2, None),
        ("■", "넷", 0, None),
    ]


def test_tables_pictures_and_links() -> None:
    document = read(
        "<p>앞 <a href='https://a.example/'>여기</a> 뒤</p><img alt='그림 1' src=x.png>"
        "<table><caption>〈표〉</caption><tr><th colspan=2>가</th></tr><tr><td>나<br>다</td><td>라</td></tr>"
        "<tr><td>마</td><td>바</td></tr></table>"
    )
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [("여기", "https://a.example/")]
    assert [block.name for block in document.blocks if isinstance(block, Picture)] == ["그림 1"]
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    assert [[(cell.text, cell.columns) for cell in row] for row in grid.rows] == [
        [("가", 2)],
        [("나\n다", 1), ("라", 1)],
        [("마", 1), ("바", 1)],
    ]
    assert all(document.text[slice(*cell.span)] == cell.text for row in grid.rows for cell in row)
    assert [text for _, text, _, _ in markers(document)] == ["앞 여기 뒤", "〈표〉"]


def test_our_own_page_comes_back_whole() -> None:
    issue = report.parse(report.document((SAMPLE / "report.txt").read_text("utf-8")))
    found = report.parse(formats.document(publish.render(issue, "html"), "report.html"))
    assert found.sections == issue.sections
    assert found == issue
