"""What header.xml of an HWPX file says of a paragraph: style, size, indent, numbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.colours import Colour, colour
from donghyang.read.compose import Height, Look
from donghyang.read.numerals import numeral, symbols
from donghyang.read.ooxml import child, children, local, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNITS_A_COLUMN = 500
"""HWP units (a hundredth of a point) in half the width of a 10 point letter."""


class Styles:
    """Styles and lists of a file; none where it has no header. Lists count as they are drawn."""

    def __init__(self, root: _Element | None) -> None:
        self.outline: str | None = None
        """Which numbering the outline of the section uses."""
        self._kinds: dict[str, dict[str, _Element]] = {}
        for node in () if root is None else root.iter():
            if local(node) in ("style", "charPr", "paraPr", "numbering", "bullet", "borderFill"):
                self._kinds.setdefault(local(node), {})[value(node, "id") or ""] = node
        self._counts: dict[str, dict[int, int]] = {}

    def size(self, key: str | None) -> float | None:
        """The size in points of characters of that kind, None where the file does not say."""
        height = whole(value(self._of("charPr", key), "height"))
        return height / 100 if height else None

    def height(self, key: str | None) -> Height:
        """Where characters of that kind stand on their line."""
        form = self._of("charPr", key)
        if child(form, "supscript") is not None:
            return "raised"
        return "lowered" if child(form, "subscript") is not None else "level"

    def letters(self, key: str | None) -> _Element | None:
        """What is said of characters of that kind, None where there are none."""
        return self._of("charPr", key)

    def form(self, paragraph: _Element) -> _Element | None:
        """What is said of the border and ground of a paragraph, None where nothing is."""
        return child(self._of("paraPr", value(paragraph, "paraPrIDRef")), "border")

    def fill(self, key: str | None) -> tuple[Colour | None] | None:
        """The colour of a ground, None in its place for a pattern or picture; None where there is no ground."""
        brush = child(self._of("borderFill", key), "fillBrush")
        inner = next((node for node in (() if brush is None else brush)), None)
        if inner is None:
            return None
        face = value(inner, "faceColor") if local(inner) == "winBrush" else ""
        if face == "none":
            return None
        return (colour(face or ""),)

    def look(self, paragraph: _Element, size: float | None) -> Look:
        """How a paragraph looks; its list goes on by one."""
        form = self._of("paraPr", value(paragraph, "paraPrIDRef"))
        style = self._of("style", value(paragraph, "styleIDRef"))
        margin = next((node for node in (() if form is None else form.iter()) if local(node) == "margin"), None)
        left = whole(value(child(margin, "left"), "value")) + min(0, whole(value(child(margin, "intent"), "value")))
        return Look(max(0, left // _UNITS_A_COLUMN), self._marker(child(form, "heading")), value(style, "name"), size)

    def _of(self, kind: str, key: str | None) -> _Element | None:
        return self._kinds.get(kind, {}).get(key or "")

    def _marker(self, heading: _Element | None) -> str:
        kind, key, depth = value(heading, "type"), value(heading, "idRef"), whole(value(heading, "level"))
        if kind == "BULLET":
            return symbols(value(self._of("bullet", key), "char") or "").strip()
        if kind == "OUTLINE":
            key = self.outline
        if kind not in ("NUMBER", "OUTLINE") or key is None:
            return ""
        levels = {whole(value(level, "level")) - 1: level for level in children(self._of("numbering", key), "paraHead")}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(key, {})
        counts[depth] = counts.get(depth, whole(value(level, "start"), 1) - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def drawn(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return numeral(value(levels.get(at), "numFormat") or "DIGIT", counts.get(at, 1))

        return re.sub(r"\^(\d)", drawn, level.text or "").strip()
