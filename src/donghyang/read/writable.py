"""What may be written into a tree: lxml takes any character from a page's bytes, and refuses some from a program."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2) does not count among characters."""


def writable(text: str) -> str:
    """The text with U+FFFD for what a tree does not take, as browsers show it; as long as before."""
    return _FORBIDDEN.sub("\ufffd", text)
