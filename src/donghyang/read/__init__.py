"""A file to its Document, and a collected page to its article.

Whatever a file contains, these functions give an answer or raise Unreadable with one line for the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.files import MAX_BYTES, SUFFIXES, WEB_SUFFIXES, bytes_of, called, load, sound

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.read.limits import Limits
    from donghyang.records import Document, Dropped, PageText

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "WEB_SUFFIXES",
    "bytes_of",
    "document",
    "document_of",
    "dropped",
    "is_heavy",
    "is_page",
    "load",
    "page",
    "page_of",
]

_START = 4096
"""Bytes that show what a file without a known suffix is."""

_LIGHT = 2 * 1024 * 1024
"""Bytes of text or markup that are read at once: so many cost a tenth of a second."""


def document(path: Path, limits: Limits | None = None) -> Document:
    """What stands in a file: text, Markdown, HTML, MHTML, WebArchive, PDF, DOCX, HWPX, HWP, EPUB or an issue's
    JSON, told apart by content.

    Raises Unreadable when the file is missing, empty, binary, damaged, locked, above one of the `limits` (None: those
    that hold where nobody says otherwise), or holds no text.
    """
    from donghyang.read.formats import document

    return document(load(path), called(path), limits)


def is_page(path: Path) -> bool:
    """Whether a file may hold a page: by its suffix, else by its first bytes; False where it cannot be opened."""
    from donghyang.read.formats import is_markup

    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return is_markup(stream.read(_START))
    except OSError:
        return False


def document_of(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """What stands in the bytes of a file called `name`. Raises Unreadable as `document` does."""
    from donghyang.read.formats import document

    return document(sound(data, name), name, limits)


def is_heavy(data: bytes) -> bool:
    """Whether a file is read by a library that can take more than we can count: a PDF, an archive, a huge page."""
    return len(data) > _LIGHT or b"%PDF-" in data[:1024] or data.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def page(path: Path, limits: Limits | None = None) -> PageText:
    """The article of a collected page, from any of the formats that `document` reads.

    Raises Unreadable as `document` does.
    """
    return page_of(load(path), called(path), limits)


def page_of(data: bytes, name: str, limits: Limits | None = None) -> PageText:
    """The article in the bytes of a collected page called `name`, wherever they were kept.

    Raises Unreadable as `document` does.
    """
    from donghyang.read.bounds import bounded
    from donghyang.read.formats import page

    return bounded(page(sound(data, name), name, limits))


def dropped(path: Path, limits: Limits | None = None) -> tuple[Dropped, ...]:
    """What a page has and its article, as `page` reads it, has not; nothing of what is no web page.

    Raises Unreadable as `document` does.
    """
    from donghyang.read.formats import dropped

    return dropped(load(path), called(path), limits)
