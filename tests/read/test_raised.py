"""Raised and lowered figures keep their meaning in every format that draws them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from donghyang.read import formats
from donghyang.read.numerals import symbols
from donghyang.read.pdf_glyphs import Glyph, joined_heights
from donghyang.read.raised import lowered, raised

RAISED = [
    # what stands before, what is raised, how it reads
    ("10", "5", "⁵"),
    ("10", "-3", "⁻³"),
    ("10", "−12", "⁻¹²"),
    ("10⁻", "7", "⁷"),
    ("10", "-", "⁻"),
    ("m", "2", "²"),
    ("Ca", "2+", "²⁺"),
    ("밝혔다", "1)", "¹)"),
    ("增长", "1,2", "¹,²"),
    ("500", "3)", "³)"),
    ("x", "n", "ⁿ"),
    ("10", "0.5", "^0.5"),
    ("2", "2k", "^(2k)"),
    # what stays as it is
    ("남방", "+", "+"),
    ("1", "st", "st"),
    ("브랜드", "TM", "TM"),
    ("增长", "[3]", "[3]"),
    ("자료", "주1", "주1"),
    ("A", "", ""),
]


@pytest.mark.parametrize(("before", "text", "reads"), RAISED)
def test_raised(before: str, text: str, reads: str) -> None:
    assert raised(before, text) == reads


@pytest.mark.parametrize(("text", "reads"), [("2", "₂"), ("10", "₁₀"), ("2.5", "2.5"), ("x", "x"), ("", "")])
def test_lowered(text: str, reads: str) -> None:
    assert lowered(text) == reads


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("面积7×10<sup>4</sup>m<sup>2</sup>。", "面积7×10⁴m²。"),
        ("误差10<sup><b>-9</b></sup>", "误差10⁻⁹"),
        ("증가했다<sup><a href='#n1'>1)</a></sup>.", "증가했다¹)."),
        ("배출 CO<sub>2</sub>, NO<sub>x</sub>, PM<sub>2.5</sub>", "배출 CO₂, NOx, PM2.5"),
        ("등급 A<sup>+</sup>", "등급 A+"),
        ("빈 <sup> </sup>것", "빈 것"),
        ("流量6×10<span style='font-size:8pt;vertical-align:super'>3</span>次", "流量6×10³次"),
        ("含H<font style='VERTICAL-ALIGN: sub'>2</font>量", "含H₂量"),
        ("표 10<span style='vertical-align: middle'>3</span>", "표 103"),
    ],
)
def test_html(markup: str, text: str) -> None:
    page = f"<!DOCTYPE html><html><body><p>{markup}</p><table><tr><th>칸</th></tr><tr><td>{markup}</td></tr></table>"
    assert formats.document(page.encode(), "a.html").text == f"{text}\n칸\n{text}\n"


def test_docx(docx: Callable[..., bytes]) -> None:
    def run(text: str, form: str = "") -> str:
        return f"<w:r><w:rPr>{form}</w:rPr><w:t>{text}</w:t></w:r>"

    up, down = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    styled = '<w:rStyle w:val="mark"/>'
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:style w:styleId="up"><w:rPr>{up}</w:rPr></w:style>'
        '<w:style w:styleId="mark"><w:basedOn w:val="up"/></w:style></w:styles>'
    )
    body = run("처리량 4.2×10") + run("5", up) + run("건, H") + run("2", down) + run("O 밝혔다") + run("2)", styled)
    level = run("5", '<w:vertAlign w:val="baseline"/><w:rStyle w:val="up"/>')
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:sym w:char="D800"/></w:r>'
    written = f"<w:p>{body}</w:p><w:p>{run('항목 10')}{level}{sign}</w:p>"
    text = formats.document(docx(written, styles=styles), "a.docx").text
    assert text == "처리량 4.2×10⁵건, H₂O 밝혔다²)\n항목 105✓\n"


def test_docx_formulas(docx: Callable[..., bytes]) -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    power = f"<m:sSup>{part('e', '10')}{part('sup', '-4')}</m:sSup>"
    index = f"<m:sSub>{part('e', 'T')}{part('sub', '2')}</m:sSub>"
    share = f"<m:f>{part('num', '3')}{part('den', '8')}</m:f>"
    formula = f'<m:oMath xmlns:m="math">{power}{index}{share}</m:oMath>'
    body = f"<w:p><w:r><w:t>값은 5×</w:t></w:r>{formula}<w:r><w:t> 이다</w:t></w:r></w:p>"
    assert formats.document(docx(body), "a.docx").text == "값은 5×10⁻⁴T₂3/8 이다\n"


def line(*pieces: tuple[str, float, float]) -> list[Glyph]:
    """Characters side by side: their text, how high they stand, their size."""
    glyphs, at = [], 0.0
    for text, height, size in pieces:
        for sign in text:
            glyphs.append(Glyph(sign, at, at + size / 2, 100 + height, size, made=False))
            at += size / 2
    return glyphs


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("연 3×10", 0, 10), ("5", 3.5, 6), ("건", 0, 10)], "연 3×10⁵건"),
        ([("10", 0, 10), ("−6", 3.5, 6), ("초", 0, 10)], "10⁻⁶초"),
        ([("CO", 0, 10), ("2", -1, 6), (" 감축", 0, 10)], "CO₂ 감축"),
        ([("밝혔다", 0, 10), ("1)", 3.5, 6), (" 이어", 0, 10)], "밝혔다¹) 이어"),
        # what stands on the line, opens it, or is as large as the rest
        ([("제목", 0, 14), ("2", 0, 9)], "제목2"),
        ([("1)", 3.5, 6), (" 주석", 0, 8)], "1) 주석"),
        ([("10", 0, 10), ("5", 3.5, 10)], "105"),
        ([("값", 0, 10), ("2", -1, 6)], "값₂"),
        ([("10", 0, 10), ("2", -1, 6)], "102"),
        ([("앞 ", 0, 10), ("5", 3.5, 6)], "앞 5"),
    ],
)
def test_pdf(pieces: list[tuple[str, float, float]], text: str) -> None:
    assert "".join(glyph.sign for glyph in joined_heights(line(*pieces))) == text


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("\U000f02b1 배경", "① 배경"),
        ("\U000f02ba\U000f02c4 계획", "⑪ 계획"),
        ("\U000f02bb\U000f02c6", "23"),
        ("\U000f02d7\U000f02e0", "❿"),
        ("\uf06c 하나 \uf0fc", "● 하나 ✓"),
        ("\uf08e", "❸"),
        ("\ue123 모르는 글자", "\ue123 모르는 글자"),
        ("보통 글", "보통 글"),
    ],
)
def test_private_signs(text: str, reads: str) -> None:
    assert symbols(text) == reads


APART = [
    ("3<svg><text>8</text></svg>6억", "3\ufffc6억"),
    ("3<math><mn>8</mn></math>억", "3\ufffc억"),
    ("3<img src='8.png'>6억", "3\ufffc6억"),
    ("<del>3</del>6억", "3 6억"),
    ("<b>3</b><img src='8.png'>6억", "3\ufffc6억"),
    # what is drawn beside words parts no digits
    ("약 <img src='8.png'>6억", "약 6억"),
    ("<del>계획</del>6억", "계획6억"),
    ("3<b>6</b>억", "36억"),
]


@pytest.mark.parametrize(("markup", "reads"), APART)
def test_what_is_drawn_between_digits_and_not_read_keeps_them_apart(markup: str, reads: str) -> None:
    page = f"<html><body><p>올해 예산은 {markup} 위안이며 세 기관이 나누어 쓴다.</p></body></html>"
    assert f"예산은 {reads} 위안" in formats.page(page.encode(), "a.html").text
