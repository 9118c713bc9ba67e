"""Text files, plain or Markdown: the decoded file is the document."""

from __future__ import annotations

import re

from donghyang import report
from donghyang.read.encoding import decode
from donghyang.read.limits import spend
from donghyang.records import Document

_HEADER = re.compile(r"(URL|DATE|TITLE|OUTLET|BYLINE|SOURCE)[ \t]*[:：][ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)", re.IGNORECASE)


def document(data: bytes, name: str) -> Document:
    """The lines of a text file; header lines at its top are kept in the text and told in `headers`."""
    text = decode(data)
    spend("letters", len(text))
    spend("paragraphs", text.count("\n"))
    headers, start = _headers(text)
    return report.document(text, name, headers, start)


def _headers(text: str) -> tuple[tuple[tuple[str, str], ...], int]:
    """What the lines at the top say of the file, and where the text itself begins."""
    headers: list[tuple[str, str]] = []
    start = len(text) - len(text.lstrip("\r\n"))
    while found := _HEADER.match(text, start):
        headers.append((found[1].lower(), found[2].strip()))
        start = found.end()
    return (tuple(headers), start) if headers else ((), 0)
