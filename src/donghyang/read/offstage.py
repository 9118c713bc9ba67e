"""Whether a style puts an element where no reader looks, or leaves it no room (CSS Transforms 2, Masking 1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.colours import is_clear
from donghyang.read.lengths import at_commas, is_zero, length, pixels, sides, words

if TYPE_CHECKING:
    from donghyang.read.css import Style

_FAR = {"px": 400, "pt": 400, "em": 40, "rem": 40, "%": 100, "vw": 100, "vh": 100, "cm": 10, "mm": 100, "in": 5}
"""How far to the left or above words are off the screen."""
_BEYOND = 5_000
"""Pixels to the right or below that no screen reaches."""
_CLIPPED = re.compile(r"rect\((?:\s*0(?:px)?[\s,]+){3}0(?:px)?\s*\)|rect\(\s*1px[\s,]+1px[\s,]+1px[\s,]+1px\s*\)")
_ZERO = r"0(?:\.0{1,6})?(?:px|pt|r?em|%)?"
_NO_SHAPE = re.compile(
    rf"(?:circle\(\s*{_ZERO}|ellipse\(\s*{_ZERO}\s+{_ZERO})(?:\s+at [^()]{{1,40}}|\s*)\)"
    rf"|polygon\(\s*(?:(?:evenodd|nonzero)\s*,\s*)?(?:{_ZERO}[\s,]*){{2,40}}\)"
    rf"|(?:rect|xywh)\(\s*(?:{_ZERO}\s*){{4}}\)"
)
_INSET = re.compile(r"inset\(\s*([^()]{1,60}?)\s*(?:round [^()]{1,40})?\)")
_STEP = re.compile(
    r"(scale|translate|rotate|matrix|skew)([xyz]|3d)?\(([^()]{0,200}(?:\([^()]{0,100}\)[^()]{0,100}){0,3})\)"
)
_GROWING = frozenset(("flex", "flex-grow", "min-width", "min-height"))
"""What gives room to an element that asks for none."""
_DOT = 1.5
"""Pixels of what only programs for the blind shall find."""
_HEAPED = -16
"""Pixels between letters at which each one stands on the last."""
_PADDED = ("padding", "padding-top", "padding-bottom")
_PLACED = ("absolute", "fixed", "relative", "sticky")
_TURNS = {"deg": 1.0, "rad": 57.29578, "turn": 360.0, "grad": 0.9}
_ANGLE = re.compile(r"(-?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9}))(deg|rad|turn|grad)")
_CLEAR_MASK = re.compile(r"(?:repeating-)?(?:linear|radial|conic)-gradient\((.{1,300})\)")
_MOST_STEPS = 12


def is_off(style: Style, *, has_room: bool = False, moves: bool = False) -> bool:
    """Whether an element stands where no reader looks, or has no room of its own (`has_room`: it always has; `moves`:
    a transform of it is only where it begins)."""
    position = style.get("position")
    if position in ("absolute", "fixed") and _CLIPPED.fullmatch(style.get("clip", "")):
        return True
    transforms = [] if moves else _transforms(style)
    if any(_leaves_nothing(name, axis, given, style) for name, axis, given in transforms):
        return True
    return (
        _is_moved_off(style, transforms, placed=position in _PLACED)
        or _is_cut(style.get("clip-path", ""))
        or _is_heaped(style)
        or _is_too_small(style.get("zoom", ""))
        or (not has_room and _has_no_room(style))
    )


def is_indented(style: Style) -> bool:
    """Whether words begin off the screen, or off an element that cuts off what stands beside it."""
    value = style.get("text-indent", "")
    found = length(value)
    if found is None:
        return False
    cut = style.get("overflow-x", style.get("overflow")) in ("hidden", "clip")
    return _is_far(value) or pixels(found) >= (_FAR["%"] * pixels((1, "%")) if cut else _BEYOND)


def is_masked(style: Style) -> bool:
    """Whether a mask leaves nothing of an element; one that is a picture may leave anything."""
    mask = style.get("mask-image", style.get("mask", ""))
    found = _CLEAR_MASK.fullmatch(mask)
    stops = [words(stop) for stop in at_commas(found[1])] if found else []
    colours = [
        stop for stop in stops if stop and not (stop[0] in ("to", "at", "circle", "from") or _ANGLE.match(stop[0]))
    ]
    return bool(colours) and all(is_clear(stop[0]) for stop in colours)


def _is_moved_off(style: Style, transforms: list[tuple[str, str, list[str]]], *, placed: bool) -> bool:
    """Whether an element is moved off to one side: by its place, its margins and its transforms together."""
    across, down = 0.0, 0.0
    edges = ("left", "right", "top", "bottom") if placed else ()
    for name in (*edges, "margin-left", "margin-top"):
        value = style.get(name, "")
        if name == "right" and style.get("left", "auto") not in ("auto", "?"):
            continue
        if name == "bottom" and style.get("top", "auto") not in ("auto", "?"):
            continue
        by = -_off(value) if name in ("right", "bottom") else _off(value)
        if name.startswith("margin") and by < 0:
            by = min(0.0, by + _padding(style, name.removeprefix("margin-")))
        if name in ("left", "right", "margin-left"):
            across += by
        else:
            down += by
    for name, axis, given in transforms:
        if name != "translate":
            continue
        steps = [0.0 if step.endswith("%") else _off(step) for step in given]
        if axis == "y":
            down += steps[0]
        elif axis != "z":
            across += steps[0]
            down += steps[1] if len(steps) > 1 else 0.0
    return across <= -1 or down <= -1 or across >= _BEYOND / _FAR["px"] or down >= _BEYOND / _FAR["px"]


def _padding(style: Style, side: str) -> float:
    """How far an element's own padding moves its words back, as bars as wide as the screen are made."""
    top, _, _, left = sides(style.get("padding", "")) or ("", "", "", "")
    whole = left if side == "left" else top
    return max(_off(whole), _off(style.get(f"padding-{side}", "")), 0.0)


def _off(value: str) -> float:
    """How far a value moves, where -1 is off the screen to the left or above."""
    found = length(value) if value else None
    return found[0] / _FAR[found[1]] if found and found[1] in _FAR else pixels(found) / _FAR["px"] if found else 0.0


def _transforms(style: Style) -> list[tuple[str, str, list[str]]]:
    """The steps of a transform: what is done, along which axis, by what; shares are how drawers and slides move."""
    found = [
        (step[1], step[2] or "", [one.strip() for one in at_commas(step[3])])
        for step in list(_STEP.finditer(style.get("transform", "")))[:_MOST_STEPS]
    ]
    for name in ("scale", "translate", "rotate"):
        if given := words(style.get(name, "none")):
            axis = given[0] if name == "rotate" and given[0] in ("x", "y", "z") else ""
            found.append((name, axis, given[1:] if axis else given))
    return [step for step in found if step[2]]


def _leaves_nothing(name: str, axis: str, given: list[str], style: Style) -> bool:
    """Whether a step of a transform leaves no more than a line of an element, or turns its back on the reader."""
    if name == "scale":
        shares = given[:1] if axis in ("x", "y") else [] if axis == "z" else given[:2]
        return any(_is_nothing(share) for share in shares)
    if name == "matrix" and not axis and len(given) == 6:
        a, b, c, d = (found[0] if (found := length(one)) else 1.0 for one in given[:4])
        return abs(a * d - b * c) < 0.0004
    if name == "skew" and (turn := _ANGLE.fullmatch(given[0])):
        return abs(float(turn[1]) * _TURNS[turn[2]] % 180 - 90) < 1
    if name == "rotate" and axis in ("x", "y") and (turn := _ANGLE.fullmatch(given[0])):
        degrees = float(turn[1]) * _TURNS[turn[2]] % 360
        back = 90 < degrees < 270
        return abs(degrees % 180 - 90) < 1 or (back and style.get("backface-visibility") == "hidden")
    return False


def _is_nothing(share: str) -> bool:
    found = length(share)
    return found is not None and abs(found[0]) / (100 if found[1] == "%" else 1) < 0.02


def _is_too_small(zoom: str) -> bool:
    """Whether letters are drawn too small, or not at all by some browsers (0, which others take for 1)."""
    return zoom != "" and _is_nothing(zoom)


def _is_cut(shape: str) -> bool:
    """Whether a shape leaves nothing of an element."""
    if _NO_SHAPE.fullmatch(shape):
        return True
    found = _INSET.fullmatch(shape)
    told = [length(word) for word in sides(found[1]) or ()] if found else []
    known = [side for side in told if side is not None]
    if len(known) < 4:
        return False
    top, right, bottom, left = known
    return any(
        all(side[0] == 0 or side[1] == "%" for side in pair) and pair[0][0] + pair[1][0] >= 100
        for pair in ((top, bottom), (left, right))
    ) or any(pixels(side) >= _BEYOND for side in known if side[1] != "%")


def _has_no_room(style: Style) -> bool:
    over = style.get("overflow")
    tall = style.get("overflow-y", over) in ("hidden", "clip") or over in ("hidden", "clip")
    wide = style.get("overflow-x", over) in ("hidden", "clip")
    if tall and not _is_tall(style):
        if any(_is_dot(style.get(name, "")) for name in ("height", "max-height")):
            return True
        if is_zero(style.get("line-height", "")) and "height" not in style:
            return True
    if not wide or _GROWING.intersection(style) or style.get("display", "").startswith("table"):
        return False
    return any(_is_dot(style.get(name, "")) for name in ("width", "max-width"))


def _is_heaped(style: Style) -> bool:
    """Whether letters stand all in one place."""
    found = length(style.get("letter-spacing", ""))
    return found is not None and pixels(found) <= _HEAPED


def _is_dot(value: str) -> bool:
    """Whether a side is none, or so short that no letter is seen."""
    found = length(value)
    return found is not None and (found[0] == 0 or (found[1] not in ("%", "") and pixels(found) <= _DOT))


def _is_tall(style: Style) -> bool:
    """Whether something else than its height gives an element room from top to bottom."""
    told = [style.get("min-height", "0"), *(style.get(name, "0") for name in _PADDED)]
    return any(not all(is_zero(word) for word in words(one)) for one in told)


def _is_far(value: str) -> bool:
    found = length(value)
    return found is not None and _off(value) <= -1
