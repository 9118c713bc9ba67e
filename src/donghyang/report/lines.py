"""Decoded text -> Document: lines as any converter leaves them, cleaned of its traces and taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

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
_ROOM = " "
"""The kind of rows whose cells only room parts."""
_ROOMS = lazily(r"[ \u3000]{2,}|\u3000")
_ROOM_CELL = lazily(r"[^ \u3000]+(?: [^ \u3000]+)*")
_LEAST_ROOMS = 2
_WIDEST = 24
"""Letters of a cell in a row that only room parts; longer ones are sentences."""
_FIGURE = lazily(r"^[-+−△▲▼'‘’]?[0-9]|^-$")
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
    tables = _Tables(lines, text)
    at = 0
    while at < len(lines):
        size = tables.size(at)
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


class _Tables:
    """Which lines are rows of tables; each line is looked at once, however many rows it may be one of."""

    def __init__(self, lines: list[tuple[str, Span]], text: str) -> None:
        self._lines, self._text = lines, text
        self._kinds = [_row_kind(line) for line, _ in lines]
        self._borders = [0, *accumulate(_BORDER.match(line) is not None for line, _ in lines)]
        """How many borders stand above each line; so the rules, and the changes of how many bars a line has."""
        self._rules = [0, *accumulate(_RULE.match(line) is not None for line, _ in lines)]
        bars = [line.count("|") for line, _ in lines]
        self._turns = [0, *accumulate(one != other for one, other in pairwise(bars))]
        self._ends: dict[str, int] = {}
        """Where the rows of a kind end that were met last."""

    def size(self, at: int) -> int:
        """How many lines from `at` on are rows of one table."""
        kind = self._kinds[at]
        if kind is None:
            return 0
        end = self._end(at, kind)
        rows = end - at
        if kind[0] in _BARS:
            rows -= self._borders[end] - self._borders[at]
            named = at > 0 and _NAMED.match(self._lines[at - 1][0]) is not None
            is_table = rows >= _LEAST_ROWS and (named or kind[1:] != "1")
        elif kind[0] == _ROOM:
            is_table = rows >= _LEAST_ROWS and self._has_figures(at, end)
        else:
            is_table = kind == "tab" or self._rules[end] > self._rules[at] or self._is_even(at, end)
        return end - at if is_table else 0

    def _end(self, at: int, kind: str) -> int:
        """Where the lines end that follow each other as rows of a kind, with the borders between them."""
        end = self._ends.get(kind, 0)
        if end <= at:
            end = at + 1
            while end < len(self._lines) and self._goes_on(end, kind):
                end += 1
            self._ends[kind] = end
        return end

    def _goes_on(self, at: int, kind: str) -> bool:
        is_border = kind[0] in _BARS and self._borders[at + 1] > self._borders[at]
        above, below = self._lines[at - 1][1], self._lines[at][1]
        return (self._kinds[at] == kind or is_border) and self._text.count("\n", above[1], below[0]) <= 1

    def _has_figures(self, at: int, end: int) -> bool:
        """Whether a column of rows that only room parts holds figures below a head of words; contents have none."""
        head, *rows = [_ROOMS.split(line.strip())[1:] for line, _ in self._lines[at:end]]
        columns = zip(head, *rows, strict=True)
        return any(not _FIGURE.match(top) and all(map(_FIGURE.match, column)) for top, *column in columns)

    def _is_even(self, at: int, end: int) -> bool:
        """Whether rows between bars are a table without a rule below its header: several, of as many cells each."""
        bars = self._lines[at][0].count("|")
        return end - at >= _LEAST_ROWS and bars > _LEAST_CELLS and self._turns[end - 1] == self._turns[at]


def _row_kind(line: str) -> str | None:
    if remark_of(line) is not None:
        return None
    if "\t" in line.strip(" ") and not _tab_after_marker(line):
        return "tab"
    return "pipe" if _PIPES.match(line) else _barred(line) or _roomed(line)


def _roomed(line: str) -> str | None:
    """How many cells a row has that nothing but room parts; None for a line that is no such row."""
    bare = line.strip()
    cells = _ROOMS.split(bare) if "  " in bare or "\u3000" in bare else []
    is_row = len(cells) >= _LEAST_ROOMS and all(len(cell) <= _WIDEST for cell in cells)
    return f"{_ROOM}{len(cells)}" if is_row and not split_marker(bare)[0] else None


def _barred(line: str) -> str | None:
    """The bar that parts a row and how many of it stand in the row; None for a line without a bar inside."""
    if _BORDER.match(line):
        return None
    inner = _inside(line)
    return next((f"{bar}{inner.count(bar)}" for bar in _BARS if bar in inner), None)


def _inside(line: str) -> str:
    """A row without the bars around it; a drawn one at one end alone parts an empty cell."""
    bare = line.strip()
    drawn = [end for end in (bare[:1], bare[-1:]) if end and end in _BARS and end != "|"]
    return bare if len(drawn) == 1 else bare.strip(_BARS)


def _tab_after_marker(line: str) -> bool:
    head, tab, rest = line.strip().partition("\t")
    return bool(tab) and "\t" not in rest and clean(head) in tuple("●○■□◎▶☑☞")


def _grid(lines: list[tuple[str, Span]]) -> Grid:
    kind = _row_kind(lines[0][0]) or ""
    rows = tuple(_row(line, span, kind) for line, span in lines if not _is_between_rows(line, kind))
    return Grid(rows, (lines[0][1][0], lines[-1][1][1]))


def _is_between_rows(line: str, kind: str) -> bool:
    return (_BORDER if kind[0] in _BARS else _RULE).match(line) is not None


def _row(line: str, span: Span, kind: str) -> tuple[Cell, ...]:
    """The cells of a line that is a row of that kind."""
    if kind[0] == _ROOM:
        spans = [found.span() for found in _ROOM_CELL.finditer(line)]
        return tuple(Cell(_cell_text(line[a:b]), (span[0] + a, span[0] + b)) for a, b in spans)
    if kind == "tab":
        parts, start = line.split("\t"), 0
    elif kind == "pipe":
        start = line.index("|") + 1
        parts = re.split(r"(?<!\\)\|", line[start : line.rindex("|")])
    else:
        inner = _inside(line)
        parts, start = inner.split(kind[0]), line.index(inner)
    ends = accumulate((len(part) + 1 for part in parts), initial=span[0] + start)
    return tuple(Cell(_cell_text(part), (at, at + len(part))) for part, at in zip(parts, ends, strict=False))


def _cell_text(part: str) -> str:
    """A cell's text; the items of a list in it each on a line of their own."""
    text = clean(ITEM.sub("\n", part)) if "<" in part else clean(part)
    if "\n" in text or text.startswith("•"):
        items = (item.strip().lstrip("•").strip() for item in re.split(r"\n|(?:^|\s)•\s", text))
        return "\n".join(item for item in items if item)
    return text
