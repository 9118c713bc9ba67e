"""Which runs of a DOCX file nobody sees: hidden text, letters without size, letters in the colour of what is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.colours import WHITE, Colour, are_alike
from donghyang.read.ooxml import child, form, local, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.read.docx_colours import Paint
    from donghyang.read.docx_styles import Styles
    from donghyang.records import Why

_SMALLEST = 3
"""Half points of letters below which nobody reads them."""
_NARROWEST = 5
"""Per cent of their width to which letters can be pressed and still be something; people use 80 to 150."""
_FLATTEST = 20
"""Twentieths of a point: a line or row of that exact height shows nothing of its letters."""
_USUAL = 72
"""Half points of letters whose size is not told: more than any text has, so that nothing is dropped for want of it."""
_WIDEST = 12_000
"""Twentieths of a point: more than a page is wide."""
_OFF = frozenset(("0", "false", "off", "none"))
_MARKERS: dict[str, Colour] = {
    "black": (0, 0, 0), "white": WHITE, "red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "cyan": (0, 255, 255), "magenta": (255, 0, 255), "darkRed": (128, 0, 0),
    "darkGreen": (0, 128, 0), "darkBlue": (0, 0, 128), "darkYellow": (128, 128, 0), "darkCyan": (0, 128, 128),
    "darkMagenta": (128, 0, 128), "darkGray": (128, 128, 128), "lightGray": (192, 192, 192),
}  # fmt: skip
"""Colours of a marker pen (ECMA-376 part 1, 17.18.40)."""


def why(run: _Element, styles: Styles) -> Why | None:
    """Why the words of a run are not seen, None where they are (ECMA-376 part 1, 17.3.2)."""
    own = form(run)
    paragraph = _around(run)
    if own is None and not styles.may_hide:
        return _why_no_room(paragraph, styles)
    if _is_hidden(own, paragraph, styles):
        return "vanish"
    size = whole(value(_told(own, paragraph, styles, "sz"), "val"))
    if 0 < size < _SMALLEST or 0 < _share(_told(own, paragraph, styles, "w")) < _NARROWEST:
        return "size"
    if whole(value(child(own, "spacing"), "val")) <= -10 * (size or _USUAL):
        return "place"  # every letter is drawn on the one before it, or to its left
    return _why_no_colour(own, run, paragraph, styles) or _why_no_room(paragraph, styles)


def why_row(row: _Element) -> Why | None:
    """Why nothing of a table's row is seen, None where it is (ECMA-376 part 1, 17.4)."""
    its = form(row)
    height = child(its, "trHeight")
    if _is_on(child(its, "hidden")):
        return "vanish"
    return "place" if value(height, "hRule") == "exact" and 0 < whole(value(height, "val")) <= _FLATTEST else None


def _why_no_room(paragraph: _Element | None, styles: Styles) -> Why | None:
    """Why nothing of a whole paragraph is seen: its lines have no height, or its frame stands left of the page."""
    its = form(paragraph)
    if paragraph is None or (its is None and not styles.may_hide):
        return None
    lines = child(its, "spacing")
    if lines is None:
        lines = styles.lines(styles.key(paragraph), "spacing")
    if value(lines, "lineRule") == "exact" and 0 < whole(value(lines, "line")) <= _FLATTEST:
        return "size"
    frame = child(its, "framePr")
    is_off = value(frame, "hAnchor") == "page" and whole(value(frame, "x")) + _WIDEST < 0
    return "place" if is_off else None


def _why_no_colour(own: _Element | None, run: _Element, paragraph: _Element | None, styles: Styles) -> Why | None:
    """Whether letters have the colour of what lies behind them, or none."""
    marked = value(_told(own, paragraph, styles, "highlight"), "val")
    is_marked = marked not in (None, *_OFF)
    edge = child(own, "textOutline")
    if edge is not None and child(edge, "noFill") is None:
        return None
    letters = styles.theme.letters(_told(own, paragraph, styles, "color"))
    fill = _told(own, paragraph, styles, "textFill")
    if fill is not None:
        letters, is_none = styles.theme.glow(fill)
        if is_none:
            return "colour"
    if letters is None:
        return None
    ground = _MARKERS.get(marked or "") if is_marked else _ground(own, run, styles)
    return "colour" if ground is not None and are_alike(letters, ground) else None


def _share(told: _Element | None) -> int:
    """To how many per cent letters are pressed; 0 where nothing is told."""
    return whole((value(told, "val") or "").removesuffix("%"))


def _around(run: _Element) -> _Element | None:
    return next((above for above in run.iterancestors() if local(above) == "p"), None)


def _is_hidden(own: _Element | None, paragraph: _Element | None, styles: Styles) -> bool:
    """Whether letters are hidden text; two styles that both say so undo each other (ECMA-376 part 1, 17.7.3)."""
    if (told := child(own, "vanish")) is not None or not styles.may_hide:
        return _is_on(told)
    by_letters = _is_on(styles.letters(value(child(own, "rStyle"), "val") or "", "vanish"))
    by_lines = paragraph is not None and _is_on(styles.letters(styles.key(paragraph), "vanish"))
    return by_letters != by_lines


def _is_on(told: _Element | None) -> bool:
    return told is not None and value(told, "val") not in _OFF


def _told(own: _Element | None, paragraph: _Element | None, styles: Styles, name: str) -> _Element | None:
    """What is said of a run: in it, in its style, in the style of its paragraph."""
    found = child(own, name)
    if found is not None or not styles.may_hide:
        return found
    found = styles.letters(value(child(own, "rStyle"), "val") or "", name)
    return found if found is not None or paragraph is None else styles.letters(styles.key(paragraph), name)


def _ground(own: _Element | None, run: _Element, styles: Styles) -> Colour | None:
    """The colour behind a run, None where it cannot be known: in a styled table, on a shape."""
    if (paint := _fill(own, styles)) is not None:
        return paint.colour
    for above in run.iterancestors():
        tag = local(above)
        its = form(above)
        if tag == "txbxContent" or (tag == "tbl" and styles.paints(value(child(its, "tblStyle"), "val"))):
            return None
        if tag in ("p", "tc", "tbl") and (paint := _fill(its, styles)) is not None:
            return paint.colour
        if tag == "p" and (paint := styles.ground(styles.key(above))) is not None:
            return paint.colour
        if tag == "document":
            return styles.theme.paper(child(above, "background"))
    return WHITE


def _fill(told: _Element | None, styles: Styles) -> Paint | None:
    return styles.theme.paint(child(told, "shd"))
