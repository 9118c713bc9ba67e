"""Style sheets that a page links to and carries in the address itself (`data:`, RFC 2397); others are not fetched."""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATA = "data:text/css"
_BYTE = re.compile(rb"%([0-9A-Fa-f]{2})")
_ESCAPED = 3
"""Characters that one byte takes at most (`%7B`)."""


def is_sheet(link: _Element) -> bool:
    """Whether a link is to a style sheet."""
    return "stylesheet" in (link.get("rel") or "").lower()


def is_inline(link: _Element) -> bool:
    """Whether what it links to stands in the page itself."""
    return (link.get("href") or "").lstrip()[: len(_DATA)].lower() == _DATA


def linked(link: _Element, most: int) -> str:
    """The style sheet that a link carries, `most` characters of it; "" for any other, and for one that is not in use
    when the page is opened."""
    if not (is_sheet(link) and is_inline(link)) or link.get("disabled") is not None:
        return ""
    if "alternate" in (link.get("rel") or "").lower().split():
        return ""
    head, _, body = (link.get("href") or "").lstrip()[: _ESCAPED * most + len(_DATA)].partition(",")
    data = _BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), body.partition("#")[0].encode())
    if head.lower().rstrip().endswith(";base64"):
        letters = b"".join(data.split()).rstrip(b"=")
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]  # cut short: one letter says no byte
        try:
            data = binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        except binascii.Error:
            return ""
    return data.decode("utf-8", "replace")
