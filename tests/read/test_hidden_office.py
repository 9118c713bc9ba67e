"""What a reader of an office file does not see is not text, and is kept aside with the reason."""

from __future__ import annotations

import pytest
from tests.hostile import HANCOM, docx, zipped

from donghyang.read import formats

WORD_SECRET = "숨은 문장 오백억 원"


def word(form: str, around: str = "", **parts: str) -> tuple[str, list[tuple[str, str]]]:
    run = f"<w:r><w:rPr>{form}</w:rPr><w:t>{WORD_SECRET}</w:t></w:r>"
    found = formats.document(
        docx(f"<w:p><w:r><w:t>보이는 문장</w:t></w:r></w:p><w:p>{around}{run}</w:p>", **parts), "a.docx"
    )
    return found.text, [(unseen.text, unseen.why) for unseen in found.unseen]


@pytest.mark.parametrize(
    ("why", "form", "around"),
    [
        ("vanish", "<w:vanish/>", ""),
        ("vanish", "<w:b/><w:vanish w:val='true'/>", ""),
        ("size", "<w:sz w:val='2'/>", ""),
        ("colour", "<w:color w:val='FFFFFF'/>", ""),
        ("colour", "<w:color w:val='FEFEFE'/><w:shd w:val='clear' w:fill='auto'/>", ""),
        ("colour", "<w:color w:val='203040'/>", "<w:pPr><w:shd w:fill='203040'/></w:pPr>"),
        ("vanish", "<w:rStyle w:val='Aside'/>", ""),
        ("vanish", "", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("colour", "<w:color w:val='auto' w:themeColor='background1'/>", ""),
        ("colour", "<w:color w:themeColor='bg1'/><w:shd w:val='clear' w:fill='auto'/>", ""),
        ("colour", "<w:color w:themeColor='accent1'/><w:shd w:val='clear' w:themeFill='accent1'/>", ""),
        ("colour", "<w:color w:val='000000' w:themeColor='light1'/>", ""),
        ("colour", "<w:color w:val='FDFDFD' w:themeColor='text1' w:themeTint='03'/>", ""),
        ("colour", "<w:color w:val='202020'/><w:shd w:val='solid' w:color='202020' w:fill='FFFFFF'/>", ""),
        ("colour", "<w:textFill><w:noFill/></w:textFill>", ""),
        ("colour", "<w:textFill><w:solidFill><w:srgbClr w:val='FFFFFF'/></w:solidFill></w:textFill>", ""),
        ("colour", "<w:textFill><w:solidFill><w:schemeClr w:val='bg1'/></w:solidFill></w:textFill>", ""),
        ("size", "<w:w w:val='1'/>", ""),
        ("colour", "<w:color w:val='FFFF00'/><w:highlight w:val='yellow'/>", ""),
        ("colour", "<w:color w:val='000080'/><w:highlight w:val='darkBlue'/>", ""),
        ("place", "<w:spacing w:val='-1400'/>", ""),
        ("size", "", "<w:pPr><w:spacing w:line='1' w:lineRule='exact'/></w:pPr>"),
        ("place", "", "<w:pPr><w:framePr w:hAnchor='page' w:x='-30000'/></w:pPr>"),
    ],
)
def test_not_seen_in_word(why: str, form: str, around: str) -> None:
    text, unseen = word(form, around, styles=STYLES, **{"theme/theme1": THEME})
    assert WORD_SECRET not in text
    assert "보이는 문장" in text
    assert unseen == [(WORD_SECRET, why)]


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="2A5CA8"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:style w:type='character' w:styleId='Aside'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Deep'><w:basedOn w:val='Base'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Bar'><w:pPr><w:shd w:fill='800000'/></w:pPr>"
    "<w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style>"
    "<w:style w:type='table' w:styleId='Dark'><w:tblStylePr w:type='firstRow'><w:tcPr><w:shd w:fill='203040'/></w:tcPr>"
    "</w:tblStylePr></w:style></w:styles>"
)


@pytest.mark.parametrize(
    ("form", "around"),
    [
        ("<w:vanish w:val='0'/>", ""),
        ("<w:vanish w:val='false'/>", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("<w:webHidden/>", ""),
        ("<w:sz w:val='18'/>", ""),
        ("<w:color w:val='auto'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='yellow'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='plaid'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:fill='1F4E79'/>", ""),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:fill='1F4E79'/></w:pPr>"),
        ("", "<w:pPr><w:pStyle w:val='Bar'/></w:pPr>"),
        ("", "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"),
        ("<w:rStyle w:val='Aside'/>", "<w:pPr><w:pStyle w:val='Deep'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:val='clear' w:color='auto' w:themeFill='accent1'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/>", "<w:pPr><w:shd w:val='clear' w:fill='FFFFFF' w:themeFill='accent9'/></w:pPr>"),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='solid' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='pct75' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='diagStripe' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("<w:color w:val='FFFFFF' w:themeColor='text1'/>", ""),
        ("<w:color w:val='F0F0F0' w:themeColor='accent1'/>", ""),
        ("<w:color w:val='808080' w:themeColor='background1' w:themeShade='80'/>", ""),
        (
            "<w:color w:val='FFFFFF'/><w:textFill><w:solidFill><w:srgbClr w:val='000000'/></w:solidFill></w:textFill>",
            "",
        ),
        ("<w:color w:val='FFFFFF'/><w:textFill><w:gradFill/></w:textFill>", ""),
        ("<w:color w:val='FFFFFF'/><w:textOutline><w:solidFill/></w:textOutline>", ""),
        ("<w:w w:val='66'/>", ""),
        ("<w:spacing w:val='-20'/>", ""),
        ("", "<w:pPr><w:spacing w:line='200' w:lineRule='exact'/></w:pPr>"),
        ("", "<w:pPr><w:spacing w:line='1' w:lineRule='auto'/></w:pPr>"),
        ("", "<w:pPr><w:framePr w:hAnchor='page' w:x='-100'/></w:pPr>"),
    ],
)
def test_seen_in_word(form: str, around: str) -> None:
    text, unseen = word(form, around, styles=STYLES, **{"theme/theme1": THEME})
    assert WORD_SECRET in text
    assert not unseen


@pytest.mark.parametrize(
    ("table", "cell", "seen"),
    [
        ("", "", False),
        ("<w:tblStyle w:val='Dark'/>", "", True),
        ("<w:tblStyle w:val='Bar'/>", "<w:shd w:fill='FFFFFF'/>", False),
        ("", "<w:shd w:fill='203040'/>", True),
    ],
)
def test_white_letters_in_a_table(table: str, cell: str, seen: bool) -> None:
    run = f"<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>{WORD_SECRET}</w:t></w:r></w:p>"
    cells = f"<w:tc><w:tcPr>{cell}</w:tcPr>{run}</w:tc><w:tc><w:p><w:r><w:t>값</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr>{cells}</w:tr></w:tbl>"
    assert (WORD_SECRET in formats.document(docx(body, styles=STYLES), "a.docx").text) is seen


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("<w:hidden/>", False),
        ("<w:hidden w:val='0'/>", True),
        ("<w:trHeight w:val='1' w:hRule='exact'/>", False),
        ("<w:trHeight w:val='1' w:hRule='atLeast'/>", True),
        ("<w:trHeight w:val='1'/>", True),
        ("<w:trHeight w:val='400' w:hRule='exact'/>", True),
    ],
)
def test_rows_that_are_not_drawn(row: str, seen: bool) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in (WORD_SECRET, "값"))
    other = "<w:tr><w:tc><w:p><w:r><w:t>가</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    found = formats.document(docx(f"<w:tbl>{other}<w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>"), "a.docx")
    assert (WORD_SECRET in found.text) is seen
    assert bool(found.unseen) is not seen


def test_a_row_that_a_tracked_change_takes_out_is_not_read() -> None:
    def row(form: str, text: str) -> str:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in (text, "8개"))
        return f"<w:tr><w:trPr>{form}</w:trPr>{cells}</w:tr>"

    rows = row("", "남은 행") + row("<w:del w:id='1'/>", WORD_SECRET) + row("<w:ins w:id='2'/>", "새 행")
    text = formats.document(docx(f"<w:tbl>{rows}</w:tbl><w:tbl>{row('<w:del/>', WORD_SECRET)}</w:tbl>"), "a.docx").text
    assert WORD_SECRET not in text
    assert "남은 행" in text
    assert "새 행" in text


def field(*kinds: str) -> str:
    """A paragraph of field signs and words."""
    signs = {"begin", "separate", "end"}
    runs = (f"<w:fldChar w:fldCharType='{one}'/>" if one in signs else f"<w:t>{one}</w:t>" for one in kinds)
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (("앞 ", "begin", "IF 1 ", "separate", "결과", "end", " 뒤"), "앞 결과 뒤"),
        (("begin", "IF ", "begin", "X", "separate", "7", "end", " = 7", "separate", "결과", "end"), "결과"),
        (("begin", "IF", "end", "뒤"), "뒤"),
        (("앞 ", "begin", "끝나지 않은 글"), "앞 끝나지 않은 글"),
        (("앞", "separate", " 글", "end", " 뒤"), "앞 글 뒤"),
    ],
)
def test_codes_of_fields_are_no_text(kinds: tuple[str, ...], text: str) -> None:
    assert formats.document(docx(field(*kinds)), "a.docx").text == f"{text}\n"


def test_a_note_with_hidden_words() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORD_SECRET}</w:t></w:r>"
    note = f"<w:footnote w:id='1'><w:p><w:r><w:t>각주의 글</w:t></w:r>{hidden}</w:p></w:footnote>"
    body = "<w:p><w:r><w:t>본문</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    text = formats.document(docx(body, footnotes=f"<w:footnotes {space}>{note}</w:footnotes>"), "a.docx").text
    assert "각주의 글" in text
    assert WORD_SECRET not in text


def hancom(form: str, border: str = "", cell: str = "", shape: bool = False) -> bytes:
    """An HWPX file with a run of its own kind, in a cell of a table or in a shape where one is asked for."""
    head = (
        "<head><refList>"
        f"<charPr id='0' height='1000' textColor='#000000' shadeColor='none'/><charPr id='1' {form}/>"
        "<borderFill id='1'/><borderFill id='2'><fillBrush><winBrush faceColor='#1B3A5C'/></fillBrush></borderFill>"
        "<borderFill id='3'><fillBrush><winBrush faceColor='none'/></fillBrush></borderFill>"
        "<borderFill id='4'><fillBrush><imgBrush/></fillBrush></borderFill>"
        f"<paraPr id='0'><border borderFillIDRef='{border or 1}'/></paraPr></refList></head>"
    )
    secret = f"<hp:p paraPrIDRef='0'><hp:run charPrIDRef='1'><hp:t>{WORD_SECRET}</hp:t></hp:run></hp:p>"
    plain = "<hp:p><hp:run charPrIDRef='0'><hp:t>보이는 문장</hp:t></hp:run></hp:p>"
    if cell:
        cells = "".join(
            f"<hp:tc borderFillIDRef='{cell}'><hp:subList>{one}</hp:subList></hp:tc>" for one in (secret, plain)
        )
        secret = (
            f"<hp:p><hp:run charPrIDRef='0'><hp:tbl borderFillIDRef='1'><hp:tr>{cells}</hp:tr></hp:tbl></hp:run></hp:p>"
        )
    if shape:
        drawn = f"<hp:rect><hp:drawText><hp:subList>{secret}</hp:subList></hp:drawText></hp:rect>"
        secret = f"<hp:p><hp:run charPrIDRef='0'>{drawn}</hp:run></hp:p>"
    section = f'<hs:sec xmlns:hs="{HANCOM}/section" xmlns:hp="{HANCOM}/paragraph">{plain}{secret}</hs:sec>'
    return zipped({"Contents/header.xml": head, "Contents/section0.xml": section})


WHITE = "height='1000' textColor='#FFFFFF' shadeColor='none'"


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("colour", hancom(WHITE)),
        ("colour", hancom(WHITE, cell="1")),
        ("colour", hancom(WHITE, cell="3")),
        ("colour", hancom("height='1000' textColor='#1B3A5C' shadeColor='none'", cell="2")),
        ("colour", hancom("height='1000' textColor='#FFFFFF' shadeColor='#FFFFFF'", cell="2")),
        ("size", hancom("height='100' textColor='#000000'")),
    ],
    ids=range(6),
)
def test_not_seen_in_hwpx(why: str, data: bytes) -> None:
    found = formats.document(data, "a.hwpx")
    assert WORD_SECRET not in found.text
    assert "보이는 문장" in found.text
    assert [(unseen.text, unseen.why) for unseen in found.unseen] == [(WORD_SECRET, why)]


@pytest.mark.parametrize(
    "data",
    [
        hancom("height='1000' textColor='#000000' shadeColor='none'"),
        hancom("height='700' textColor='#0000FF'"),
        hancom(""),
        hancom(WHITE, border="2"),
        hancom(WHITE, cell="2"),
        hancom(WHITE, cell="4"),
        hancom(WHITE, shape=True),
        hancom("height='1000' textColor='#FFFFFF' shadeColor='#1B3A5C'"),
    ],
    ids=range(8),
)
def test_seen_in_hwpx(data: bytes) -> None:
    found = formats.document(data, "a.hwpx")
    assert WORD_SECRET in found.text
    assert not found.unseen
