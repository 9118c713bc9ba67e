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
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})|#([0-9a-f]{8}|[0-9a-f]{4})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]{1,8})(%?)\s*)?\)")
_CLEAR = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(([^()]{1,80})\)")
LEAST = 0.02
"""Share of a colour, or of opacity, up to which nothing is seen."""
_NEAR = 16
"""Steps of 255 between two colours that no eye tells apart on a page."""


def colour(text: str) -> Colour | None:
    """A colour as red, green and blue; None for one that is not known, or that lets the ground shine through."""
    text = text.strip().lower()
    if text in _NAMED:
        return _NAMED[text]
    if is_clear(text):
        return None
    if found := _HEX.fullmatch(text):
        digits = _digits(found)
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.fullmatch(text):
        return min(255, int(found[1])), min(255, int(found[2])), min(255, int(found[3]))
    return None


def is_clear(text: str) -> bool:
    """Whether a colour is none: wholly transparent."""
    text = text.strip().lower()
    if found := _HEX.fullmatch(text):
        digits = _digits(found)
        return len(digits) == 8 and int(digits[6:], 16) <= 255 * LEAST
    found = _CLEAR.fullmatch(text)
    parts = re.split(r"[\s,/]+", found[1].strip()) if found else []
    if len(parts) != 4:
        return text == "transparent"
    try:
        return float(parts[3].removesuffix("%")) <= LEAST * (100 if parts[3].endswith("%") else 1)
    except ValueError:
        return False


def _digits(found: re.Match[str]) -> str:
    """Two digits for each of the shares."""
    digits: str = found[1] or found[2]
    return digits if len(digits) >= 6 else "".join(2 * digit for digit in digits)


def are_alike(letters: Colour, ground: Colour) -> bool:
    """Whether letters of one colour cannot be seen on the other."""
    return all(abs(one - other) <= _NEAR for one, other in zip(letters, ground, strict=True))
