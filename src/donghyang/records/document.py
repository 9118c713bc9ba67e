"""What stands in a file, before anyone says what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Half-open offsets into a text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line or paragraph of a document, its list marker taken apart from its words."""

    text: str
    """The words, without indent and marker."""
    indent: int = 0
    """Columns of white space before the marker; 0 where the format knows no indent."""
    marker: str = ""
    """The marker as printed or as the file's list style draws it ("●", "-", "01"), "" where there is none."""
    style: str | None = None
    """The name of the file's paragraph style ("Heading 1", "본문"), None in plain text."""
    size: float | None = None
    """Size of the letters in points, None where the file does not say."""
    span: Span = (0, 0)
    """Where the whole paragraph stands in `Document.text`, marker included."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    span: Span = (0, 0)
    columns: int = 1
    rows: int = 1
    """How many columns and rows the cell covers."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in a file: rows of cells, header not yet told apart."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place in the file; the picture itself is not read."""

    name: str | None = None
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere."""

    url: str
    span: Span = (0, 0)


Why = Literal["display", "sheet", "visibility", "opacity", "size", "place", "colour", "vanish"]
"""Why words are not seen: not displayed (so told beside them, or in a style sheet), invisible, transparent, without
size, off the screen, in the colour of the ground, hidden by the word processor."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Words of a file that its reader does not see."""

    text: str
    why: Why


Piece = Paragraph | Grid | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """What stands in a file, before anyone says what it means."""

    text: str
    """All characters in reading order; for a text file the decoded file itself."""
    blocks: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""
    """The file's name, without its folder."""
    media: str = "text"
    """text, html, pdf, docx, hwpx or hwp."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, keys in lower case ("url", "date", "title", "outlet")."""

    unseen: tuple[Unseen, ...] = ()
    """Words that stand in the file and are no part of `text`, because its reader does not see them."""

    def header(self, key: str) -> str | None:
        """What the file says of itself under `key`, or None."""
        return next((value for name, value in self.headers if name == key), None)
