"""Every limit refuses what is above it, by its name, and reads what is below it; sums go over all parts of a file."""

from __future__ import annotations

import dataclasses
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from tests import hostile

from donghyang import read, report
from donghyang.read import formats
from donghyang.read.limits import NAMES, Exceeded, Limits
from donghyang.records import Document, Grid, Unreadable


def refused(data: bytes, name: str, limits: Limits | None = None) -> str:
    """The limit that the file is above."""
    with pytest.raises(Exceeded) as caught:
        formats.document(data, name, limits)
    most = getattr(limits or Limits(), caught.value.limit)
    for text in (caught.value.message.ko, caught.value.message.en):
        assert name in text
        assert f"{most:,}" in text
        assert caught.value.limit in text
    return caught.value.limit


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def part(text: str) -> str:
    return f"<hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p>"


TIGHT = "".join(f'b{at}="1"' for at in range(1_990))


def test_every_limit_has_a_name() -> None:
    assert set(NAMES) == {field.name for field in dataclasses.fields(Limits)}


@pytest.mark.parametrize(
    ("limit", "most", "data", "name"),
    [
        ("unpacked", 1, hostile.docx(run("가") + " " * 1_100_000), "a.docx"),
        ("unpacked", 1, hostile.hwpx(*[part("가") + " " * 400_000] * 3), "a.hwpx"),
        ("tags", 500, hostile.docx(run("가") + "<w:p/>" * 500), "a.docx"),
        ("tags", 500, hostile.hwpx(*[part("가") + "<hp:p/>" * 200] * 3), "a.hwpx"),
        ("attributes", 90, hostile.docx("".join(f'<w:p a="{at}"/>' for at in range(90)) + run("가")), "a.docx"),
        ("paragraphs", 20, hostile.docx(run("가") * 21), "a.docx"),
        ("paragraphs", 20, hostile.hwpx(part("가") * 11, part("나") * 10), "a.hwpx"),
        ("paragraphs", 20, "가\n".encode() * 21, "a.txt"),
        ("letters", 100, ("가" * 101).encode(), "a.txt"),
        ("letters", 100, hostile.docx(run("가" * 60) * 2), "a.docx"),
        ("letters", 100, f"<html><p>{'가' * 101}</p>".encode(), "a.html"),
        ("web_tags", 50, ("<html>" + "<b>글</b>" * 30).encode(), "a.html"),
        ("tag_attributes", 900, f"<html><p {' '.join(f'a{at}=1' for at in range(1_990))}>글</p>".encode(), "a.html"),
        ("tag_attributes", 900, f"<html><p {TIGHT}>글</p>".encode(), "a.html"),
        ("cells", 30, f"<html><table>{'<tr><th>가<td>나</tr>' * 16}</table>".encode(), "a.html"),
        ("pages", 3, hostile.pdf(*[hostile.words("page")] * 4), "a.pdf"),
        ("pdf_letters", 40, hostile.pdf(*[hostile.words("a line of words")] * 4), "a.pdf"),
        ("page_letters", 40, hostile.pdf(hostile.words("word " * 10)), "a.pdf"),
    ],
)
def test_above_a_limit(limit: str, most: int, data: bytes, name: str) -> None:
    assert refused(data, name, Limits(**{limit: most})) == limit
    assert formats.document(data, name).text.strip()


@pytest.mark.parametrize(
    ("limit", "data", "name"),
    [
        ("tags", hostile.docx("<w:p/>" * 1_100_000), "a.docx"),
        ("tags", hostile.hwpx("<a/>" * 600_000, "<a/>" * 600_000), "a.hwpx"),
        (
            "tags",
            hostile.docx(run("가"), styles="<a>" + "<b/>" * 600_000 + "</a>", footnotes="<b/>" * 600_000),
            "a.docx",
        ),
        ("unpacked", hostile.docx(run("가") + " " * 70_000_000), "a.docx"),
        ("unpacked", hostile.docx(run("x" * 11_000_000)), "a.docx"),
        ("paragraphs", hostile.docx(run("가") * 60_000), "a.docx"),
        ("letters", b"line of twenty sign\n" * 1_000 * 300, "lines.txt"),
        ("letters", ("가" * 5_500_000).encode(), "line.txt"),
        ("page_letters", hostile.pdf(b"BT /F1 1 Tf 1 0 0 1 9 9 Tm " + b"(wordwordword) Tj " * 9_000 + b"ET"), "a.pdf"),
    ],
    ids=range(9),
)
def test_bombs(limit: str, data: bytes, name: str) -> None:
    assert refused(data, name) == limit


def test_a_long_value_is_one_attribute() -> None:
    style, drawn = "margin: 0 0 0 0; " * 2_000, "M 1 2 L 3 4 " * 4_000
    markup = f"<html><p style='{style}'>글이 있다.</p><svg><path d=\"{drawn}\"/></svg><p>끝</p></html>"
    assert "글이 있다." in formats.document(markup.encode(), "a.html").text


def test_paragraphs_of_very_many_runs() -> None:
    runs = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>1</w:t></w:r>' * 60_000
    found = formats.document(hostile.docx(f"<w:p>{runs}</w:p>{run('끝')}"), "a.docx")
    assert found.text == "끝\n"
    assert len(found.unseen) == 60_000


def test_what_the_table_of_contents_says_of_sizes_is_not_believed() -> None:
    """A member that calls itself small is stopped where it should have ended; one that calls itself huge is read."""
    whole = hostile.docx(run("가") + " " * 3_000_000)
    told = zipfile.ZipFile(io.BytesIO(whole)).getinfo("word/document.xml").file_size
    for size in (50, 2**31):
        data = whole.replace(struct.pack("<I", told), struct.pack("<I", size))
        assert data != whole
        if size == 50:
            with pytest.raises(Unreadable, match="damaged"):
                formats.document(data, "a.docx")
        else:
            assert formats.document(data, "a.docx").text == "가\n"


@pytest.mark.parametrize("layers", [5, 40, 100])
def test_layers_that_are_followed_or_flattened(layers: int) -> None:
    frames = "<w:tbl><w:tr><w:tc>" * layers + run("속의 글") + "</w:tc></w:tr></w:tbl>" * layers
    if 3 * layers < 240:
        assert "속의 글" in formats.document(hostile.docx(frames + run("끝")), "a.docx").text
    else:
        with pytest.raises(Unreadable, match="too deep"):
            formats.document(hostile.docx(frames), "a.docx")


def test_elements_without_end_are_refused() -> None:
    for data, name in (
        (hostile.docx("<w:x>" * 50_000 + "</w:x>" * 50_000), "a.docx"),
        (hostile.hwpx("<hp:x>" * 50_000 + "</hp:x>" * 50_000), "a.hwpx"),
    ):
        with pytest.raises(Unreadable, match=r"too deep \(the limit is 256 layers\)"):
            formats.document(data, name)


# ---------------------------------------------------------------- tables that span more than they are


def web(columns: int, rows: int, count: int = 40) -> bytes:
    row = f"<tr><th colspan={columns} rowspan={rows}>구분</th><td colspan={columns} rowspan={rows}>7</td></tr>"
    return f"<html><p>표 앞의 글</p><table>{row * count}</table>".encode()


def word(columns: int, count: int = 40) -> bytes:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{run("7")}</w:tc>'
    return hostile.docx(f"<w:tbl>{f'<w:tr>{cell * 2}</w:tr>' * count}</w:tbl>")


def hancom(columns: int, rows: int, count: int = 40) -> bytes:
    span = f'<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/>'
    cell = f"<hp:tc><hp:subList>{part('7')}</hp:subList>{span}</hp:tc>"
    return hostile.hwpx(f"<hp:p><hp:run><hp:tbl>{f'<hp:tr>{cell * 2}</hp:tr>' * count}</hp:tbl></hp:run></hp:p>")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (web(1000, 1), "a.html"),
        (web(1000, 65000), "a.html"),
        (web(1, 65000, 3_000), "a.html"),
        (web(999_999_999, 999_999_999), "a.html"),
        (word(1000), "a.docx"),
        (word(99_999_999), "a.docx"),
        (hancom(1000, 9_999_999), "a.hwpx"),
        (hancom(1000, 9_999_999, 2_000), "a.hwpx"),
    ],
    ids=range(8),
)
def test_spans_without_measure(data: bytes, name: str) -> None:
    document = formats.document(data, name)
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert len(grid.rows) >= 40
    assert {len(row) for row in grid.rows} == {2}
    covered = sum(cell.columns * cell.rows for row in grid.rows for cell in row)
    assert covered <= 30 * 2 * len(grid.rows)
    assert report.parse(document)


def test_spans_of_a_true_table_stay() -> None:
    head = "<tr><th colspan=4>2023년 지역별 예산</th></tr><tr><th rowspan=2>지역</th><th colspan=3>분기</th></tr>"
    body = "<tr><td>1</td><td>2</td><td>3</td></tr>"
    document = formats.document(f"<html><table>{head}{body * 2}</table>".encode(), "a.html")
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert [(cell.columns, cell.rows) for row in grid.rows[:2] for cell in row] == [(4, 1), (1, 2), (3, 1)]


def test_a_title_over_a_hundred_columns_stays() -> None:
    body = "<tr>" + "<td>1</td>" * 6 + "</tr>"
    document = formats.document(f"<html><table><tr><th colspan=100>표</th></tr>{body * 5}</table>".encode(), "a.html")
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert grid.rows[0][0].columns == 100


# ---------------------------------------------------------------- PDF


def crossed(lines: int) -> bytes:
    """A page of crossing lines, with words in it."""
    level = b"".join(b"50 %d m 550 %d l S\n" % (50 + 700 * at // lines, 50 + 700 * at // lines) for at in range(lines))
    upright = b"".join(
        b"%d 50 m %d 750 l S\n" % (50 + 500 * at // lines, 50 + 500 * at // lines) for at in range(lines)
    )
    return hostile.pdf(level + upright + b"".join(hostile.words(f"line {at}", 100 + 12 * at) for at in range(40)))


def test_a_page_of_lines_is_read_without_its_tables() -> None:
    text = formats.document(crossed(400), "a.pdf").text
    assert all(f"line {at}" in text for at in range(40))


def test_a_table_of_a_page_is_still_one() -> None:
    rules = b"".join(b"50 %d m 550 %d l S\n" % (y, y) for y in (600, 650, 700))
    sides = b"".join(b"%d 600 m %d 700 l S\n" % (x, x) for x in (50, 200, 550))
    cells = b"".join(
        b"BT /F1 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, text)
        for x, y, text in ((60, 670, b"Item"), (210, 670, b"Sum"), (60, 620, b"Chips"), (210, 620, b"41"))
    )
    document = formats.document(hostile.pdf(rules + sides + cells), "a.pdf")
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert [[cell.text for cell in row] for row in grid.rows] == [["Item", "Sum"], ["Chips", "41"]]


def test_forms_within_forms_are_looked_at_up_to_a_number() -> None:
    def form(inner: int) -> bytes:
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>" % inner
        return hostile.stream(b"/X Do\n" * 60, entries)

    leaf = hostile.stream(b"50 50 m 550 50 l S\n" * 60, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    data = hostile.pdf(
        hostile.words("Here is a line") + b"/X Do\n",
        resources=b"/XObject<</X 100 0 R>>",
        objects={100: form(101), 101: form(102), 102: leaf},
    )
    assert "Here is a line" in formats.document(data, "a.pdf").text


# ---------------------------------------------------------------- files outside, names, entities


@pytest.mark.parametrize("kind", ["SYSTEM 'file:///etc/hostname'", "SYSTEM 'http://127.0.0.1:9/x'", "'안에서 온 글'"])
def test_entities_are_not_opened(kind: str, tmp_path: Path) -> None:
    declared = f"<!DOCTYPE x [<!ENTITY e {kind}>]>"
    document = f'{declared}<w:document xmlns:w="{hostile.WORD}"><w:body>{run("앞 &e; 뒤")}</w:body></w:document>'
    section = f'{declared}<hs:sec xmlns:hs="{hostile.HANCOM}/section" xmlns:hp="{hostile.HANCOM}/paragraph">'
    for name, data in (
        ("a.docx", hostile.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})),
        ("a.hwpx", hostile.zipped({"Contents/section0.xml": f"{section}{part('앞 &e; 뒤')}</hs:sec>"})),
    ):
        text = formats.document(data, name).text
        assert "앞" in text
        assert "안에서 온 글" not in text
        assert Path("/etc/hostname").read_text().strip() not in text if Path("/etc/hostname").exists() else True


def test_entities_that_multiply_stay_what_they_are() -> None:
    lines = "".join(f"<!ENTITY e{at} '{f'&e{at - 1};' * 20}'>" for at in range(1, 12))
    declared = f"<!DOCTYPE x [<!ENTITY e0 '폭탄'>{lines}]>"
    body = f'<w:document xmlns:w="{hostile.WORD}"><w:body>{run("앞 &e11; 뒤")}</w:body></w:document>'
    try:
        text = formats.document(hostile.zipped({"word/document.xml": declared + body}), "a.docx").text
    except Unreadable:
        return
    assert len(text) < 100


def test_members_with_paths_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<x/>", "utf-8")
    relation = '<Relationship Type="x/officeDocument" Target="../../secret.xml"/>'
    data = hostile.zipped(
        {"_rels/.rels": f"<r>{relation}</r>", "../../secret.xml": "<a/>", "word/document.xml": "<a/>"}
    )
    with pytest.raises(Unreadable):
        formats.document(data, "a.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret.xml"]


# ---------------------------------------------------------------- large, and ordinary


def test_a_long_text_is_read_whole() -> None:
    for text in ("한 줄의 글이 이어집니다. " * 100_000, "짧은 줄입니다.\n" * 40_000):
        found: Document = read.document_of(text.encode(), "long.txt")
        assert found.text == text
        page = read.page_of(text.encode(), "long.txt")
        assert f"{page.title or ''}\n{page.text}".split() == text.split()


@pytest.mark.parametrize(("limit", "most"), [("records", 5_000), ("unpacked", 1)])
def test_hwp_streams_are_counted_together(limit: str, most: int) -> None:
    from donghyang.read import hwp_records, limits

    stream = zlib.compress(struct.pack("<I", 66) * 3_000, 9)[2:-4]

    def read_all() -> None:
        for _ in range(100):
            data = hwp_records._unpacked(stream, True, "a.hwp")
            if limit == "records":
                hwp_records._tree(data, "a.hwp")

    with limits.budget("a.hwp", Limits(**{limit: most})), pytest.raises(Exceeded, match=limit):
        read_all()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_one_is_read() -> None:
    stream = io.BytesIO(hostile.docx(run("가")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", archive.read("word/document.xml").replace("가".encode(), "나".encode()))
    assert formats.document(stream.getvalue(), "a.docx").text in ("가\n", "나\n")


@pytest.mark.parametrize("remark", ["<!-- a -->", "<!---->", "<!-- ", "<!-- - -- -->\n"])
def test_remarks_before_a_text_cost_what_they_are_long(remark: str) -> None:
    assert "끝" in formats.document(f"{remark * 5_000}\n\n# 제목\n\n끝이다.\n".encode(), "a.md").text
