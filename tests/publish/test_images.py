"""Pictures: named in report.txt, found beside it, printed in every format; each trouble names its file."""

import base64
import datetime as dt
import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

from donghyang import publish, read, report
from donghyang.publish.images import HIGHEST, WIDEST, opened
from donghyang.records import Article, Bullet, CannotProceed, Figure, Issue, Publisher, Section


def png(width: int, height: int) -> bytes:
    """A plain picture."""
    rows = b"".join(b"\0" + bytes((40, 90, 160)) * width for _ in range(height))
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


JPEG = (
    base64.b64decode(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////////////////////////"
        "//////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
    )
    + b"\xff\xd9"
)
DRAWN = Figure("연산망의 세 층 구조", "그림 1.png", "성 과학기술청")
QUIET = Figure("단계별 일정", None, None)


@pytest.fixture(scope="module")
def issue() -> Issue:
    blocks = (Bullet(1, "연산망은 세 층으로 이루어짐"), DRAWN, Bullet(1, "일정은 두 단계로 나뉨"), QUIET)
    section = Section("policy", "정책동향", (Article(1, None, "하이안성, 연산망 구축", "방안 발표", None, blocks),))
    return Issue("과학기술 주간동향", dt.date(2024, 3, 15), Publisher("과학협력연구소"), (), (), (section,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "issue"
    home.mkdir()
    (home / "그림 1.png").write_bytes(png(800, 300))
    return home


# ---------------------------------------------------------------- in the text


@pytest.mark.parametrize("dialect", ["A", "B"])
def test_a_picture_is_written_below_its_caption_and_read_back(issue: Issue, dialect: report.Dialect) -> None:
    text = report.write(issue, dialect)
    assert "〈연산망의 세 층 구조〉\n\n![](그림 1.png)\n\n* 출처: 성 과학기술청" in text
    assert report.parse(report.document(text)) == issue


@pytest.mark.parametrize(
    ("line", "image"),
    [
        ("![](map.png)", "map.png"),
        ("  ![지도](pictures/map (2).jpg)  ", "pictures/map (2).jpg"),
        ("![](../map.png)", "../map.png"),
        ("![](https://example.cn/map.png)", None),
        ("![](data:image/png;base64,AAAA)", None),
        ("![]()", None),
        ("![](a.png)![](b.png)", None),
    ],
)
def test_the_line_of_a_picture(line: str, image: str | None) -> None:
    text = f"I\n\n정책동향\n\n01\n\n제목\n\n■ 리드\n\n〈지도〉\n\n{line}\n\n● 글\n"
    article = report.parse(report.document(text)).sections[0].articles[0]
    assert article.blocks == (Figure("지도", image), Bullet(1, "글"))


@pytest.mark.parametrize("place", ["● 글\n![](map.png)", "![](map.png)\n● 글", "● 글 ![](map.png)"])
def test_a_picture_without_a_caption_is_no_block(place: str) -> None:
    text = f"I\n\n정책동향\n\n01\n\n제목\n\n■ 리드\n\n{place}\n"
    assert report.parse(report.document(text)).sections[0].articles[0].blocks == (Bullet(1, "글"),)


def test_a_table_below_a_picture_is_no_part_of_it() -> None:
    text = "I\n\n정책동향\n\n01\n\n제목\n\n■ 리드\n\n〈지도〉\n\n![](map.png)\n\n가\t나\n다\t라\n"
    blocks = report.parse(report.document(text)).sections[0].articles[0].blocks
    assert [block.type for block in blocks] == ["figure", "table"]


def test_a_name_that_the_format_cannot_hold_is_refused(issue: Issue) -> None:
    figure = Figure("지도", "https://example.cn/map.png")
    article = Article(1, None, "제목", "리드", None, (figure,))
    with pytest.raises(CannotProceed, match=re.escape("https://example.cn/map.png")):
        report.write(Issue("주간동향", None, Publisher("기관"), (), (), (Section("policy", "정책동향", (article,)),)))


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize(("data", "kind"), [(png(3, 2), "png"), (JPEG, "jpeg")])
def test_a_picture_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert opened("a", data).kind == kind


@pytest.mark.parametrize(
    ("size", "printed"), [((100, 40), (75, 30)), ((800, 300), (WIDEST, 150)), ((300, 3000), (30, HIGHEST))]
)
def test_a_picture_fits_the_page(size: tuple[int, int], printed: tuple[float, float]) -> None:
    image = opened("a", png(*size))
    assert (image.width, image.height) == printed


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", png(3, 2)[:-6], png(0, 2), png(3, 2).replace(b"IDAT", b"IDAX"), JPEG[:40], JPEG[:-2], b"\xff\xd8"],
)
def test_a_broken_picture_is_named(data: bytes) -> None:
    with pytest.raises(CannotProceed, match=re.escape("도표.png")):
        opened("도표.png", data)


FRAME = b"\xff\xc2\x00\x0b\x08\x00\x01\x00\x01\x01"
"""Of the JPEG above: one line of one pixel, in one colour."""


@pytest.mark.parametrize(
    ("claimed", "why"),
    [(FRAME[:5] + b"\xff\xff\xff\xff\x01", "too many pixels (65,535 by 65,535"), (FRAME[:-1] + b"\x04", "CMYK")],
)
def test_a_picture_that_no_print_can_hold_is_refused_before_it_is_drawn(claimed: bytes, why: str) -> None:
    assert FRAME in JPEG
    with pytest.raises(CannotProceed) as refused:
        opened("도표.jpg", JPEG.replace(FRAME, claimed))
    assert why in refused.value.message.en


def test_a_picture_without_its_file_is_named(issue: Issue, folder: Path) -> None:
    (folder / "그림 1.png").unlink()
    with pytest.raises(CannotProceed, match=re.escape("그림 1.png")):
        publish.find_images(issue, folder)
    with pytest.raises(CannotProceed, match=re.escape("그림 1.png")):
        publish.render(issue, "html")


@pytest.mark.parametrize(
    "name",
    [
        *("../outside.png", "link.png", "round.png", "/etc/hostname", "a\0b.png", "sub"),
        *(r"\\machine\share\a.png", "//machine/share/a.png", r"C:\a.png", "C:a.png"),
    ],
)
def test_nothing_outside_the_folder_is_opened(name: str, folder: Path) -> None:
    (folder.parent / "outside.png").write_bytes(png(1, 1))
    (folder / "link.png").symlink_to(folder.parent / "outside.png")
    (folder / "round.png").symlink_to("round.png")
    (folder / "sub").mkdir()
    article = Article(1, None, "제목", "리드", None, (Figure("지도", name),))
    issue = Issue(None, None, Publisher(), (), (), (Section("policy", "정책동향", (article,)),))
    with pytest.raises(CannotProceed, match=re.escape(name)):
        publish.find_images(issue, folder)


# ---------------------------------------------------------------- in print


def test_html(issue: Issue, folder: Path) -> None:
    made = publish.render(issue, "html", images=publish.find_images(issue, folder)).decode()
    drawn, quiet = LexborHTMLParser(made).css("figure")
    (image,) = drawn.css("img")
    assert image.attributes["alt"] == "〈연산망의 세 층 구조〉"
    assert base64.b64decode((image.attributes["src"] or "").partition("base64,")[2]) == png(800, 300)
    assert (quiet.attributes["class"], quiet.text()) == ("empty", "〈단계별 일정〉")
    assert not quiet.css("img")


def test_docx(issue: Issue, folder: Path) -> None:
    document = docx.Document(io.BytesIO(publish.render(issue, "docx", images=publish.find_images(issue, folder))))
    (shape,) = document.inline_shapes
    assert (round(shape.width.pt), round(shape.height.pt)) == (400, 150)


def test_hwpx(issue: Issue, folder: Path) -> None:
    images = publish.find_images(issue, folder)
    made = publish.render(issue, "hwpx", images=images)
    assert made == publish.render(issue, "hwpx", images=images)
    archive = zipfile.ZipFile(io.BytesIO(made))
    (name,) = (name for name in archive.namelist() if name.startswith("BinData/"))
    assert archive.read(name) == png(800, 300)


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("data", [png(800, 300), JPEG], ids=["png", "jpeg"])
def test_pdf(issue: Issue, folder: Path, data: bytes) -> None:
    import pypdfium2  # type: ignore[import-untyped]

    (folder / "그림 1.png").write_bytes(data)
    images = publish.find_images(issue, folder)
    made = publish.render(issue, "pdf", images=images)
    assert made == publish.render(issue, "pdf", images=images)
    kinds = [item.type for page in pypdfium2.PdfDocument(made) for item in page.get_objects()]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1


@pytest.mark.parametrize("to", ["html", "docx", "hwpx", "pdf"])
def test_a_print_reads_back_but_for_the_file_s_name(
    to: str, issue: Issue, folder: Path, request: pytest.FixtureRequest
) -> None:
    if to == "pdf":
        request.getfixturevalue("typefaces")
    path = folder / f"made.{to}"
    path.write_bytes(publish.render(issue, to, images=publish.find_images(issue, folder)))
    found = report.parse(read.document(path)).sections[0].articles[0].blocks
    assert found[1] == Figure(DRAWN.caption, None, DRAWN.source)
    assert (found[0], *found[2:]) == (
        Bullet(1, "연산망은 세 층으로 이루어짐"),
        Bullet(1, "일정은 두 단계로 나뉨"),
        QUIET,
    )
