"""Numbers with their units stay on one line, and stand to the right in a column of numbers."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from donghyang import publish, read, report
from donghyang.publish.numbers import held, share_of_numbers, unbroken, with_held_spaces, words
from donghyang.publish.pieces import pieces
from donghyang.records import Article, Bullet, Issue, Publisher, Section, Table


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("올해 예산은 3,100억 위안(약 57조 원) 규모", ["3,100억 위안", "약 57조 원"]),
        ("총 1조 2,000억 위안을 투입", ["1조 2,000억 위안"]),
        ("비중은 3.5 % 수준", ["3.5 %"]),
        ("용량 280 Wh/kg 달성", ["280 Wh/kg"]),
        ("이용률 ≥ 70% 유지", ["≥ 70%"]),
        ("참여 인력 2만 3,000 명 확보", ["2만 3,000 명"]),
        ("차관 3억 페소 제공", ["3억 페소"]),
        ("기업 120개사와 연구소 7곳", []),
        ("2024년 3월 12일에 발표", []),
        ("예약 3건을 처리", []),
        ("제14차 5개년 규획", []),
        ("숫자가 없는 문장", []),
        ("세 갈래 과제", []),
        ("3억\n위안", []),
    ],
)
def test_what_a_line_may_not_break(text: str, whole: list[str]) -> None:
    assert [text[start:end] for start, end in held(text)] == whole


def test_a_number_with_its_unit_is_one_word() -> None:
    assert words("예산은 (약 57조 원) 규모") == ["예산은 ", "(약 57조 원) ", "규모"]
    assert words("약 57조 원", 4) == ["약 57조 ", "원"]
    assert pieces("예산은 약 57조 원 규모로 크게 늘어남")[1] == "약 57조 원 "


@given(st.text("약 3만억조,.%위안원km()\n\u00a0가", max_size=60))
def test_the_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text
    assert with_held_spaces(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        (("12", "1,234", "7.5"), "all"),
        (("3억 위안", "1조 2,000억 위안", ""), "all"),
        (("12.5%", "-3.2%", "-"), "all"),
        (("약 570억 원", "120~150억 원"), "all"),
        (("70% 이상", "≥ 85%"), "all"),
        (("1,234 (5.6%)", "980 (4.1%)"), "all"),
        (("12꾸러미", "7꾸러미"), "all"),
        (("3.2±0.4%", "2.9±0.1%"), "all"),
        (("12", "미정"), "some"),
        (("35%", "세계 3위권 진입"), "some"),
        (("12꾸러미", "7보따리"), "none"),
        (("2025년", "2026년"), "none"),
        (("제3차", "제4차"), "none"),
        (("5G 기지국", "6G 기지국"), "none"),
        (("3개 과제를 추진", "2개 기관을 지정"), "none"),
        (("연결", "이용"), "none"),
        (("24.03.01", "24.03.02"), "none"),
        (("3\n4",), "none"),
        (("", "-"), "none"),
        ((), "none"),
    ],
)
def test_columns_of_numbers(cells: tuple[str, ...], share: str) -> None:
    assert share_of_numbers(cells) == share


# ---------------------------------------------------------------- in print

TABLE = Table(
    "지원 규모",
    ("구분", "예산", "비고"),
    (("연결", "1조 2,000억 위안", "12%"), ("이용", "570억 위안", "새로 시작하는 과제"), ("안전", "-", "전년과 같음")),
)
BULLET = Bullet(1, "도시 19곳의 연산망을 하나로 묶는 데에 3,100억 위안(약 57조 원)을 들이고 이용률을 3.5 % 높일 계획")


@pytest.fixture(scope="module")
def issue() -> Issue:
    article = Article(1, None, "하이안성, 연산망 구축", "예산 1조 2,000억 위안 편성", None, (BULLET, TABLE))
    return Issue(
        "과학기술 주간동향",
        dt.date(2024, 3, 15),
        Publisher("과학협력연구소"),
        (),
        (),
        (Section("policy", "정책동향", (article,)),),
    )


def test_html(issue: Issue) -> None:
    tree = LexborHTMLParser(publish.render(issue, "html").decode())
    assert [[cell.attributes.get("class") for cell in row.css("td")] for row in tree.css("tbody tr")] == [
        ["centred", "number", None]
    ] * 3
    assert [node.text() for node in tree.css(".bullets .held")] == ["3,100억 위안", "(약 57조 원)을", "3.5 %"]


def test_docx(issue: Issue) -> None:
    document = docx.Document(io.BytesIO(publish.render(issue, "docx")))
    (table,) = document.tables
    assert [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells] == ["CENTER (1)", "RIGHT (2)", "None"]
    (line,) = (one.text for one in document.paragraphs if "57조" in one.text)
    assert "(약\u00a057조\u00a0원)을 들이고" in line


def test_hwpx(issue: Issue) -> None:
    made = zipfile.ZipFile(io.BytesIO(publish.render(issue, "hwpx")))
    section, header = (made.read(f"Contents/{name}.xml").decode() for name in ("section0", "header"))
    assert "(약<hp:nbSpace/>57조<hp:nbSpace/>원)을 들이고" in re.sub("</hp:t><hp:t>", "", section)
    assert 'breakNonLatinWord="BREAK_WORD"' not in header
    (shape,) = re.findall(r'paraPrIDRef="(\d+)"(?:(?!paraPrIDRef).)*>570억', section)
    (form,) = re.findall(rf'<hh:paraPr [^>]*\bid="{shape}"[^>]*><hh:align horizontal="(\w+)"', header)
    assert form == "RIGHT"


@pytest.mark.usefixtures("typefaces")
def test_pdf(issue: Issue, tmp_path: Path) -> None:
    """The right edges of the amounts stand under one another."""
    import pypdfium2  # type: ignore[import-untyped]

    edges = []
    for page in pypdfium2.PdfDocument(publish.render(issue, "pdf")):
        text = page.get_textpage()
        for found in re.finditer(r"억 위안(?= (?:12%|새로))", text.get_text_range()):
            edges.append(round(text.get_charbox(found.end() - 1)[2]))
    assert len(edges) == 2
    assert len(set(edges)) == 1


@pytest.mark.parametrize("to", ["html", "docx", "hwpx", "pdf"])
def test_what_holds_a_line_together_is_not_read_back(
    to: str, issue: Issue, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if to == "pdf":
        request.getfixturevalue("typefaces")
    path = tmp_path / f"made.{to}"
    path.write_bytes(publish.render(issue, to))
    assert report.parse(read.document(path)) == issue


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("1,200억 위안(약 22조 8,000억 원)을 투자", ["1,200억 위안", "(약 22조 8,000억 원)을"]),
        ("13.2%이며 60%에서", ["2%이", "0%에"]),
        ("「관리방법(管理辦法)」을 제정", ["「관", "(管", "法)」을"]),
        ("개방·공유를 확대", ["방·"]),
        ("3급 병원*에 도입", ["원*에"]),
        ("보통의 글에는 없음", []),
    ],
)
def test_signs_lean_on_their_letters(text: str, whole: list[str]) -> None:
    assert [text[start:end] for start, end in unbroken(text)] == whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "총 1,200억 위안(약 22조 8,000억 원)을 투자하여 조성",
            ["총 ", "1,200억 위안", "(약 22조 8,000억 원)을 ", "투자하여 조성"],
        ),
        ("로봇(가정용)을 빠르게 보급", ["로봇(가정용)을 ", "빠르게 보급"]),
        ("(2027년 3월 말)까지 두 과제를", ["(2027년 ", "3월 ", "말)까지 ", "두 과제를"]),
    ],
)
def test_a_line_may_end_before_a_sum_in_brackets(text: str, found: list[str]) -> None:
    assert pieces(text) == found
