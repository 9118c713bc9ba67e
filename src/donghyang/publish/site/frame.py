"""The frame of a page: its head, the bar of links above it, and the way from it to the others.

The bar has no words of its own but names for those who listen, so that an issue's page reads back as the issue.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element, SubElement

from donghyang.publish.body import html
from donghyang.publish.elements import Child, node
from donghyang.publish.site.records import Frame
from donghyang.publish.templating import resource

_ICONS = {
    "home": "M3 11 12 4l9 7v9h-6v-6H9v6H3z",
    "search": "M10 3a7 7 0 1 0 4.2 12.6L20 21l1.5-1.5-5.4-5.4A7 7 0 0 0 10 3z"
    "m0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z",
    "feed": "M4 4v3a13 13 0 0 1 13 13h3A16 16 0 0 0 4 4z"
    "m0 6v3a7 7 0 0 1 7 7h3A10 10 0 0 0 4 10zm2 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
    "back": "M15 4 7 12l8 8 2-2-6-6 6-6z",
    "on": "m9 4-2 2 6 6-6 6 2 2 8-8z",
}


def framed(frame: Frame, path: str, *parts: Element) -> list[Element]:
    """The parts of a page that is no issue, between the title of the series and who publishes it."""
    home = "../" * path.count("/") + "index.html"
    named = node("span", frame.publisher, class_="publisher") if frame.publisher else None
    masthead = node("header", node("div", node("a", frame.title, href=home), named, class_="wide"), class_="masthead")
    return [masthead, *parts, foot(frame, home)]


def foot(frame: Frame, home: str) -> Element:
    """The end of such a page; `home` leads to the first one."""
    title = node("p", node("a", frame.title, href=home), class_="series")
    publisher = node("p", frame.publisher) if frame.publisher else None
    return node("footer", node("div", title, publisher, class_="wide"))


def page(frame: Frame, path: str, title: str, parts: Iterable[Element | None], more: Iterable[str] = ()) -> bytes:
    """A page of the site at `path`; `more` goes into its head."""
    root = "../" * path.count("/")
    told = title if title == frame.title else f"{title} - {frame.title}"
    head = [f"<title>{escape(told)}</title>"]
    if frame.publisher:
        head.append(f'<meta name="author" content="{escape(frame.publisher)}">')
    if frame.url:
        head.append(f'<link rel="canonical" href="{escape(address(frame, path))}">')
    body = "\n".join(html(part) for part in parts if part is not None)
    text = string.Template(resource("site.html")).substitute(head="\n".join([*head, *more]), root=root, body=body)
    return text.encode()


def bar(path: str, ways: Iterable[tuple[str, str, str]] = ()) -> Element:
    """The links above a page: home, search, feed, then `ways` (icon, name, place), seen from `path`."""
    root = "../" * path.count("/")
    links = [("home", "첫 화면", "index.html"), ("search", "찾기", "search.html"), ("feed", "피드", "feed.xml"), *ways]
    made = node("nav", class_="bar", aria_label="사이트")
    made.append(node("a", class_="skip", href="#main", aria_label="본문으로"))
    for icon, name, place in links:
        link = SubElement(made, "a", {"href": root + place, "aria-label": name, "title": name})
        drawn = SubElement(link, "svg", {"viewBox": "0 0 24 24", "aria-hidden": "true"})
        SubElement(drawn, "path", {"d": _ICONS[icon]})
    return made


def main(*parts: Child) -> Element:
    """The main part of a page."""
    return node("main", node("div", *parts, class_="wide"), id="main")


def data(value: object) -> str:
    """JSON as it may stand inside a page or a script: nothing in it ends either."""
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def linked_data(value: object) -> str:
    """JSON-LD for the head of a page."""
    return f'<script type="application/ld+json">{data(value)}</script>'


def address(frame: Frame, path: str) -> str:
    """Where a page will be found; an index is its folder."""
    return frame.url + path.removesuffix("index.html")


def listed(items: Iterable[Element]) -> Element:
    """A list of links."""
    return node("ul", *items, class_="list")


def notices(told: Iterable[tuple[str, ...]]) -> Iterator[Element]:
    """Boxes of corrections, each a notice and what changed."""
    for notice, *changes in told:
        inner = listed(node("li", change) for change in changes) if changes else None
        yield node("aside", node("p", notice, class_="notice"), inner, class_="correction", aria_label="정정")
