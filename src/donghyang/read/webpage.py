"""The article of a collected page: title, date, byline and clean paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.printed import without_unseen
from donghyang.read import embedded, head, published
from donghyang.read.article import Body, body, is_sentence
from donghyang.read.files import no_text
from donghyang.read.lines import lines
from donghyang.read.tree import parse, strip
from donghyang.records import Document, Grid, PageText, Paragraph, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.read.lines import Line

_ABOVE = 12
"""How many lines above the title may belong to it (a box with number, office and date stands there)."""
_UNDER = 30
"""How many lines may stand between title and article."""
_LONGEST_TITLE = 60
"""Characters of a first line that may still be a title."""
_THIN = 60
"""A page that shows fewer characters may keep its article in a script."""
_BELOW = 10
"""How many lines under the article may say when it was published."""


def from_html(text: str, name: str) -> PageText:
    """The article of an HTML page.

    Raises Unreadable when the page shows no words.
    """
    root = parse(text, name)
    if root is None:
        raise no_text(name)
    top = head.read(root, text)
    strip(root)
    shown = lines(root)
    found = body(root, shown)
    if found is None or sum(len(line.text) for _, line in found.lines) < _THIN:
        found = _drawn(top, shown, name) or found
    if found is None:
        raise no_text(name)
    title, at = head.title(top, shown, found.start)
    opening = _opening(shown, found, at)
    kept = [line for index, line in found.lines if index >= opening]
    article = [line.text for line in kept]
    near = shown[max(0, at - _ABOVE) : opening][-_ABOVE - _UNDER :]
    around = [line.text for line in near if not line.is_link or head.is_info(line.text)]
    below = [line.text for line in shown[found.end : found.end + _BELOW]]
    return PageText(
        name=name,
        title=title,
        date=published.published(top, around, below, article[-8:]),
        byline=head.byline(top, around, article),
        url=top.url,
        text="\n".join(article),
        tables=tuple(tuple(tuple(slot.text for slot in row) for row in line.rows) for line in kept if line.rows),
        outlet=head.outlet(top, root, around),
    )


def from_document(document: Document) -> PageText:
    """The article of a text, PDF or DOCX file: what its header lines say, then all its words.

    Without header lines the title is the file's own, or the line that stands first; the date is the one written near
    the top, or under the text.
    """
    title, pieces = _headline(document)
    lines = [without_unseen(_words(piece, document)) for piece in pieces]
    lines = [line for line in lines if line]
    if not lines and title is None:
        raise no_text(document.name)
    date, url = document.header("date"), document.header("url")
    day = published.moment(date) if date else None
    return PageText(
        name=document.name,
        title=title,
        date=day or published.first("\n".join(lines[:4])) or published.signature(lines[-8:]),
        byline=document.header("byline"),
        url=url if url and url.startswith(("http://", "https://")) else None,
        text="\n".join(lines),
        tables=tuple(
            tuple(tuple(without_unseen(cell.text) for cell in row) for row in piece.rows)
            for piece in pieces
            if isinstance(piece, Grid)
        ),
        outlet=document.header("outlet") or document.header("source"),
    )


def _headline(document: Document) -> tuple[str | None, Sequence[Piece]]:
    """The title, and the blocks of the article without it."""
    pieces = document.blocks
    first = next((piece for piece in pieces[:1] if isinstance(piece, Paragraph)), None)
    told = document.header("title")
    if told and not (first and first.text == told):
        return told, pieces
    if first and len(first.text) <= _LONGEST_TITLE and not first.text.endswith(("。", ".")):
        return first.text, pieces[1:]
    return told, pieces


def _words(piece: Piece, document: Document) -> str:
    if isinstance(piece, Paragraph):
        return " ".join(part for part in (piece.marker, piece.text) if part)
    return document.text[slice(*piece.span)]


def _drawn(top: head.Head, shown: list[Line], name: str) -> Body | None:
    """The article that a script of the page would draw, its lines put behind those `shown`; None without one."""
    text = embedded.markup(top.scripts)
    root = parse(text, name) if text else None
    if root is None:
        return None
    strip(root)
    behind = lines(root)
    found = body(root, behind)
    if found is None:
        return None
    start = len(shown)
    shown += behind
    return Body(found.element, [(start + at, line) for at, line in found.lines])


def _opening(shown: list[Line], found: Body, at: int) -> int:
    """The line with which the article opens, below its title and the line with date and source."""
    after = at + 1 if at >= found.start else found.start
    for index in range(after, min(after + 6, found.end - 1)):
        if head.is_info(shown[index].text):
            after = index + 1
        elif is_sentence(shown[index]):
            break
    return after if any(index >= after for index, _ in found.lines) else found.start
