"""Printed lines -> leaves: page furniture and rules left out, frames taken off, broken lines joined."""

from __future__ import annotations

from dataclasses import replace

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Cell, Grid, Span
from donghyang.report.grammar import role_of, split_marker
from donghyang.report.induction.boxes import Boxes, boxes
from donghyang.report.induction.counters import with_counters
from donghyang.report.induction.drawn import with_drawn
from donghyang.report.induction.furniture import furniture, is_rule
from donghyang.report.induction.joins import joined_lines
from donghyang.report.induction.leaf import Leaf, leaf_of, reworded
from donghyang.report.induction.rooms import barred, grid_of, parted, signed, signed_grid, width
from donghyang.report.markup import clean
from donghyang.report.stream import Line

_PRINTED = lazily(r"[^\r\n]+")
_OPENS = lazily(r"^(?:[^\w\s가-힣(\[]|[oοоㅇㅁㆍ]|[①-⑳]|\(?(?:\d{1,2}|[가-하a-zA-Z]|[ⅰ-ⅹ])[.)]|[가-힣]{1,4}\s?[:：])$")
"""The cell before a tab that is no cell: a sign, what counts, a label."""
_SPACED = lazily(r"^(?:[가-힣]\s+){1,3}[가-힣]\s*[:：]\s*\S")
"""A label whose letters are set apart: 수    신 : …"""
_LISTS = "donghyang.report.layout"
_HEADLINE, _TEXT = "제목", ("내용", "요약", "요지", "개요")
"""What the rows of a headline and of a text say in a table that is an article set as a card, or the columns of one."""
_LEAST_WORDS = 8
_LEAST_ROWS = 3
_LEAST_BARRED = 2
_BARS = ("|", "│", "┃")
_ROOM = (" ", 0)
"""The kind of rows whose cells only room parts."""


def leaves(lines: list[Line], text: str) -> list[Leaf]:
    """The leaves of a stream; `text` is the document's."""
    places, lines = with_drawn(lines, [*range(len(lines))], text)
    places, lines = _untabbed(lines, places, text)
    gone = furniture(lines)
    framed = boxes(lines, gone)
    found = joined_lines(_tabled(_kept(lines, text, gone, framed), text), framed)
    return [replace(leaf, at=tuple(dict.fromkeys(places[at] for at in leaf.at))) for leaf in with_counters(found)]


def _untabbed(lines: list[Line], origins: list[int], text: str) -> tuple[list[int], list[Line]]:
    """The lines, with rows taken for lines in which tabs only set words in, and the places that they come from."""
    places: list[int] = []
    out: list[Line] = []
    for at, line in zip(origins, lines, strict=True):
        found = _apart(line, text) if line.grid is not None and "\t" in text[slice(*line.span)] else [line]
        places += [at] * len(found)
        out += found
    return places, out


def _apart(line: Line, text: str) -> list[Line]:
    """A table as lines and tables: rows of one cell, and those of a sign and its words, are lines."""
    assert line.grid is not None
    if _is_card(line.grid):
        return [
            Line(" : ".join(cells), "", None, 0, (row[0].span[0], row[-1].span[1]))
            for row in line.grid.rows
            if len(cells := [cell.text.replace("\n", " ") for cell in row if cell.text]) == 2
            and cells[0] not in tables.words(_LISTS, "card_heads")
        ]
    if columns := _listed(line.grid, text):
        return [
            Line(f"{columns[at]} : {text}", "", None, 0, (row[0].span[0], row[-1].span[1]))
            for row in line.grid.rows[1:]
            for at in sorted(columns, key=lambda at: columns[at] != _HEADLINE)
            if at < len(row) and (text := row[at].text.replace("\n", " "))
        ]
    if all(sum(bool(cell.text) for cell in row) < 2 for row in line.grid.rows):
        return _printed(line.span, text)
    out: list[Line] = []
    kept: list[tuple[Cell, ...]] = []
    for row in line.grid.rows:
        start = max(line.span[0], text.rfind("\n", 0, row[0].span[0]) + 1)
        cells = [cell.strip() for cell in text[start : row[-1].span[1]].split("\t") if cell.strip()]
        if len(cells) == 2 and len(cells[1]) >= _LEAST_WORDS and _OPENS.match(cells[0]):
            out += _table(kept, text)
            kept = []
            out += _printed((start, row[-1].span[1]), text)
        else:
            kept.append(row)
    return [*out, *_table(kept, text)] if out else [line]


def _listed(grid: Grid, text: str) -> dict[int, str]:
    """The labels of the columns of a table whose rows are articles that `text` says nowhere else; none for others."""
    known = {*tables.words(_LISTS, "card_labels"), *tables.words(_LISTS, "card_rows")}
    head = {at: cell.text.replace(" ", "") for at, cell in enumerate(grid.rows[0])}
    columns = {at: label for at, label in head.items() if label in known}
    told = _HEADLINE in columns.values() and any(label.endswith(_TEXT) for label in columns.values())
    titles = [row[at].text for row in grid.rows[1:] for at in columns if columns[at] == _HEADLINE and at < len(row)]
    return columns if told and titles and all(text.count(title) == 1 for title in titles) else {}


def _is_card(grid: Grid) -> bool:
    """Whether a table is an article set as a card: a label in each row, that of a headline among them."""
    known = {*tables.words(_LISTS, "card_labels"), *tables.words(_LISTS, "card_rows")}
    labels = [row[0].text.replace(" ", "") for row in grid.rows if len(row) == 2]
    return (
        len(labels) == len(grid.rows) and _HEADLINE in labels and sum(label in known for label in labels) >= _LEAST_ROWS
    )


def _table(rows: list[tuple[Cell, ...]], text: str) -> list[Line]:
    if not rows:
        return []
    span = (rows[0][0].span[0], rows[-1][-1].span[1])
    return [Line(text[slice(*span)], "", None, 0, span, Grid(tuple(rows), span))]


def _printed(span: Span, text: str) -> list[Line]:
    """What is printed in a stretch of a text, line by line."""
    out: list[Line] = []
    for found in _PRINTED.finditer(text, *span):
        if words := clean(found[0].replace("\t", " ")):
            marker, rest = split_marker(words)
            out.append(Line(rest or words, marker if rest else "", role_of(marker if rest else ""), 0, found.span()))
    return out


def _kept(lines: list[Line], text: str, gone: set[int], framed: Boxes) -> list[Leaf]:
    out: list[Leaf] = []
    paged, skipped = False, 0
    for at, line in enumerate(lines):
        if at in gone:
            skipped += 1
            if is_rule(line):
                if out and text.count("\n", out[-1].span[1], line.span[0]) <= 1:
                    out[-1] = replace(out[-1], ruled=True)
            else:
                paged = True
            continue
        if at in framed.edges and framed.titles.get(at) is None:
            skipped += 1
            continue
        gap = 9 if not out else max(0, text.count("\n", out[-1].span[1], line.span[0]) - 1 - skipped)
        raw = text[slice(*line.span)].strip() if line.grid is None else ""
        bold = raw.startswith("**") and _mostly_bold(raw)
        if at in framed.edges:
            made = replace(line, text=framed.titles[at] or "", marker="", role=None)
            leaf = leaf_of((at,), made, gap + 1, box=framed.of[at], edge=True)
        elif at in framed.of and line.grid is None:
            inner = framed.inner[at]
            leaf = replace(reworded(leaf_of((at,), line, 0), inner), gap=gap, box=framed.of[at])
        else:
            leaf = leaf_of((at,), line, gap)
            if raw.count("**") == 1:
                leaf = reworded(leaf, clean(raw.replace("**", "")))
        opened = raw.startswith("**") and raw.count("**") == 1
        columns = width(leaf.text if leaf.box is not None else text[slice(*line.span)].rstrip().expandtabs(4))
        indent = _indent(text[slice(*line.span)]) if line.grid is None else 0
        paged = paged or "\f" in text[out[-1].span[1] if out else 0 : line.span[0] + 1]
        out.append(replace(leaf, indent=indent, bold=bold, opened=opened, paged=paged, columns=columns))
        paged, skipped = False, 0
    return out


def _indent(raw: str) -> int:
    """Columns of white space before the words; where a page ends in it, only what stands behind counts."""
    bare = raw[raw.rfind("\f") + 1 :]
    return width(bare[: len(bare) - len(bare.lstrip())].expandtabs(4))


def _mostly_bold(raw: str) -> bool:
    end = raw.find("**", 2)
    return end < 0 or 2 * end > len(raw)


def _tabled(kept: list[Leaf], text: str) -> list[Leaf]:
    """The leaves with rows whose cells are parted by room or by one sign made into tables."""
    out: list[Leaf] = []
    at = 0
    while at < len(kept):
        end = at
        kind = _row_kind(kept[at])
        while kind and end < len(kept) and _row_kind(kept[end]) == kind and (end == at or not kept[end].gap):
            end += 1
        spans = [leaf.span for leaf in kept[at:end]]
        grid = None
        if kind and end - at >= (_LEAST_ROWS if kind[0] not in _BARS else _LEAST_BARRED):
            grid = signed_grid(spans, text, kind[0]) if kind != _ROOM else grid_of(spans, text)
        if grid:
            line = Line(text[slice(*grid.span)], "", None, 0, grid.span, grid)
            at_ = tuple(place for leaf in kept[at:end] for place in leaf.at)
            out.append(replace(leaf_of(at_, line, kept[at].gap), paged=kept[at].paged))
            at = end
        else:
            out.append(kept[at])
            at += 1
    return out


def _row_kind(leaf: Leaf) -> tuple[str, int] | None:
    """What parts the cells of a line that may be a row, and how many there are; None for all other lines."""
    if leaf.line.grid is not None or leaf.box is not None or leaf.url or _SPACED.match(leaf.text):
        return None
    if cells := barred(leaf.text):
        return leaf.text[0], cells
    return _ROOM if parted(leaf.text) else None if leaf.key else signed(leaf.text)
