"""Raised and lowered figures of a web page, written as such before anybody reads its tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.raised import lowered, raised
from donghyang.read.writable import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_VERTICAL = re.compile(r"vertical-align\s*:\s*(super|sub)(?![a-z-])", re.IGNORECASE)
_MARK_LAYERS = 3
"""Elements around the mark of a note: its link, an emphasis."""


def set_heights(root: _Element) -> None:
    """Writes raised and lowered figures as such, so that every reader of the tree has them."""
    for element, height in _off_the_line(root):
        inner = element
        for _ in range(_MARK_LAYERS):
            if len(inner) == 1 and not (inner.text or "").strip() and not (inner[0].tail or "").strip():
                inner = inner[0]
        if len(inner) or not inner.text or not inner.text.strip():
            continue
        before, around = element.getprevious(), element.getparent()
        ahead = before.tail if before is not None else around.text if around is not None else None
        text = inner.text.strip()
        inner.text = writable(raised((ahead or "")[-1:], text) if height == "super" else lowered(text))


def _off_the_line(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Elements that stand above ("super") or below ("sub") the line, by their name or as word processors write it."""
    for element in root.iter("sup", "sub", "span", "font"):
        style = _VERTICAL.search(element.get("style") or "") if element.tag in ("span", "font") else None
        if style is not None:
            yield element, style[1].lower()
        elif element.tag in ("sup", "sub"):
            yield element, "super" if element.tag == "sup" else "sub"
