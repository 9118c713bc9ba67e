"""HWPX by python-hwpx: named styles, an outline without numbers, real tables, links, page numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

from donghyang.packing import repacked
from donghyang.publish import bounds, hwpx_contents, hwpx_notes, keeping, marks
from donghyang.publish.columns import is_sum
from donghyang.publish.hwpx_styles import MM, NO_CELL, Cell, Styles
from donghyang.publish.notes import parted
from donghyang.publish.numbers import HELD_SPACE, with_held_spaces
from donghyang.publish.office import (
    NOTE,
    Drawn,
    Item,
    Line,
    OfficeOutput,
    Rows,
    items,
)
from donghyang.publish.runs import Run, runs
from donghyang.publish.stylesheet import StyleSheet, style_sheet
from donghyang.publish.view import Print

if TYPE_CHECKING:
    from hwpx import HwpxDocument

_UNITS = 100
"""HWP units in a point."""
_MOST_RUNS = 400
"""Runs of a line; what is left stands in one more. For each run, python-hwpx 6 looks at all those before it."""
_LISTED = ("절 제목", "기사 제목", "단신 제목")
"""What Hangul puts into a table of contents that it makes (차례 만들기)."""
_HELD = HELD_SPACE.encode()
_APART = b"</hp:t><hp:t>"
"""What stands around a sign inside a stretch of text: some readers pass over what comes behind one."""
_BREAK = b"<hp:lineBreak/>"
_BOUND = _APART + b"<hp:nbSpace/>" + _APART
"""Hangul's own bound space."""
_TITLE = b'<hp:titleMark ignore="1"/>'
_WORDS = re.compile(rb"<hp:t>(?:<hp:titleMark[^>]*/>)?[^<]*</hp:t>")
_SHOWN = re.compile(rb'(?<=[a-z]=")(?:true|false)(?=")')
_BOOLEAN = {b"true": b"1", b"false": b"0"}
_TAG = re.compile(rb"<hp:(\w+)[ \t\n][^<>]*>")
_OBJECT_ID = re.compile(rb'(?<=[ \t\n])(id|idRef|beginIDRef|instid|instId)="([1-9]\d*)"')
_ONE_OBJECT = {b"headerApply": b"header", b"footerApply": b"footer", b"fieldEnd": b"fieldBegin"}
"""Elements that lead to another, which bears the number."""
_AGAIN = {b"header", b"footer", *_ONE_OBJECT}
"""Elements whose number has been told before, or will be told again."""


def _few(parted: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a line, those beyond the most in one that is Korean."""
    rest = "".join(one.text for one in parted[_MOST_RUNS:])
    return (*parted[:_MOST_RUNS], Run(rest, chinese=False)) if rest else parted


class HwpxOutput(OfficeOutput):
    """The issue as a document of Hangul."""

    name = "hwpx"

    def prepare(self, printed: Print) -> Mapping[str, str]:
        """As the other office format; no more than python-hwpx holds in memory."""
        bounds.fits_pages(printed, "HWPX")
        return super().prepare(printed)

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The document; its times are those of the issue's day."""
        from hwpx import HwpxDocument

        document = HwpxDocument.new()
        look = style_sheet(printed.look)
        writer = _Writer(document, look)
        _page(document, writer, names["head"])
        for item in items(printed, footnotes=True):
            writer.put(item)
        hwpx_notes.form(document)
        # The empty document that python-hwpx starts from brings an author, dates and a preview of its own.
        document.parts.clear_document_metadata()
        document.parts.clear_preview()
        moment = f"{names['date']}T00:00:00Z"
        document.parts.set_document_metadata(
            title=names["title"],
            creator=names["author"],
            subject="",
            keyword="",
            created_date=moment,
            modified_date=moment,
        )
        stream = io.BytesIO()
        document.save_to_stream(stream)
        return repacked(_finished(stream.getvalue()))


def _finished(data: bytes) -> bytes:
    """The archive with what python-hwpx leaves undone.

    Its objects are numbered as they come, not by chance; a space that holds a number and its unit is Hangul's own;
    lines break between Korean words, not within them.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename.startswith("Contents/section"):
                content = hwpx_contents.led(_counted(content))
                content = _SHOWN.sub(lambda found: _BOOLEAN[found[0]], content)
                content = _WORDS.sub(lambda found: found[0].replace(_HELD, _BOUND), content)
                content = content.replace(_TITLE, _TITLE + _APART).replace(_BREAK, _APART + _BREAK + _APART)
            elif member.filename == "Contents/header.xml":
                content = content.replace(b'breakNonLatinWord="BREAK_WORD"', b'breakNonLatinWord="KEEP_WORD"')
            target.writestr(member, content)
    return stream.getvalue()


def _counted(content: bytes) -> bytes:
    """A section with its objects numbered by their place.

    python-hwpx draws their numbers: two of one document can be equal, so what leads to an object is known by its kind.
    """
    numbers = count(1001)
    known: defaultdict[bytes, dict[bytes, bytes]] = defaultdict(dict)

    def renumbered(tag: re.Match[bytes]) -> bytes:
        kind = _ONE_OBJECT.get(tag[1], tag[1])
        if tag[1] not in _AGAIN:
            known[kind] = {}
        own = known[kind]

        def number(found: re.Match[bytes]) -> bytes:
            if found[2] not in own:
                own[found[2]] = str(next(numbers)).encode()
            return found[1] + b'="' + own[found[2]] + b'"'

        return _OBJECT_ID.sub(number, tag[0])

    return _TAG.sub(renumbered, content)


def _page(document: HwpxDocument, writer: _Writer, head: str) -> None:
    """Paper, running head and page number; the cover has neither."""
    page = {name: value * MM for name, value in writer.look.page.items()}
    document.page.setup(
        width_mm=page["width"],
        height_mm=page["height"],
        margin_left_mm=page["side"],
        margin_right_mm=page["side"],
        # Hangul counts the head's room on top of the margin.
        margin_top_mm=page["edge"],
        margin_bottom_mm=page["edge"] * 0.8,
        header_margin_mm=page["top"] - page["edge"],
        footer_margin_mm=page["bottom"] - page["edge"] * 0.8,
    )
    if head:
        writer.dress(document.page.set_header(text=head).paragraphs, "쪽 머리")
    _number_pages(document)
    document.page.set_visibility(hide_first_header=True, hide_first_page_num=True)


def _number_pages(document: HwpxDocument) -> None:
    """Hangul's own page number (쪽 번호 매기기), which is drawn in the letters of the style of that name.

    python-hwpx puts an automatic number and such a control into a foot: that would be drawn twice.
    """
    run = next(document.paragraphs[0].element.iter("{*}run"))
    space = run.tag.removesuffix("run")
    control = run.makeelement(f"{space}ctrl", {})
    control.append(run.makeelement(f"{space}pageNum", {"pos": "BOTTOM_CENTER", "formatType": "DIGIT", "sideChar": "-"}))
    run.append(control)


class _Writer:
    """Puts paragraphs and tables behind one another."""

    def __init__(self, document: HwpxDocument, look: StyleSheet) -> None:
        self._document = document
        self.look = look
        self._styles = Styles(document, look)
        self._fills = tuple(
            document.styles.ensure_border_fill(border_color=f"#{look.colours['hair']}", fill_color=fill)
            for fill in (None, f"#{look.colours['tint']}")
        )
        self._begun = False

    def dress(self, paragraphs: Iterable[Any], name: str) -> None:
        """Give paragraphs that hold their words already a style."""
        named = self._styles.of(name)
        for paragraph in paragraphs:
            paragraph.style_id_ref, paragraph.para_pr_id_ref = named.style, named.paragraph
            for run in paragraph.runs:
                run.char_pr_id_ref = named.letters

    def put(self, item: Item) -> None:
        """Put one paragraph, table or picture at the end."""
        if isinstance(item, Rows):
            self._table(item)
            return
        if isinstance(item, Line) and not item.fresh and self._styles.is_apart(item.style):
            self._fill(self._next(), Line("사이"))
        if isinstance(item, Drawn):
            self._drawn(self._next(), item)
        else:
            self._fill(self._next(), item)

    def _next(self) -> Any:
        """An empty paragraph at the end; the first is that of the new document, which holds the form of its pages."""
        if self._begun:
            return self._document.add_paragraph("", inherit_style=False)
        self._begun = True
        return self._document.paragraphs[0]

    def _drawn(self, paragraph: Any, drawn: Drawn) -> None:
        """Give a paragraph its picture."""
        self._fill(paragraph, drawn.line)
        image = drawn.image
        item = self._document.media.add_image(image.data, "jpg" if image.kind == "jpeg" else image.kind)
        made = paragraph.add_picture(
            item.item_id, width=round(image.width * _UNITS), height=round(image.height * _UNITS)
        )
        for comment in made.element.iter("{*}shapeComment"):
            comment.text = drawn.told

    def _fill(self, paragraph: Any, line: Line, cell: Cell = NO_CELL) -> None:
        """Give a paragraph its style and words; the empty run that it may hold is filled first."""
        named = self._styles.of(line.style)
        paragraph.style_id_ref = named.style
        paragraph.para_pr_id_ref = self._styles.shape(line, cell)
        letters = paragraph.char_pr_id_ref = self._styles.letters(line.style, cell)
        mark = f"{line.mark} " if line.mark else ""
        if line.anchor:
            paragraph.add_bookmark(line.anchor)
        target = line.url or (f"#{line.to}" if line.to else None)
        if target is not None:
            paragraph.text = mark
            paragraph.add_hyperlink(target, line.text, char_pr_id_ref=self._styles.link if line.url else letters)
            if line.to:
                hwpx_contents.number(paragraph, line.to, letters)
            return
        coloured = self._styles.marks.get(line.style) if mark else None
        foreign = self._styles.letters(line.style, cell, chinese=True)
        if coloured or line.notes or foreign != letters:
            paragraph.text = ""
            if mark:
                paragraph.add_run(mark, char_pr_id_ref=coloured or letters)
            self._noted(paragraph, line, letters, foreign)
        else:
            paragraph.text = mark + with_held_spaces(line.text)
        if line.style in _LISTED and line.text:
            paragraph.add_title_mark(in_toc=True)

    def _noted(self, paragraph: Any, line: Line, letters: str, foreign: str) -> None:
        """Add the words of a line, and in the place of marks among them the notes whose marks Hangul draws."""
        named = self._styles.of(NOTE)
        for words, note in parted(line.text, line.notes):
            for one in _few(runs(words, title=line.foreign)):
                paragraph.add_run(with_held_spaces(one.text), char_pr_id_ref=foreign if one.chinese else letters)
            if note is None:
                continue
            control = hwpx_notes.call(paragraph, with_held_spaces(note.text), named.letters)
            for below in control.iter("{*}p"):
                below.set("styleIDRef", named.style)
                below.set("paraPrIDRef", named.paragraph)

    def _table(self, rows: Rows) -> None:
        """A table that flows over pages and repeats its header."""
        lines = [rows.header, *rows.rows] if rows.header else [*rows.rows]
        plain, tinted = self._fills
        widths = [round(width * _UNITS) for width in rows.plan.widths]
        heights = [_height(row, rows) for row in lines]
        table = self._document.add_table(
            len(lines),
            len(widths),
            width=sum(widths),
            height=sum(heights),
            border_fill_id_ref=plain,
            para_pr_id_ref=self._styles.shape(Line("표"), Cell("center")),
        )
        table.set_treat_as_char(False)
        table.element.set("repeatHeader", "1" if rows.header else "0")
        if rows.whole:
            table.element.set("pageBreak", "NONE")
        for place in table.element.iterchildren("{*}pos"):
            place.set("horzAlign", "CENTER")
        for at, (row, cells) in enumerate(zip(table.rows, lines, strict=True)):
            head = bool(rows.header) and at == 0
            keep = not head and rows.holds(at - bool(rows.header))
            style = "표 머리" if head else "표 합계" if is_sum(cells) else "표"
            for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                cell.set_size(widths[place], heights[at])
                # The margins of the table, which LibreOffice asks each cell for.
                cell.element.set("hasMargin", "1")
                if head:
                    cell.element.set("header", "1")
                    cell.element.set("borderFillIDRef", tinted)
                plan = rows.plan
                own = Cell(size=plan.size) if head else Cell(plan.align[place], plan.inset[place], plan.size)
                for number, (mark, words) in enumerate(marks.cell_lines(text)):
                    paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                    self._fill(paragraph, Line(style, words, mark, keep=keep), own)


def _height(row: tuple[str, ...], rows: Rows) -> int:
    """The least height of a row, in HWP units: LibreOffice makes none higher."""
    return round((keeping.lines_of(row, rows.plan) * rows.plan.size * 1.5 + 6) * _UNITS)
