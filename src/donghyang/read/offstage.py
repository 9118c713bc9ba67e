"""Whether a style puts an element where no reader looks, or leaves it no room (CSS Transforms 1, Masking 1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.css import length

if TYPE_CHECKING:
    from donghyang.read.css import Style

_FAR = {"px": 400, "pt": 400, "em": 40, "rem": 40, "%": 100, "vw": 100, "vh": 100, "cm": 10, "mm": 100, "in": 5}
"""How far to the left or above words are off the screen."""
_CLIPPED = re.compile(r"rect\((?:\s*0(?:px)?[\s,]+){3}0(?:px)?\s*\)|rect\(\s*1px[\s,]+1px[\s,]+1px[\s,]+1px\s*\)")
_ZERO = r"0(?:\.0{1,6})?(?:px|pt|r?em|%)?"
_NO_SHAPE = re.compile(
    r"inset\(\s*(?:50|100)%\s*\)"
    rf"|(?:circle\(\s*{_ZERO}|ellipse\(\s*{_ZERO}\s+{_ZERO})(?:\s+at [^()]{{1,40}}|\s*)\)"
    rf"|polygon\(\s*(?:{_ZERO}[\s,]*){{2,40}}\)"
)
_NOTHING = re.compile(r"0+(?:\.0+)?(?:px|pt|em|rem|%)?")
_NO_SCALE = re.compile(r"scale[xy]?\(\s*0(?:\.0{1,6})?\s*[,)]")
_MOVED = re.compile(r"translate(?:[xy]|3d)?\(([^()]{1,60})\)")
_GROWING = frozenset(("flex", "flex-grow", "min-width", "min-height"))
"""What gives room to an element that asks for none."""
_DOT = re.compile(r"0*1(?:\.0+)?px")
"""The size of what only programs for the blind shall find."""
_PADDED = ("padding", "padding-top", "padding-bottom")


def is_off(style: Style, *, has_room: bool = False) -> bool:
    """Whether an element stands where no reader looks, or has no room of its own (`has_room`: it always has)."""
    far = ["text-indent", "margin-left"]
    if style.get("position") in ("absolute", "fixed"):
        far += ["left", "top"]
        if _CLIPPED.fullmatch(style.get("clip", "")):
            return True
    if any(_is_far(style[name]) for name in far if name in style):
        return True
    return (
        bool(_NO_SHAPE.fullmatch(style.get("clip-path", "")))
        or _is_moved(style)
        or (not has_room and _has_no_room(style))
    )


def _is_moved(style: Style) -> bool:
    """Whether a transform leaves nothing of an element or moves it off; shares are how drawers and slides move."""
    told = style.get("transform", "")
    if not told:
        return False
    steps = (step.strip() for found in _MOVED.finditer(told) for step in found[1].split(","))
    return _NO_SCALE.search(told) is not None or any(_is_far(step) for step in steps if not step.endswith("%"))


def _has_no_room(style: Style) -> bool:
    over = style.get("overflow")
    tall = style.get("overflow-y", over) in ("hidden", "clip") or over in ("hidden", "clip")
    wide = style.get("overflow-x", over) in ("hidden", "clip")
    if tall and wide and all(_DOT.fullmatch(style.get(name, "")) for name in ("width", "height")):
        return not _is_tall(style)
    if (
        tall
        and not _is_tall(style)
        and any(_NOTHING.fullmatch(style.get(name, "")) for name in ("height", "max-height"))
    ):
        return True
    if not wide or _GROWING.intersection(style) or style.get("display", "").startswith("table"):
        return False
    return any(_NOTHING.fullmatch(style.get(name, "")) for name in ("width", "max-width"))


def _is_tall(style: Style) -> bool:
    """Whether something else than its height gives an element room from top to bottom."""
    told = [style.get("min-height", "0"), *(style.get(name, "0") for name in _PADDED)]
    return any(not all(_NOTHING.fullmatch(word) for word in one.split()) for one in told)


def _is_far(value: str) -> bool:
    found = length(value)
    return found is not None and found[0] <= -_FAR.get(found[1] or "px", _FAR["px"])
