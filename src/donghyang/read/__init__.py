"""A file to its Document, and a collected page to its article.

Whatever a file contains, these functions give an answer or raise Unreadable with one line for the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.visible import name_of
from donghyang.read.files import MAX_BYTES, bytes_of, load, sound

if TYPE_CHECKING:
    from pathlib import Path

    from donghyang.records import Document, PageText

__all__ = ["MAX_BYTES", "SUFFIXES", "bytes_of", "document", "page", "page_of"]

SUFFIXES = (".html", ".htm", ".txt", ".md", ".pdf", ".docx")
"""What a folder of collected pages may hold; other files in it are none of ours."""


def document(path: Path) -> Document:
    """What stands in a file: text, Markdown, HTML, PDF, DOCX, HWPX or HWP, told apart by content.

    Raises Unreadable when the file is missing, empty, binary, damaged, too large, locked, or holds no text.
    """
    from donghyang.read.formats import document

    return document(load(path), name_of(path.name or str(path)))


def page(path: Path) -> PageText:
    """The article of a collected page, from any of the formats that `document` reads.

    Raises Unreadable as `document` does.
    """
    return page_of(load(path), name_of(path.name or str(path)))


def page_of(data: bytes, name: str) -> PageText:
    """The article in the bytes of a collected page called `name`, wherever they were kept.

    Raises Unreadable when they are empty, binary, damaged, too large, locked, or hold no text.
    """
    from donghyang.read.bounds import bounded
    from donghyang.read.formats import page

    return bounded(page(sound(data, name), name))
