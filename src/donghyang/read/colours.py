"""Colours as pages write them, and whether letters of one can be seen on another (CSS Color Module 4)."""

from __future__ import annotations

import colorsys
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
_CALLED = re.compile(r"(rgb|hsl|hwb)a?\(([^()]{1,80})\)")
_PART = re.compile(r"(\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})(%|deg)?")
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
    found = _CALLED.fullmatch(text)
    parts = [_PART.fullmatch(part) for part in re.split(r"[\s,/]+", found[2].strip())] if found else []
    numbers = [(float(part[1]), part[2] or "") for part in parts if part]
    if found is None or len(numbers) != len(parts) or len(numbers) not in (3, 4):
        return None
    return _called(found[1], numbers)


def _called(name: str, parts: list[tuple[float, str]]) -> Colour | None:
    """A colour told by its shares (CSS Color 4, 5 to 8); None for one that is told otherwise."""
    first, second, third = parts[:3]
    if name == "rgb":
        red, green, blue = (min(255, round(one * 2.55 if sign == "%" else one)) for one, sign in parts[:3])
        return red, green, blue
    if first[1] == "%" or second[1] != "%" or third[1] != "%":
        return None
    hue, more, most = first[0] % 360 / 360, min(1.0, second[0] / 100), min(1.0, third[0] / 100)
    if name == "hwb":
        grey = more / (more + most) if more + most >= 1 else None
        pure = (1.0, 1.0, 1.0) if grey is not None else colorsys.hsv_to_rgb(hue, 1, 1)
        shares = tuple(grey if grey is not None else one * (1 - more - most) + more for one in pure)
    else:
        shares = colorsys.hls_to_rgb(hue, most, more)
    red, green, blue = (round(255 * share) for share in shares)
    return red, green, blue


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
