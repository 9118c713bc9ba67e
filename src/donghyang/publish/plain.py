"""The HTML print as plain text: for the part of a mail that shows no HTML, and for what a search looks through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_APART = frozenset(("h1", "h2", "h3", "h4", "p", "li", "tr", "caption", "figcaption"))
"""What stands on lines of its own."""
_ROOM = frozenset(("h1", "h2", "h3", "h4", "table", "aside", "ul"))
"""Before what a line stays empty."""
_UNSEEN = frozenset(("running",))
_SPACES = re.compile(r"[ \t]+")


def text(root: Element) -> str:
    """What the page shows, a line for each paragraph, item and row of a table; cells are parted by bars."""
    joined = "\n".join(_lines(root))
    return re.sub(r"\n{3,}", "\n\n", joined).strip() + "\n"


def _lines(element: Element) -> Iterator[str]:
    if _UNSEEN & set(element.get("class", "").split()):
        return
    if element.tag in _ROOM:
        yield ""
    if element.tag == "tr":
        yield " | ".join(" ".join(_words(cell).split()) for cell in element)
    elif element.tag in _APART:
        yield from (line.strip() for line in _words(element).split("\n") if line.strip())
    else:
        for child in element:
            yield from _lines(child)


def _words(element: Element) -> str:
    """All words inside, lines as they are broken."""
    if _UNSEEN & set(element.get("class", "").split()):
        return ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br" or (child.tag in _APART and "".join(parts).strip()):
            parts.append("\n")
        parts += [_words(child), child.tail or ""]
    return _SPACES.sub(" ", "".join(parts))
