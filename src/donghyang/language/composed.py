"""Hangul that stands letter by letter (NFD, as macOS copies it) read as syllables, every place known."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Document, Fact, Finding, Grid, Paragraph, Picture, Piece, Related, Span

if TYPE_CHECKING:
    from donghyang.records import LedgerFact, RankingRow

_Fact = TypeVar("_Fact", bound="Fact | LedgerFact | RankingRow")

_SYLLABLE = lazily("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[가-힣][\u11a8-\u11c2]")
"""The letters of one syllable (Unicode, 3.12)."""


def composed(text: str) -> str:
    """The text with its syllables whole."""
    return text if text.isascii() else _SYLLABLE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def _is_composed(piece: Grid | Paragraph) -> bool:
    if isinstance(piece, Grid):
        return not any(_SYLLABLE.search(cell.text) for row in piece.rows for cell in row)
    return not (_SYLLABLE.search(piece.text) or _SYLLABLE.search(piece.marker))


class Composed:
    """A text with its syllables whole; `text` is the original itself where they were."""

    def __init__(self, original: str) -> None:
        self.original = original
        spans = [] if original.isascii() else [found.span() for found in _SYLLABLE.finditer(original)]
        self.text = composed(original) if spans else original
        self._lost = [0, *accumulate(end - start - 1 for start, end in spans)]
        self._starts = [start for start, _ in spans]
        self._at = [start - lost for start, lost in zip(self._starts, self._lost, strict=False)]
        """Places in `text` of the syllables that were put together."""

    @property
    def is_other(self) -> bool:
        """Whether the two texts differ."""
        return bool(self._at)

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the original."""
        return start + self._lost[bisect_left(self._at, start)], end + self._lost[bisect_left(self._at, end)]

    def fact(self, found: _Fact) -> _Fact:
        """What was found in `text`, where it stands in the original."""
        start, end = self.place(found.start, found.end)
        return replace(found, text=self.original[start:end], start=start, end=end)

    def finding(self, found: Finding) -> Finding:
        """What was found in `text`, where it stands in the original."""
        start, end = self.place(found.start, found.end)
        spans = (self.place(other.start, other.end) for other in found.related)
        related = tuple(Related(a, b, self.original[a:b]) for a, b in spans)
        return replace(found, start=start, end=end, text=self.original[start:end], related=related)

    def document(self, document: Document) -> Document:
        """The document of the original as one of `text`."""
        return replace(
            document,
            text=self.text,
            blocks=tuple(self._piece(piece) for piece in document.blocks),
            links=tuple(replace(link, span=self._span(link.span)) for link in document.links),
            headers=tuple((key, composed(value)) for key, value in document.headers),
        )

    def _piece(self, piece: Piece) -> Piece:
        if isinstance(piece, Picture):
            return replace(piece, span=self._span(piece.span))
        if not self.is_other and _is_composed(piece):
            return piece
        if isinstance(piece, Grid):
            rows = tuple(tuple(self._cell(cell) for cell in row) for row in piece.rows)
            return replace(piece, rows=rows, span=self._span(piece.span))
        text, marker = composed(piece.text), composed(piece.marker)
        return replace(piece, text=text, marker=marker, span=self._span(piece.span))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, text=composed(cell.text), span=self._span(cell.span))

    def _span(self, span: Span) -> Span:
        """Where a stretch of the original stands in `text`."""
        start, end = (at - self._lost[bisect_left(self._starts, at)] for at in span)
        return start, end
