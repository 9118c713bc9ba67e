"""What the interpreter took each line of a document for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from donghyang.records import Cell, Issue
from donghyang.report.stream import Line

Part = Literal[
    "cover", "contents", "summary", "section", "number", "headline", "lead", "heading", "bullet", "annotation",
    "caption", "cell", "note", "reference", "source", "imprint", "text", "remark",
]  # fmt: skip
"""What a line of the report is; "text" is a line that the house format gives no meaning."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the stream, and what it was taken for."""

    line: Line
    part: Part
    """Of a table what its cells are; "caption" where its first row names the tables that stand side by side in it."""
    article: int | None = None
    """Place among the articles of the issue, counted from 0 through all sections; None outside of them."""
    number: str = ""
    """The number that stands before a headline in the same line."""

    @property
    def opener(self) -> str:
        """What is printed before the words: the marker, or the number of a headline; "" for neither."""
        return self.number or self.line.marker

    def cells(self) -> Iterator[tuple[Cell, Part]]:
        """The cells of a table, row by row, each with its part; none for a line of words."""
        top = self.part == "caption"
        for row in self.line.grid.rows if self.line.grid else ():
            for cell in row:
                yield cell, "cell" if self.part == "caption" and not (top and cell.text) else self.part
            top = top and not any(cell.text for cell in row)


@dataclass(frozen=True, slots=True)
class Interpretation:
    """An issue, and how each line of its document was read."""

    issue: Issue
    readings: tuple[Reading, ...]
    """One for every line of `stream(document)`, in the same order."""
