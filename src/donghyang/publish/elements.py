"""The elements that the HTML print is made of: text with its Chinese marked, numbers held, addresses as links."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from donghyang.publish.numbers import unbroken
from donghyang.publish.runs import runs
from donghyang.publish.text import printable, web_address

Child = Element | str | None


def node(tag: str, *children: Child, **attributes: str) -> Element:
    """An element; strings are text, None is left out, `class_` and `aria_label` are `class` and `aria-label`."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif child and last is not None:
            last.tail = (last.tail or "") + child
        elif child:
            made.text = (made.text or "") + child
    return made


def source(elements: Iterable[Element | None]) -> str:
    """Elements as HTML source, a line each."""
    return "\n".join(tostring(one, encoding="unicode", method="html") for one in elements if one is not None)


def words(text: str, *, title: bool = False) -> list[Child]:
    """Text with its Chinese runs marked and its lines broken."""
    found: list[Child] = []
    for run in runs(printable(text), title=title):
        lines: list[Child] = []
        for at, line in enumerate(run.text.split("\n")):
            lines += [*([node("br")] if at else []), *([line] if run.chinese else _held(line))]
        if run.chinese:
            found.append(node("span", *lines, lang="zh-Hans"))
        else:
            found += lines
    return found


def _held(line: str) -> list[Child]:
    """A line with its numbers and their units held together, and signs with the letters that they lean on."""
    found: list[Child] = []
    at = 0
    for start, end in unbroken(line):
        found += [line[at:start], node("span", line[start:end], class_="held")]
        at = end
    return [*found, line[at:]]


def marker(sign: str) -> Element:
    """The sign before a line."""
    return node("span", sign + " ", class_="mark")


def list_item(sign: str, text: str, **attributes: str) -> Element:
    """A line of a list."""
    return node("li", marker(sign), *words(text), **attributes)


def address(text: str | None) -> Element | None:
    """An address, as a link where it is one; None for none."""
    if not text:
        return None
    if to := web_address(text):
        return node("a", text, class_="url", href=to)
    return node("span", *words(text), class_="url")
