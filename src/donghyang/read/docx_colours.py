"""Colours of a DOCX file: told outright, or by their place in the theme (ECMA-376 part 1, 17.18.97 and 20.1.6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from donghyang.read.colours import LEAST, WHITE, Colour, colour
from donghyang.read.ooxml import child, local, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACES = {
    **dict.fromkeys(("background1", "light1", "bg1"), "lt1"),
    **dict.fromkeys(("background2", "light2", "bg2"), "lt2"),
    **dict.fromkeys(("text1", "dark1", "tx1"), "dk1"),
    **dict.fromkeys(("text2", "dark2", "tx2"), "dk2"),
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Where a theme keeps the colours that a document calls otherwise."""
_INK: Colour = (0, 0, 0)
_USUAL: dict[str, Colour] = {"lt1": WHITE, "dk1": _INK}
"""What stands for paper and ink where a file has no theme."""
_SHARE = "pct"
_CLEAR = 100_000
"""Thousandths of a per cent: letters through which all shines."""


class Paint(NamedTuple):
    """What lies behind words; without a colour where that cannot be known."""

    colour: Colour | None


class Theme:
    """The colours of a file's theme; paper and ink alone where it has none."""

    def __init__(self, root: _Element | None) -> None:
        self._colours: dict[str, Colour] = dict(_USUAL)
        scheme = child(child(root, "themeElements"), "clrScheme")
        for place in () if scheme is None else scheme:
            told = next((value(one, "lastClr") or value(one, "val") for one in place), None)
            if (found := colour(told or "")) is not None:
                self._colours[local(place)] = found

    def letters(self, told: _Element | None) -> Colour | None:
        """The colour that `w:color` gives; None for the usual one and for one that is not known."""
        return self._named(told, "val", "themeColor")

    def paper(self, told: _Element | None) -> Colour:
        """The colour of the page that `w:background` tells; white where it tells none."""
        return self._named(told, "color", "themeColor") or WHITE

    def paint(self, shade: _Element | None) -> Paint | None:
        """What `w:shd` lays behind words; None where it lays nothing."""
        if shade is None:
            return None
        pattern = value(shade, "val") or "clear"
        fill = self._named(shade, "fill", "themeFill")
        bare = value(shade, "fill") in (None, "", "auto") and value(shade, "themeFill") is None
        if pattern in ("nil", "clear"):
            return None if pattern == "nil" or bare else Paint(fill)
        if not pattern.startswith(_SHARE) and pattern != "solid":
            return Paint(None)
        share = 100 if pattern == "solid" else whole(pattern.removeprefix(_SHARE))
        ink = self._named(shade, "color", "themeColor")
        if ink is None and value(shade, "color") in (None, "auto"):
            ink = _INK
        ground = WHITE if bare else fill
        if ink is None or ground is None:
            return Paint(None)
        red, green, blue = (
            (share * one + (100 - share) * other) // 100 for one, other in zip(ink, ground, strict=True)
        )
        return Paint((red, green, blue))

    def glow(self, fill: _Element) -> tuple[Colour | None, bool]:
        """The colour that `w14:textFill` gives letters, None for one not known; and whether it gives them none."""
        if child(fill, "noFill") is not None:
            return None, True
        solid = child(fill, "solidFill")
        told = next(iter(() if solid is None else solid), None)
        if told is None:
            return None, False
        clear = whole(value(child(told, "alpha"), "val")) >= _CLEAR * (1 - LEAST)
        if any(local(change) != "alpha" for change in told):
            return None, clear
        name = value(told, "val") or ""
        return self._colours.get(_PLACES.get(name, name)) or colour(name), clear

    def _named(self, told: _Element | None, plain: str, theme: str) -> Colour | None:
        """A colour by its place in the theme, or as it is written; a lighter or darker one only as it is written."""
        name = value(told, theme)
        stem = theme.removesuffix("Color")
        is_changed = any(value(told, f"{stem}{change}") is not None for change in ("Tint", "Shade"))
        if name is None or is_changed:
            return colour(value(told, plain) or "")
        return self._colours.get(_PLACES.get(name, name))
