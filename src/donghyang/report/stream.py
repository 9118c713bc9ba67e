"""A Document as the stream of lines that the interpreter walks over: paragraphs and tables; pictures are no lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Document, Grid, Paragraph, Span
from donghyang.report.grammar import ONLY_URL, Role, role_of, unremarked
from donghyang.report.lines import as_printed

_IMPRINT_ROW = lazily(r"^\|?\s*발\s*행\s*(?:일|인|기\s*관|처)")
_IMPRINT_PARTS = lazily(r"(?<!\s)\s*(?=\|\s*발\s*행\s*(?:일|인|기\s*관|처)\s*\||TEL\s*[:：]|https?://)", re.IGNORECASE)
_MOST_PARTS = 20
"""Fields that an imprint may have; a line of more is none. House imprints have six."""

Told = Literal["reference", "references", "source", "caption", "note", "item", "heading", "words"]
"""What a layout's reader says that a line is, where no marker of the house says it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, or one table in its place."""

    text: str
    """The words without the marker; for a table its rows as they stand."""
    marker: str
    role: Role | None
    indent: int
    span: Span
    grid: Grid | None = None
    picture: str | None = None
    """The picture file that a text names right below the line."""
    told: Told | None = None
    rank: int | None = None
    """Of a bullet the depth of its marker in the document's own ladder; None where the house's ladder holds."""

    @property
    def raw(self) -> str:
        """The line as printed, marker included."""
        return f"{self.marker} {self.text}" if self.marker and self.role != "literal" else self.text

    @property
    def rows(self) -> tuple[str, ...]:
        """The line as one or, for a table, several lines of plain words."""
        if self.grid is None:
            return (self.raw,) if self.role == "remark" else (unremarked(self.raw),)
        rows = (" ".join(cell.text.replace("\n", " ") for cell in row if cell.text) for row in self.grid.rows)
        return tuple(filter(None, (unremarked(as_printed(row)) for row in rows)))

    @property
    def plain(self) -> bool:
        """Whether the line is words without a marker."""
        return self.grid is None and self.role is None

    @property
    def url(self) -> str | None:
        """The address, when the line is nothing else."""
        found = ONLY_URL.match(self.text) if self.grid is None and self.role != "literal" else None
        return found["url"] if found else None


def stream(document: Document) -> list[Line]:
    """The lines of `document` in reading order."""
    lines: list[Line] = []
    said: int | None = None
    """The last line that is no remark: a picture stands below it, past any remarks."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            line = Line(block.text, block.marker, role_of(block.marker), block.indent, block.span)
            parts = imprint_parts(line.text) if line.plain and _IMPRINT_ROW.match(line.text) else [line.text]
            lines += _parted(line, parts, document) if len(parts) > 1 else [line]
        elif isinstance(block, Grid):
            lines += _imprint_rows(block) or [_table(block, document)]
        elif document.media == "text" and said is not None and lines[said].picture is None:
            lines[said] = replace(lines[said], picture=block.name)
        if lines and lines[-1].role != "remark":
            said = len(lines) - 1
    return lines


def _table(grid: Grid, document: Document) -> Line:
    return Line(document.text[slice(*grid.span)], "", None, 0, grid.span, grid)


def imprint_parts(text: str) -> list[str]:
    """The fields of an imprint that a converter, or the filled line of a PDF, has put behind one another."""
    parts = [part.strip() for part in _IMPRINT_PARTS.split(text) if part.strip()]
    return parts if len(parts) <= _MOST_PARTS else [text]


def _parted(line: Line, parts: list[str], document: Document) -> list[Line]:
    """The fields of a line as lines, each with its own place where it stands in the document as it is."""
    found, (at, end) = list[Line](), line.span
    for part in parts:
        start = document.text.find(part, at, end)
        span = (start, start + len(part)) if start >= 0 else line.span
        at = max(at, start + len(part))
        found.append(replace(line, text=part, span=span))
    return found


def _imprint_rows(grid: Grid) -> list[Line]:
    """The rows of an imprint that the file sets as a table, as lines; none for any other table."""
    if not grid.rows or not grid.rows[0] or not _IMPRINT_ROW.match(grid.rows[0][0].text):
        return []
    rows = [[cell for cell in row if cell.text.strip()] for row in grid.rows]
    return [Line(_joined(row), "", None, 0, (row[0].span[0], row[-1].span[1])) for row in rows if row]


def _joined(row: list[Cell]) -> str:
    return as_printed(" : ".join(cell.text.replace("\n", " ") for cell in row))
