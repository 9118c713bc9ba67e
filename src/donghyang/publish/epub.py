"""EPUB 3.3: one page a section, made of the parts of the HTML print; the same issue gives the same bytes.

What the format asks of a file stands in https://www.w3.org/TR/epub-33/ (OCF container, package document, navigation
document) and, for what its metadata says of access, in https://www.w3.org/TR/epub-a11y-11/.
"""

from __future__ import annotations

import io
import string
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement
from xml.sax.saxutils import escape

from donghyang.packing import repacked
from donghyang.publish import marks
from donghyang.publish.body import PictureFile, body, of_class, take_pictures, xhtml
from donghyang.publish.images import Image
from donghyang.publish.templating import coloured, resource
from donghyang.publish.theme import Look
from donghyang.publish.view import DraftView, Print, view
from donghyang.records import Issue

_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DROPPED = ("tabindex", "aria-level", "role")
"""Attributes that serve a browser's keyboard or scrolling: a book has pages."""
_KINDS = {"doc-noteref": "noteref", "doc-footnote": "footnote", "doc-backlink": "backlink"}
"""What a book calls the roles that it keeps (EPUB 3 Structural Semantics Vocabulary 1.1)."""
_UNTITLED = "보고서"
_UNDATED = "1980-01-01"
"""When an issue without a day was changed last: EPUB asks for a moment, and no clock is asked."""


@dataclass
class _Page:
    """One document of the book."""

    name: str
    title: str
    parts: list[Element]
    entries: list[tuple[str, str]] = field(default_factory=list)
    """What the contents name on it: title and where it leads."""


def render(issue: Issue, draft: DraftView | None, images: Mapping[str, Image], look: Look) -> bytes:
    """The issue as a book. Raises CannotProceed for a figure whose picture is not among `images`."""
    printed = view(issue, draft, images, look)
    root = body(printed)
    pictures = take_pictures(root, "")
    pages = list(_pages(printed, root))
    _link(pages)
    for page in pages:
        for part in page.parts:
            _fit(part)
    return _packed(_files(printed, pages, pictures))


def identifier(printed: Print) -> str:
    """What the issue is known by: the same series and day always give the same."""
    key = f"{printed.publisher or ''}\n{printed.title or ''}\n{printed.date or ''}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'donghyang:{key}')}"


def _title(printed: Print) -> str:
    """What the book is called; a book always has a title."""
    return printed.told or _UNTITLED


# ---------------------------------------------------------------------------------------------- pages


def _pages(printed: Print, root: Element) -> Iterator[_Page]:
    cover = next(root.iter("header"))
    yield _Page("cover.xhtml", printed.title or _title(printed), [cover])
    contents = root.find("nav")
    if contents is not None:
        contents.tag = "section"  # the book's own navigation is another document
        yield _Page("contents.xhtml", marks.CONTENTS, [contents])
    for summary in of_class(root, "summary"):
        yield _Page("summary.xhtml", marks.SUMMARY, [summary])
    found = {element.get("id"): element for element in of_class(root, "section")}
    for section in printed.sections:
        page = _Page(f"{section.anchor}.xhtml", section.title or section.numeral, [found[section.anchor]])
        page.entries = [
            (" ".join(filter(None, (one.number, one.headline))), f"{page.name}#{one.anchor}")
            for one in section.articles
            if one.headline
        ]
        yield page
    footer = root.find("footer")
    if footer is not None:
        yield _Page("imprint.xhtml", "판권", [footer])


def _link(pages: list[_Page]) -> None:
    """Lead what led to a place on the one page to the document where that place is now."""
    place = {name: page.name for page in pages for part in page.parts for one in part.iter() if (name := one.get("id"))}
    for page in pages:
        for part in page.parts:
            for link in part.iter("a"):
                to = link.get("href", "")
                if to.startswith("#"):
                    link.set("href", place[to[1:]] + to)


def _fit(part: Element) -> None:
    for element in part.iter():
        kind = _KINDS.get(element.get("role", ""))
        for name in _DROPPED:
            if kind is None or name != "role":
                element.attrib.pop(name, None)
        if element.tag == "table":
            element.attrib.pop("style", None)
        if "scroll" in element.get("class", ""):
            for name in ("aria-label", "aria-labelledby"):
                element.attrib.pop(name, None)
        if language := element.get("lang"):
            element.set(_XML_LANG, language)
        if kind is not None:
            element.set("epub:type", kind)


# ---------------------------------------------------------------------------------------------- files


def _files(printed: Print, pages: list[_Page], pictures: Mapping[str, PictureFile]) -> Iterator[tuple[str, bytes]]:
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield "EPUB/package.opf", _package(printed, pages, pictures).encode()
    yield "EPUB/nav.xhtml", _page(marks.CONTENTS, xhtml(_navigation(pages))).encode()
    yield "EPUB/book.css", coloured("epub.css", printed.look).encode()
    for page in pages:
        yield f"EPUB/{page.name}", _page(page.title, "\n".join(map(xhtml, page.parts))).encode()
    for picture in pictures.values():
        yield f"EPUB/{picture.name}", picture.data


def _page(title: str, content: str) -> str:
    return string.Template(resource("epub.xhtml")).substitute(title=escape(title), body=content)


def _navigation(pages: list[_Page]) -> Element:
    nav = Element("nav", {"epub:type": "toc", "id": "toc", "role": "doc-toc"})
    SubElement(nav, "h1").text = marks.CONTENTS
    top = SubElement(nav, "ol")
    for page in pages:
        item = SubElement(top, "li")
        SubElement(item, "a", href=page.name).text = page.title
        if page.entries:
            inner = SubElement(item, "ol")
            for title, place in page.entries:
                SubElement(SubElement(inner, "li"), "a", href=place).text = title
    return nav


def _package(printed: Print, pages: list[_Page], pictures: Mapping[str, PictureFile]) -> str:
    items = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="css" href="book.css" media-type="text/css"/>',
    ]
    for at, page in enumerate(pages):
        items.append(f'<item id="p{at}" href="{page.name}" media-type="application/xhtml+xml"/>')
    for at, picture in enumerate(pictures.values()):
        items.append(f'<item id="i{at}" href="{picture.name}" media-type="{picture.media}"/>')
    return string.Template(resource("epub.opf")).substitute(
        metadata="\n".join(_metadata(printed, bool(pictures))),
        manifest="\n".join(items),
        spine="\n".join(f'<itemref idref="p{at}"/>' for at in range(len(pages))),
    )


def _metadata(printed: Print, has_pictures: bool) -> Iterator[str]:
    day = printed.date.isoformat() if printed.date else _UNDATED
    yield f'<dc:identifier id="id">{identifier(printed)}</dc:identifier>'
    yield f"<dc:title>{escape(_title(printed))}</dc:title>"
    yield "<dc:language>ko</dc:language>"
    if printed.publisher:
        yield f"<dc:creator>{escape(printed.publisher)}</dc:creator>"
        yield f"<dc:publisher>{escape(printed.publisher)}</dc:publisher>"
    if printed.date:
        yield f"<dc:date>{day}</dc:date>"
    yield f'<meta property="dcterms:modified">{day}T00:00:00Z</meta>'
    yield '<meta property="schema:accessMode">textual</meta>'
    if has_pictures:
        yield '<meta property="schema:accessMode">visual</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder"):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    yield '<meta property="schema:accessibilitySummary">제목과 목차, 표 머리글이 구조로 적혀 있다.</meta>'


def _packed(files: Iterator[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("mimetype", b"application/epub+zip", zipfile.ZIP_STORED)  # first and as it is: OCF 4.3
        for name, data in files:
            target.writestr(name, data, zipfile.ZIP_DEFLATED)
    return repacked(stream.getvalue())
