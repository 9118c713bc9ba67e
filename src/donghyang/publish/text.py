"""What may be printed of a string, and how wide it is."""

from __future__ import annotations

import re
from functools import cache

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    r"""
      [\x00-\x08\x0e-\x1f\x7f-\x9f]           # control characters, but not tab and line feed
    | [\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]  # orders to turn the reading direction: a line would read falsely
    | [\ufdd0-\ufdef\ufffe\uffff]              # code points that no text may hold
    """,
    re.VERBOSE,
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST = 2000
"""Of an address that can be followed: Word takes 2,083 characters, typst refuses the whole print above 8,000."""
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def printable(text: str) -> str:
    """`text` without what no page can show: one kind of line end, tabs as spaces, no control characters."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


def web_address(text: str | None) -> str | None:
    """`text` when a reader may be led there (http or https, not too long), else None: it is printed as words.

    Pages can hold `javascript:` links.
    """
    return text if text and len(text) <= _LONGEST and _WEB.fullmatch(text) else None


def width(text: str) -> float:
    """Rough width in em of one line, by the advances of Noto Sans CJK; never far below the truth."""
    return sum(map(_advance, text))


@cache
def _advance(char: str) -> float:
    code = ord(char)
    if 0xAC00 <= code <= 0xD7A3:
        return 0.92
    if code >= 0x1100:
        return 1.0
    if char == " ":
        return 0.23
    if char in "ijl.,:;'|!()[]":
        return 0.35
    if char in "mwMW%@&":
        return 0.95
    return 0.68 if char.isupper() else 0.57
