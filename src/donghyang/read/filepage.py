"""The article of a collected page that is no web page: a text, PDF or word processor's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.composed import composed
from donghyang.language.printed import without_unseen
from donghyang.read import byline, published
from donghyang.read.files import no_text
from donghyang.records import Document, Grid, PageText, Paragraph, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_TITLE = 60
"""Characters of a first line that may still be a title."""
_TOP = 4
"""How many first lines of a file without a head may say when it was published."""


def from_document(document: Document) -> PageText:
    """The article of a text, PDF or DOCX file: what its header lines say, then all its words.

    Without header lines the title is the file's own, or the line that stands first; the date is the one written near
    the top, or under the text.
    """
    title, pieces = _headline(document)
    told = [words for piece in pieces if (words := without_unseen(_words(piece, document)))]
    if not told and title is None:
        raise no_text(document.name)
    date, url = document.header("date"), document.header("url")
    day = published.moment(date) if date else None
    return PageText(
        name=document.name,
        title=composed(title) if title else title,
        date=day or published.first("\n".join(told[:_TOP])) or published.signature(told[-published.SIGNED :]),
        byline=None if byline.is_nobody(document.header("byline") or "") else document.header("byline"),
        url=url if url and url.startswith(("http://", "https://")) else None,
        text="\n".join(told),
        tables=tuple(
            tuple(tuple(without_unseen(cell.text) for cell in row) for row in piece.rows)
            for piece in pieces
            if isinstance(piece, Grid)
        ),
        outlet=document.header("outlet") or document.header("source"),
        unseen=document.unseen,
    )


def _headline(document: Document) -> tuple[str | None, Sequence[Piece]]:
    """The title, and the blocks of the article without it.

    Header lines of a text file are written for the page and come first. The properties of other files are as often
    those of the template, the program or last year's file: there the printed first line is the title where it can
    be one.
    """
    pieces = document.blocks
    first = next((piece for piece in pieces[:1] if isinstance(piece, Paragraph)), None)
    told = document.header("title")
    if document.media == "text" and told and not (first and first.text == told):
        return told, pieces
    if first and len(first.text) <= _LONGEST_TITLE and not first.text.endswith(("。", ".")):
        return first.text, pieces[1:]
    return told, pieces


def _words(piece: Piece, document: Document) -> str:
    if isinstance(piece, Paragraph):
        return " ".join(part for part in (piece.marker, piece.text) if part)
    return document.text[slice(*piece.span)]
