"""Lines, tables and pictures of a report in one row, so that a rule can ask what stands beside what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from donghyang.check.sheet.passages import Passage
from donghyang.language.patterns import lazily
from donghyang.records import Document, Picture
from donghyang.report.stream import stream
from donghyang.report.tables import caption_of

_IN_BRACKETS = lazily(r"(?P<kind>표|그림|도표)\s?(?P<number>[0-9]{1,2})(?:\s?[.:]|\s|$)")
_PLAIN = lazily(r"[〈《<\[【(]?(?P<kind>표|그림|도표)\s?(?P<number>[0-9]{1,2})\s?[.:〉》>\]】)]\s?\S")
_UNIT = lazily(r"[(\[（]?\s?단위\s?[:：]")
_CREDIT = lazily(r"(?:출처|자료|주)\s?[:：]")


@dataclass(frozen=True, slots=True)
class Item:
    """One line, table or picture."""

    kind: Literal["line", "table", "picture"]
    passages: tuple[Passage, ...] = ()
    """The line, or the cells of the table row by row; none for a picture."""
    columns: int = 0
    rows: int = 0

    @property
    def line(self) -> Passage | None:
        """The line, None for tables and pictures."""
        return self.passages[0] if self.kind == "line" else None


def layout(document: Document, passages: Sequence[Passage]) -> list[Item]:
    """The items of a document in reading order; `passages` are its lines and cells in order."""
    pictures = [block.span[0] for block in document.blocks if isinstance(block, Picture)]
    found: list[Item] = []
    at = drawn = 0
    for line in stream(document):
        while drawn < len(pictures) and pictures[drawn] <= line.span[0]:
            found.append(Item("picture"))
            drawn += 1
        if line.grid is None:
            if passages[at].part != "remark":
                found.append(Item("line", (passages[at],)))
            at += 1
            continue
        size = sum(len(row) for row in line.grid.rows)
        columns = max(map(len, line.grid.rows), default=0)
        found.append(Item("table", tuple(passages[at : at + size]), columns, len(line.grid.rows)))
        at += size
    return found + [Item("picture")] * (len(pictures) - drawn)


def groups(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Stretches (first, end) of `items` that belong to one another: captions, tables, pictures, their sources."""
    start: int | None = None
    for at, item in enumerate(items):
        if _belongs(item):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(items)


def _belongs(item: Item) -> bool:
    line = item.line
    if line is None:
        return True
    return is_caption(line) or _UNIT.match(line.text) is not None or _CREDIT.match(line.text) is not None


def is_caption(line: Passage) -> bool:
    """Is a line the caption of a table or a figure, in brackets or with a number?"""
    return line.part == "caption" or numbered_caption(line) is not None


def numbered_caption(line: Passage) -> tuple[str, int] | None:
    """(표 or 그림, number) of a numbered caption ("〈표 2. 매출〉", "표 2. 매출"), None for any other line."""
    if line.marker or line.part not in ("caption", "text", "heading", "cell", "note"):
        return None
    words = caption_of(line.text)
    if words is None and line.part == "cell":
        return None
    found = _PLAIN.match(line.text) if words is None else _IN_BRACKETS.match(words)
    return (("그림" if found["kind"] == "그림" else "표"), int(found["number"])) if found else None
