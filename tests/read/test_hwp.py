"""HWP 5 files, written here record by record as the published format says."""

from __future__ import annotations

import contextlib
import struct
import zlib
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghyang.read import formats
from donghyang.records import Document, Grid, Paragraph, Unreadable

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
HEADER, TEXT, LETTERS, CONTROL, LIST, SHAPE, TABLE = 66, 67, 68, 71, 72, 76, 77


def record(tag: int, level: int, data: bytes = b"") -> bytes:
    return struct.pack("<I", tag | level << 10 | min(len(data), 0xFFF) << 20) + (
        struct.pack("<I", len(data)) + data if len(data) >= 0xFFF else data
    )


def paragraph(text: str, level: int = 0, shape: int = 0, controls: bytes = b"") -> bytes:
    body = text.encode("utf-16-le") + b"\r\0"
    head = struct.pack("<IIHBBHHHI", len(body) // 2, 0, shape, 0, 0, 1, 0, 0, 0)
    letters = struct.pack("<II", 0, 0)
    return record(HEADER, level, head) + record(TEXT, level + 1, body) + record(LETTERS, level + 1, letters) + controls


def called(kind: str, code: int = 23) -> str:
    """The characters that stand where a control is drawn."""
    name = kind.encode()[::-1].decode("utf-16-le")
    return f"{chr(code)}{name}{chr(0) * 4}{chr(code)}"


def counted(text: str) -> bytes:
    return struct.pack("<H", len(text)) + text.encode("utf-16-le")


def control(kind: str, level: int, data: bytes = b"") -> bytes:
    return record(CONTROL, level, kind.encode()[::-1] + data)


def cell(text: str, column: int, row: int, columns: int = 1, rows: int = 1) -> bytes:
    head = struct.pack("<hIH", 1, 0, 0) + struct.pack("<HHHH", column, row, columns, rows) + bytes(18)
    return record(LIST, 2, head) + paragraph(text, 2)


def table(*cells: bytes) -> bytes:
    return control("tbl ", 1, bytes(42)) + record(TABLE, 2, bytes(22)) + b"".join(cells)


@dataclass
class Entry:
    """One line of the directory of a compound file."""

    name: str
    kind: int
    data: bytes = b""
    child: int = FREE
    right: int = FREE


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]); streams are padded so that none needs the small sectors."""
    body = [(name.partition("/")[2], data) for name, data in streams.items() if "/" in name]
    top = [(name, data) for name, data in streams.items() if "/" not in name]
    entries = [Entry("Root Entry", 5, child=1)]
    entries += [Entry(name, 2, data, right=at + 2) for at, (name, data) in enumerate(top)]
    entries.append(Entry("BodyText", 1, child=len(entries) + 1 if body else FREE))
    for at, (name, data) in enumerate(body):
        entries.append(Entry(name, 2, data, right=len(entries) + 1 if at + 1 < len(body) else FREE))
    sectors: list[bytes] = []
    chain: list[int] = []

    def store(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        for piece in pieces:
            sectors.append(piece)
            chain.append(len(sectors))
        chain[-1] = END
        return start

    lines = b""
    for entry in entries:
        data = entry.data.ljust(4096, b"\0") if entry.kind == 2 else b""
        start = store(data) if data else END
        label = entry.name.encode("utf-16-le")
        lines += label.ljust(64, b"\0") + struct.pack("<HBB", len(label) + 2, entry.kind, 1)
        lines += struct.pack("<III", FREE, entry.right, entry.child) + bytes(36) + struct.pack("<IQ", start, len(data))
    lines += (bytes(68) + struct.pack("<III", FREE, FREE, FREE) + bytes(48)) * (-len(entries) % 4)
    directory = store(lines)
    count = (len(sectors) + 127) // 127
    places = range(len(sectors), len(sectors) + count)
    fat = struct.pack(f"<{len(chain)}I", *chain) + struct.pack("<I", FAT) * count
    fat = fat.ljust(count * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, END, 0, END, 0)
    head += b"".join(struct.pack("<I", place) for place in places)
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + fat


def styles() -> bytes:
    """Letters of 15 points, level, raised and lowered; shapes: plain, indented, bullet, two levels of a numbering."""
    letters = [bytes(42) + struct.pack("<iI", 1500, 1 << bit >> 1) + bytes(26) for bit in (0, 16, 17)]
    levels = b""
    for code, text in ((0, "^1."), (8, "^2)")):
        levels += struct.pack("<IHHI", code << 5, 0, 0, 0) + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    shapes = [(0, 0, 0), (0, 4000, 0), (3 << 23, 0, 1), (2 << 23, 0, 1), (2 << 23 | 1 << 25, 0, 1)]
    found = (
        b"".join(record(21, 0, one) for one in letters)
        + record(23, 0, levels)
        + record(24, 0, bytes(12) + "\uf06c".encode("utf-16-le"))
    )
    for properties, left, key in shapes:
        found += record(25, 0, struct.pack("<Iiiiiiihhh", properties, left, 0, 0, 0, 0, 0, 0, key, 0))
    return found + record(26, 0, struct.pack("<H", 2) + "본문".encode("utf-16-le"))


def hwp(section: bytes, *, flags: int = 1, second: bytes = b"") -> bytes:
    def packed(data: bytes) -> bytes:
        press = zlib.compressobj(9, zlib.DEFLATED, -15)
        return press.compress(data) + press.flush() if flags & 1 else data

    head = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags) + bytes(216)
    streams = {"FileHeader": head, "DocInfo": packed(styles()), "BodyText/Section0": packed(section)}
    if second:
        streams["BodyText/Section1"] = packed(second)
    return compound(streams)


def markers(document: Document) -> list[tuple[str, str, int]]:
    return [(block.marker, block.text, block.indent) for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("flags", [0, 1])
def test_paragraphs(flags: int) -> None:
    section = paragraph("□ 머리(質量)\n  - 가지") + paragraph("들임", shape=1) + paragraph("점", shape=2)
    document = formats.document(hwp(section, flags=flags, second=paragraph("둘째 구역")), "a.hwp")
    assert markers(document) == [
        ("□", "머리(質量)", 0),
        ("-", "가지", 2),
        ("", "들임", 4),
        ("●", "점", 0),
        ("", "둘째 구역", 0),
    ]
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.style, first.size) == ("본문", 15.0)
    assert document.media == "hwp"


def test_numbers_are_counted() -> None:
    section = b"".join(paragraph(text, shape=shape) for text, shape in (("하나", 3), ("둘", 4), ("셋", 4), ("넷", 3)))
    assert [marker for marker, _, _ in markers(formats.document(hwp(section), "a.hwp"))] == ["1.", "가)", "나)", "2."]


def test_control_characters_are_no_text() -> None:
    wide = "\x0b" + "쓰레기기기기기"[:6] + "\x0b"
    section = paragraph(f"앞{wide}뒤\x1e칸\x18줄\t\0\0\0\0\0\0\t끝")
    assert markers(formats.document(hwp(section), "a.hwp")) == [("", "앞뒤 칸-줄\t끝", 0)]


def number(kind: int, told: int, signs: str = "\0\0", form: int = 0) -> bytes:
    return control("atno", 1, struct.pack("<IHH", kind | form << 4, told, 0) + signs.encode("utf-16-le"))


FORMULA = control("eqed", 1, bytes(42)) + record(88, 2, bytes(4) + counted("A over B"))
OVERLAPPED = control("tcps", 1, counted("⑫") + bytes(4))
DRAWN = [
    (f"〈표 {called('atno', 18)}〉 대수", number(4, 7), "〈표 7〉 대수"),
    (f"그림 {called('atno', 18)} 모양", number(3, 2, "[]", 2), "그림 [II] 모양"),
    (f"표 {called('atno', 18)}", number(4, 0), "표 1"),
    (f"쪽{called('atno', 18)} 끝", number(0, 9), "쪽 끝"),
    (f"{called('tcps')} 버스", OVERLAPPED, "⑫ 버스"),
    (f"앞 {called('tdut')}이다", control("tdut", 1, counted("전지") + counted("電池")), "앞 전지(電池)이다"),
    (f"앞 {called('tdut')}이다", control("tdut", 1, counted("전지") + counted("")), "앞 전지이다"),
    (f"값은 {called('eqed', 11)}이다", FORMULA, "값은  A over B 이다"),
    (f"앞{called('tcps')}뒤", b"", "앞뒤"),
    (f"앞{called('eqed', 11)}뒤{called('tcps')}", OVERLAPPED + FORMULA, "앞 A over B 뒤⑫"),
    (f"앞{called('tcps')}뒤", control("tcps", 1, b"\xff\xff"), "앞뒤"),
]


@pytest.mark.parametrize(("text", "controls", "reads"), DRAWN)
def test_what_is_drawn_among_the_words(text: str, controls: bytes, reads: str) -> None:
    document = formats.document(hwp(paragraph("첫 줄") + paragraph(text, controls=controls)), "a.hwp")
    assert document.text == f"첫 줄\n{reads}\n"


@pytest.mark.parametrize(
    ("text", "spans", "reads"),
    [
        ("4×105배", [(0, 0), (4, 1), (5, 0)], "4×10⁵배"),
        ("CO2 30톤", [(0, 0), (2, 2), (3, 0)], "CO₂ 30톤"),
        ("4×105배", [(0, 0), (4, 1), (99, 0)], "4×105배"),
        ("4×105배", [(0, 0), (4, 9)], "4×105배"),
        ("4×105배", [], "4×105배"),
    ],
)
def test_raised_letters(text: str, spans: list[tuple[int, int]], reads: str) -> None:
    body = text.encode("utf-16-le") + b"\r\0"
    head = struct.pack("<IIHBBHHHI", len(body) // 2, 0, 0, 0, 0, len(spans), 0, 0, 0)
    shapes = b"".join(struct.pack("<II", *span) for span in spans)
    section = record(HEADER, 0, head) + record(TEXT, 1, body) + record(LETTERS, 1, shapes)
    assert formats.document(hwp(section), "a.hwp").text == f"{reads}\n"


def test_tables_frames_boxes_and_notes() -> None:
    grid = table(cell("가", 0, 0, 1, 2), cell("나", 1, 0, 2), cell("다", 1, 1), cell("라", 2, 1))
    box = control("gso ", 1, bytes(42)) + record(SHAPE, 2, bytes(8)) + record(LIST, 3, bytes(8)) + paragraph("상자", 3)
    note = control("fn  ", 1, bytes(8)) + record(LIST, 2, bytes(8)) + paragraph("각주", 2)
    header = control("head", 1, bytes(8)) + record(LIST, 2, bytes(8)) + paragraph("머리말", 2)
    section = paragraph("글", controls=grid + note + header) + paragraph("", controls=table(cell("틀 안", 0, 0)) + box)
    document = formats.document(hwp(section), "a.hwp")
    assert document.text == "글\n가\t나\n다\t라\n틀 안\n상자\n1) 각주\n"
    found = next(block for block in document.blocks if isinstance(block, Grid))
    assert [[(each.columns, each.rows) for each in row] for row in found.rows] == [[(1, 2), (2, 1)], [(1, 1), (1, 1)]]
    assert all(document.text[slice(*each.span)] == each.text for row in found.rows for each in row)


@pytest.mark.parametrize(("flags", "words"), [(3, "password"), (5, "save as HWPX"), (17, "save as HWPX")])
def test_closed_files_are_refused(flags: int, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        formats.document(hwp(paragraph("글"), flags=flags), "a.hwp")


@pytest.mark.parametrize("size", [300, 600, 5000])
def test_truncated_files_are_refused(size: int) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        formats.document(hwp(paragraph("글"))[:size], "a.hwp")


def test_other_compound_files_are_refused() -> None:
    with pytest.raises(Unreadable, match="not text"):
        formats.document(compound({"Contents": b"x"}), "a.hwp")
    with pytest.raises(Unreadable, match="DOC file"):
        formats.document(compound({"WordDocument": b"x"}), "a.hwp")
    with pytest.raises(Unreadable, match="password-protected DOCX"):
        formats.document(compound({"EncryptedPackage": b"x"}), "a.docx")


def test_a_chain_of_sectors_that_runs_in_a_circle_ends() -> None:
    data = bytearray(hwp(paragraph("글")))
    fat = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, SECTOR * (fat + 1) + 4 * 3, 0)
    with contextlib.suppress(Unreadable):
        formats.document(bytes(data), "a.hwp")


@pytest.mark.parametrize(
    ("place", "value"),
    [(68, 0), (44, 2**31), (48, 2**31), (60, 0)],
    ids=["a list of lists of sectors in a circle", "two thousand million lists", "no folder", "small sectors"],
)
def test_a_head_that_lies_costs_nothing(place: int, value: int) -> None:
    data = bytearray(hwp(paragraph("글")))
    struct.pack_into("<I", data, place, value)
    if place == 68:
        struct.pack_into("<I", data, 72, 1_000_000)
    with contextlib.suppress(Unreadable):
        formats.document(bytes(data), "a.hwp")


@pytest.mark.parametrize("side", [68, 72, 76], ids=["left", "right", "child"])
def test_a_folder_that_stands_in_itself_ends(side: int) -> None:
    data = bytearray(hwp(paragraph("글")))
    folder = SECTOR * (struct.unpack_from("<I", data, 48)[0] + 1)
    for entry in range(3):
        struct.pack_into("<I", data, folder + 128 * entry + side, 1)
    with contextlib.suppress(Unreadable):
        formats.document(bytes(data), "a.hwp")


@settings(max_examples=settings().max_examples * 3 // 2)
@given(st.data())
def test_mutated_files_are_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(hwp(paragraph("글", controls=table(cell("가", 0, 0), cell("나", 1, 0))), flags=0))
    for _ in range(data.draw(st.integers(1, 10))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unreadable):
        formats.document(bytes(content), "a.hwp")


def test_the_format_before_is_refused() -> None:
    with pytest.raises(Unreadable, match="save as HWPX"):
        formats.document(b"HWP Document File V3.00 \x1a\1\2\3\4\5" + bytes(500), "a.hwp")


def test_a_stream_of_empty_records_comes_to_an_end() -> None:
    with contextlib.suppress(Unreadable):
        formats.document(hwp(paragraph("글") + bytes(4_000_000) + b"\1", flags=0), "a.hwp")
