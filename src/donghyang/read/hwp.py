"""HWP 5 files to Documents: paragraphs, tables, text boxes, captions, notes.

What stands in this format's other corners (charts, forms, links) is left to HWPX: the same file saved as HWPX is read
in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from donghyang.read.compose import DEEPEST, MOST_COLUMNS, Composer, Look, Slot
from donghyang.read.files import no_text
from donghyang.read.hwp_records import (
    CTRL_HEADER,
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PICTURE,
    SHAPE,
    TABLE,
    Record,
    read,
)
from donghyang.read.hwp_styles import Styles
from donghyang.read.hwp_text import DRAWN, Text
from donghyang.records import Document

_UNPRINTED = frozenset((b"head", b"foot", b"secd", b"cold", b"tcmt"))


def document(data: bytes, name: str) -> Document:
    """The paragraphs, tables, text boxes and notes of an HWP 5 file.

    Raises Unreadable when the file is damaged, locked, made for distribution, or holds no text.
    """
    streams = read(data, name)
    reader = _Reader(Styles(streams.styles))
    for section in streams.sections:
        reader.section(section)
    reader.end()
    if reader.composer.is_empty:
        raise no_text(name)
    return reader.composer.document(name, "hwp")


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.composer = Composer()
        self._styles = styles
        self._text = Text(styles)
        self._notes: list[str] = []

    def section(self, root: Record) -> None:
        """Put one section into the document."""
        definitions = (one for one in root.all_below() if one.tag == CTRL_HEADER and _kind(one) == b"secd")
        self._styles.outline = next((one.number(18) for one in definitions), 0)
        self._paragraphs(root.below, 0)

    def end(self) -> None:
        """Put the notes that the text called under it."""
        for number, note in enumerate(self._notes, 1):
            self.composer.paragraph(note, Look(marker=f"{number})", style="각주"))

    def _paragraphs(self, records: Sequence[Record], depth: int) -> None:
        for record in records:
            if record.tag == PARA_HEADER:
                self.composer.words(self._text.words(record), self._look(record))
                for control in record.below:
                    if control.tag == CTRL_HEADER:
                        self._control(control, depth + 1)

    def _look(self, paragraph: Record) -> Look:
        shapes = next((one for one in paragraph.below if one.tag == PARA_CHAR_SHAPE), None)
        shape = shapes.number(4, "<I") if shapes else -1
        return self._styles.look(paragraph.number(8), paragraph.number(10, "<B"), shape)

    def _control(self, control: Record, depth: int) -> None:
        kind = _kind(control)
        if kind in _UNPRINTED:
            return
        if kind in DRAWN:
            self._paragraphs(control.below, depth)  # the caption of a formula
            return
        if kind in (b"fn  ", b"en  "):
            self._notes.append(self._flat(control.below))
        elif depth > DEEPEST:
            self.composer.words(self._flat(control.below), Look())
        elif kind == b"tbl ":
            self._table(control, depth)
        else:
            self._shape(control, depth)

    def _shape(self, holder: Record, depth: int) -> None:
        """A drawn object: its picture, the text in it and under it."""
        for record in holder.below:
            if record.tag == PICTURE:
                self.composer.picture(None)
            elif record.tag == SHAPE and depth <= DEEPEST:
                self._shape(record, depth + 1)
        self._paragraphs(holder.below, depth)

    def _table(self, table: Record, depth: int) -> None:
        place = next((at for at, record in enumerate(table.below) if record.tag == TABLE), len(table.below))
        cells = list(_cells(table.below[place + 1 :]))
        below = _caption_is_below(table.below[:place])
        if not below:
            self._paragraphs(table.below[:place], depth)
        if len(cells) == 1:
            self._paragraphs(cells[0][1], depth)  # a frame around text
        else:
            rows: dict[int, list[Slot]] = {}
            for head, paragraphs in cells:
                columns, height = max(1, head.number(12)), max(1, head.number(14))
                slot = Slot(self._flat(paragraphs), min(MOST_COLUMNS, columns), height)
                rows.setdefault(head.number(10), []).append(slot)
            self.composer.grid([rows[at] for at in sorted(rows)])
        if below:
            self._paragraphs(table.below[:place], depth)

    def _flat(self, records: Sequence[Record]) -> str:
        """The text of a cell or note, its paragraphs as lines."""
        lines = []
        for record in Record(0, -1, b"", list(records)).all_below():
            if record.tag == PARA_HEADER:
                text = self._text.words(record).text.strip()
                marker = self._look(record).marker
                if text:
                    lines.append(f"{marker} {text}" if marker else text)
        return "\n".join(lines)


def _kind(control: Record) -> bytes:
    """The four letters of a control; the file writes them backwards."""
    return control.data[3::-1]


def _cells(records: Sequence[Record]) -> Iterator[tuple[Record, list[Record]]]:
    """The cells of a table: each head with the paragraphs behind it."""
    head: Record | None = None
    paragraphs: list[Record] = []
    for record in records:
        if record.tag == LIST_HEADER:
            if head is not None:
                yield head, paragraphs
            head, paragraphs = record, []
        elif record.tag == PARA_HEADER:
            paragraphs.append(record)
    if head is not None:
        yield head, paragraphs


def _caption_is_below(records: Sequence[Record]) -> bool:
    """Whether the caption among `records` stands under its table (direction 3; 2 is above)."""
    head = next((record for record in records if record.tag == LIST_HEADER), None)
    return head is not None and head.number(8, "<I") & 3 == 3
