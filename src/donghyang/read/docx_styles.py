"""What styles.xml and numbering.xml of a DOCX file say of a paragraph."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.compose import Height
from donghyang.read.docx_colours import Paint, Theme
from donghyang.read.numerals import numeral, symbols
from donghyang.read.ooxml import child, children, form, local, value, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TWIPS_A_COLUMN = 100
"""A twentieth of a point; half the width of a 10 point letter is a column."""
_PLACES: dict[str, Height] = {"sup": "raised", "sub": "lowered"}
"""Parts of a formula (ECMA-376, part 1, 22.1)."""
_HEIGHTS: dict[str, Height] = {"superscript": "raised", "subscript": "lowered"}
_CHAIN = 12
"""How many styles may stand on one another; more is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it takes over from the styles it stands on."""

    name: str | None = None
    size: float | None = None
    numbering: tuple[str, int] | None = None
    """Number of the list, and level in it."""
    left: int | None = None
    """Indent in twips."""


class Styles:
    """The paragraph styles of a file; none where it has no styles part."""

    def __init__(self, root: _Element | None, theme: Theme) -> None:
        self.theme = theme
        self._elements = {value(style, "styleId") or "": style for style in children(root, "style")}
        self._default = next(
            (
                key
                for key, style in self._elements.items()
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")
            ),
            "",
        )
        self._known: dict[str, Style] = {}
        self._told: dict[tuple[str, str, str], _Element | None] = {}
        self._paints: dict[str, bool] = {}
        self.may_hide = any(
            child(child(style, "rPr"), name) is not None
            for style in self._elements.values()
            for name in ("vanish", "color", "sz", "w", "textFill")
        )
        """Whether some style says how letters look."""

    def key(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        return value(child(form(paragraph), "pStyle"), "val") or self._default

    def letters(self, key: str, name: str) -> _Element | None:
        """What a style, or one it stands on, says of its letters under `name`; None where none says anything."""
        return self._found(key, "rPr", name)

    def ground(self, key: str) -> Paint | None:
        """What a style lays behind its paragraphs, None where it lays nothing."""
        return self.theme.paint(self.lines(key, "shd"))

    def lines(self, key: str, name: str) -> _Element | None:
        """What a style, or one it stands on, says of its paragraphs under `name`; None where none says anything."""
        return self._found(key, "pPr", name)

    def paints(self, key: str | None) -> bool:
        """Whether a style of tables lays colours behind some of its cells."""
        name = key or ""
        if name not in self._paints:
            self._paints[name] = self._lays(name)
        return self._paints[name]

    def _lays(self, key: str) -> bool:
        shades = (node for style in self._chain(key) for node in style.iter() if local(node) == "shd")
        return any(self.theme.paint(node) is not None for node in shades)

    def _found(self, key: str, form: str, name: str) -> _Element | None:
        place = (key, form, name)
        if place not in self._told:
            told = (child(child(style, form), name) for style in self._chain(key))
            self._told[place] = next((one for one in told if one is not None), None)
        return self._told[place]

    def _chain(self, key: str) -> Iterator[_Element]:
        """The style of that id, the one it stands on, and so on; nothing where there is no such style."""
        for _ in range(_CHAIN):
            style = self._elements.get(key)
            if style is None:
                return
            yield style
            key = value(child(style, "basedOn"), "val") or ""

    def of(self, paragraph: _Element) -> Style:
        """The style of a paragraph."""
        key = self.key(paragraph)
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def height(self, run: _Element | None) -> Height:
        """Where the characters of a run stand on their line: by itself, by its character style, in a formula."""
        place = run.getparent() if run is not None else None
        if place is not None and local(place) in _PLACES:
            return _PLACES[local(place)]
        own = child(run, "rPr")
        styles = (child(style, "rPr") for style in self._chain(value(child(own, "rStyle"), "val") or ""))
        told = (value(child(form, "vertAlign"), "val") for form in itertools.chain((own,), styles))
        return _HEIGHTS.get(next((one for one in told if one is not None), ""), "level")

    def _read(self, key: str) -> Style:
        size, numbering, left = None, None, None
        name = value(child(self._elements.get(key), "name"), "val")
        for style in self._chain(key):
            half = whole(value(child(child(style, "rPr"), "sz"), "val"))
            size = size or (half / 2 if half else None)
            numbering = numbering or numbering_of(style)
            left = left if left is not None else left_of(style)
        return Style(name, size, numbering, left)


class Lists:
    """The numbered and bulleted lists of a file, counting as they go."""

    def __init__(self, root: _Element | None) -> None:
        abstract = {value(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        self._levels: dict[str, dict[int, _Element]] = {}
        for number in children(root, "num"):
            kind = abstract.get(value(child(number, "abstractNumId"), "val"))
            levels = {whole(value(level, "ilvl")): level for level in children(kind, "lvl")}
            for override in children(number, "lvlOverride"):
                level = child(override, "lvl")
                if level is not None:
                    levels[whole(value(override, "ilvl"))] = level
            self._levels[value(number, "numId") or ""] = levels
        self._counts: dict[str, dict[int, int]] = {}

    def marker(self, paragraph: _Element, style: Style) -> tuple[str, int]:
        """The marker drawn beside a paragraph ("" without one), and its indent in columns."""
        own = child(paragraph, "pPr")
        found = numbering_of(paragraph) or style.numbering
        left = left_of(paragraph)
        left = style.left if left is None else left
        if found is None or found[0] == "0":
            return "", max(0, (left or 0) // _TWIPS_A_COLUMN)
        level = self._levels.get(found[0], {}).get(found[1])
        if level is None:
            return "", max(0, (left or 0) // _TWIPS_A_COLUMN)
        if left is None or own is None or child(own, "ind") is None:
            left = left_of(level) or left or 0
        return self._draw(found[0], found[1], level), max(0, left // _TWIPS_A_COLUMN)

    def _draw(self, key: str, depth: int, level: _Element) -> str:
        counts = self._counts.setdefault(key, {})
        start = whole(value(child(level, "start"), "val"), 1)
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        form = value(child(level, "numFmt"), "val") or "decimal"
        text = value(child(level, "lvlText"), "val") or ""
        if form == "none":
            return ""
        if form == "bullet":
            return symbols(text).strip()
        return re.sub(r"%(\d)", lambda m: self._count(key, int(m[1]) - 1, counts), text).strip()

    def _count(self, key: str, depth: int, counts: dict[int, int]) -> str:
        level = self._levels.get(key, {}).get(depth)
        form = value(child(level, "numFmt"), "val") or "decimal"
        return numeral(form, counts.get(depth, whole(value(child(level, "start"), "val"), 1)))


def numbering_of(element: _Element) -> tuple[str, int] | None:
    """Number and level of the list that a paragraph or style names, None where it names none."""
    found = child(child(element, "pPr"), "numPr")
    key = value(child(found, "numId"), "val")
    return (key, whole(value(child(found, "ilvl"), "val"))) if key is not None else None


def left_of(element: _Element) -> int | None:
    """The left indent in twips that a paragraph, style or list level names, what the first line hangs out taken off."""
    indent = child(child(element, "pPr"), "ind")
    if indent is None:
        return None
    left = value(indent, "left") or value(indent, "start")
    return whole(left) - whole(value(indent, "hanging")) if left is not None else None
