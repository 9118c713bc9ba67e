"""Paragraphs, tables and pictures to a Document: the one place where text is put together and every span is counted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from donghyang.language.printed import without_unseen
from donghyang.read.limits import spend
from donghyang.read.numerals import symbols
from donghyang.read.raised import lowered, raised
from donghyang.records import Cell, Document, Grid, Link, Paragraph, Picture, Piece, Span, Unseen
from donghyang.report.grammar import split_marker

Height = Literal["level", "raised", "lowered"]
"""Where characters stand on their line."""
MAX_INDENT = 200
"""Columns of indent that are kept; what stands further right was put there by a broken or hostile file."""

DEEPEST = 30
"""Layers of tables and text boxes that are followed in an office file; one a person made has three."""
MOST_COLUMNS = 1000
"""Columns that one cell covers: what HTML allows, and no document comes near."""

_WIDEST = 30
"""Times its number of cells that a table may cover; in a report's widest table a cell covers three places."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell before it has its place: its words, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks; everything may be unknown."""

    indent: int = 0
    marker: str = ""
    """The marker that the file draws beside the paragraph, not among its words."""
    style: str | None = None
    size: float | None = None


def _covering(rows: list[Sequence[Slot]]) -> list[Sequence[Slot]]:
    """The rows of a table as they are; without what their cells cover where that is far more than they are.

    A program that counts wrongly, or means harm, spans thousands of rows and columns with a handful of cells.
    """
    cells = sum(map(len, rows))
    covered = sum(slot.columns * min(slot.rows, len(rows) - at) for at, row in enumerate(rows) for slot in row)
    if covered > _WIDEST * max(cells, _WIDEST):
        spend("cells", cells)
        return [[replace(slot, columns=1, rows=1) for slot in row] for row in rows]
    spend("cells", covered)
    return rows


class Words:
    """The characters of one paragraph being collected, line breaks as "\\n", with the links among them."""

    def __init__(self) -> None:
        self.links: list[tuple[int, int, str]] = []
        self._parts: list[str] = []
        self._length = 0
        self._last = ""

    @property
    def text(self) -> str:
        """All characters so far."""
        return "".join(self._parts)

    def add(self, text: str, url: str | None = None, height: Height = "level") -> None:
        """Add characters, as a link where they lead to `url`; raised, lowered and private ones as what they show.

        Those without width and ink are left out.
        """
        text = symbols(without_unseen(text))
        if height == "raised":
            text = raised(self._last, text)
        elif height == "lowered":
            text = lowered(text)
        if url and text:
            self.links.append((self._length, self._length + len(text), url))
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1:] or self._last


class Composer:
    """A document being put together, block after block in reading order."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Piece] = []
        self._links: list[Link] = []

    def paragraph(self, text: str, look: Look | None = None, links: Iterable[tuple[int, int, str]] = ()) -> None:
        """Add a paragraph; one without words is left out.

        A marker among the first words is taken apart, so that typed and drawn markers come out alike. `links` are
        places in `text` with their addresses; a text without links loses what has neither width nor ink.
        """
        look = look or Look()
        text = text if links else without_unseen(text)
        stripped = text.strip()
        if not stripped:
            return
        spend("paragraphs")
        marker, words = split_marker(stripped)
        if not marker or not words:
            marker, words = look.marker, stripped
        indent = max(0, min(look.indent, MAX_INDENT))
        head = " " * indent + (f"{marker} " if marker else "")
        start = self._add(head + words)
        self._blocks.append(Paragraph(words, indent, marker, look.style, look.size, (start, self._length)))
        self._end()
        shift = start + len(head) - (text.index(stripped) + len(stripped) - len(words))
        for begin, end, url in links:
            place = max(start + len(head), shift + begin), min(self._length - 1, shift + end)
            if place[0] < place[1]:
                self._links.append(Link(url, place))

    def words(self, words: Words | str, look: Look) -> None:
        """Add a paragraph whose lines stand apart; the marker is drawn beside the first, typed spaces indent a line."""
        text, places = (
            (words, deque[tuple[int, int, str]]()) if isinstance(words, str) else (words.text, deque(words.links))
        )
        begin = 0
        for line in text.split("\n"):
            typed = len(line) - len(line.lstrip(" \u3000"))
            links = []
            while places and places[0][0] <= begin + len(line):
                start, end, url = places.popleft()
                links.append((start - begin, end - begin, url))
                if end > begin + len(line) + 1:
                    places.appendleft((begin + len(line) + 1, end, url))
                    break
            if line.strip():
                self.paragraph(line, replace(look, indent=look.indent + typed), links)
                look = replace(look, marker="")
            begin += len(line) + 1

    def grid(self, rows: Iterable[Sequence[Slot]]) -> None:
        """Add a table, cells parted by tabs; one without words is left out."""
        kept = [row for row in rows if row]
        if not any(slot.text.strip() for row in kept for slot in row):
            return
        start, placed = self._length, []
        kept = _covering(kept)
        for at, row in enumerate(kept):
            if at:
                self._add("\n")
            placed.append(self._row(row, below=len(kept) - at))
        self._blocks.append(Grid(tuple(placed), (start, self._length)))
        self._end()

    def picture(self, name: str | None) -> None:
        """Add the place of a picture."""
        self._blocks.append(Picture(name, (self._length, self._length)))

    def document(
        self, name: str, media: str, headers: Iterable[tuple[str, str]] = (), unseen: Iterable[Unseen] = ()
    ) -> Document:
        """What was put together so far, with the words that were kept aside."""
        text, blocks, links = "".join(self._text), tuple(self._blocks), tuple(self._links)
        return Document(text, blocks, links, name, media, tuple(headers), tuple(unseen))

    @property
    def is_empty(self) -> bool:
        """Whether no words stand on it."""
        return not self._length

    def _row(self, row: Sequence[Slot], below: int) -> tuple[Cell, ...]:
        cells = []
        for at, slot in enumerate(row):
            if at:
                self._add("\t")
            text = without_unseen(slot.text).strip()
            start = self._add(text)
            span: Span = (start, start + len(text))
            cells.append(Cell(text, span, slot.columns, min(slot.rows, below)))
        return tuple(cells)

    def _add(self, text: str) -> int:
        spend("letters", len(text))
        start = self._length
        self._text.append(text)
        self._length += len(text)
        return start

    def _end(self) -> None:
        self._add("\n")
