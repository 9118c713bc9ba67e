"""The named styles of the Hangul print in the header of its file (KS X 6101, header.xml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from donghyang.publish import hwpx_contents
from donghyang.publish.columns import LINE, Align
from donghyang.publish.office import CONTENTS, STEP, Line
from donghyang.publish.stylesheet import Style, StyleSheet

if TYPE_CHECKING:
    from hwpx import HwpxDocument

MM = 25.4 / 72
"""Millimetres in a point."""
_APART_FROM = 8
"""Points of space above a paragraph on a ground, from which on it stands apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """A style in the file, by its numbers."""

    style: str
    paragraph: str
    letters: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column of a table asks of its lines."""

    align: Align | None = None
    """None: as the style has it; likewise `size`."""
    inset: float = 0
    """White space at the right, in points."""
    size: float | None = None
    """Of the letters, in points."""


NO_CELL = Cell()


class Styles:
    """Our named styles in the file's header."""

    def __init__(self, document: HwpxDocument, look: StyleSheet) -> None:
        self._document = document
        self._look = look
        self._lettered: dict[tuple[str, float, bool], str] = {}
        self._variants: dict[tuple[str, int, bool, bool, Align, float], str] = {}
        self._named = {name: self._make(style) for name, style in look.styles.items()}
        self.link = self._letters(look.styles["주소"], color=look.colours["link"])
        self.marks = {name: self._letters(style, color=style.mark) for name, style in look.styles.items() if style.mark}
        """The letters of the markers, by style."""
        self._without_numbers()

    def of(self, name: str) -> Named:
        """The numbers of a style."""
        return self._named[name]

    def is_apart(self, name: str) -> bool:
        """Whether half of the space above a paragraph is an empty one: ground and line may reach over its own."""
        style = self._look.styles[name]
        return (style.fill is not None or style.line == "top") and style.before >= _APART_FROM

    def shape(self, line: Line, cell: Cell = NO_CELL) -> str:
        """The number of a line's paragraph shape: its style's own, or that with what the line and its cell ask for."""
        style = self._look.styles[line.style]
        key = (line.style, line.depth, line.keep and not style.keep, line.fresh, cell.align or style.align, cell.inset)
        if key == (style.name, 0, False, False, style.align, 0):
            return self._named[line.style].paragraph
        if key not in self._variants:
            self._variants[key] = self._shape(style, line, cell)
        return self._variants[key]

    def _make(self, style: Style) -> Named:
        letters, shape = self._letters(style), self._shape(style, Line(style.name))
        header = self._document.parts.headers[0]
        number = header.ensure_style(style.name, para_pr_id_ref=shape, char_pr_id_ref=letters, lang_id=1042)
        header.ensure_style(style.name, next_style_id_ref=number)
        # Hangul fills in what is not said; LibreOffice does not open a file that lacks it.
        told = self._numbered("style", number)
        told.attrib.update({"engName": told.get("engName", ""), "lockForm": "0"})
        return Named(number, shape, letters)

    def letters(self, name: str, cell: Cell = NO_CELL, *, chinese: bool = False) -> str:
        """The number of a style's letters, as large as the cell asks for; Chinese has a typeface of its own, if any."""
        style, face = self._look.styles[name], self._look.fonts["hangul_chinese"] if chinese else ""
        key = (name, cell.size or style.size, bool(face))
        if key == (name, style.size, False):
            return self._named[name].letters
        if key not in self._lettered:
            self._lettered[key] = self._letters(replace(style, size=key[1]), face=face)
        return self._lettered[key]

    def _letters(self, style: Style, color: str | None = None, face: str = "") -> str:
        face = face or self._look.fonts["hangul_serif" if style.face else "hangul"]
        return self._document.styles.ensure_run(
            bold=style.bold, size=style.size, color=f"#{color or style.color}", font=face
        )

    def _shape(self, style: Style, line: Line, cell: Cell = NO_CELL) -> str:
        """The number of a paragraph shape; python-hwpx makes one on a paragraph, which is taken away again."""
        paragraph = self._document.add_paragraph("", inherit_style=False)
        self._document.styles.apply_paragraph_format(
            paragraphs=[paragraph],
            alignment=cell.align or style.align,
            line_spacing_percent=150,
            # Hangul's margin is that of the first line; the others are moved in by what it hangs.
            indent_left_mm=(style.left - style.hang + line.depth * STEP) * MM,
            indent_right_mm=(style.right + cell.inset) * MM,
            first_line_indent_mm=-style.hang * MM,
            spacing_before_pt=style.before / 2 if self.is_apart(style.name) else style.before,
            spacing_after_pt=style.after,
            outline_level=style.outline,
            keep_with_next=style.keep or line.keep,
            keep_lines=True,
            page_break_before=style.page or line.fresh,
            border=_border(style, self._look),
        )
        shape = str(paragraph.para_pr_id_ref)
        paragraph.remove()
        if style.fill:
            self._tint(shape, style)
        if style.name in CONTENTS:
            hwpx_contents.tabbed(self._document, self._numbered("paraPr", shape), LINE - style.left + style.hang)
        return shape

    def _tint(self, shape: str, style: Style) -> None:
        """A ground for a paragraph shape, which python-hwpx has lines for alone."""
        header = self._document.parts.headers[0]
        ground = self._document.styles.ensure_border_fill(
            border_color=f"#{self._look.colours['hair']}", fill_color=f"#{style.fill}", active_borders=_sides(style)
        )
        for border in self._numbered("paraPr", shape).iter("{*}border"):
            border.set("borderFillIDRef", ground)
        header.mark_dirty()

    def _numbered(self, kind: str, number: str) -> Any:
        """The element of a kind that has a number."""
        header = self._document.parts.headers[0].element
        (found,) = (one for one in header.iter(f"{{*}}{kind}") if one.get("id") == number)
        return found

    def _without_numbers(self) -> None:
        """Outline levels for Hangul's navigation, but without the numbers that it would draw before headings."""
        header = self._document.parts.headers[0]
        for head in header.element.iter("{*}paraHead"):
            head.text = ""
            # LibreOffice (H2Orestart 0.7) draws numbers even so, and no letters in the place of others than digits.
            head.set("numFormat", "DIGIT")
        header.mark_dirty()


def _border(style: Style, look: StyleSheet) -> Mapping[str, Any] | None:
    if not style.line and not style.fill:
        return None
    return {
        "sides": _sides(style) or ("top",),
        "color": f"#{look.colours['hair']}",
        "width": "0.3 mm",
        # A ground without lines reaches to the sides and down: above it stands the paragraph before.
        "offset_mm": 1.5 if style.line else (1.5, 1.5, 0, 1),
        "connect": True,
    }


def _sides(style: Style) -> tuple[str, ...]:
    """The sides of a style's paragraphs that have a line."""
    return ("left", "right", "top", "bottom") if style.line == "box" else (style.line,) if style.line else ()
