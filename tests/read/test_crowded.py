"""Files of few bytes that draw, nest or hold far more than any page does, and are read all the same or refused."""

from __future__ import annotations

import random

import pytest
from tests import hostile
from tests.read.test_hwp import CONTROL, LIST, TABLE, control, hwp, paragraph, record

from donghyang.facts import find_facts
from donghyang.read import formats, page_of
from donghyang.read.limits import Exceeded
from donghyang.records import Unreadable

LINE = "Anhui opens 4 test sites."


def rectangles() -> bytes:
    return b"".join(b"%d %d 3 3 re S\n" % (x, y) for x in range(0, 590, 3) for y in range(0, 600, 4))


@pytest.mark.parametrize(
    "before",
    [b"q " * 200_000, b"Q " * 200_000, rectangles(), b"/F1 9 Tf " * 60_000, b"0 0 m " * 100_000 + b"S\n"],
    ids=["kept states", "states that were not kept", "rectangles", "typefaces", "strokes"],
)
def test_what_a_page_draws_around_its_words_costs_no_more_than_it_is_long(before: bytes) -> None:
    assert formats.document(hostile.pdf(before + hostile.words(LINE)), "a.pdf").text == f"{LINE}\n"


def test_a_line_that_runs_far_beyond_its_page_is_cut_where_the_page_is() -> None:
    text = formats.document(hostile.pdf(b"BT /F1 9 Tf 50 800 Td (" + b"k" * 2_000_000 + b") Tj ET"), "a.pdf").text
    assert set(text) == {"k", "\n"}
    assert len(text) < 200


@pytest.mark.parametrize(
    "made",
    [hostile.pdf(*[b""] * 500), hostile.pdf(b"").replace(b"0 0 595 842", b"0 0 9e5 9e5")],
    ids=["many pages", "a page of kilometres"],
)
def test_pages_without_letters_are_called_a_scan(made: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghyang.read.ocr._rapid", lambda: None)
    monkeypatch.setattr("donghyang.read.ocr._tesseract", lambda: None)
    with pytest.raises(Unreadable) as refused:
        formats.document(made, "a.pdf")
    assert "\n" not in refused.value.why.en


def test_tags_are_counted_whatever_else_makes_the_archive_large() -> None:
    noise = "".join(random.Random(7).choices("0123456789abcdefghij", k=400_000))
    with pytest.raises(Exceeded, match="tags"):
        formats.document(hostile.docx(f"<!--{noise}-->" + "<w:p/>" * 1_100_000), "a.docx")


def levels(count: int) -> bytes:
    """Boxes within boxes, as HWP writes the level of each record."""
    return b"".join(
        record(CONTROL, level % 1023, b" lbt" + bytes(42)) + record(LIST, level % 1023 + 1, bytes(8))
        for level in range(1, count)
    )


def tables(count: int) -> bytes:
    """Tables each in a cell of the one before."""
    return b"".join(
        control("tbl ", 2 * at + 1, bytes(42))
        + record(TABLE, 2 * at + 2, bytes(22))
        + record(LIST, 2 * at + 2, bytes(34))
        + paragraph("속", 2 * at + 2)
        for at in range(count)
    )


@pytest.mark.parametrize(
    ("section", "last"),
    [
        (paragraph("해상풍력 단지 7곳") + levels(60_000), "7곳"),
        (paragraph("해상풍력 단지 7곳", controls=tables(500)) + paragraph("끝"), "끝"),
    ],
    ids=["records", "tables"],
)
def test_layers_of_an_hwp_file_are_gone_through_one_by_one(section: bytes, last: str) -> None:
    text = formats.document(hwp(section), "a.hwp").text
    assert text.startswith("해상풍력 단지 7곳")
    assert text.endswith(f"{last}\n")


PAGE = """<html><head><title>海南发布热带农业行动计划</title></head><body><h1>海南发布热带农业行动计划</h1>
<p>海南省近日发布热带农业行动计划，明确今后三年的主要任务，推动种业、加工和冷链物流协同发展。</p>
<p>海南省财政安排专项经费{}万元，支持育种基地和检测平台建设，并对入选单位给予奖励，鼓励社会资本参与。</p>
</body></html>"""


@pytest.mark.parametrize(
    ("number", "yuan"),
    [
        *((number, 64_800_000) for number in ("6480", "6,480", "6&nbsp;480", "6<wbr>480", "6&shy;480")),
        *((f"6&#{code};480", 64_800_000) for code in (8203, 8204, 8239, 8288, 12644, 65279)),
        *((number, None) for number in ("6&thinsp;480", "6&ensp;480", "6.480.000", "6，480", "64,80")),
    ],
)
def test_a_number_of_a_page_is_read_whole_or_not_at_all(number: str, yuan: int | None) -> None:
    page = page_of(PAGE.format(number).encode(), "page.html")
    (found,) = (fact for fact in find_facts(page.text) if fact.kind == "money")
    assert found.value == yuan
    assert (found.problem is None) is (yuan is not None)


@pytest.mark.parametrize(
    "figure",
    ["8" * 6_000, "1" + ",000" * 900, "8" * 400 + "억 원", "0." + "0" * 4_000 + "3억 위안", "3." + "7" * 900 + "배"],
    ids=["digits", "thousands", "hundreds of digits", "nothings", "decimals"],
)
def test_figures_without_end_have_no_value(figure: str) -> None:
    found = find_facts(f"● 사업 규모는 {figure}")
    assert found
    assert all(getattr(fact, "value", None) is None and getattr(fact, "problem", None) for fact in found)


@pytest.mark.parametrize("unit", ["亿", "万亿", "千百十"])
def test_units_without_a_figure_are_no_number(unit: str) -> None:
    assert find_facts(f"投资{unit * 60}元。") == []
