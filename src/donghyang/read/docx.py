"""DOCX files to Documents, from their WordprocessingML (ECMA-376, part 1).

Names of elements are compared without their namespace, so that transitional and strict files read alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from donghyang.read import docx_hidden, star_notes
from donghyang.read.archive import Archive
from donghyang.read.compose import DEEPEST, MOST_COLUMNS, Composer, Height, Look, Slot, Words
from donghyang.read.docx_colours import Theme
from donghyang.read.docx_styles import Lists, Styles
from donghyang.read.files import binary, no_text
from donghyang.read.ooxml import child, children, form, local, value, whole
from donghyang.records import Document, Unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.records import Why

_UNPRINTED = frozenset(("delText", "instrText", "moveFrom", "rPr", "pPr", "rt", "del", "fldData"))
_MOST_FIELDS = 20
"""Fields one inside the other that are followed."""
_BETWEEN = {"den": "/", "rad": "√"}
"""Parts of a formula, and what is drawn before them."""


class _Run(Words):
    """The words of one paragraph, and what hangs on them."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[_Element] = []
        self.pictures: list[str | None] = []
        self.notes: list[str] = []
        self.called: list[str] = []
        """The notes that stars among the words call, in order."""
        self.is_starred = False
        """Whether its notes are called by stars."""
        self.size: float | None = None
        self.fields: list[int | None] = []
        """Where the code of each open field begins among the words pending; None for one whose code is over."""
        self.pending: list[tuple[str, str | None, Height]] = []
        """Words in the code of a field, which are text after all where it never ends."""

    def say(self, words: str, link: str | None, height: Height) -> None:
        """Add printed words, or hold them back in the code of a field."""
        if any(begun is not None for begun in self.fields[-_MOST_FIELDS:]):
            self.pending.append((words, link, height))
        else:
            self.add(words, link, height)

    def utter(self) -> None:
        """Add what was held back: the paragraph ends."""
        for words, link, height in self.pending:
            self.add(words, link, height)
        self.fields, self.pending = [], []


def document(data: bytes, name: str) -> Document:
    """The paragraphs, tables, text boxes and notes of a DOCX file; its title and creator stand in `headers`.

    Raises Unreadable when the file is damaged, locked, unpacks to too much, or holds no text.
    """
    archive = Archive(data, name, "DOCX")
    main = _main(archive)
    root = archive.xml(main)
    if root is None:
        raise binary(name)
    _choose(root)
    reader = _Reader(archive, main, root)
    body = child(root, "body")
    if body is not None:
        reader.blocks(body, 0)
    reader.end()
    if reader.composer.is_empty:
        raise no_text(name)
    return reader.composer.document(name, "docx", _core(archive), reader.unseen)


class _Reader:
    def __init__(self, archive: Archive, main: str, root: _Element) -> None:
        self.composer = Composer()
        theme = Theme(archive.xml(_beside(main, "theme/theme1.xml")))
        self._styles = Styles(archive.xml(_beside(main, "styles.xml")), theme)
        self._lists = Lists(archive.xml(_beside(main, "numbering.xml")))
        self._targets = _targets(archive, main)
        self._notes = _notes(archive, main, self._styles)
        self._are_starred = star_notes.in_word(root, archive.xml(_beside(main, "settings.xml")))
        self._called: list[str] = []
        self.unseen: list[Unseen] = []

    def blocks(self, parent: _Element, depth: int) -> None:
        """Put every paragraph and table below `parent` into the document."""
        for block in _flow(parent):
            if local(block) == "p":
                self._paragraph(block, depth)
            elif depth < DEEPEST:
                self._table(block, depth)
            else:
                self.composer.words(self._words(block), Look())

    def end(self) -> None:
        """Put the notes that the text called under it."""
        for number, key in enumerate(self._called, 1):
            self.composer.paragraph(self._notes.get(key, ""), Look(marker=f"{number})", style="footnote"))

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        style = self._styles.of(paragraph)
        run = _Run()
        run.is_starred = self._are_starred and star_notes.is_free(paragraph)
        self._collect(paragraph, run, None)
        marker, indent = self._lists.marker(paragraph, style)
        self.composer.words(run, Look(indent, marker, style.name, run.size or style.size))
        for count, key in enumerate(run.called, 1):
            self.composer.paragraph(self._notes[key], Look(marker=star_notes.STAR * count, style="footnote"))
        for picture in run.pictures:
            self.composer.picture(picture)
        self._called += run.notes
        for box in run.boxes:
            self.blocks(box, depth + 1)

    def _collect(self, element: _Element, run: _Run, url: str | None) -> None:
        """Take the printed characters below `element`, without following the depth of hostile files."""
        stack = [(below, url) for below in reversed(element)]
        while stack:
            node, link = stack.pop()
            tag = local(node)
            if tag == "txbxContent":
                run.boxes.append(node)
            elif tag == "t":
                words = (node.text or "").replace("\u00a0", " ")  # a space that only holds a line together
                run.say(words, link, self._styles.height(node.getparent()))
            elif tag == "fldChar":
                self._step(run, value(node, "fldCharType"))
            elif tag == "r" and (why := docx_hidden.why(node, self._styles)) is not None:
                self._put_aside(node, why)
            elif tag not in _UNPRINTED:
                self._sign(node, tag, run)
                inner = self._targets.get(value(node, "id") or "") if tag == "hyperlink" else None
                stack += [(below, inner or link) for below in reversed(node)]

        run.utter()

    def _step(self, run: _Run, kind: str | None) -> None:
        """Go into a field's code, out of it to what it came to, or out of the field (ECMA-376 part 1, 17.16.18)."""
        if kind == "begin":
            run.fields.append(len(run.pending))
        elif kind in ("separate", "end") and run.fields:
            begun = run.fields.pop()
            if kind == "separate":
                run.fields.append(None)
            words = "".join(said for said, _, _ in run.pending[begun:]).strip() if begun is not None else ""
            del run.pending[len(run.pending) if begun is None else begun :]
            if words:
                self.unseen.append(Unseen(words, "display"))

    def _put_aside(self, part: _Element, why: Why) -> None:
        words = "".join(node.text or "" for node in part.iter() if local(node) == "t").strip()
        if words:
            self.unseen.append(Unseen(words, why))

    def _sign(self, node: _Element, tag: str, run: _Run) -> None:
        """What stands for a character or a picture."""
        if tag in ("br", "cr") and value(node, "type") not in ("page", "column"):
            run.add("\n")
        elif tag in ("tab", "ptab"):
            run.add("\t")
        elif tag == "noBreakHyphen":
            run.add("-")
        elif tag in _BETWEEN:
            run.add(_BETWEEN[tag])
        elif tag == "sym":
            run.add(_sign(value(node, "char")))
        elif tag == "docPr":
            run.pictures.append(value(node, "descr") or value(node, "name"))
        elif tag in ("footnoteReference", "endnoteReference"):
            self._call(f"{tag[:4]}{value(node, 'id')}", run)
        elif tag == "r" and run.size is None:
            half = value(child(child(node, "rPr"), "sz"), "val")
            run.size = int(half) / 2 if half and half.isdigit() else None

    def _call(self, key: str, run: _Run) -> None:
        """The mark of a note: one that is drawn as a star stands in the text, and its note below."""
        is_starred = run.is_starred and len(run.called) < star_notes.MOST
        # A star before all words would make an annotation of the line itself.
        if is_starred and key.startswith("foot") and self._notes.get(key) and run.text.strip():
            run.called.append(key)
            run.say(star_notes.STAR * len(run.called), None, "level")
        else:
            run.notes.append(key)

    def _table(self, table: _Element, depth: int) -> None:
        rows = []
        for row in _rows(table):
            if (why := docx_hidden.why_row(row)) is not None:
                self._put_aside(row, why)
            else:
                rows.append(list(_cells(row)))
        if sum(map(len, rows)) == 1:
            self.blocks(rows[0][0], depth + 1)  # a frame around text
            return
        self.composer.grid(_merged(rows, self._words))

    def _words(self, cell: _Element) -> str:
        """The text of a cell, its paragraphs as lines."""
        lines = []
        for paragraph in cell.iter():
            if local(paragraph) == "p":
                run = _Run()
                self._collect(paragraph, run, None)
                style = self._styles.of(paragraph)
                marker, _ = self._lists.marker(paragraph, style)
                words = run.text.strip()
                if words:
                    lines.append(f"{marker} {words}" if marker else words)
        return "\n".join(lines)


def _flow(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables below `parent` in order, through content controls and tracked changes."""
    stack = list(reversed(parent))
    while stack:
        node = stack.pop()
        tag = local(node)
        if tag in ("p", "tbl"):
            yield node
        elif tag not in ("del", "moveFrom", "sdtPr", "sectPr"):
            stack += reversed(node)


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table; what a tracked change takes out is none (ECMA-376 part 1, 17.13.5.12)."""
    stack = list(reversed(table))
    while stack:
        node = stack.pop()
        if local(node) == "tr":
            if child(form(node), "del") is None:
                yield node
        elif local(node) in ("sdt", "sdtContent", "customXml", "ins"):
            stack += reversed(node)


def _cells(row: _Element) -> Iterator[_Element]:
    stack = list(reversed(row))
    while stack:
        node = stack.pop()
        if local(node) == "tc":
            yield node
        elif local(node) in ("sdt", "sdtContent", "customXml"):
            stack += reversed(node)


def _sign(code: str | None) -> str:
    """The character of a symbol font by its hexadecimal code, "" where that is none."""
    if code is None or re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) is None:
        return ""
    sign = chr(int(code, 16))
    return "" if "\ud800" <= sign < "\ue000" else sign


def _cover(cell: _Element) -> tuple[int, str | None]:
    """How many columns a cell covers, and whether it begins ("restart") or continues a cell of several rows."""
    form = child(cell, "tcPr")
    merge = child(form, "vMerge")
    columns = min(MOST_COLUMNS, max(1, whole(value(child(form, "gridSpan"), "val"), 1)))
    return columns, None if merge is None else value(merge, "val") or "continue"


def _merged(rows: list[list[_Element]], words: Callable[[_Element], str]) -> list[list[Slot]]:
    """The rows of a table; a cell that continues the one above is counted there."""
    starts: list[dict[int, str | None]] = []
    for row in rows:
        column, places = 0, dict[int, str | None]()
        for cell in row:
            columns, merge = _cover(cell)
            places[column] = merge
            column += columns
        starts.append(places)
    slots = []
    for at, row in enumerate(rows):
        line = []
        for cell, (column, merge) in zip(row, starts[at].items(), strict=True):
            if merge == "continue" and at and column in starts[at - 1]:
                continue
            line.append(Slot(words(cell), _cover(cell)[0], _height(starts, at, column) if merge == "restart" else 1))
        slots.append(line)
    return slots


def _height(starts: list[dict[int, str | None]], at: int, column: int) -> int:
    """How many rows the cell covers that begins in row `at`."""
    end = at + 1
    while end < len(starts) and starts[end].get(column) == "continue":
        end += 1
    return end - at


def _choose(root: _Element) -> None:
    """Of content that is there twice, for newer and older programs, keeps the newer."""
    for both in [node for node in root.iter() if local(node) == "AlternateContent"]:
        if child(both, "Choice") is not None:
            for old in list(children(both, "Fallback")):
                both.remove(old)


def _main(archive: Archive) -> str:
    """The name of the part that holds the text."""
    for relation in children(archive.xml("_rels/.rels"), "Relationship"):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _beside(main: str, part: str) -> str:
    return f"{main.rpartition('/')[0]}/{part}".lstrip("/")


def _targets(archive: Archive, main: str) -> dict[str, str]:
    """Where the links of the text lead, by their ids."""
    folder, _, part = main.rpartition("/")
    relations = children(archive.xml(f"{folder}/_rels/{part}.rels".lstrip("/")), "Relationship")
    return {
        relation.get("Id") or "": relation.get("Target") or ""
        for relation in relations
        if relation.get("TargetMode") == "External"
    }


def _notes(archive: Archive, main: str, styles: Styles) -> dict[str, str]:
    """The words of footnotes and endnotes that are seen, by kind and id."""
    found = {}
    for part, kind in (("footnotes.xml", "foot"), ("endnotes.xml", "endn")):
        for note in _below(archive.xml(_beside(main, part))):
            runs = (node for node in note.iter() if local(node) == "r" and docx_hidden.why(node, styles) is None)
            words = "".join(node.text or "" for run in runs for node in children(run, "t"))
            words = words.replace("\u00a0", " ").strip()  # a space that only holds a line together
            found[f"{kind}{value(note, 'id')}"] = words
    return found


def _core(archive: Archive) -> list[tuple[str, str]]:
    """Title and creator, as the file's properties tell them."""
    names = {"title": "title", "creator": "byline"}
    return [
        (names[local(node)], node.text.strip())
        for node in _below(archive.xml("docProps/core.xml"))
        if local(node) in names and node.text and node.text.strip()
    ]


def _below(root: _Element | None) -> Iterator[_Element]:
    """The children of a part's root, none where there is no such part."""
    return iter(() if root is None else root)
