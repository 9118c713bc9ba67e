"""HWPX files to Documents, from their OWPML (KS X 6101): paragraphs, tables, text boxes, captions, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from donghyang.read import hwpx_hidden, star_notes
from donghyang.read.archive import Archive
from donghyang.read.compose import DEEPEST, MOST_COLUMNS, Composer, Height, Look, Slot, Words
from donghyang.read.files import binary, damaged, locked, no_text
from donghyang.read.hwpx_styles import Styles
from donghyang.read.numerals import numeral
from donghyang.read.ooxml import child, children, local, value, whole
from donghyang.records import Document, Unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNPRINTED = frozenset(
    ("header", "footer", "hiddenComment", "shapeComment", "secPr", "parameters", "formCharPr", "linesegarray", "memo")
)
_HOLDERS = frozenset(
    ("subList", "rect", "ellipse", "polygon", "arc", "curve", "container", "pic", "tbl", "textart", "line")
)
_SIGNS = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_NOTE = "각주"
"""The style of notes."""
_RUBY = ("mainText", "subText")
_BUTTONS = frozenset(("btn", "checkBtn", "radioBtn"))
_COUNTED = frozenset(("PICTURE", "TABLE", "EQUATION"))


class _Paragraph(Words):
    """The words of one paragraph, and what hangs on them."""

    def __init__(self) -> None:
        super().__init__()
        self.objects: list[_Element] = []
        self.size: float | None = None
        self.height: Height = "level"
        self.called: list[str] = []
        """The notes that stars among the words call, in order."""
        self.is_starred = False
        """Whether its notes are called by stars."""


def document(data: bytes, name: str) -> Document:
    """The paragraphs, tables, text boxes and notes of an HWPX file; its title and creator stand in `headers`.

    Raises Unreadable when the file is damaged, locked, unpacks to too much, or holds no text.
    """
    archive = Archive(data, name, "HWPX")
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise locked(name, "HWPX")
    package = archive.xml("Contents/content.hpf")
    sections = _sections(archive, package)
    if not sections:
        raise binary(name) if "Contents/header.xml" not in archive.names else damaged(name, "HWPX")
    reader = _Reader(Styles(archive.xml("Contents/header.xml")))
    for section in sections:
        root = archive.xml(section)
        if root is not None:
            reader.section(root)
    reader.end()
    if reader.composer.is_empty:
        raise no_text(name)
    return reader.composer.document(name, "hwpx", _told(package), reader.unseen)


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.composer = Composer()
        self._styles = styles
        self._notes: list[str] = []
        self._link: str | None = None
        self._are_starred = False
        self._deleted = False
        self._counts: Counter[str] = Counter()
        self.unseen: list[Unseen] = []

    def section(self, root: _Element) -> None:
        """Put one section into the document."""
        properties = next((node for node in root.iter() if local(node) == "secPr"), None)
        self._are_starred = star_notes.in_hangul(properties)
        self._styles.outline = value(properties, "outlineShapeIDRef")
        self._paragraphs(root, 0)

    def end(self) -> None:
        """Put the notes that the text called under it."""
        for number, note in enumerate(self._notes, 1):
            self.composer.paragraph(note, Look(marker=f"{number})", style=_NOTE))

    def _paragraphs(self, parent: _Element, depth: int) -> None:
        for paragraph in parent:
            if local(paragraph) in _HOLDERS:
                self._object(paragraph, depth + 1)  # a table between paragraphs, as other programs write it
            if local(paragraph) != "p":
                continue
            words = self._collect(paragraph, starred=self._are_starred and star_notes.is_free(paragraph))
            self.composer.words(words, self._styles.look(paragraph, words.size))
            for count, note in enumerate(words.called, 1):
                self.composer.paragraph(note, Look(marker=star_notes.STAR * count, style=_NOTE))
            for thing in words.objects:
                self._object(thing, depth + 1)

    def _collect(self, paragraph: _Element, *, starred: bool = False) -> _Paragraph:
        words = _Paragraph()
        words.is_starred = starred
        for run in children(paragraph, "run"):
            text = False
            key = value(run, "charPrIDRef")
            why = hwpx_hidden.why(run, self._styles)
            into = words if why is None else _Paragraph()
            into.height = self._styles.height(key)
            for node in run:
                text |= local(node) == "t" and bool("".join(node.itertext()).strip())
                self._node(node, into)
            if why is not None:
                words.objects += into.objects
                self.unseen += [Unseen(aside, why) for aside in (into.text.strip(),) if aside]
                continue
            if text and words.size is None:
                words.size = self._styles.size(key)
        return words

    def _node(self, node: _Element, words: _Paragraph) -> None:
        tag = local(node)
        if tag == "t":
            self._text(node, words)
        elif tag == "ctrl":
            for control in node:
                self._control(control, words)
        elif tag == "compose":
            words.add(value(node, "composeText") or "")
        elif tag == "dutmal":
            main, above = ("".join(word for part in children(node, name) for word in part.itertext()) for name in _RUBY)
            words.add(f"{main}({above})" if above.strip() else main)
        elif tag in _BUTTONS:
            words.add(value(node, "caption") or "")
        elif tag == "edit":
            words.add("".join(word for part in children(node, "text") for word in part.itertext()))
        elif tag == "equation":
            script = child(node, "script")
            words.add(f" {script.text.strip()} " if script is not None and script.text else "")
            words.objects += children(node, "caption")
        elif tag not in _UNPRINTED:
            words.objects.append(node)

    def _text(self, node: _Element, words: _Paragraph) -> None:
        self._add(node.text, words)
        for sign in node:
            tag = local(sign)
            if tag in ("deleteBegin", "deleteEnd"):
                self._deleted = tag == "deleteBegin"
            else:
                self._add(_SIGNS.get(tag, sign.text if tag in ("insertBegin", "markpenBegin") else ""), words)
            self._add(sign.tail, words)

    def _add(self, text: str | None, words: _Paragraph) -> None:
        if text and not self._deleted:
            words.add(text, self._link, words.height)

    def _control(self, control: _Element, words: _Paragraph) -> None:
        tag = local(control)
        if tag == "fieldBegin" and value(control, "type") == "HYPERLINK":
            found = (node.text for node in control.iter() if value(node, "name") == "Path" and node.text)
            self._link = next(found, None)
        elif tag == "fieldEnd":
            self._link = None
        elif tag == "autoNum":
            words.add(self._number(control))
        elif tag in ("footNote", "endNote"):
            self._call(self._flat(control), words, starred=tag == "footNote")
        elif tag not in _UNPRINTED:
            words.objects.append(control)

    def _call(self, note: str, words: _Paragraph, *, starred: bool) -> None:
        """The mark of a note: one that is drawn as a star stands in the text, and its note below."""
        is_starred = starred and words.is_starred and len(words.called) < star_notes.MOST
        # A star before all words would make an annotation of the line itself.
        if note and is_starred and words.text.strip():
            words.called.append(note)
            words.add(star_notes.STAR * len(words.called))
        else:
            self._notes.append(note)

    def _number(self, control: _Element) -> str:
        """An automatic number as it is drawn in captions; pages and notes are numbered elsewhere."""
        kind, form = value(control, "numType") or "", child(control, "autoNumFormat")
        if kind not in _COUNTED:
            return ""
        self._counts[kind] = whole(value(control, "num")) or self._counts[kind] + 1
        before, after = value(form, "prefixChar") or "", value(form, "suffixChar") or ""
        return before + numeral(value(form, "type") or "DIGIT", self._counts[kind]) + after

    def _object(self, thing: _Element, depth: int) -> None:
        """A table, picture, shape with text in it, or group of them."""
        if depth > DEEPEST:
            self.composer.words(self._flat(thing), Look())
            return
        caption = child(thing, "caption")
        above = value(caption, "side") in ("TOP", "LEFT")
        if caption is not None and above:
            self._caption(caption, depth)
        if local(thing) == "tbl":
            self._table(thing, depth)
        elif local(thing) in ("pic", "ole", "video", "chart"):
            self.composer.picture(
                value(next((node for node in thing if local(node) == "img"), None), "binaryItemIDRef")
            )
        elif local(thing) == "textart":
            self.composer.paragraph(value(thing, "text") or "")
        else:
            for inner in _inner(thing):
                if local(inner) == "subList":
                    self._paragraphs(inner, depth)
                else:
                    self._object(inner, depth + 1)
        if caption is not None and not above:
            self._caption(caption, depth)

    def _caption(self, caption: _Element, depth: int) -> None:
        for part in children(caption, "subList"):
            self._paragraphs(part, depth)

    def _table(self, table: _Element, depth: int) -> None:
        rows = [list(children(row, "tc")) for row in children(table, "tr")]
        if sum(map(len, rows)) == 1:
            for cell in (cell for row in rows for cell in row):
                self._caption(cell, depth)  # a frame around text
            return
        self.composer.grid([[self._slot(cell) for cell in row] for row in rows])

    def _slot(self, cell: _Element) -> Slot:
        span = child(cell, "cellSpan")
        columns, rows = whole(value(span, "colSpan"), 1), whole(value(span, "rowSpan"), 1)
        return Slot(self._flat(cell), min(MOST_COLUMNS, max(1, columns)), max(1, rows))

    def _flat(self, parent: _Element) -> str:
        """The text of a cell or note, its paragraphs as lines."""
        lines = []
        for paragraph in (node for node in parent.iter() if local(node) == "p"):
            words = self._collect(paragraph)
            marker = self._styles.look(paragraph, None).marker
            text = words.text.strip()
            if text:
                lines.append(f"{marker} {text}" if marker else text)
        return "\n".join(lines)


def _inner(thing: _Element) -> Iterator[_Element]:
    """What a shape or group holds: text, or further objects."""
    for node in thing:
        tag = local(node)
        if tag == "drawText":
            yield from children(node, "subList")
        elif tag in _HOLDERS:
            yield node


def _sections(archive: Archive, package: _Element | None) -> list[str]:
    """The members with the text, in reading order, each once however often the spine of the package names it."""
    places: dict[str, str] = {}
    order: list[str] = []
    for node in () if package is None else package.iter():
        if local(node) == "item":
            places[value(node, "id") or ""] = value(node, "href") or ""
        elif local(node) == "itemref":
            order.append(value(node, "idref") or "")
    named = [place for key in order if re.search(r"section\d+\.xml$", place := places.get(key, ""))]
    found = [place if place in archive.names else f"Contents/{place.rpartition('/')[2]}" for place in named]
    there = list(dict.fromkeys(place for place in found if place in archive.names))
    loose = {place for place in archive.names if re.fullmatch(r"Contents/section\d+\.xml", place)} - set(there)
    return there + sorted(loose, key=lambda place: whole(re.sub(r"\D", "", place)))


def _told(package: _Element | None) -> list[tuple[str, str]]:
    """Title and creator, as the package tells them."""
    told = []
    for node in () if package is None else package.iter():
        text = (node.text or "").strip()
        if local(node) == "title" and text:
            told.append(("title", text))
        elif local(node) == "meta" and value(node, "name") == "creator" and text:
            told.append(("byline", text))
    return told
