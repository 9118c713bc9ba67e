"""DOCX and HWPX files to Documents: lists, tables, frames, notes, links, and a span for everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.read import formats
from donghyang.read.compose import Composer, Look, Slot
from donghyang.read.numerals import numeral
from donghyang.records import Document, Grid, Paragraph, Picture

Zipped = Callable[[dict[str, str | bytes]], bytes]
Docx = Callable[..., bytes]

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {WORD}>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="ganada"/><w:lvlText w:val="%2)"/>
  <w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf06c"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
OWPML = (
    'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" '
    'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core"'
)


def paragraph(text: str, form: str = "") -> str:
    return f"<w:p><w:pPr>{form}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, number: int, level: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(text: str, form: str = "") -> str:
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{paragraph(text)}</w:tc>"


def whole(document: Document) -> Document:
    """The document, after every span was held against its text."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert document.text[slice(*block.span)].endswith(block.text)
            assert document.text[slice(*block.span)].strip() == f"{block.marker} {block.text}".strip()
        elif isinstance(block, Grid):
            for row in block.rows:
                for each in row:
                    assert document.text[slice(*each.span)] == each.text
                    assert block.span[0] <= each.span[0] <= each.span[1] <= block.span[1]
    return document


def markers(document: Document) -> list[tuple[str, str, int]]:
    return [(block.marker, block.text, block.indent) for block in document.blocks if isinstance(block, Paragraph)]


def test_docx_lists_are_counted(docx: Docx) -> None:
    body = listed("하나", 1, 0) + listed("둘", 1, 1) + listed("셋", 1, 1) + listed("넷", 1, 0) + listed("다섯", 1, 1)
    document = whole(formats.document(docx(body + listed("여섯", 2, 0), numbering=NUMBERING), "a.docx"))
    assert markers(document) == [
        ("1.", "하나", 0),
        ("가)", "둘", 4),
        ("나)", "셋", 4),
        ("2.", "넷", 0),
        ("가)", "다섯", 4),
        ("●", "여섯", 0),
    ]


def test_docx_typed_markers_and_breaks(docx: Docx) -> None:
    body = "<w:p><w:r><w:t>■ 머리</w:t><w:br/><w:t>  - 가지</w:t></w:r></w:p>"
    assert markers(whole(formats.document(docx(body), "a.docx"))) == [("■", "머리", 0), ("-", "가지", 2)]


def test_docx_cells_that_cover_others(docx: Docx) -> None:
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('가', restart)}{cell('나', wide)}</w:tr>"
        f"<w:tr>{cell('', on)}{cell('다')}{cell('라')}</w:tr>"
        f"<w:tr>{cell('마')}{cell('바')}{cell('사')}</w:tr>"
    )
    document = whole(formats.document(docx(f"<w:tbl>{rows}</w:tbl>"), "a.docx"))
    grid = document.blocks[0]
    assert isinstance(grid, Grid)
    assert [[(each.text, each.columns, each.rows) for each in row] for row in grid.rows] == [
        [("가", 1, 2), ("나", 2, 1)],
        [("다", 1, 1), ("라", 1, 1)],
        [("마", 1, 1), ("바", 1, 1), ("사", 1, 1)],
    ]


def test_docx_a_frame_is_its_text(docx: Docx) -> None:
    frame = f"<w:tbl><w:tr><w:tc>{paragraph('〈※ 참고: 배경〉')}{paragraph('- 하나')}</w:tc></w:tr></w:tbl>"
    assert markers(formats.document(docx(frame), "a.docx")) == [("", "〈※ 참고: 배경〉", 0), ("-", "하나", 0)]


def test_docx_text_boxes_come_once(docx: Docx) -> None:
    box = f"<w:txbxContent>{paragraph('상자')}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent xmlns:mc='m'>{both}</mc:AlternateContent>"
    assert markers(formats.document(docx(f"<w:p><w:r><w:t>글</w:t>{both}</w:r></w:p>"), "a.docx")) == [
        ("", "글", 0),
        ("", "상자", 0),
    ]


def test_docx_tracked_changes_notes_and_pictures(docx: Docx) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>새 글</w:t></w:r></w:ins><w:del><w:r><w:delText>옛 글</w:delText></w:r></w:del>"
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:drawing><wp:docPr xmlns:wp="p" name="그림 1"/></w:drawing></w:r></w:p>'
    )
    notes = f'<w:footnotes {WORD}><w:footnote w:id="2">{paragraph("각주")}</w:footnote></w:footnotes>'
    document = formats.document(docx(body, footnotes=notes), "a.docx")
    assert markers(document) == [("", "새 글", 0), ("1)", "각주", 0)]
    assert [block.name for block in document.blocks if isinstance(block, Picture)] == ["그림 1"]


PAGE = '<w:sectPr><w:footnotePr><w:numFmt w:val="{}"/></w:footnotePr></w:sectPr>'


# Form of the marks, typed words; the paragraphs as they are read.
NOTED: dict[str, tuple[str, str, list[tuple[str, str, int]]]] = {
    "stars": (
        "chicago",
        "나",
        [("", "가*나**", 0), ("*", "각주 2", 0), ("**", "각주 3", 0), ("", "다*", 0), ("*", "각주 4", 0)],
    ),
    "numbers": (
        "decimal",
        "나",
        [("", "가나", 0), ("", "다", 0), ("1)", "각주 2", 0), ("2)", "각주 3", 0), ("3)", "각주 4", 0)],
    ),
    "a star is typed": (
        "chicago",
        "나*",
        [("", "가나*", 0), ("", "다*", 0), ("*", "각주 4", 0), ("1)", "각주 2", 0), ("2)", "각주 3", 0)],
    ),
}


@pytest.mark.parametrize("case", NOTED)
def test_docx_notes_whose_marks_are_drawn_as_stars_stand_below_their_paragraph(case: str, docx: Docx) -> None:
    marks, typed, wanted = NOTED[case]
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    first = f"<w:p><w:r><w:t>가</w:t></w:r>{call(2)}<w:r><w:t>{typed}</w:t></w:r>{call(3)}</w:p>"
    body = f"{first}<w:p><w:r><w:t>다</w:t></w:r>{call(4)}</w:p>{PAGE.format(marks)}"
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"각주 {at}")}</w:footnote>' for at in (2, 3, 4))
    document = formats.document(docx(body, footnotes=f"<w:footnotes {WORD}>{notes}</w:footnotes>"), "a.docx")
    assert markers(document) == wanted


def test_docx_links(zipped: Zipped) -> None:
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>여기</w:t></w:r></w:hyperlink>'
    body = f"<w:body><w:p><w:r><w:t>앞 </w:t></w:r>{link}</w:p></w:body>"
    text = f'<w:document {WORD} xmlns:r="r">{body}</w:document>'
    relation = '<Relationship Id="rId9" Target="https://a.example/" TargetMode="External"/>'
    parts = {"word/document.xml": text, "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>"}
    document = formats.document(zipped({**parts}), "a.docx")
    assert [(document.text[slice(*link.span)], link.url) for link in document.links] == [("여기", "https://a.example/")]


def test_docx_entities_stay_closed(zipped: Zipped) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbb">]>'
    text = f"{bomb}<w:document {WORD}><w:body><w:p><w:r><w:t>글&a;&b;</w:t></w:r></w:p></w:body></w:document>"
    assert formats.document(zipped({"word/document.xml": text}), "a.docx").text == "글\n"


def hwpx(zipped: Zipped, body: str, head: str = "", times: int = 1) -> Document:
    named = '<opf:itemref idref="s0"/>'
    package = (
        '<opf:package xmlns:opf="o"><opf:metadata><opf:title>제목</opf:title></opf:metadata><opf:manifest>'
        '<opf:item id="s0" href="Contents/section0.xml"/></opf:manifest>'
        f"<opf:spine>{times * named}</opf:spine></opf:package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/hwp+zip",
        "Contents/content.hpf": package,
        "Contents/header.xml": f"<hh:head {OWPML}>{head}</hh:head>",
        "Contents/section0.xml": f"<hs:sec {OWPML}>{body}</hs:sec>",
    }
    return whole(formats.document(zipped(members), "a.hwpx"))


def written(text: str, form: str = "0", things: str = "") -> str:
    run = f'<hp:run charPrIDRef="0">{things}<hp:t>{text}</hp:t></hp:run>'
    return f'<hp:p paraPrIDRef="{form}" styleIDRef="0">{run}</hp:p>'


def test_a_section_that_the_spine_names_often_is_read_once(zipped: Zipped) -> None:
    assert hwpx(zipped, written("한 번만 읽는 글"), times=50_000).text == "한 번만 읽는 글\n"


def test_hwpx_styles_lists_and_breaks(zipped: Zipped) -> None:
    head = (
        '<hh:charPr id="0" height="1500"/><hh:style id="0" name="본문"/>'
        '<hh:numbering id="1"><hh:paraHead level="1" numFormat="DIGIT">^1.</hh:paraHead>'
        '<hh:paraHead level="2" numFormat="HANGUL_SYLLABLE">^2.</hh:paraHead></hh:numbering>'
        '<hh:paraPr id="0"><hh:margin><hc:intent value="-1000"/><hc:left value="2000"/></hh:margin></hh:paraPr>'
        '<hh:paraPr id="1"><hh:heading type="NUMBER" idRef="1" level="0"/></hh:paraPr>'
        '<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="1" level="1"/></hh:paraPr>'
    )
    body = written("□ 머리<hp:lineBreak/>  - 가지") + written("하나", "1") + written("둘", "2") + written("셋", "1")
    document = hwpx(zipped, body, head)
    assert markers(document)[:2] == [("□", "머리", 2), ("-", "가지", 4)]
    assert markers(document)[2:] == [("1.", "하나", 0), ("가.", "둘", 0), ("2.", "셋", 0)]
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.style, first.size) == ("본문", 15.0)
    assert document.header("title") == "제목"


def test_hwpx_tables_captions_and_frames(zipped: Zipped) -> None:
    def slot(text: str, columns: int = 1, rows: int = 1) -> str:
        span = f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/>'
        return f"<hp:tc><hp:subList>{written(text)}</hp:subList>{span}</hp:tc>"

    caption = f'<hp:caption side="TOP"><hp:subList>{written("〈표 이름〉")}</hp:subList></hp:caption>'
    rows = f"<hp:tr>{slot('가', 1, 2)}{slot('나', 2)}</hp:tr><hp:tr>{slot('다')}{slot('라')}</hp:tr>"
    table = f"<hp:tbl>{caption}{rows}</hp:tbl>"
    frame = f"<hp:tbl><hp:tr>{slot('상자 안')}</hp:tr></hp:tbl>"
    document = hwpx(zipped, written("", "0", table) + written("", "0", frame))
    kinds = [block.text if isinstance(block, Paragraph) else "grid" for block in document.blocks]
    assert kinds == ["〈표 이름〉", "grid", "상자 안"]
    assert document.text == "〈표 이름〉\n가\t나\n다\t라\n상자 안\n"


def test_hwpx_notes_shapes_and_running_heads(zipped: Zipped) -> None:
    note = f"<hp:ctrl><hp:footNote><hp:subList>{written('각주')}</hp:subList></hp:footNote></hp:ctrl>"
    header = f"<hp:ctrl><hp:header><hp:subList>{written('머리말')}</hp:subList></hp:header></hp:ctrl>"
    shape = f"<hp:rect><hp:drawText><hp:subList>{written('도형')}</hp:subList></hp:drawText></hp:rect>"
    document = hwpx(zipped, written("글", "0", note + header + shape))
    assert markers(document) == [("", "글", 0), ("", "도형", 0), ("1)", "각주", 0)]


FORM = '<hp:secPr><hp:footNotePr><hp:autoNumFormat type="{}" userChar="{}" suffixChar=""/></hp:footNotePr></hp:secPr>'


@pytest.mark.parametrize(
    ("kind", "sign", "before", "wanted"),
    [
        ("USER_CHAR", "*", "앞", [("", "앞*글", 0), ("*", "각주 3*4", 0)]),
        ("USER_CHAR", "*", "", [("", "글", 0), ("1)", "각주 3*4", 0)]),
        ("USER_CHAR", "#", "앞", [("", "앞글", 0), ("1)", "각주 3*4", 0)]),
        ("DIGIT", "", "앞", [("", "앞글", 0), ("1)", "각주 3*4", 0)]),
    ],
)
def test_hwpx_notes_whose_marks_are_drawn_as_stars_stand_below_their_paragraph(
    kind: str, sign: str, before: str, wanted: list[tuple[str, str, int]], zipped: Zipped
) -> None:
    note = f"<hp:ctrl><hp:footNote><hp:subList>{written('각주 3*4')}</hp:subList></hp:footNote></hp:ctrl>"
    things = f"{FORM.format(kind, sign)}<hp:t>{before}</hp:t>{note}"
    assert markers(hwpx(zipped, written("글", "0", things))) == wanted


NUMBER = (
    '<hp:ctrl><hp:autoNum num="{}" numType="{}"><hp:autoNumFormat type="DIGIT" suffixChar="{}"/></hp:autoNum></hp:ctrl>'
)
RUBY = "<hp:dutmal><hp:mainText>전지</hp:mainText><hp:subText>{}</hp:subText></hp:dutmal>"


@pytest.mark.parametrize(
    ("things", "reads"),
    [
        (NUMBER.format(3, "TABLE", ""), "3 글"),
        (NUMBER.format(0, "PICTURE", "."), "1. 글"),
        (NUMBER.format(4, "PAGE", ""), "글"),
        (RUBY.format("電池"), "전지(電池) 글"),
        (RUBY.format(""), "전지 글"),
        ('<hp:checkBtn caption="동의함"/>', "동의함 글"),
        ("<hp:edit><hp:text>좌석 30석</hp:text></hp:edit>", "좌석 30석 글"),
        ('<hp:compose composeText="\U000f02b2"/>', "② 글"),
        ("<hp:equation><hp:script>x over y</hp:script></hp:equation>", "x over y  글"),
    ],
)
def test_hwpx_what_is_drawn_among_the_words(zipped: Zipped, things: str, reads: str) -> None:
    assert hwpx(zipped, written("첫 줄") + written(" 글", "0", things)).text.split("\n")[1].strip() == reads


def test_hwpx_raised_letters_and_a_table_between_paragraphs(zipped: Zipped) -> None:
    head = '<hh:charPr id="1"><hh:supscript/></hh:charPr><hh:charPr id="2"><hh:subscript/></hh:charPr>'
    runs = (("7×10", 0), ("-3", 1), ("초, CO", 0), ("2", 2), (" 감축", 0))
    text = "".join(f'<hp:run charPrIDRef="{key}"><hp:t>{words}</hp:t></hp:run>' for words, key in runs)
    cells = "".join(f"<hp:tc><hp:subList>{written(each)}</hp:subList></hp:tc>" for each in ("가", "나"))
    table = f"<hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl>"
    document = hwpx(zipped, f"<hp:p>{text}</hp:p>{table}" + written("끝"), head)
    assert document.text == "7×10⁻³초, CO₂ 감축\n가\t나\n끝\n"


@pytest.mark.parametrize("layers", [3, 31, 40])
def test_hwpx_deep_nesting_loses_nothing(zipped: Zipped, layers: int) -> None:
    deep = written("바닥")
    for _ in range(layers):
        deep = written("", "0", f"<hp:tbl><hp:tr><hp:tc><hp:subList>{deep}</hp:subList></hp:tc></hp:tr></hp:tbl>")
    assert hwpx(zipped, written("글") + deep).text == "글\n바닥\n"


@pytest.mark.parametrize("layers", [3, 31, 60])
def test_docx_deep_nesting_loses_nothing(docx: Docx, layers: int) -> None:
    deep = paragraph("바닥")
    for _ in range(layers):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert formats.document(docx(paragraph("글") + deep), "a.docx").text == "글\n바닥\n"


@pytest.mark.parametrize(
    ("form", "number", "drawn"),
    [
        ("decimal", 3, "3"),
        ("ganada", 14, "하"),
        ("HANGUL_SYLLABLE", 2, "나"),
        ("upperRoman", 9, "IX"),
        ("ROMAN_CAPITAL", 14, "XIV"),
        ("lowerLetter", 2, "b"),
        ("CIRCLED_DIGIT", 3, "③"),
        ("decimalEnclosedCircle", 25, "25"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 30, "三十"),
        ("unheard of", 7, "7"),
        ("decimal", 0, "0"),
    ],
)
def test_numerals(form: str, number: int, drawn: str) -> None:
    assert numeral(form, number) == drawn


def test_an_absurd_indent_is_cut() -> None:
    sheet = Composer()
    sheet.paragraph("글", Look(indent=10**9))
    assert len(whole(sheet.document("a", "pdf")).text) < 1000


WORDS = st.text(alphabet="가나 -■\t．12()", max_size=12)
SLOTS = st.builds(Slot, WORDS, st.integers(1, 3), st.integers(1, 70000))
ROWS = st.lists(st.lists(SLOTS, max_size=3), max_size=3)


@settings(max_examples=settings().max_examples * 2)
@given(st.lists(st.one_of(st.tuples(WORDS, st.integers(0, 6), st.sampled_from(["", "●", "1."])), ROWS), max_size=8))
def test_every_span_slices_what_it_says(blocks: list[tuple[str, int, str] | list[list[Slot]]]) -> None:
    sheet = Composer()
    for block in blocks:
        if isinstance(block, list):
            sheet.grid(block)
        else:
            text, indent, marker = block
            sheet.paragraph(text, Look(indent, marker), [(0, len(text), "https://a.example/")])
    document = whole(sheet.document("a", "docx"))
    for link in document.links:
        assert 0 <= link.span[0] < link.span[1] <= len(document.text)
        assert "\n" not in document.text[slice(*link.span)]
    for grid in document.blocks:
        if isinstance(grid, Grid):
            assert all(each.rows <= len(grid.rows) - at for at, row in enumerate(grid.rows) for each in row)
