"""PDFs: what our own print says comes back whole; lines join as their setting shows; tables keep their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghyang import publish, read, report
from donghyang.read import formats
from donghyang.read.pdf_breaks import Room
from donghyang.read.pdf_columns import Frame, Placed, placed
from donghyang.read.pdf_join import Joiner
from donghyang.read.pdf_lines import TextLine, Word, parted
from donghyang.records import Grid, Paragraph

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "donghyang" / "sample"


def line(text: str, top: float, left: float = 60.0, *, spaced: bool = False, page: int = 0) -> TextLine:
    """A line of ten point letters, five points each for ASCII."""
    words, at = [], left
    parts = text.split()
    for number, part in enumerate(parts):
        width = sum(5.0 if character.isascii() else 10.0 for character in part)
        last = number == len(parts) - 1
        words.append(Word(part, at, at + width, top, 10.0, spaced if last else True))
        at += width + 3
    return TextLine(tuple(words), page)


def test_our_own_print_comes_back_whole(tmp_path: Path) -> None:
    issue = report.parse(report.document((SAMPLE / "report.txt").read_text("utf-8")))
    data = publish.render(issue, "pdf")
    found = report.parse(formats.document(data, "report.pdf"))
    assert found.sections == issue.sections
    assert found.contents == issue.contents
    assert found.summary == issue.summary
    assert found == issue


def test_a_chinese_plan() -> None:
    document = read.document(SAMPLE / "pages" / "bj_compute_plan_20230415.pdf")
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in row] for row in grids[0].rows][:2] == [
        ["指标", "2022年", "2023年", "2025年"],
        ["公共智能算力规模（P）", "2100", "4000", "8000"],
    ]
    paragraphs = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert "本行动计划自发布之日起实施，有效期至2025年12月31日。" in paragraphs
    assert all(
        document.text[slice(*block.span)].endswith(block.text)
        for block in document.blocks
        if isinstance(block, Paragraph)
    )


KEEPS = [
    line("히 둔 앞말과 뒷말을 나란히", 700 - 32 * (at // 2), spaced=True)
    if at % 2
    else line("앞말과 뒷말을 나란히 둔 나란", 716 - 32 * (at // 2))
    for at in range(10)
]
"""Spaces are kept at line ends, and words are broken anywhere."""
DROPS = [line("앞말과 뒷말을 나란히 둔 줄", 700 - 16 * at) for at in range(10)]


@pytest.mark.parametrize(
    ("others", "upper", "lower", "between"),
    [
        (KEEPS, line("새로 추진할", 50, spaced=True), line("계획을 발표", 34), " "),
        (KEEPS, line("새로 추진할 계", 50), line("획을 발표", 34), ""),
        (DROPS, line("앞으로 연구센", 50), line("터를 설립", 34), " "),
        ([*DROPS, line("이 연구센터를 세움", 90)], line("앞으로 연구센", 50), line("터를 설립", 34), ""),
        (DROPS, line("앞으로 연구센터", 50), line("를 설립", 34), ""),
        (DROPS, line("계획을", 50), line("발표", 34), " "),
        (DROPS, line("人工智能", 50), line("应用", 34), ""),
        (DROPS, line("Made in", 50), line("China", 34), " "),
        (DROPS, line("https://a.example/one", 50), line("two.html", 34), ""),
        (KEEPS, line("약 3억", 50), line("), 전년", 34), ""),
    ],
)
def test_what_stands_between_two_lines(others: list[TextLine], upper: TextLine, lower: TextLine, between: str) -> None:
    assert Joiner(others).glue(upper, lower, Room(0, 500)) == between


@pytest.mark.parametrize(
    ("last", "following", "joined"),
    [
        (line("● 새로 추진할", 50, spaced=True), line("계획을 발표", 34, left=73), True),
        (line("● 새로 추진할", 50, spaced=True), line("- 세부 계획", 34, left=80), False),
        (line("● 새로 추진할 계획", 50), line("● 다음 계획", 34), False),
        (line("● 새로 추진할 계획", 50), line("다음 글", 34, left=73), False),
        (line("● 새로 추진할", 50, spaced=True), line("계획을 발표", 700, left=73, page=1), True),
        (line("● 새로 추진할", 50, spaced=True), line("계획을 발표", 0, left=73), False),
        (line("제목은 이것", 50, spaced=True), line("https://a.example/", 34), False),
    ],
)
def test_where_a_paragraph_goes_on(last: TextLine, following: TextLine, joined: bool) -> None:
    frames = [Frame(number, 0, 60, 500) for number in (0, 1)]
    upper, lower = Placed(last, frames[0]), Placed(following, frames[following.page])
    assert Joiner(KEEPS).goes_on(upper, lower, upper) is joined


def test_two_columns() -> None:
    lines = [line("가" * 10, 700 - 16 * at, left) for left in (60, 200) for at in range(8)]
    found = placed([line("제목이 두 단 위에 걸쳐 놓여 있는 긴 줄", 720), *lines], 60)
    assert [one.frame.column for one in found] == [0, *[1] * 8, *[2] * 8]
    assert found[-1].frame.left == 200
    assert {one.frame.column for one in placed(lines[:8], 60)} == {0}


def test_words_fall_into_lines_by_their_height() -> None:
    words = [*line("가 나", 50).words, *line("다", 50, left=300).words, *line("라", 30).words]
    assert [each.text for each in parted(words, 0)] == ["가 나 다", "라"]
