"""HTML text to an element tree, whatever the page tries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.files import too_many_tags
from donghyang.read.raised import lowered, raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_UNSHOWN = ("style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video")
_CONTROLS = ("select", "option", "button", "input", "textarea", "datalist", "dialog")
_LAYERS = re.compile(r"</?(?:div|span|font|b|i|u|em|strong|center|section|article|blockquote|ul|ol|dl)\b[^<>]*>", re.I)


_VERTICAL = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_MARK_LAYERS = 3
"""Elements around the mark of a note: its link, an emphasis."""
MAX_TAGS = 400_000
"""Tags of a page above which it is refused: the longest law has a hundredth, and a tree costs memory by the tag."""


def parse(text: str, name: str) -> _Element | None:
    """The tree of a page, comments left out; None where there is no element at all.

    Raises Unreadable when the page has more than MAX_TAGS tags.

    A page nested deeper than libxml2 follows (2048 layers) is read again without its layers, so that its words are
    not lost. External entities and addresses are never opened.
    """
    if text.count("<") > MAX_TAGS:
        raise too_many_tags(name, MAX_TAGS)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", ""), count=1)
    root, too_deep = _parse(text)
    if too_deep:
        root, too_deep = _parse(_LAYERS.sub("\n", text))
    return root


def scripts(root: _Element) -> tuple[str, ...]:
    """The texts of all inline scripts, in order."""
    return tuple(script.text for script in root.iter("script") if script.text and script.text.strip())


_HIDDEN = "hidden-element"
"""The name hidden elements get before all of them are taken out at once."""


def strip(root: _Element) -> None:
    """Takes out of the tree what a reader never sees: head, scripts, styles, controls, hidden elements."""
    from lxml import etree

    etree.strip_elements(root, "head", "script", *_UNSHOWN, *_CONTROLS, with_tail=False)
    for element in root.iter(etree.Element):
        style = (element.get("style") or "").replace(" ", "").lower()
        if "display:none" in style or element.get("hidden") is not None:
            element.tag = _HIDDEN
    etree.strip_elements(root, _HIDDEN, with_tail=False)
    _set_heights(root)


def _set_heights(root: _Element) -> None:
    """Writes raised and lowered figures as such, so that every reader of the tree has them."""
    for element, height in _off_the_line(root):
        inner = element
        for _ in range(_MARK_LAYERS):
            if len(inner) == 1 and not (inner.text or "").strip() and not (inner[0].tail or "").strip():
                inner = inner[0]
        if len(inner) or not inner.text or not inner.text.strip():
            continue
        before, around = element.getprevious(), element.getparent()
        ahead = before.tail if before is not None else around.text if around is not None else None
        text = inner.text.strip()
        inner.text = raised((ahead or "")[-1:], text) if height == "super" else lowered(text)


def _off_the_line(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Elements that stand above ("super") or below ("sub") the line, by their name or as word processors write it."""
    for element in root.iter("sup", "sub", "span", "font"):
        style = _VERTICAL.search(element.get("style") or "") if element.tag in ("span", "font") else None
        if style is not None:
            yield element, style[1].lower()
        elif element.tag in ("sup", "sub"):
            yield element, "super" if element.tag == "sup" else "sub"


def _parse(text: str) -> tuple[_Element | None, bool]:
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None, False
    return root, any("xcessive depth" in fault.message for fault in parser.error_log)
