"""Colours as pages write them, and whether letters of one can be seen on another (CSS Color Module 4)."""

from __future__ import annotations

import re

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)

# fmt: off
_NAMED: dict[str, Colour] = {
    "white": WHITE, "black": (0, 0, 0), "red": (255, 0, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0),
    "green": (0, 128, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "snow": (255, 250, 250), "ivory": (255, 255, 240), "azure": (240, 255, 255), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250),
}
# fmt: on
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]{1,8})(%?)\s*)?\)")
_NEAR = 16
"""Steps of 255 between two colours that no eye tells apart on a page."""


def colour(text: str) -> Colour | None:
    """A colour as red, green and blue; None for one that is not known, or that lets the ground shine through."""
    text = text.strip().lower()
    if text in _NAMED:
        return _NAMED[text]
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if (found := _RGB.fullmatch(text)) and not is_clear(text):
        return min(255, int(found[1])), min(255, int(found[2])), min(255, int(found[3]))
    return None


def is_clear(text: str) -> bool:
    """Whether a colour is none: wholly transparent."""
    if text.strip().lower() == "transparent":
        return True
    found = _RGB.fullmatch(text.strip().lower())
    return found is not None and found[4] is not None and found[4].strip("0.") == ""


def are_alike(letters: Colour, ground: Colour) -> bool:
    """Whether letters of one colour cannot be seen on the other."""
    return all(abs(one - other) <= _NEAR for one, other in zip(letters, ground, strict=True))
