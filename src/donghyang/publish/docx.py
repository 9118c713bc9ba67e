"""DOCX by python-docx: named styles, real headings and tables, links, page numbers."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.packing import saved
from donghyang.publish import marks
from donghyang.publish.columns import LINE, Layout, is_sum
from donghyang.publish.docx_notes import REFERENCE, Footnotes
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
from donghyang.publish.stylesheet import Style, StyleSheet, style_sheet
from donghyang.publish.view import Print
from donghyang.publish.wordml import SPACE, node, qualified, run

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_CHINESE, _LINK, _GRID = "Chinese", "Link", "Grid"
"""Ids of the character styles and of the table style."""
_WHOLE = 5000
"""The full width in fiftieths of a per cent (ISO/IEC 29500-1, 17.18.90 ST_TblWidth)."""
_ABOVE = 5
"""Points between a line above a paragraph, and the words."""
_CELL = 5.0
"""White space left and right of a cell's words, in points; what `columns.layout` counts with."""


class DocxOutput(OfficeOutput):
    """The issue as a Word document."""

    name = "docx"

    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The document; its times are those of the issue's day."""
        import docx

        document, look = docx.Document(), style_sheet(printed.look)
        _style_all(document, look)
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


def _twips(points: float) -> int:
    return round(points * 20)


# ---------------------------------------------------------------------------------------------- styles and page


def _style_all(document: Document, look: StyleSheet) -> None:
    """Our named styles, and our look for those that Word knows; Korean is the default language."""
    normal = document.styles["Normal"].element
    plain = [
        # No gap between Hangul and figures: it looks, and is read from paper, as a space.
        node("autoSpaceDE", val=0),
        node("autoSpaceDN", val=0),
        node("spacing", before=0, after=0, line=288, lineRule="auto"),
    ]
    _restyle(normal, plain, _letters(look, Style("Normal", color=look.colours["ink"])))
    normal.rPr.append(node("lang", val="en-US", eastAsia="ko-KR"))
    known = {one.name.lower(): one.element for one in document.styles if one.name}
    for style in look.styles.values():
        element = known.get(style.word or "")
        if element is None:
            element = node("style", node("name", val=style.word or style.name), type="paragraph", styleId=_id(style))
            if style.word is None:
                element.set(qualified("customStyle"), "1")
            element.append(node("basedOn", val="Normal"))
            element.append(node("qFormat"))
            document.styles.element.append(element)
        element.set(qualified("styleId"), _id(style))
        _restyle(element, _form(style, look), _letters(look, style))
    chinese = node("rFonts", eastAsia=look.fonts["chinese"]), node("lang", eastAsia="zh-CN")
    _add_style(document, "character", _CHINESE, "중국어", node("rPr", *chinese))
    _add_style(document, "character", _LINK, "Hyperlink", node("rPr", node("color", val=look.colours["link"])))
    # Stars stand high by themselves; raised they are specks.
    _add_style(document, "character", REFERENCE, "footnote reference", node("rPr"))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = node(
        "tblBorders", *(node(side, val="single", sz=4, space=0, color=look.colours["hair"]) for side in sides)
    )
    room = node("tblCellMar", *(node(side, w=_twips(_CELL), type="dxa") for side in ("left", "right")))
    _add_style(document, "table", _GRID, "동향 표", node("tblPr", borders, room))


def _add_style(document: Document, kind: str, key: str, name: str, form: Element) -> None:
    made = node("style", node("name", val=name), node("qFormat"), form, type=kind, styleId=key)
    document.styles.element.append(made)


def _id(style: Style) -> str:
    """The style's id: ASCII, as some readers want it."""
    name = style.word or "donghyang-" + "-".join(f"{ord(char):x}" for char in style.name)
    return name.title().replace(" ", "")


def _restyle(element: Element, paragraph: Iterable[Element], letters: Iterable[Element]) -> None:
    """Replace what a style says of paragraph and letters."""
    for old in [one for one in element if one.tag in (qualified("pPr"), qualified("rPr"))]:
        element.remove(old)
    element.append(node("pPr", *paragraph))
    element.append(node("rPr", *letters))


def _letters(look: StyleSheet, style: Style) -> list[Element]:
    face = look.fonts[style.face or "korean"]
    half = round(style.size * 2)
    return [
        node("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face),
        *([node("b"), node("bCs")] if style.bold else []),
        node("color", val=style.color),
        node("sz", val=half),
        node("szCs", val=half),
    ]


def _form(style: Style, look: StyleSheet) -> list[Element]:
    """The paragraph's form, in the order that the schema wants."""
    return [
        *([node("keepNext")] if style.keep else []),
        node("keepLines"),
        *([node("pageBreakBefore")] if style.page else []),
        *([_border(style, look)] if style.line or style.fill else []),
        *([node("shd", val="clear", color="auto", fill=style.fill)] if style.fill else []),
        *([node("tabs", node("tab", val="right", pos=_twips(LINE)))] if style.name in CONTENTS else []),
        node("spacing", before=_twips(style.before), after=_twips(style.after)),
        *([_indent(style)] if style.left or style.right else []),
        *([node("jc", val=style.align)] if style.align != "left" else []),
        *([node("outlineLvl", val=style.outline - 1)] if style.outline else []),
    ]


def _border(style: Style, look: StyleSheet) -> Element:
    """The lines of a style; a ground without any reaches a little beyond the words."""
    sides: tuple[str, ...] = (style.line,) if style.line in ("top", "bottom") else ("top", "left", "bottom", "right")
    color = look.colours["hair"] if style.line else style.fill
    # The ground ends where the margins are.
    space = round(min(style.left - style.hang, style.right)) or _ABOVE
    return node("pBdr", *(node(side, val="single", sz=6, space=space, color=str(color)) for side in sides))


def _indent(style: Style, deeper: float = 0) -> Element:
    return node("ind", left=_twips(style.left + deeper), right=_twips(style.right), hanging=_twips(style.hang))


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
        paragraph.get_or_add_pPr().get_or_add_pStyle().set(qualified("val"), _id(look.styles[style]))
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
        run(with_held_spaces(one.text), _CHINESE if one.chinese else _LINK if line.url else None)
        for one in runs(line.text, title=line.foreign)
    ]


class _Writer:
    """Puts paragraphs and tables behind one another."""

    def __init__(self, document: Document, look: StyleSheet) -> None:
        self._part = document.part
        self._body = document.element.body
        self._look = look
        self._anchors = 0
        self._notes = Footnotes(_id(look.styles[NOTE]))

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
        form = node("pPr", node("pStyle", val=_id(style)))
        if line.keep:
            form.append(node("keepNext"))
        if line.fresh:
            form.append(node("pageBreakBefore"))
        if line.depth:
            form.append(_indent(style, line.depth * STEP))
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
        widths = [_twips(width) for width in rows.plan.widths]
        share = min(_WHOLE, round(_WHOLE * sum(rows.plan.widths) / LINE))
        made = node(
            "tbl",
            node(
                "tblPr",
                node("tblStyle", val=_GRID),
                node("tblW", w=share, type="pct"),
                node("jc", val="center"),
                node("tblLayout", type="fixed"),
                node("tblLook", val="0020", firstRow=int(bool(rows.header))),
            ),
            node("tblGrid", *(node("gridCol", w=width) for width in widths)),
        )
        if rows.header:
            cells = (self._cell(text, widths[at], Line("표 머리")) for at, text in enumerate(rows.header))
            made.append(node("tr", node("trPr", node("cantSplit"), node("tblHeader")), *cells))
        for place, row in enumerate(rows.rows):
            line = Line("표 합계" if is_sum(row) else "표", keep=rows.holds(place))
            cells = (self._cell(text, widths[at], line, rows.plan, at) for at, text in enumerate(row))
            made.append(node("tr", node("trPr", node("cantSplit")), *cells))
        return made

    def _cell(self, text: str, width: int, line: Line, plan: Layout | None = None, at: int = 0) -> Element:
        """A cell of lines like `line`; one of the header has no `plan`."""
        form = node("tcPr", node("tcW", w=width, type="dxa"))
        extra = []
        if plan is None:
            form.append(node("shd", val="clear", color="auto", fill=self._look.colours["tint"]))
        elif plan.align[at] != "left":
            extra = [node("ind", right=_twips(plan.inset[at])), node("jc", val=plan.align[at])]
        form.append(node("vAlign", val="center"))
        return node(
            "tc",
            form,
            *(
                self._line(replace(line, text=words, mark=mark), *map(_copied, extra))
                for mark, words in marks.cell_lines(text)
            ),
        )
