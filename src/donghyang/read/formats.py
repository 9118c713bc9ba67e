"""Which reader a file needs. Its bytes decide; its suffix is asked only where they say nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from donghyang.read import files, limits
from donghyang.read.encoding import decode, is_binary, label_of
from donghyang.read.saved import Saved, saved
from donghyang.records import Document, Dropped, PageText

Media = Literal["text", "html", "pdf", "docx", "hwpx", "hwp", "epub", "json"]

_MARKUP = re.compile(
    rb"^\s*+(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*>\s*+)?(?>(?:(?><!--.*?-->)\s*+)*)<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def document(data: bytes, name: str, most: limits.Limits | None = None) -> Document:
    """What stands in the bytes of a file called `name`, read within the limits `most`."""
    with limits.budget(name, most):
        opened = _opened(data, name)
        return _of_markup(opened, name) if isinstance(opened, Saved) else _document(data, name, opened)


def _opened(data: bytes, name: str) -> Saved | Media:
    """The markup of a web page, however it was saved; the format of any other file."""
    kept = saved(data, name)
    if kept is not None:
        return kept
    media = media_of(data, name)
    return Saved(decode(data, label_of(data)), None) if media == "html" else media


def _of_markup(web: Saved, name: str) -> Document:
    from donghyang.read import html

    found = html.document(web.text, name)
    url = () if found.header("url") or not web.url else (("url", web.url),)
    return replace(found, headers=(*found.headers, *url))


def _document(data: bytes, name: str, media: Media) -> Document:
    if media == "pdf":
        from donghyang.read import pdf

        return pdf.document(data, name)
    if media == "docx":
        from donghyang.read import docx

        return docx.document(data, name)
    if media == "hwpx":
        from donghyang.read import hwpx

        return hwpx.document(data, name)
    if media == "hwp":
        from donghyang.read import hwp

        return hwp.document(data, name)
    if media == "epub":
        from donghyang.read import epub

        return epub.document(data, name)
    if media == "json":
        from donghyang.read import issue_json

        if (issue := issue_json.document(data, name)) is not None:
            return issue
    from donghyang.read import text

    return text.document(data, name)


def page(data: bytes, name: str, most: limits.Limits | None = None) -> PageText:
    """The article in the bytes of a file called `name`, read within the limits `most`."""
    with limits.budget(name, most):
        opened = _opened(data, name)
        if not isinstance(opened, Saved):
            from donghyang.read.filepage import from_document

            return from_document(_document(data, name, opened))
        from donghyang.read.webpage import from_html

        found = from_html(opened.text, name)
        return found if found.url else replace(found, url=opened.url)


def dropped(data: bytes, name: str, most: limits.Limits | None = None) -> tuple[Dropped, ...]:
    """What `page` leaves out of a file called `name`; nothing of what is no web page."""
    from donghyang.read.webpage import reading

    with limits.budget(name, most):
        opened = _opened(data, name)
        return reading(opened.text, name).dropped if isinstance(opened, Saved) else ()


def media_of(data: bytes, name: str) -> Media:
    """The format of a file; Unreadable where it is none that we know."""
    start, lower = data[:1024], name.lower()
    if start.lstrip().startswith(b"{\\rtf"):
        raise files.other_kind(name, "RTF")
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if lower.endswith((".doc", ".xls", ".ppt")):
            raise files.other_kind(name, lower.rpartition(".")[2].upper())
        return "hwp"
    if start.startswith(b"HWP Document File V"):
        raise files.outdated(name)
    if is_binary(data):
        raise files.binary(name)
    if lower.endswith(files.KINDS["html"]) or is_markup(data[:4096]):
        return "html"
    if lower.endswith((".pdf", ".docx", ".hwpx", ".hwp", ".epub")):
        raise files.damaged(name, lower.rpartition(".")[2].upper())
    return "json" if start.lstrip(_BEFORE_JSON).startswith(b"{") and _is_issue(data) else "text"


_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"


def _is_issue(data: bytes) -> bool:
    from donghyang.read.issue_json import KEYS

    return all(key in data for key in KEYS)


def is_markup(start: bytes) -> bool:
    """Whether a file that begins so is a web page, whatever it is called."""
    return _MARKUP.match(start) is not None


def _zipped(data: bytes, name: str) -> Media:
    """DOCX or HWPX by the members that the archive names; a damaged one goes by its suffix."""
    lower = name.lower()
    if b"mimetypeapplication/epub+zip" in data[:200]:
        return "epub"
    if b"application/hwp+zip" in data[:200] or b"Contents/section0.xml" in data or b"Contents/content.hpf" in data:
        return "hwpx"
    if b"word/document" in data:  # before the others: a document may hold a sheet for its chart
        return "docx"
    for folder, kind in (("xl/workbook", "XLSX"), ("ppt/presentation", "PPTX")):
        if folder.encode() in data:
            raise files.other_kind(name, kind)
    if b"[Content_Types].xml" in data:
        return "docx"
    if lower.endswith((".docx", ".hwpx", ".epub")):
        raise files.damaged(name, lower.rpartition(".")[2].upper())
    raise files.binary(name)
