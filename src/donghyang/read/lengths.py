"""Lengths and numbers in the values of style properties, sums and products of them too (CSS Values 4)."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"([-+]?(?:\d{1,12}\.?\d{0,12}|\.\d{1,12})(?:e[-+]?\d{1,2})?)\s*([a-z%]{0,5})")
_PIECE = re.compile(
    r"\s*(?:(?P<number>(?:\d[\d.]{0,20}|\.\d{1,20})[a-z%]{0,5})|(?P<name>[a-z-]{0,12})\(|(?P<sign>[-+*/,)]))"
)
_PIXELS = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 38.0, "mm": 3.8, "q": 0.95, "em": 16.0, "rem": 16.0,
    "ex": 8.0, "rex": 8.0, "ch": 8.0, "rch": 8.0, "ic": 16.0, "lh": 20.0, "rlh": 20.0, "vw": 13.0, "vh": 8.0,
    "vmin": 8.0, "vmax": 13.0, "vi": 13.0, "vb": 8.0, "svw": 13.0, "svh": 8.0, "lvw": 13.0, "lvh": 8.0, "dvw": 13.0,
    "dvh": 8.0, "%": 10.0,
}  # fmt: skip
"""How many pixels a unit is, about, where a page is 1,300 wide and its letters have 16."""
_MOST_PIECES = 60
_MOST_LAYERS = 12
_PICKS = {"min": min, "max": max}
Length = tuple[float, str]
"""A number and its unit, "" where it has none."""


def length(value: str) -> Length | None:
    """A length; None for what is no length (auto, 1.2.3px), or is none that can be worked out.

    A sum of different units is told in pixels.
    """
    if "(" in value:
        return _worked_out(value)
    found = _LENGTH.fullmatch(value)
    if found is None or (found[2] and found[2] not in _PIXELS):
        return None
    return float(found[1]), found[2]


def pixels(of: Length) -> float:
    """A length in pixels, about: the letters around are taken for 16 pixels, what is around for 1,000."""
    return of[0] * _PIXELS[of[1]]


def is_zero(value: str) -> bool:
    """Whether a value is a length of nothing."""
    found = length(value)
    return found is not None and found[0] == 0


def words(value: str) -> list[str]:
    """The words of a value; what stands in brackets is part of its word."""
    if "(" not in value:
        return value.split()
    found, start, depth = list[str](), 0, 0
    for at, sign in enumerate(value):
        if sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
        elif sign.isspace() and depth == 0:
            found.append(value[start:at])
            start = at + 1
    return [word for word in (*found, value[start:]) if word]


def at_commas(value: str) -> list[str]:
    """What stands between commas; what stands in brackets holds together."""
    found, start, depth = list[str](), 0, 0
    for at, sign in enumerate(value):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            found.append(value[start:at])
            start = at + 1
    return [*found, value[start:]]


def sides(value: str) -> tuple[str, str, str, str] | None:
    """The values for top, right, bottom and left, of which those that are left out are like their opposites (CSS Box
    Model 4, 3.2); None where there are none or too many."""
    told = words(value)
    if not 1 <= len(told) <= 4:
        return None
    top, right, bottom, left = (*told, None, None, None)[:4]
    right = right or top
    return top or "", right or "", bottom or top or "", left or right or ""


def _worked_out(value: str) -> Length | None:
    pieces, at = list[str](), 0
    while at < len(value) and len(pieces) < _MOST_PIECES:
        found = _PIECE.match(value, at)
        if found is None:
            return None
        pieces.append(found[0].strip())
        at = found.end()
    if at < len(value):
        return None
    reader = _Reader(pieces)
    try:
        worked = reader.sum(0)
    except (ValueError, IndexError, ZeroDivisionError, OverflowError):
        return None
    return worked if reader.at == len(pieces) else None


class _Reader:
    """Reads sums of products of lengths; what is none raises ValueError or IndexError."""

    def __init__(self, pieces: list[str]) -> None:
        self.pieces, self.at = pieces, 0

    def sum(self, depth: int) -> Length:
        total = self._product(depth)
        while self._next() in ("+", "-"):
            sign = 1 if self._take() == "+" else -1
            other = self._product(depth)
            if total[1] == other[1]:
                total = total[0] + sign * other[0], total[1]
            else:
                total = pixels(total) + sign * pixels(other), "px"
        return total

    def _product(self, depth: int) -> Length:
        total = self._one(depth)
        while self._next() in ("*", "/"):
            over, other = self._take() == "/", self._one(depth)
            if over and other[1]:
                raise ValueError
            total = total[0] / other[0] if over else total[0] * other[0], total[1] or other[1]
        return total

    def _one(self, depth: int) -> Length:
        piece = self._take()
        if piece in ("+", "-"):
            number, unit = self._one(depth)
            return (-number if piece == "-" else number), unit
        if not piece.endswith("("):
            found = length(piece)
            if found is None:
                raise ValueError
            return found
        if depth == _MOST_LAYERS:
            raise ValueError
        given = [self.sum(depth + 1)]
        while self._take_if(","):
            given.append(self.sum(depth + 1))
        if self._take() != ")":
            raise ValueError
        return _picked(piece[:-1], given)

    def _next(self) -> str:
        return self.pieces[self.at] if self.at < len(self.pieces) else ""

    def _take(self) -> str:
        self.at += 1
        return self.pieces[self.at - 1]

    def _take_if(self, sign: str) -> bool:
        if self._next() != sign:
            return False
        self.at += 1
        return True


def _picked(name: str, given: list[Length]) -> Length:
    if name in ("", "calc", "-webkit-calc") and len(given) == 1:
        return given[0]
    if name in _PICKS:
        return _PICKS[name](given, key=pixels)
    if name == "clamp" and len(given) == 3:
        return max(given[0], min(given[1], given[2], key=pixels), key=pixels)
    raise ValueError
