"""What a page draws: spaces that the PDF library drops, and frames that stand close to a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from donghyang.read import formats
from donghyang.read.pdf_lines import drawn, open_pdf
from donghyang.records import Grid, Unreadable

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
UNNAMED = [
    b"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[8 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Own)/Supplement 0>>"
    b"/FontDescriptor 9 0 R/DW 500>>",
    b"<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200/StemV 80>>",
]
"""A font that numbers its letters and does not say which they are."""


def pdf(content: str, title: bytes = b"", others: list[bytes] | None = None) -> bytes:
    """A file of one page in Helvetica, its title as UTF-16 code units; the first of `others` is a second font."""
    stream = content.encode("ascii")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        HELVETICA,
        b"<</Title<FEFF%s>>>" % title.hex().encode(),
        *(others or [HELVETICA]),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail


def shown(text: str, x: float, y: float) -> str:
    """The words at a place, ten points high."""
    return f"BT {x} {y} Td /F1 10 Tf ({text}) Tj ET\n"


def box(left: float, bottom: float, right: float, top: float) -> str:
    """Four drawn lines."""
    return f"{left} {bottom} m {right} {bottom} l {right} {top} l {left} {top} l {left} {bottom} l S\n"


def test_spaces_below_one_another() -> None:
    # Helvetica's n is 5.56 points wide at this size: each space begins where its word ends.
    content = "".join(shown("nnn", 60, 700 - 15 * row) + shown(" ", 76.68, 700 - 15 * row) for row in range(4))
    file = open_pdf(pdf(content + shown("nnn", 60, 640)), "x.pdf")
    lines = drawn(file[0], 0).lines
    assert [line.text for line in lines] == ["nnn"] * 5
    assert [line.spaced for line in lines] == [True, True, True, True, False]


def test_a_title_that_is_no_text() -> None:
    words = shown("one line of the page", 72, 700)
    whole = formats.document(pdf(words, "주간".encode("utf-16-be")), "x.pdf")
    broken = formats.document(pdf(words, b"\xd8\x00\x00\x41"), "x.pdf")
    assert (dict(whole.headers), dict(broken.headers)) == ({"title": "주간"}, {})
    assert broken.text == whole.text


def unnamed(codes: str, x: float, y: float) -> str:
    return f"BT {x} {y} Td /F2 10 Tf <{codes}> Tj ET\n"


def test_letters_that_the_file_does_not_name() -> None:
    content = unnamed("00010002000300040005", 72, 700) + shown("12 units", 72, 680)
    with pytest.raises(Unreadable, match="does not say which letters"):
        formats.document(pdf(content, others=UNNAMED), "x.pdf")


def test_letters_that_a_program_draws_itself_are_numbered_as_usual() -> None:
    drawn = [
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/CharProcs<</one 8 0 R>>"
        b"/Encoding<</Type/Encoding/Differences[48/one/one/one]>>/FirstChar 48/LastChar 50/Widths[6 6 6]>>",
        b"<</Length 20>>stream\n6 0 0 0 5 9 d1 f     \nendstream",
    ]
    assert formats.document(pdf(unnamed("323031", 72, 700), others=drawn), "x.pdf").text == "201\n"


def test_a_few_letters_that_the_file_does_not_name_stay_unknown() -> None:
    words = "".join(shown("a line of forty letters that can be read", 72, 700 - 14 * row) for row in range(3))
    document = formats.document(pdf(words + unnamed("0036", 72, 600), others=UNNAMED), "x.pdf")
    assert document.text.rstrip().endswith("\ufffd")
    assert "6" not in document.text


@pytest.mark.parametrize("code", ["0000", "001b", "0085", "200b", "202e", "2060", "feff", "fffe"])
def test_a_figure_that_the_file_names_as_what_is_never_drawn_is_unknown(code: str) -> None:
    names = f"1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <34> <{code}> endbfchar"
    stream = f"/CIDInit /ProcSet findresource begin begincmap {names} endcmap".encode()
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>"
    others = [font, b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    words = shown("the plan spends 47 billion on labs by 2031", 72, 700).replace("F1", "F2")
    assert formats.document(pdf(words, others=others), "x.pdf").text == (
        "the plan spends \ufffd7 billion on labs by 2031\n"
    )


def test_a_space_that_the_file_names_as_no_sign_is_left_out() -> None:
    stream = b"begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <20> <200b> endbfchar endcmap"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>"
    others = [font, b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    words = shown("seven labs are named", 72, 700).replace("F1", "F2")
    assert "\ufffd" not in formats.document(pdf(words, others=others), "x.pdf").text


def test_a_frame_close_above_a_table() -> None:
    content = box(64.6, 649.4, 274.9, 700) + shown("a note in its frame", 72, 670)
    tops = [646.3, 615.4, 583.8, 552.6, 521.3]
    for at, top in enumerate(tops):
        wider = 0.5 if at in (0, len(tops) - 1) else 0.0
        content += f"{66.1 - wider} {top} m {271.5 + wider} {top} l S\n"
    content += "".join(f"{x} {tops[-1]} m {x} {tops[0] + 0.3} l S\n" for x in (65.7, 120, 271.7))
    for at, top in enumerate(tops[:-1]):
        content += shown(f"{at}", 72, top - 18) + shown(f"row {at}", 126, top - 18)
    document = formats.document(pdf(content), "x.pdf")
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in row] for row in grids[0].rows] == [[f"{at}", f"row {at}"] for at in range(4)]
    assert len(grids) == 1


WAYS: dict[str, tuple[str, Callable[[int, int], tuple[int, int]]]] = {
    "upright": ("1 0 0 1", lambda x, y: (x, y)),
    "from bottom to top": ("0 1 -1 0", lambda x, y: (842 - y, x)),
    "from top to bottom": ("0 -1 1 0", lambda x, y: (y - 247, 842 - x)),
    "upside down": ("-1 0 0 -1", lambda x, y: (595 - x, 842 - y)),
}
"""How a letter stands, and where a line at x, y of an upright page of 595 to 842 points then begins."""


@pytest.mark.parametrize("way", WAYS)
def test_pages_written_sideways(way: str) -> None:
    letters, place = WAYS[way]
    content = ""
    for row in range(14):
        x, y = place(72, 760 - 14 * row)
        content += f"BT /F1 10 Tf {letters} {x} {y} Tm (line {row} of forty letters can be read.) Tj ET\n"
    document = formats.document(pdf(content), "x.pdf")
    assert " ".join(document.text.split()) == " ".join(f"line {row} of forty letters can be read." for row in range(14))


def test_labels_of_a_chart_turn_no_page() -> None:
    axis = "".join(f"BT /F1 8 Tf 0 1 -1 0 40 {100 + 40 * at} Tm ({at}0) Tj ET\n" for at in range(13))
    words = "".join(shown("a line of forty letters that can be read", 72, 700 - 14 * row) for row in range(5))
    assert formats.document(pdf(axis + words), "x.pdf").text.count("a line of forty letters that can be read") == 5


def test_a_page_of_a_running_head_alone_is_kept() -> None:
    assert formats.document(pdf(shown("Annex 3", 72, 800)), "x.pdf").text == "Annex 3\n"
    assert formats.document(pdf(shown("12", 72, 800)), "x.pdf").text == "12\n"
