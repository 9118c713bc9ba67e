"""HTML files to Documents: everything shown, with headings, lists, tables, pictures and links."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from donghyang.read import head
from donghyang.read.compose import Composer, Look
from donghyang.read.files import no_text
from donghyang.read.lines import HEADINGS, Line, lines
from donghyang.read.tree import parse, strip
from donghyang.records import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 60
"""How many layers up a list item is looked for."""


def document(text: str, name: str) -> Document:
    """What an HTML page shows, menus included; its own title and address stand in `headers`.

    Raises Unreadable when it shows no words.
    """
    root = parse(text, name)
    if root is None:
        raise no_text(name)
    top = head.read(root, text)
    unseen = strip(root)
    composer, items = Composer(), _Items()
    for line in lines(root, pictures=True):
        if line.rows is not None:
            composer.grid(line.rows)
        elif line.element.tag == "img":
            composer.picture(line.element.get("alt") or line.element.get("src"))
        else:
            composer.paragraph(line.text, items.look(line), line.links)
    if composer.is_empty:
        raise no_text(name)
    told = (("title", top.title), ("url", top.url or ""))
    return composer.document(name, "html", [(key, value) for key, value in told if value], unseen)


class _Items:
    """The list items met so far: each draws its marker once, beside its first line."""

    def __init__(self) -> None:
        self._opened: set[_Element] = set()
        self._count: dict[_Element, int] = {}

    def look(self, line: Line) -> Look:
        """Style of a heading, marker and depth of a list item."""
        above = itertools.chain((line.element,), itertools.islice(line.element.iterancestors(), _DEEPEST))
        items = [element for element in above if element.tag == "li"]
        style = line.element.tag if line.element.tag in HEADINGS else None
        if not items:
            return Look(style=style)
        item, indent = items[0], 2 * (len(items) - 1)
        if item in self._opened:
            return Look(indent=indent + 2, style=style)
        self._opened.add(item)
        return Look(indent=indent, marker=self._marker(item), style=style)

    def _marker(self, item: _Element) -> str:
        around = item.getparent()
        if around is None or around.tag != "ol":
            return "•"
        start = around.get("start") or "1"
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 8 else 1
        self._count[around] = self._count.get(around, first - 1) + 1
        return f"{self._count[around]}."
