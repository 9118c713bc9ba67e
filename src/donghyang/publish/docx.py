"""DOCX by python-docx: named styles, real headings and tables, links, page numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from donghyang.packing import saved
from donghyang.publish import marks
from donghyang.publish.columns import LINE, Layout, is_sum
from donghyang.publish.docx_notes import Footnotes
from donghyang.publish.docx_styles import CHINESE, GRID, LINK, id_of, indent, style_all, twips
from donghyang.publish.notes import parted
from donghyang.publish.numbers import with_held_spaces
from donghyang.publish.office import (
    CONTENTS,
    NOTE,
    STEP,
    ContentsMark,
    Drawn,
    Item,
    Line,
    OfficeOutput,
    Rows,
    items,
)
from donghyang.publish.runs import runs
from donghyang.publish.stylesheet import StyleSheet, style_sheet
from donghyang.publish.view import Print
from donghyang.publish.wordml import SPACE, node, qualified, run

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_WHOLE = 5000
"""The full width in fiftieths of a per cent (ISO/IEC 29500-1, 17.18.90 ST_TblWidth)."""


class DocxOutput(OfficeOutput):
    """The issue as a Word document."""

    name = "docx"

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The document; its times are those of the issue's day."""
        import docx

        document, look = docx.Document(), style_sheet(printed.look)
        style_all(document, look)
        _page(document, look, names["head"])
        writer = _Writer(document, look)
        made = [(item, writer.put(item)) for item in items(printed, footnotes=True)]
        writer.end(document)
        lines = [element for item, element in made if isinstance(item, Line) and item.style in CONTENTS]
        if lines:
            _contents(lines)
            _counted_anew(document)
        _properties(document, names)
        _without_thumbnail(document)
        return saved(document)


def _properties(document: Document, names: Mapping[str, str]) -> None:
    told, moment = document.core_properties, dt.datetime.fromisoformat(names["date"])
    # Office allows 255 characters here.
    told.title, told.author, told.last_modified_by = (names[key][:255] for key in ("title", "author", "author"))
    told.created = told.modified = told.last_printed = moment
    told.language, told.comments, told.revision = "ko-KR", "", 1


def _without_thumbnail(document: Document) -> None:
    """The empty document that python-docx starts from brings a picture of its own."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


# ---------------------------------------------------------------------------------------------- page and contents


def _page(document: Document, look: StyleSheet, head: str) -> None:
    """Paper, running head and page number; the cover has neither."""
    from docx.shared import Pt

    section, page = document.sections[0], look.page
    section.page_width, section.page_height = Pt(page["width"]), Pt(page["height"])
    section.left_margin = section.right_margin = Pt(page["side"])
    section.top_margin, section.bottom_margin = Pt(page["top"]), Pt(page["bottom"])
    section.header_distance = section.footer_distance = Pt(page["edge"])
    section.different_first_page_header_footer = True
    for paragraph, style, parts in (
        (section.header.paragraphs[0]._p, "쪽 머리", [run(head)]),
        (
            section.footer.paragraphs[0]._p,
            "쪽 번호",
            [run("- "), node("fldSimple", run("1"), instr=" PAGE "), run(" -")],
        ),
    ):
        paragraph.get_or_add_pPr().get_or_add_pStyle().set(qualified("val"), id_of(look.styles[style]))
        paragraph.extend(parts)


def _copied(element: Element) -> Element:
    import copy

    return copy.deepcopy(element)


def _contents(lines: list[Element]) -> None:
    """Makes the lines of the contents what Word's own table of contents last said.

    It is made of the marks in the text (TC fields), so that it says the same again, with rubrics and shortened
    headlines; only headlines have page numbers.
    """
    first = next(one for one in lines[0] if one.tag != qualified("pPr"))
    for part in (
        _mark_of_field("begin"),
        _order(' TOC \\f C \\l "1-3" \\n "1-2" \\h \\z '),
        _mark_of_field("separate"),
    ):
        first.addprevious(part)
    lines[-1].append(_mark_of_field("end"))


def _mark_of_contents(mark: ContentsMark) -> list[Element]:
    """A line of the contents where it leads to; nobody sees it there."""
    words = mark.text.replace("\\", "\\\\").replace('"', '\\"')
    found = [_mark_of_field("begin"), _order(f' TC "{words}" \\f C \\l {mark.level} '), _mark_of_field("end")]
    for one in found:
        one.insert(0, node("rPr", node("vanish")))
    return found


def _counted_anew(document: Document) -> None:
    """Word is asked to count the pages of the contents when it opens the file: a number of ours might be another."""
    document.settings.element.append(node("updateFields", val="true"))


def _page_of(anchor: str) -> list[Element]:
    """The number of the page where an anchor stands, empty until Word counts: a number of ours might be another."""
    marks = [_mark_of_field(kind) for kind in ("begin", "separate", "end")]
    return [node("r", node("tab")), marks[0], _order(f" PAGEREF {anchor} \\h "), *marks[1:]]


def _mark_of_field(kind: str) -> Element:
    return node("r", node("fldChar", fldCharType=kind))


def _order(text: str) -> Element:
    """The order of a field."""
    made = node("instrText")
    made.text = text
    made.set(SPACE, "preserve")
    return node("r", made)


# ---------------------------------------------------------------------------------------------- the text


def _runs(line: Line) -> list[Element]:
    return [
        run(with_held_spaces(one.text), CHINESE if one.chinese else LINK if line.url else None)
        for one in runs(line.text, title=line.foreign)
    ]


class _Writer:
    """Puts paragraphs and tables behind one another."""

    def __init__(self, document: Document, look: StyleSheet) -> None:
        self._part = document.part
        self._body = document.element.body
        self._look = look
        self._anchors = 0
        self._notes = Footnotes(id_of(look.styles[NOTE]))

    def put(self, item: Item) -> Element:
        """Put one paragraph, table or picture at the end; what was made."""
        if isinstance(item, Rows):
            made = self._table(item)
        else:
            made = self._drawn(item) if isinstance(item, Drawn) else self._line(item)
        # The last element of the body is the form of its pages.
        self._body[-1].addprevious(made)
        return made

    def end(self, document: Document) -> None:
        """Put the notes that the lines called."""
        self._notes.put(document)

    def _drawn(self, drawn: Drawn) -> Element:
        """A paragraph that holds a picture."""
        from docx.shared import Pt

        image = drawn.image
        inline = self._part.new_pic_inline(io.BytesIO(image.data), Pt(image.width), Pt(image.height))
        inline.docPr.set("name", "")
        inline.docPr.set("descr", drawn.told)
        made = self._line(drawn.line)
        made.append(node("r", node("drawing", inline)))
        return made

    def _line(self, line: Line, *extra: Element) -> Element:
        style = self._look.styles[line.style]
        form = node("pPr", node("pStyle", val=id_of(style)))
        if line.keep:
            form.append(node("keepNext"))
        if line.fresh:
            form.append(node("pageBreakBefore"))
        if line.depth:
            form.append(indent(style, line.depth * STEP))
        form.extend(extra)
        made = node("p", form)
        for mark in line.listed:
            made.extend(_mark_of_contents(mark))
        if line.anchor:
            self._anchors += 1
            made.append(node("bookmarkStart", id=self._anchors, name=line.anchor))
            made.append(node("bookmarkEnd", id=self._anchors))
        if line.mark:
            made.append(run(f"{line.mark} ", color=style.mark))
        words = self._words(line)
        made.extend(self._linked(line, words) if line.url or line.to else words)
        return made

    def _words(self, line: Line) -> list[Element]:
        """The runs of a line; what Word draws in the place of marks among them."""
        made = []
        for words, note in parted(line.text, line.notes):
            made += _runs(replace(line, text=words))
            if note is not None:
                made.append(self._notes.call(_runs(Line(NOTE, note.text))))
        return made

    def _linked(self, line: Line, words: list[Element]) -> list[Element]:
        """The words inside a link to the web or to an anchor."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        if line.style in CONTENTS and line.to:
            words = [*words, *_page_of(line.to)]
        link = node("hyperlink", *words, history=1)
        if line.url:
            link.set(qn("r:id"), self._part.relate_to(line.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        else:
            link.set(qn("w:anchor"), str(line.to))
        return [link]

    def _table(self, rows: Rows) -> Element:
        """A table as wide as its share of the text, so that it fits a column too; its header is on every page."""
        widths = [twips(width) for width in rows.plan.widths]
        share = min(_WHOLE, round(_WHOLE * sum(rows.plan.widths) / LINE))
        made = node(
            "tbl",
            node(
                "tblPr",
                node("tblStyle", val=GRID),
                node("tblW", w=share, type="pct"),
                node("jc", val="center"),
                node("tblLayout", type="fixed"),
                node("tblLook", val="0020", firstRow=int(bool(rows.header))),
            ),
            node("tblGrid", *(node("gridCol", w=width) for width in widths)),
        )
        if rows.header:
            line = Line("표 머리")
            cells = (self._cell(text, line, rows.plan, at, head=True) for at, text in enumerate(rows.header))
            made.append(node("tr", node("trPr", node("cantSplit"), node("tblHeader")), *cells))
        for place, row in enumerate(rows.rows):
            line = Line("표 합계" if is_sum(row) else "표", keep=rows.holds(place))
            cells = (self._cell(text, line, rows.plan, at) for at, text in enumerate(row))
            made.append(node("tr", node("trPr", node("cantSplit")), *cells))
        return made

    def _cell(self, text: str, line: Line, plan: Layout, at: int, *, head: bool = False) -> Element:
        """A cell in the column `at`, of lines like `line`."""
        form = node("tcPr", node("tcW", w=twips(plan.widths[at]), type="dxa"))
        extra = []
        if head:
            form.append(node("shd", val="clear", color="auto", fill=self._look.colours["tint"]))
        elif plan.align[at] != "left":
            extra = [node("ind", right=twips(plan.inset[at])), node("jc", val=plan.align[at])]
        form.append(node("vAlign", val="center"))
        told = [replace(line, text=words, mark=mark) for mark, words in marks.cell_lines(text)]
        made = node("tc", form, *(self._line(one, *map(_copied, extra)) for one in told))
        if plan.size < self._look.styles[line.style].size:
            _draw_in(made, plan.size)
        return made


def _draw_in(cell: Any, size: float) -> None:
    """Let the letters of a cell be of a size, in points."""
    for one in cell.iter(qualified("r")):
        one.get_or_add_rPr().extend((node("sz", val=round(size * 2)), node("szCs", val=round(size * 2))))
