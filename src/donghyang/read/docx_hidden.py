"""Which runs of a DOCX file nobody sees: hidden text, letters without size, letters in the colour of what is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.read.colours import WHITE, Colour, are_alike, colour
from donghyang.read.ooxml import child, form, local, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.read.docx_styles import Styles
    from donghyang.records import Why

_SMALLEST = 3
"""Half points of letters below which nobody reads them."""
_OFF = frozenset(("0", "false", "off", "none"))


def why(run: _Element, styles: Styles) -> Why | None:
    """Why the words of a run are not seen, None where they are (ECMA-376 part 1, 17.3.2)."""
    own = form(run)
    if own is None and not styles.may_hide:
        return None
    paragraph = _around(run)
    hidden = _told(own, paragraph, styles, "vanish")
    if hidden is not None and value(hidden, "val") not in _OFF:
        return "vanish"
    if 0 < whole(value(_told(own, paragraph, styles, "sz"), "val")) < _SMALLEST:
        return "size"
    letters = colour(value(_told(own, paragraph, styles, "color"), "val") or "")
    if letters is None or value(_told(own, paragraph, styles, "highlight"), "val") not in (None, *_OFF):
        return None
    ground = _ground(own, run, styles)
    return "colour" if ground is not None and are_alike(letters, ground) else None


def _around(run: _Element) -> _Element | None:
    return next((above for above in run.iterancestors() if local(above) == "p"), None)


def _told(own: _Element | None, paragraph: _Element | None, styles: Styles, name: str) -> _Element | None:
    """What is said of a run: in it, in its style, in the style of its paragraph."""
    found = child(own, name)
    if found is not None or not styles.may_hide:
        return found
    found = styles.letters(value(child(own, "rStyle"), "val") or "", name)
    return found if found is not None or paragraph is None else styles.letters(styles.key(paragraph), name)


def _ground(own: _Element | None, run: _Element, styles: Styles) -> Colour | None:
    """The colour behind a run, None where it cannot be known: in a styled table, on a shape."""
    if (paint := _fill(own)) is not None:
        return paint
    for above in run.iterancestors():
        tag = local(above)
        its = form(above)
        if tag == "txbxContent" or (tag == "tbl" and styles.paints(value(child(its, "tblStyle"), "val"))):
            return None
        if tag in ("p", "tc", "tbl") and (paint := _fill(its)) is not None:
            return paint
        if tag == "p" and (paint := styles.ground(styles.key(above))) is not None:
            return paint
        if tag == "document":
            return colour(value(child(above, "background"), "color") or "") or WHITE
    return WHITE


def _fill(told: _Element | None) -> Colour | None:
    return colour(value(child(told, "shd"), "fill") or "")
