"""Readings over characters (ruby), and words that a page draws in the other direction (bdo, U+202E)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.writable import writable

if TYPE_CHECKING:
    from lxml.etree import _Element

_READINGS = ("rt", "rtc", "rp")
"""What stands over or beside the characters of a ruby: a reading or a gloss, no part of the sentence (HTML, 4.5.10)."""
_OVERRIDE = re.compile("\u202e([^\u202a-\u202e]*)(?:\u202c|$)")
_TURNED = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_RIGHT_TO_LEFT = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)


def set_straight(root: _Element) -> None:
    """Takes readings out of a tree, and writes words as they are drawn where letters run from right to left."""
    from lxml import etree

    etree.strip_elements(root, *_READINGS, with_tail=False)
    turned = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if _is_turned(element):
            turned.append(element)
            walk.skip_subtree()
    for element in turned:
        words = "".join(element.itertext())[::-1]
        for child in list(element):
            element.remove(child)
        element.text = writable(words)
    for element in root.iter():
        if element.text and "\u202e" in element.text:
            element.text = _straight(element.text)
        if element.tail and "\u202e" in element.tail:
            element.tail = _straight(element.tail)


def _is_turned(element: _Element) -> bool:
    if element.tag == "bdo":
        return (element.get("dir") or "").strip().lower() == "rtl"
    style = element.get("style")
    return style is not None and _TURNED.search(style) is not None and _RIGHT_TO_LEFT.search(style) is not None


def _straight(text: str) -> str:
    return writable(_OVERRIDE.sub(lambda found: found[1][::-1], text))
