"""Pages saved with all their parts in one file, and files whose kind is told by name."""

from __future__ import annotations

import base64
import io
import plistlib
import quopri
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from donghyang import read
from donghyang.records import Unreadable

Save = Callable[[str, bytes | str], Path]
Zipped = Callable[[dict[str, str | bytes]], bytes]

TITLE = "明川市公布储能示范名单"
PAGE = (
    f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>2026-10-12　来源：明川日报</p>"
    "<p>明川市发展改革委公布2026年储能示范项目名单，共14个项目，总投资37.5亿元。</p>"
    "<p>名单要求各项目在2027年底前并网，逾期不再享受补贴，由市级财政收回资金。</p></body></html>"
)
FRAME = "<html><body><p>广告：新人领取礼包，先到先得，数量有限。</p></body></html>"
URL = "https://www.mingchuan.example/a/7.html"


def part(markup: str, coding: str, charset: str = "utf-8", location: str = URL) -> bytes:
    content = markup.encode(charset)
    codings = {"quoted-printable": quopri.encodestring(content), "base64": base64.encodebytes(content)}
    label = "" if charset == "utf-8" else f'; charset="{charset}"'
    head = f"Content-Type: text/html{label}\r\nContent-Transfer-Encoding: {coding}\r\n"
    return f"{head}Content-Location: {location}\r\n\r\n".encode() + codings.get(coding, content)


def mhtml(*parts: bytes, boundary: str = "----=_Next.0") -> bytes:
    head = (
        "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n'
    ).encode()
    return (
        head + b"".join(f"\r\n--{boundary}\r\n".encode() + each for each in parts) + f"\r\n--{boundary}--\r\n".encode()
    )


def archive(**main: object) -> bytes:
    return bytes(plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY))


STYLE = b"Content-Type: text/css\r\nContent-Location: https://www.mingchuan.example/a.css\r\n\r\np { color: red }"
WHOLE = {"WebResourceData": PAGE.encode(), "WebResourceURL": URL, "WebResourceTextEncodingName": "UTF-8"}
READ = [
    ("a.mhtml", mhtml(part(PAGE, "quoted-printable"), STYLE)),
    ("a.mht", mhtml(part(PAGE, "base64", "gb18030"))),
    ("a.MHT", mhtml(STYLE, part(PAGE, "8bit"))),
    ("a.mhtml", mhtml(part(PAGE, "base64").replace(b"L2h0bWw+", b" L2h0bWw+ "))),
    ("a.mhtml", mhtml(part(PAGE, "base64"))[:-20]),
    ("a.mhtml", mhtml(part(PAGE, "base64").rstrip(b"=\n"))),
    ("a.mhtml", mhtml(part(FRAME, "8bit", location="cid:frame-2@mhtml.blink"), part(PAGE, "8bit"))),
    ("renamed.html", mhtml(part(PAGE, "quoted-printable"))),
    ("renamed", b"\r\n" + mhtml(part(PAGE, "quoted-printable"))),
    ("a.webarchive", archive(**WHOLE)),
    ("a.webarchive", plistlib.dumps({"WebMainResource": WHOLE})),
    (
        "gbk.webarchive",
        archive(**WHOLE | {"WebResourceData": PAGE.encode("gbk"), "WebResourceTextEncodingName": "GBK"}),
    ),
    ("told-nothing.webarchive", archive(WebResourceData=PAGE.encode(), WebResourceURL=URL)),
]


@pytest.mark.parametrize(("name", "data"), READ)
def test_saved_pages(save: Save, name: str, data: bytes) -> None:
    page = read.page(save(name, data))
    assert (page.title, page.url, str(page.date)) == (TITLE, URL, "2026-10-12")
    assert page.text.startswith("明川市发展改革委公布2026年储能示范项目名单，共14个项目，总投资37.5亿元。")
    assert "广告" not in page.text
    document = read.document(save(name, data))
    assert document.header("url") == URL
    assert "总投资37.5亿元" in document.text


def test_an_address_that_is_none_is_not_told(save: Save) -> None:
    assert read.page(save("a.mht", mhtml(part(PAGE, "8bit", location="file:///C:/a.html")))).url is None
    assert read.page(save("a.webarchive", archive(**WHOLE | {"WebResourceURL": 7}))).url is None


def sheet(rules: str, name: str = "Content-Location: https://www.mingchuan.example/a.css") -> bytes:
    return f"Content-Type: text/css\r\n{name}\r\n\r\n{rules}".encode()


def linked(link: str) -> bytes:
    markup = PAGE.replace("</head>", f"{link}</head>").replace("<p>名单要求", "<p class=x>名单要求")
    return part(markup, "quoted-printable")


HREF = "https://www.mingchuan.example/a.css"
HIDES = ".x{display:none} p::after{content:'</style>'}"


@pytest.mark.parametrize(
    ("link", "styles", "seen"),
    [
        (f"<link rel=stylesheet href='{HREF}'>", sheet(HIDES), False),
        (f'<LINK HREF="{HREF}" REL="StyleSheet" media="screen">', sheet(HIDES), False),
        ("<link rel=stylesheet href='cid:s1@x'>", sheet(HIDES, "Content-ID: <s1@x>"), False),
        (f"<link rel=stylesheet href='{HREF}'>" * 900, sheet(HIDES + " " * 20_000), False),
        (f"<link rel=stylesheet media=print href='{HREF}'>", sheet(HIDES), True),
        (f"<link rel='alternate stylesheet' href='{HREF}'>", sheet(HIDES), True),
        (f"<link rel=preload href='{HREF}'>", sheet(HIDES), True),
        ("<link rel=stylesheet href='b.css'>", sheet(HIDES), True),
    ],
)
def test_style_sheets_among_the_parts_hold(save: Save, link: str, styles: bytes, seen: bool) -> None:
    found = read.page(save("a.mhtml", mhtml(linked(link), styles)))
    assert ("逾期不再" in found.text) is seen


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Content-Type: text/plain\r\n\r\n보통 글이다. 머리 줄만 닮았다.\n"),
        ("a.txt", "multipart/related라는 말이 나오는 글이다.\n"),
        ("a.md", "주제: 저장\n\nContent-Type: multipart/related; 라고 쓴 글이다.\n"),
    ],
)
def test_texts_that_look_like_them(save: Save, name: str, data: str) -> None:
    assert data.split()[-1] in read.document(save(name, data)).text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.mht", mhtml(STYLE), "damaged MHTML"),
        ("a.mht", mhtml(part("", "8bit")), "damaged MHTML"),
        ("a.mht", mhtml(part(PAGE, "quoted-printable"))[:150], "damaged MHTML"),
        *(("a.mht", mhtml(part(PAGE, "base64"))[:-cut], "damaged MHTML") for cut in range(60, 64)),
        ("a.mht", mhtml(part(PAGE, "base64").replace(b"PCF", b"@@PCF", 1)), "damaged MHTML"),
        ("a.mht", mhtml(part(PAGE, "base64").rstrip(b"=\n")[:-4] + b"\n===A"), "damaged MHTML"),
        ("a.mht", mhtml(part(PAGE, "8bit"))[:-60], "damaged MHTML"),
        ("a.webarchive", b"bplist00" + bytes(40), "damaged WebArchive"),
        ("a.webarchive", archive(**WHOLE)[:-40], "damaged WebArchive"),
        ("a.webarchive", archive(WebResourceURL=URL), "damaged WebArchive"),
        ("a.rtf", b"{\\rtf1\\ansi \\u54852?\\par}", "RTF file, which is not read"),
        ("letter.doc", b"{\\rtf1\\ansi words\\par}", "RTF file, which is not read"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC file, which is not read"),
        ("a.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "is not text"),
    ],
)
def test_refused_by_name(save: Save, name: str, data: bytes, words: str) -> None:
    path = save(name, data)
    for reader in (read.document, read.page):
        with pytest.raises(Unreadable, match=words):
            reader(path)


@pytest.mark.parametrize(("member", "kind"), [("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX")])
def test_other_office_files_are_named(save: Save, zipped: Zipped, member: str, kind: str) -> None:
    with pytest.raises(Unreadable, match=f"{kind} file, which is not read"):
        read.document(save("a.zip", zipped({"[Content_Types].xml": "<Types/>", member: "<a/>"})))


def test_a_document_with_a_sheet_in_it_is_a_document(save: Save, docx: Callable[..., bytes]) -> None:
    body = "<w:p><w:r><w:t>표의 자료는 xl/workbook.xml에 있다</w:t></w:r></w:p>"
    with zipfile.ZipFile(io.BytesIO(docx(body))) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {"word/embeddings/a.xlsx": b"PK xl/workbook.xml", **members}.items():
            archive.writestr(name, content)
    assert "자료는" in read.document(save("a.docx", packed.getvalue())).text


@pytest.mark.parametrize(
    ("name", "data", "is_page"),
    [
        ("a.shtml", "x", True),
        ("a.MHTML", "x", True),
        ("a.hwp", "x", True),
        ("noext", PAGE, True),
        ("view.jsp", f"<!-- saved -->\n{PAGE}", True),
        ("noext", "보통 글\n", False),
        ("feed.xml", '<?xml version="1.0"?><rss><channel/></rss>', False),
        ("a.rtf", "{\\rtf1}", False),
        ("a.png", b"\x89PNG", False),
    ],
)
def test_what_may_hold_a_page(save: Save, name: str, data: bytes | str, is_page: bool) -> None:
    assert read.is_page(save(name, data)) is is_page


def test_a_file_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert not read.is_page(tmp_path / "gone")
