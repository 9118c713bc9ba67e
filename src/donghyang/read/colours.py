"""Colours as pages write them, and whether letters of one can be seen on another (CSS Color Module 4)."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from donghyang.read.lengths import at_commas

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
_LIGHT = re.compile(r"(ok)?(?:lab|lch)\(\s*(\d{1,3}(?:\.\d{1,6})?)(%?)[\s,]")
_MIX = re.compile(r"color-mix\(\s*in\s+([a-z0-9-]{2,20})[^,]{0,24},(.*)\)")
_SHARE = re.compile(r"(?:(\d{1,3}(?:\.\d{1,4})?)%\s+)?([^%]+?|[^%]*\(.*\))(?:\s+(\d{1,3}(?:\.\d{1,4})?)%)?")
_LONGEST_MIX = 200
"""Characters of a mixture of colours that is worked out."""
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
    if mix := _mix_of(text):
        return _mixed(mix)
    if found := _HEX.fullmatch(text):
        digits = _digits(found)
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _LIGHT.match(text):
        return _of_lightness(float(found[2]) / (1 if found[1] and not found[3] else 100))
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


def _of_lightness(share: float) -> Colour | None:
    """The colour of a lightness, where that alone decides: all or nothing of it (CSS Color 4, 9.3); else None."""
    return WHITE if share >= 1 - LEAST / 2 else _NAMED["black"] if share <= LEAST / 2 else None


def is_clear(text: str) -> bool:
    """Whether a colour is none: wholly transparent."""
    text = text.strip().lower()
    if found := _HEX.fullmatch(text):
        digits = _digits(found)
        return len(digits) == 8 and int(digits[6:], 16) <= 255 * LEAST
    if mix := _mix_of(text):
        return _shows(mix) <= LEAST
    found = _CLEAR.fullmatch(text)
    parts = re.split(r"[\s,/]+", found[1].strip()) if found else []
    if len(parts) != 4:
        return text == "transparent"
    try:
        return float(parts[3].removesuffix("%")) <= LEAST * (100 if parts[3].endswith("%") else 1)
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Mix:
    """Two colours and the share of the second; `shows` says how much of the mixture covers the ground."""

    space: str
    first: str
    second: str
    share: float
    shows: float


def _mix_of(text: str) -> _Mix | None:
    """The two colours of `color-mix(in srgb, white 90%, black)` (CSS Color 5, 3); None for what is no mixture."""
    found = _MIX.fullmatch(text) if len(text) <= _LONGEST_MIX else None
    parts = [_SHARE.fullmatch(part.strip()) for part in at_commas(found[2])] if found else []
    if found is None or len(parts) != 2 or not parts[0] or not parts[1]:
        return None
    first, second = ((part[2], part[1] or part[3]) for part in parts if part)
    told = [None if share is None else min(100.0, float(share)) for _, share in (first, second)]
    one = told[0] if told[0] is not None else 100 - (told[1] if told[1] is not None else 50.0)
    other = told[1] if told[1] is not None else 100 - one
    if one + other <= 0:
        return None
    return _Mix(found[1], first[0].strip(), second[0].strip(), other / (one + other), min(1.0, (one + other) / 100))


def _shows(mix: _Mix) -> float:
    """How much of a mixture covers the ground, a colour that lets a part of it through being taken for whole."""
    clear = [is_clear(one) for one in (mix.first, mix.second)]
    return mix.shows * ((not clear[0]) * (1 - mix.share) + (not clear[1]) * mix.share)


def _mixed(mix: _Mix) -> Colour | None:
    """The colour of a mixture; None where the ground shines through, or where it is mixed in a space that bends."""
    one, other = colour(mix.first), colour(mix.second)
    if _shows(mix) < 1 - LEAST:
        return None
    if mix.share <= LEAST or (one and other and are_alike(one, other)):
        return one
    if mix.share >= 1 - LEAST:
        return other
    if one is None or other is None or mix.space != "srgb":
        return None
    red, green, blue = (round(a + (b - a) * mix.share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _digits(found: re.Match[str]) -> str:
    """Two digits for each of the shares."""
    digits: str = found[1] or found[2]
    return digits if len(digits) >= 6 else "".join(2 * digit for digit in digits)


def are_alike(letters: Colour, ground: Colour) -> bool:
    """Whether letters of one colour cannot be seen on the other."""
    return all(abs(one - other) <= _NEAR for one, other in zip(letters, ground, strict=True))
