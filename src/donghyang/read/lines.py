"""An element tree to the lines that a browser would show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.cells import is_data, rows_of, squeeze
from donghyang.read.preformatted import BREAK, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from donghyang.read.compose import Slot

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
"""Elements that begin a line of their own."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OWN = 8
"""A line with so many characters of its own and a full stop is a sentence full of links."""


@dataclass(frozen=True, slots=True)
class Line:
    """One shown line: the text between two block borders, or a table, or a picture."""

    text: str
    """"" for a picture; the rows of a table with tabs between their cells."""
    element: _Element
    """The innermost block element around it; the table or picture itself."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Where in the text links stand, and where they lead."""
    rows: tuple[tuple[Slot, ...], ...] | None = None
    """The rows of a table, None for other lines."""

    @property
    def linked(self) -> int:
        """How many of its characters lead elsewhere."""
        return sum(end - start for start, end, _ in self.links)

    @property
    def is_link(self) -> bool:
        """Whether the line is a link rather than words with links in them."""
        own = len(self.text) - self.linked
        return own < self.linked and not (own >= _OWN and self.text.endswith("。"))


def lines(root: _Element, *, pictures: bool = False) -> list[Line]:
    """The lines below `root` in reading order; empty where nothing is shown. Pictures only where they are asked for."""
    found: list[Line] = []
    pieces: list[tuple[str, str | None]] = []
    around = [root]

    def end() -> None:
        if any(not text.isspace() for text, _ in pieces):
            found.extend(line for part in _paragraphs(pieces) if (line := _line(part, around[-1])).text)
        pieces.clear()

    for event, element, text, target in _walk(root):
        if event == "table":
            end()
            found += captions(element)
            found += [shown for shown in (table(element),) if shown.text.strip()]
            around.append(element)
        elif pictures and element.tag == "img" and event == "start":
            end()
            found.append(Line("", element))
        elif element.tag in BLOCKS:
            end()
            if element.tag != "br" and event == "start":
                around.append(element)
            elif element.tag != "br":
                around.pop()
        if text:
            pieces.append((unwrap(text) if around[-1].tag == "pre" and "\n" in text else text, target))
    end()
    return found


def _paragraphs(pieces: list[tuple[str, str | None]]) -> Iterator[list[tuple[str, str | None]]]:
    """The pieces of one block, cut where typed paragraphs end."""
    part: list[tuple[str, str | None]] = []
    for text, target in pieces:
        first, *rest = text.split(BREAK)
        part.append((first, target))
        for more in rest:
            yield part
            part = [(more, target)]
    yield part


def _line(pieces: list[tuple[str, str | None]], block: _Element) -> Line:
    text = squeeze("".join(piece for piece, _ in pieces))
    links, cursor = [], 0
    for piece, target in pieces:
        words = squeeze(piece)
        start = text.find(words, cursor) if words else -1
        if start < 0:
            continue
        cursor = start + len(words)
        if target is not None:
            links.append((start, cursor, target))
    return Line(text, block, tuple(links))


def captions(element: _Element) -> list[Line]:
    """What a table calls itself, as lines of their own."""
    named = [(caption, squeeze("".join(caption.itertext()))) for caption in element.iter("caption")]
    return [Line(text, caption) for caption, text in named if text]


def table(element: _Element) -> Line:
    """A table of data as one line."""
    rows = rows_of(element)
    return Line("\n".join("\t".join(slot.text.replace("\n", " ") for slot in row) for row in rows), element, rows=rows)


def _is_anchor(link: _Element) -> bool:
    """Whether an `a` is a place that others lead to and leads nowhere itself, as Word marks its headings."""
    return link.get("href") is None and link.get("onclick") is None and bool(link.get("name") or link.get("id"))


def _walk(root: _Element) -> Iterator[tuple[str, _Element, str | None, str | None]]:
    """Each border of an element with the text after it and the link around that text."""
    from lxml import etree

    targets: list[str | None] = [None]
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        if event == "start" and element.tag == "table" and element is not root and is_data(element):
            steps.skip_subtree()
            yield "table", element, None, targets[-1]
        elif event == "start":
            if element.tag == "a":
                targets.append(None if _is_anchor(element) else element.get("href") or "")
            yield event, element, element.text, targets[-1]
        else:
            if element.tag == "a":
                targets.pop()
            yield event, element, (element.tail if element is not root else None), targets[-1]
