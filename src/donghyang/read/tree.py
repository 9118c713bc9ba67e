"""HTML text to an element tree, whatever the page tries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.read.cells import squeeze
from donghyang.read.files import too_many_tags
from donghyang.read.folded import is_undisplayed, unfold

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSHOWN = ("style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video")
_CONTROLS = ("select", "option", "button", "input", "textarea", "datalist", "dialog")
_LAYERS = re.compile(r"</?(?:div|span|font|b|i|u|em|strong|center|section|article|blockquote|ul|ol|dl)\b[^<>]*>", re.I)


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


def strip(root: _Element) -> tuple[str, ...]:
    """Takes out of the tree what a reader never sees: head, scripts, styles, controls, hidden elements.

    Gives the words of the hidden elements, one text each.
    """
    from lxml import etree

    unfold(root)
    etree.strip_elements(root, "head", "script", *_UNSHOWN, *_CONTROLS, with_tail=False)
    for element in root.iter(etree.Element):
        if is_undisplayed(element):
            element.tag = _HIDDEN
    words = tuple(squeeze("".join(element.itertext())) for element in root.iter(_HIDDEN))
    etree.strip_elements(root, _HIDDEN, with_tail=False)
    return tuple(filter(None, words))


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
