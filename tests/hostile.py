"""Small files that mean harm, made on the spot: each is a few kilobytes and asks for far more."""

from __future__ import annotations

import io
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HANCOM = "http://www.hancom.co.kr/hwpml/2011"


def zipped(parts: dict[str, str]) -> bytes:
    """An archive of the given members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX file around a body; further arguments are members of word/ by their stem."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    others = {f"word/{stem}.xml": text for stem, text in parts.items()}
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **others})


def hwpx(*bodies: str) -> bytes:
    """An HWPX file, a section for each body."""
    spaces = f'xmlns:hs="{HANCOM}/section" xmlns:hp="{HANCOM}/paragraph"'
    sections = {f"Contents/section{at}.xml": f"<hs:sec {spaces}>{body}</hs:sec>" for at, body in enumerate(bodies)}
    return zipped({"mimetype": "application/hwp+zip", "Contents/header.xml": "<head/>", **sections})


def pdf(*bodies: bytes, resources: bytes = b"", objects: dict[int, bytes] | None = None) -> bytes:
    """A PDF of one page for each content stream; `objects` are further ones, numbered from 100."""
    parts: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    kids = []
    for at, body in enumerate(bodies):
        page, content = 4 + 2 * at, 5 + 2 * at
        kids.append(b"%d 0 R" % page)
        parts[page] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>%s>>>>" % (content, resources)
        )
        parts[content] = stream(body)
    parts[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    parts |= objects or {}
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, told in sorted(parts.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(parts) + 1, start)
    return bytes(out)


def stream(body: bytes, entries: bytes = b"") -> bytes:
    """A packed stream of a PDF."""
    packed = zlib.compress(body, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), entries, packed)


def words(text: str, y: int = 700) -> bytes:
    """What draws a line of Latin text on a page."""
    return b"BT /F1 11 Tf 60 %d Td (%s) Tj ET\n" % (y, text.encode("ascii"))


def calls_itself() -> bytes:
    """A PDF whose form draws itself, again and again."""
    entries = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X 100 0 R/Y 100 0 R>>>>"
    )
    form = stream(words("Line of a form") + b"/X Do /Y Do\n" * 40, entries)
    return pdf(b"/X Do\n", resources=b"/XObject<</X 100 0 R>>", objects={100: form})


def inflates() -> bytes:
    """A PDF whose content stream unpacks to half a gigabyte; packed twice, so that it is small."""
    body = zlib.compressobj(9)
    packed = b"".join(body.compress(b"q " * 500_000) for _ in range(500)) + body.flush()
    twice = zlib.compress(packed, 9)
    content = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice)
    return pdf(b"", objects={5: content})
