"""Elements of WordprocessingML (ECMA-376, part 1), as the Word print is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def node(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element; `tag` and attributes without their prefix."""
    from docx.oxml import OxmlElement

    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qualified(name.rstrip("_")), str(value))
    made.extend(children)
    return made


def qualified(name: str) -> str:
    """A name as lxml knows it."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def run(text: str, style: str | None = None, color: str | None = None) -> Element:
    """A run of letters; "\\n" breaks the line."""
    form = [*([node("rStyle", val=style)] if style else []), *([node("color", val=color)] if color else [])]
    made = node("r", *([node("rPr", *form)] if form else []))
    for at, line in enumerate(text.split("\n")):
        if at:
            made.append(node("br"))
        words = node("t")
        words.text = line
        words.set(SPACE, "preserve")
        made.append(words)
    return made
