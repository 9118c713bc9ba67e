"""The words of an SVG as outlines of their letters: it looks the same everywhere, and adds no text to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst
    from lxml.etree import _Element as Element

_SVG = "{http://www.w3.org/2000/svg}"
_REGULAR = 400
_HEAVY = ("bold", "600", "700", "800", "900")
_SHIFTS = {"middle": 0.5, "end": 1.0}
_NO_GLYPH = "□"
_Face = tuple[str, dict[int, str], Any, int]


def outlined(svg: str, families: Sequence[str], among: typst.Fonts) -> bytes:
    """`svg` with every text in it drawn, in the first of `families` that has the letter.

    A letter that none of them has is drawn as an empty box.
    """
    from lxml import etree

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for text in list(root.iter(f"{_SVG}text")):
        parent = text.getparent()
        if parent is not None:
            parent.replace(text, _drawn(text, families, among))
    return etree.tostring(root)


def _drawn(text: Element, families: Sequence[str], among: typst.Fonts) -> Element:
    from lxml import etree

    size = float(re.sub(r"[^\d.]", "", text.get("font-size", "10")))
    bold = text.get("font-weight", "") in _HEAVY
    letters = list(_letters("".join(text.itertext()), families, among, bold))
    shift = -sum(wide for _, wide in letters) * size * _SHIFTS.get(text.get("text-anchor", ""), 0)
    group = etree.Element(
        f"{_SVG}g", {key: text.attrib[key] for key in ("transform", "fill", "opacity") if key in text.attrib}
    )
    at, base = float(text.get("x", 0)) + shift, float(text.get("y", 0))
    for outline, wide in letters:
        if outline:
            place = f"translate({at:.2f},{base:.2f}) scale({size:.6g},{-size:.6g})"
            etree.SubElement(group, f"{_SVG}path", {"d": outline, "transform": place})
        at += wide * size
    return group


def _letters(text: str, families: Sequence[str], among: typst.Fonts, bold: bool) -> Iterator[tuple[str, float]]:
    """Outline and width of each letter, in em."""
    faces = [face for family in families if (face := _face(family, among, bold)) is not None]
    for char in text:
        face = next((one for one in faces if ord(char) in one[1]), None)
        sign = char if face is not None else _NO_GLYPH
        face = face or next(one for one in faces if ord(sign) in one[1])
        yield _glyph(face[2], face[1][ord(sign)], face[3])


def _glyph(glyphs: Any, name: str, em: int) -> tuple[str, float]:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.4g}")
    glyphs[name].draw(TransformPen(pen, (1 / em, 0, 0, 1 / em, 0, 0)))
    return pen.getCommands(), glyphs[name].width / em


@cache
def _face(family: str, among: typst.Fonts, bold: bool) -> _Face | None:
    """A family's name, its letters by code point, their outlines and the units of an em; None where it has no file."""
    from fontTools.ttLib import TTFont

    own = [one for one in among.fonts() if one.family == family and one.style == "normal" and one.path]
    weight = 700 if bold else _REGULAR
    if not own:
        return None
    nearest = min(own, key=lambda one: abs(one.weight - weight))
    font = TTFont(str(nearest.path), fontNumber=nearest.index, lazy=True)
    where = {"wght": weight} if "fvar" in font else None
    return family, font.getBestCmap(), font.getGlyphSet(location=where), font["head"].unitsPerEm
