"""Decoded text -> Document: lines as any converter leaves them, cleaned of its traces and taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Document, Grid, Paragraph, Picture, Piece, Span
from donghyang.report.grammar import picture_file, printed, remark_of, split_marker
from donghyang.report.markup import HEADING, ITEM, clean

_LINE = lazily(r"[^\r\n]+")
_PIPES = lazily(r"^\s*\|.*\|\s*$")
_RULE = lazily(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_BARS = "│┃║｜¦∥‖|"
"""Bars that part the cells of a row that has none around it, in the order in which they are looked for."""
_BORDER = lazily(r"^\s*[─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╞╡╪╟╢╫+│┃║|-]{4,}\s*$")
"""A rule between the rows of a drawn table."""
_NAMED = lazily(r"^\s*[<〈《\[【(]?\s*(?:표|Table)\s?\d", re.IGNORECASE)
_LEAST_ROWS = 3
_LEAST_CELLS = 3


def document(text: str, name: str = "", headers: Iterable[tuple[str, str]] = (), start: int = 0) -> Document:
    """The lines of `text` from offset `start` on as paragraphs and grids, each with its span in the whole text.

    `headers` is what the lines before `start` say of the file. Blank lines only part the others.
    """
    return Document(text, tuple(_pieces(text, start)), name=name, headers=tuple(headers))


def as_printed(text: str) -> str:
    """A line of `text` as it is printed once it was read: cleaned, its marker parted from its words, without ¶."""
    words = clean(text)
    marker, rest = split_marker(words)
    if not rest or marker == "¶":
        return rest or words
    return f"{marker} {rest}" if marker else rest


def _pieces(text: str, start: int) -> Iterator[Piece]:
    lines = [(m.group(), m.span()) for m in _LINE.finditer(text, start) if m.group().strip()]
    at = 0
    while at < len(lines):
        size = _grid_size(lines, at, text)
        if size:
            yield _grid(lines[at : at + size])
            at += size
        else:
            line, span = lines[at]
            if (said := remark_of(line)) is not None:
                yield Paragraph(said, indent=_indent(line), marker=printed("remark", "A"), span=span)
            elif name := picture_file(line):
                yield Picture(name, span)
            elif words := clean(line):
                yield _paragraph(line, words, span)
            at += 1


def _paragraph(line: str, words: str, span: Span) -> Paragraph:
    bare = HEADING.sub("", line)
    marker, rest = split_marker(words)
    style = "heading" if bare != line else None
    if not rest:
        marker, rest = "", words
    return Paragraph(rest, indent=0 if style else _indent(line), marker=marker, style=style, span=span)


def _indent(line: str) -> int:
    head = line[: len(line) - len(line.lstrip())]
    return len(head.expandtabs(4))


def _grid_size(lines: list[tuple[str, Span]], at: int, text: str) -> int:
    """How many lines from `at` on are rows of one table."""
    kind = _row_kind(lines[at][0])
    if kind is None:
        return 0
    barred = kind[0] in _BARS
    end = at + 1
    while end < len(lines) and _adjacent(lines[end - 1][1], lines[end][1], text):
        if _row_kind(lines[end][0]) != kind and not (barred and _BORDER.match(lines[end][0])):
            break
        end += 1
    if barred:
        rows = sum(not _BORDER.match(line) for line, _ in lines[at:end])
        named = at > 0 and _NAMED.match(lines[at - 1][0]) is not None
        return end - at if rows >= _LEAST_ROWS and (named or kind[1:] != "1") else 0
    if kind == "pipe" and not any(_RULE.match(line) for line, _ in lines[at:end]) and not _even(lines[at:end]):
        return 0
    return end - at


def _row_kind(line: str) -> str | None:
    if remark_of(line) is not None:
        return None
    if "\t" in line.strip(" ") and not _tab_after_marker(line):
        return "tab"
    return "pipe" if _PIPES.match(line) else _barred(line)


def _barred(line: str) -> str | None:
    """The bar that parts a row and how many of it stand in the row; None for a line without a bar inside."""
    if _BORDER.match(line):
        return None
    inner = line.strip().strip(_BARS)
    return next((f"{bar}{inner.count(bar)}" for bar in _BARS if bar in inner), None)


def _even(lines: list[tuple[str, Span]]) -> bool:
    """Whether rows between bars are a table without a rule below its header: several, of as many cells each."""
    bars = {line.count("|") for line, _ in lines}
    return len(lines) >= _LEAST_ROWS and len(bars) == 1 and bars.pop() > _LEAST_CELLS


def _tab_after_marker(line: str) -> bool:
    head, tab, rest = line.strip().partition("\t")
    return bool(tab) and "\t" not in rest and clean(head) in tuple("●○■□◎▶☑☞")


def _adjacent(before: Span, after: Span, text: str) -> bool:
    return text.count("\n", before[1], after[0]) <= 1


def _grid(lines: list[tuple[str, Span]]) -> Grid:
    kind = _row_kind(lines[0][0]) or ""
    whole = (lines[0][1][0], lines[-1][1][1])
    if kind[0] in _BARS:
        return Grid(tuple(_bar_row(line, span, kind[0]) for line, span in lines if not _BORDER.match(line)), whole)
    row = _tab_row if kind == "tab" else _pipe_row
    return Grid(tuple(row(line, span) for line, span in lines if not _RULE.match(line)), whole)


def _bar_row(line: str, span: Span, bar: str) -> tuple[Cell, ...]:
    inner = line.strip().strip(_BARS)
    cells, start = [], span[0] + line.index(inner)
    for part in inner.split(bar):
        cells.append(Cell(_cell_text(part), (start, start + len(part))))
        start += len(part) + 1
    return tuple(cells)


def _tab_row(line: str, span: Span) -> tuple[Cell, ...]:
    cells, start = [], span[0]
    for part in line.split("\t"):
        cells.append(Cell(_cell_text(part), (start, start + len(part))))
        start += len(part) + 1
    return tuple(cells)


def _pipe_row(line: str, span: Span) -> tuple[Cell, ...]:
    inner_start = line.index("|") + 1
    inner = line[inner_start : line.rindex("|")]
    cells, start = [], span[0] + inner_start
    for part in re.split(r"(?<!\\)\|", inner):
        cells.append(Cell(_cell_text(part), (start, start + len(part))))
        start += len(part) + 1
    return tuple(cells)


def _cell_text(part: str) -> str:
    """A cell's text; the items of a list in it each on a line of their own."""
    text = clean(ITEM.sub("\n", part)) if "<" in part else clean(part)
    if "\n" in text or text.startswith("•"):
        items = (item.strip().lstrip("•").strip() for item in re.split(r"\n|(?:^|\s)•\s", text))
        return "\n".join(item for item in items if item)
    return text
