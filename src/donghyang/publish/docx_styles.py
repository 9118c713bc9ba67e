"""The named styles of the Word print (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from donghyang.publish.columns import LINE
from donghyang.publish.docx_notes import REFERENCE
from donghyang.publish.office import CONTENTS
from donghyang.publish.stylesheet import Style, StyleSheet
from donghyang.publish.wordml import node, qualified

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

CHINESE, LINK, GRID = "Chinese", "Link", "Grid"
"""Ids of the character styles and of the table style."""
_ABOVE = 5
"""Points between a line above a paragraph, and the words."""
_CELL, _ABOVE_CELL = 5.0, 2.5
"""White space left and right of a cell's words, in points, what `columns.layout` counts with; above and below."""


def twips(points: float) -> int:
    """Points in Word's twentieths."""
    return round(points * 20)


def style_all(document: Document, look: StyleSheet) -> None:
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
            element = node("style", node("name", val=style.word or style.name), type="paragraph", styleId=id_of(style))
            if style.word is None:
                element.set(qualified("customStyle"), "1")
            element.append(node("basedOn", val="Normal"))
            element.append(node("qFormat"))
            document.styles.element.append(element)
        element.set(qualified("styleId"), id_of(style))
        _restyle(element, _form(style, look), _letters(look, style))
    chinese = node("rFonts", eastAsia=look.fonts["chinese"]), node("lang", eastAsia="zh-CN")
    _add_style(document, "character", CHINESE, "중국어", node("rPr", *chinese))
    _add_style(document, "character", LINK, "Hyperlink", node("rPr", node("color", val=look.colours["link"])))
    # Stars stand high by themselves; raised they are specks.
    _add_style(document, "character", REFERENCE, "footnote reference", node("rPr"))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = node(
        "tblBorders", *(node(side, val="single", sz=4, space=0, color=look.colours["hair"]) for side in sides)
    )
    cell = {"top": _ABOVE_CELL, "left": _CELL, "bottom": _ABOVE_CELL, "right": _CELL}
    room = node("tblCellMar", *(node(side, w=twips(wide), type="dxa") for side, wide in cell.items()))
    _add_style(document, "table", GRID, "동향 표", node("tblPr", borders, room))


def _add_style(document: Document, kind: str, key: str, name: str, form: Element) -> None:
    made = node("style", node("name", val=name), node("qFormat"), form, type=kind, styleId=key)
    document.styles.element.append(made)


def id_of(style: Style) -> str:
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
        *([node("tabs", node("tab", val="right", pos=twips(LINE)))] if style.name in CONTENTS else []),
        node("spacing", before=twips(style.before), after=twips(style.after)),
        *([indent(style)] if style.left or style.right else []),
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


def indent(style: Style, deeper: float = 0) -> Element:
    """The indents of a style, moved in by so many points."""
    return node("ind", left=twips(style.left + deeper), right=twips(style.right), hanging=twips(style.hang))
