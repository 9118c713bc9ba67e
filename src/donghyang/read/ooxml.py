"""Small steps on the XML of office files, whatever prefix and edition their namespaces have."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def local(element: _Element) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that name, None where there is none (or no element)."""
    return next(children(element, name), None)


def form(element: _Element | None) -> _Element | None:
    """What an element of a DOCX file says of itself (pPr, rPr, tcPr, tblPr), None where it says nothing.

    It stands first (ECMA-376): the rest, which may be ninety thousand runs, is not looked through.
    """
    first = itertools.islice(() if element is None else element, 2)
    return next((below for below in first if local(below).endswith("Pr")), None)


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """The children of that name in order."""
    return (below for below in (() if element is None else element) if local(below) == name)


def value(element: _Element | None, name: str) -> str | None:
    """An attribute by its name without namespace, None where it is absent (or there is no element)."""
    if element is None:
        return None
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


def whole(text: str | None, default: int = 0) -> int:
    """An attribute as a whole number; `default` where it is none or absurdly long."""
    digits = (text or "").strip()
    bare = digits.removeprefix("-")
    return int(digits) if bare.isascii() and bare.isdigit() and len(bare) < 10 else default
