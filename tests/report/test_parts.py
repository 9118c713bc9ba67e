"""What the interpreter takes each line for."""

from __future__ import annotations

import random

import pytest

from donghyang import report
from donghyang.report.stream import stream

COVER = "해외 혁신 주간동향\n2024. 3. 15\n"
CONTENTS = "CONTENTS\n1. 정책동향\n지역\n- 하이안성, 연산망 구축\n3\n- 둘째 기사\n"
HEAD = "I\n정책동향\n01\n하이안성, 연산망 구축\n■ 방안을 발표(3.1)\n"
BRIEF = "II\n단신동향\n01 첫 단신\n■ 시험을 마침(3.2)\n"
IMPRINT = "해외 혁신 주간동향\n| 발 행 일 | 2024. 3. 15\n| 발 행 인 | 김하늘\n"


def parts(text: str) -> list[tuple[str, str, int | None]]:
    """(first letters, part, article) of every line."""
    readings = report.interpret(report.document(text)).readings
    return [(reading.line.text.split(" ")[0][:6], reading.part, reading.article) for reading in readings]


def last(text: str, count: int) -> list[str]:
    return [part for _, part, _ in parts(text)][-count:]


def test_cover_contents_and_summary() -> None:
    assert parts(COVER + CONTENTS + "요약\n첫 문단\nI. 둘째 문단\n" + HEAD)[:12] == [
        ("해외", "cover", None),
        ("2024.", "cover", None),
        ("CONTEN", "cover", None),
        ("1.", "cover", None),
        ("지역", "cover", None),
        ("하이안성,", "contents", None),
        ("3", "cover", None),
        ("둘째", "contents", None),
        ("요약", "section", None),
        ("첫", "summary", None),
        ("I.", "summary", None),
        ("I", "section", None),
    ]


def test_head_of_an_article() -> None:
    assert parts(HEAD + BRIEF) == [
        ("I", "section", None),
        ("정책동향", "section", None),
        ("01", "number", 0),
        ("하이안성,", "headline", 0),
        ("방안을", "lead", 0),
        ("II", "section", None),
        ("단신동향", "section", None),
        ("01", "headline", 1),
        ("시험을", "lead", 1),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("● 첫째\n - 둘째\n* 비고\n", ["bullet", "bullet", "annotation"]),
        ("1) 소제목\n■ 또 다른 제목\n", ["heading", "heading"]),
        ("▶ 다른 표지\n¶ 자리 없는 글\n그냥 글줄\n", ["bullet", "text", "text"]),
        ("〈표 1〉\nA\tB\n1\t2\n* 출처: 통계국\n", ["caption", "cell", "source"]),
        (
            "〈※ 참고: 상자〉\n- 항목\n▶ 항목\n항목\n● 본문\n- 본문\n",
            ["caption", "note", "note", "note", "bullet", "bullet"],
        ),
        ("※ 참고 상자\n- 항목\n1) 소제목\n- 본문\n", ["note", "note", "heading", "bullet"]),
        (
            "참고자료\n☑ 제목\nhttps://a.example\n* 덧붙임\nA\tB\n",
            ["section", "reference", "reference", "reference", "reference"],
        ),
        ("작성자: 김하늘\n2024. 3. 2\n참고자료\n제목\n", ["imprint", "imprint", "section", "reference"]),
        ("출처: 인민망(03.02)\nhttps://a.example\n뒤에 선 글\n", ["source", "source", "text"]),
        ("출처: 인민망(03.02)\n〈표 1〉\nA\tB\n1\t2\n", ["source", "caption", "cell"]),
        ("출처: 인민망(03.02)\n〈표 1〉\n", ["source", "text"]),
    ],
)
def test_inside_an_article(body: str, wanted: list[str]) -> None:
    assert last(HEAD + body, len(wanted)) == wanted


@pytest.mark.parametrize("title", ["II. 기술동향", "단신동향", "II"])
def test_a_title_that_opens_no_section_is_words(title: str) -> None:
    assert parts(f"{HEAD}● 첫째\n{title}\n● 둘째\n")[-2:] == [(title.split()[0], "text", 0), ("둘째", "bullet", 0)]


def test_lines_before_the_first_article_of_a_section_belong_to_none() -> None:
    found = parts(f"{HEAD}II\n단신동향\n● 머리말\n〈표 1〉\nA\tB\n01\n첫 단신\n■ 시험(3.2)\n")
    assert [(part, article) for _, part, article in found][5:] == [
        *[("section", None)] * 2,
        *[("bullet", None), ("caption", None), ("cell", None)],
        *[("number", 1), ("headline", 1), ("lead", 1)],
    ]


def test_around_the_imprint() -> None:
    text = f"{COVER}{HEAD}참고자료\n제목\nhttps://a.example\n표어\n{IMPRINT}뒤표지\n"
    assert parts(text)[-6:] == [
        ("https:", "reference", 0),
        ("표어", "text", None),
        ("해외", "imprint", None),
        ("|", "imprint", None),
        ("|", "imprint", None),
        ("뒤표지", "imprint", None),
    ]


def test_articles_behind_an_imprint_that_stands_in_front() -> None:
    found = parts(COVER + IMPRINT + HEAD + "● 첫째\n")
    assert [part for _, part, _ in found] == [
        *["cover"] * 3,
        *["imprint"] * 2,
        *["section", "section", "number", "headline", "lead", "bullet"],
    ]


def test_a_text_without_sections_is_told_apart_as_an_article_is() -> None:
    text = "■ 제목\n● 첫째\n* 출처: 통계국\n〈표 1〉\nA\tB\n1\t2\n참고자료\n제목\nhttps://a.example\n"
    found = parts(text)
    assert [part for _, part, _ in found] == [
        *["heading", "bullet", "source", "caption", "cell"],
        *["section", "reference", "reference"],
    ]
    assert {article for *_, article in found} == {None}
    assert len(report.parse(report.document(text)).front) == 9


def test_captions_of_tables_side_by_side() -> None:
    document = report.document(f"{HEAD}〈표 가〉\t\t〈표 나〉\nA\tB\tA\tB\n1\t2\t3\t4\n")
    read = report.interpret(document)
    cells = [(cell.text, part) for cell, part in read.readings[-1].cells()]
    assert [text for text, part in cells if part == "caption"] == ["〈표 가〉", "〈표 나〉"]
    assert {part for _, part in cells} == {"caption", "cell"}
    blocks = read.issue.sections[0].articles[0].blocks
    assert [(block.type, getattr(block, "caption", None)) for block in blocks] == [
        ("table", "표 가"),
        ("table", "표 나"),
    ]


LINES = [
    *(COVER + CONTENTS + "요약\n" + HEAD + BRIEF + IMPRINT).splitlines(),
    *("● 첫째", "- 둘째", "* 비고", "A\tB", "1\t2", "〈표 1〉", "〈※ 참고: 상자〉", "참고자료", "☑ 제목", "¶ 글"),
    *("출처: 인민망(03.02)", "https://a.example", "작성자: 김하늘", "02", "03 셋째", "□ 리드(24.3.1)", "글줄"),
]


@pytest.mark.parametrize("seed", range(60))
def test_every_line_of_any_text_is_read_once(seed: int) -> None:
    dice = random.Random(seed)
    document = report.document("\n".join(dice.choices(LINES, k=40)))
    read = report.interpret(document)
    assert [reading.line for reading in read.readings] == stream(document)
    articles = sum(len(section.articles) for section in read.issue.sections)
    assert {reading.article for reading in read.readings} - {None} == set(range(articles))
