"""EPUB files to Documents: the pages of the book in reading order, as one page of HTML (EPUB 3.3, 5 and 6)."""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from donghyang.read import html
from donghyang.read.archive import Archive
from donghyang.read.encoding import decode
from donghyang.read.files import damaged

if TYPE_CHECKING:
    from lxml.etree import _Element

    from donghyang.records import Document

_CONTAINER = "META-INF/container.xml"
_PAGE = "application/xhtml+xml"


def document(data: bytes, name: str) -> Document:
    """What the pages of a book show. Raises Unreadable when it is damaged, or shows no words."""
    archive = Archive(data, name, "EPUB")
    container = archive.xml(_CONTAINER)
    place = next((one.get("full-path", "") for one in _named(container, "rootfile")), "")
    package = archive.xml(place)
    if package is None:
        raise damaged(name, "EPUB")
    folder = posixpath.dirname(place)
    items = {one.get("id", ""): one for one in _named(package, "item")}
    title = next((one.text or "" for one in _named(package, "title")), "")
    styles = [
        decode(text).replace("</", "<\\/")
        for one in items.values()
        if one.get("media-type") == "text/css" and (text := archive.read(_member(folder, one))) is not None
    ]
    pages = [
        _body(page)
        for one in _named(package, "itemref")
        if (item := items.get(one.get("idref", ""))) is not None and item.get("media-type") == _PAGE
        if (page := archive.xml(_member(folder, item))) is not None
    ]
    head = f"<title>{escape(title)}</title><style>{''.join(styles)}</style>"
    return html.document(f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(pages)}</body></html>", name)


def _named(root: _Element | None, name: str) -> list[_Element]:
    return [] if root is None else list(root.iter(f"{{*}}{name}"))


def _member(folder: str, item: _Element) -> str:
    written = item.get("href", "").encode("utf-8", "replace")
    place = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), written)
    return posixpath.normpath(posixpath.join(folder, place.decode("utf-8", "replace")))


def _body(page: _Element) -> str:
    """A page of the book as the inside of a page of HTML."""
    from lxml import etree

    for element in page.iter(etree.Element):
        element.tag = etree.QName(element).localname
    found = page.find("body")
    if found is None:
        return ""
    found.tag = "div"
    return etree.tostring(found, encoding="unicode", method="html", with_tail=False)
