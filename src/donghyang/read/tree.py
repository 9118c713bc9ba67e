"""HTML text to an element tree, whatever the page tries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language.numeral import LARGE
from donghyang.read.folded import unfold
from donghyang.read.heights import set_heights
from donghyang.read.hidden import put_aside
from donghyang.read.limits import spend, within
from donghyang.read.sheet import Sheet
from donghyang.read.turned import set_straight
from donghyang.read.writable import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from donghyang.records import Unseen

_UNSHOWN = ("style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video",
            "title", "noframes", "noembed", "meter", "progress")  # fmt: skip
_CONTROLS = ("select", "option", "button", "input", "textarea", "datalist", "dialog")
_DRAWN = ("svg", "math", "canvas", "iframe", "object", "embed", "audio", "video", "img")
"""What a reader sees and we do not read."""
_STRUCK = ("del", "s", "strike")
_NEAR = 8
"""Layers that are looked through for what stands before an element."""
_OBJECT = "\ufffc"
"""Unicode's own sign for what is no text."""
_LAYERS = re.compile(r"</?(?:div|span|font|b|i|u|em|strong|center|section|article|blockquote|ul|ol|dl)\b[^<>]*>", re.I)
_TAG = re.compile(r"""<[a-z](?>(?:[^>"']++|"[^"]*+"|'[^']*+')*)""", re.I)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_LONG_TAG = 10_000
"""Letters of a tag below which its attributes are too few to matter."""


def parse(text: str, name: str) -> _Element | None:
    """The tree of a page, comments left out; None where there is no element at all.

    Raises Unreadable when the page has more tags than one may have.

    A page nested deeper than libxml2 follows (2048 layers) is read again without its layers, so that its words are
    not lost. External entities and addresses are never opened.
    """
    spend("web_tags", text.count("<"))
    within("tag_attributes", max(map(_attributes, _long_tags(text)), default=0))
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", ""), count=1)
    root, too_deep = _parse(text)
    if too_deep:
        root, too_deep = _parse(_LAYERS.sub("\n", text))
    return root


def _long_tags(text: str) -> Iterator[str]:
    """The tags of a page that may have very many attributes: each is held against all others of its tag."""
    at = 0
    while (at := text.find("<", at)) >= 0:
        behind = text.find("<", at + 1)
        if (behind if behind >= 0 else len(text)) - at > _LONG_TAG and (tag := _TAG.match(text, at)):
            yield tag[0]
            behind = tag.end()
        at = behind if behind >= 0 else len(text)


def _attributes(tag: str) -> int:
    """How many attributes a tag has, about; what stands in their values is none."""
    bare = _VALUE.sub("= ", tag)
    return max(len(bare.split()), bare.count("="))


def scripts(root: _Element) -> tuple[str, ...]:
    """The texts of all inline scripts, in order."""
    return tuple(script.text for script in root.iter("script") if script.text and script.text.strip())


def strip(root: _Element) -> tuple[Unseen, ...]:
    """Takes out of the tree what a reader never sees: head, scripts, styles, controls, and hidden words, which come
    back with the reason."""
    from lxml import etree

    sheet = Sheet(root)
    _cover(root)
    unfold(root)
    _part_digits(root)
    passed = ("head", "script", *_UNSHOWN, *_CONTROLS)
    unseen = put_aside(root, sheet, passed)
    etree.strip_elements(root, *passed, with_tail=False)
    set_straight(root)
    set_heights(root)
    return unseen


def _cover(root: _Element) -> None:
    """Hide what stands in an element that shows a tree of its own in place of it, and has no `slot` for it there
    (`template shadowrootmode`, HTML 4.12.3)."""
    for template in list(root.iter("template")):
        host, mode = template.getparent(), (template.get("shadowrootmode") or "").lower()
        if host is None or mode not in ("open", "closed") or next(template.iter("slot"), None) is not None:
            continue
        others = [child for child in host if child is not template]
        behind = host.makeelement("div", {"hidden": ""})
        behind.text, host.text, tail, template.tail = host.text, None, template.tail, None
        template.addnext(behind)
        behind.extend(others)
        behind.text = f"{behind.text or ''} {tail or ''}" if tail else behind.text


def _part_digits(root: _Element) -> None:
    """Keep digits apart between which a page draws what we do not read, and those struck out from those that hold."""
    for element in root.iter(*_DRAWN, *_CONTROLS, *_STRUCK):
        tail, struck = (element.tail or "").lstrip("\u200b")[:1], element.tag in _STRUCK
        if not (tail.isdecimal() or (tail in LARGE and not struck)):
            continue
        if (_last(element) if struck else _before(element)).isdecimal():
            element.tail = (" " if struck else _OBJECT) + writable(element.tail or "")


def _before(element: _Element) -> str:
    """The character that stands close before an element, of its parents or of the one before it; "" for none."""
    for _ in range(_NEAR):
        brother, parent = element.getprevious(), element.getparent()
        if brother is not None:
            return (brother.tail or "")[-1:] or _last(brother)
        if parent is None or parent.text:
            return "" if parent is None else (parent.text or "")[-1:]
        element = parent
    return ""


def _last(element: _Element) -> str:
    """The last character of an element's words; "" where it has none. What stands before it is not read."""
    above: list[_Element | str] = [element]
    while above:
        last = above.pop()
        if isinstance(last, str):
            if last:
                return last[-1]
            continue
        above.append(last.text or "")
        for child in last:
            above += [child, child.tail or ""]
    return ""


def _parse(text: str) -> tuple[_Element | None, bool]:
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        recover=True,
        default_doctype=False,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None, False
    return root, any("xcessive depth" in fault.message for fault in parser.error_log)
