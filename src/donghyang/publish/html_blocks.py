"""The blocks of an article in the HTML print: lists with their annotations, pictures, boxes, an editor's remarks."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from donghyang.publish import marks
from donghyang.publish.elements import Child, list_item, marker, node, words
from donghyang.publish.html_tables import LETTER, overflow, table_of
from donghyang.publish.images import Image
from donghyang.publish.notes import Call, Calls, parted
from donghyang.publish.text import printable
from donghyang.publish.view import PrintedArticle, PrintedBlock, Remarks
from donghyang.records import Annotation, Bullet, Figure, Heading, Note, Table, Unplaced

_REM = 12
"""Points of a rem, as browsers have it without the reader's wish for another."""


def blocks(article: PrintedArticle, called: Calls) -> list[Child]:
    """All blocks of an article; `called` are the marks in them that lead to annotations."""
    made: list[Child] = []
    place = 0
    noted = {call.note for those in called.values() for call in those}
    numbered = enumerate(article.blocks)
    for listed, group in groupby(numbered, key=lambda one: isinstance(one[1].block, Bullet | Annotation)):
        if listed:
            items = (
                _note(one, article.anchor, at) if at in noted else _listed(one, article.anchor, called.get(at, ()))
                for at, one in group
            )
            made.append(node("ul", *items, class_="bullets"))
            continue
        for _, one in group:
            place += 1
            made += [*_block(one, f"{article.anchor}-t{place}"), *remarks(one.remarks)]
    return made


def _listed(printed: PrintedBlock, name: str, called: Sequence[Call]) -> Element:
    """A bullet or annotation of the article called `name`."""
    block = printed.block
    if isinstance(block, Bullet):
        level = min(max(block.level, 1), 3)
        look = f"l{level} open" if printed.open else f"l{level}"
        text = called_in(block.text, name, called)
        item = node("li", marker(marks.bullet(block.level)), *text, class_=look, aria_level=str(level))
    else:
        assert isinstance(block, Annotation)
        item = list_item(printed.stars, block.text, class_="annotation")
    item.extend(remarks(printed.remarks))
    return item


def called_in(text: str, name: str, called: Sequence[Call]) -> list[Child]:
    """A line whose marks lead to their notes."""
    text = printable(text)
    found: list[Child] = []
    for said, call in parted(text, called):
        found += words(said)
        if call is not None:
            place = f"{name}-n{call.note}"
            mark = text[call.start : call.end]
            found.append(node("a", mark, id=f"{place}-mark", href=f"#{place}", role="doc-noteref"))
    return found


def _note(printed: PrintedBlock, name: str, at: int) -> Element:
    """An annotation that leads back to its mark."""
    assert isinstance(printed.block, Annotation)
    place = f"{name}-n{at}"
    back = node("a", printed.stars, href=f"#{place}-mark", role="doc-backlink")
    mark = node("span", back, " ", class_="mark")
    text = node("span", mark, *words(printed.block.text), id=place, role="doc-footnote")
    return node("li", text, *remarks(printed.remarks), class_="annotation")


def _block(printed: PrintedBlock, name: str) -> list[Child]:
    """A block that is no part of a list; `name` is free for its id."""
    block = printed.block
    if isinstance(block, Heading):
        return [node("h4", *words(marks.heading(block.text)))]
    if isinstance(block, Table):
        return [*table_of(block, name), _origin(block.source)]
    if isinstance(block, Figure):
        origin = _origin(block.source)
        if origin is not None:
            origin.set("class", "origin drawn")
        return [_figure(printed, block), origin]
    if isinstance(block, Note):
        items = (list_item(marks.NOTE_ITEM, item) for item in block.items)
        title = node("h4", *words(marks.caption(block.title)), id=name)
        return [node("aside", title, node("ul", *items), _origin(block.source), class_="note", aria_labelledby=name)]
    assert isinstance(block, Unplaced)
    return [node("p", *words(block.text), class_="plain open" if printed.open else "plain")]


def _origin(source: str | None) -> Element | None:
    return node("p", *words(marks.source(source)), class_="origin") if source is not None else None


def remarks(told: Remarks) -> list[Element]:
    """What an editor sees at a line of a draft."""
    made = []
    for quote, page in told.evidence:
        made.append(node("p", node("span", quote, lang="zh-Hans"), " ", node("cite", page), class_="evidence"))
    made += [node("p", node("b", marks.DOUBT), " ", *words(doubt), class_="doubt") for doubt in told.doubts]
    made += [node("p", *words(told.offer), class_="offer")] if told.offer else []
    return made


def _figure(printed: PrintedBlock, figure: Figure) -> Element | None:
    """The picture under its caption; without a picture the caption alone, without either nothing."""
    caption, image = marks.caption_of(figure), printed.image
    title = node("figcaption", *words(caption)) if caption else None
    if image is None:
        return node("figure", title, class_="empty") if title is not None else None
    told = printed.told or marks.PICTURE
    drawn = node("img", src=_address_of(image), alt=told, style=f"width: {image.width}pt")
    if image.kind == "svg":
        # A chart drawn in to a phone could not be read: it scrolls as tables do.
        look = f"scroll chart {overflow(image.width / _REM / LETTER)}".strip()
        drawn = node("div", drawn, class_=look, role="region", tabindex="0", aria_label=told)
    return node("figure", title, drawn)


def theme_picture(image: Image | None, told: str | None, look: str) -> Element | None:
    """A picture of the theme."""
    return node("img", src=_address_of(image), alt=told or "", class_=look) if image else None


def _address_of(image: Image) -> str:
    """The picture itself, as an address."""
    kind = "svg+xml" if image.kind == "svg" else image.kind
    return f"data:image/{kind};base64,{base64.b64encode(image.data).decode()}"
