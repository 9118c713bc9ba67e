"""Which runs of an HWPX file nobody sees: letters without size, letters in the colour of what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.colours import WHITE, Colour, are_alike, colour
from donghyang.read.ooxml import local, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.read.hwpx_styles import Styles
    from donghyang.records import Why

_SMALLEST = 150
"""Hundredths of a point of letters below which nobody reads them."""
_PLAIN = frozenset(("none", "", None))


def why(run: _Element, styles: Styles) -> Why | None:
    """Why the words of a run are not seen, None where they are (KS X 6101, charPr)."""
    form = styles.letters(value(run, "charPrIDRef"))
    if 0 < whole(value(form, "height")) < _SMALLEST:
        return "size"
    letters = colour(value(form, "textColor") or "")
    shade = value(form, "shadeColor")
    if letters is None or (shade not in _PLAIN and colour(shade or "") is None):
        return None
    ground = colour(shade or "") or _ground(form, run, styles)
    return "colour" if ground is not None and are_alike(letters, ground) else None


def _ground(form: _Element | None, run: _Element, styles: Styles) -> Colour | None:
    """The colour behind a run, None where it cannot be known: on a shape, on a picture or a pattern."""
    found = styles.fill(value(form, "borderFillIDRef"))
    if found is not None:
        return found[0]
    for above in run.iterancestors():
        tag = local(above)
        if tag == "drawText":
            return None
        key = value(styles.form(above), "borderFillIDRef") if tag == "p" else None
        if tag in ("tc", "tbl"):
            key = value(above, "borderFillIDRef")
        if (found := styles.fill(key)) is not None:
            return found[0]
    return WHITE
