"""The document's text without what converters add, every character knowing where it stood.

Rules read this text, one line a paragraph or table cell; their findings are carried back to the document's offsets.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from donghyang.language.patterns import lazily
from donghyang.language.printed import shown
from donghyang.records import Span
from donghyang.report import Part
from donghyang.report.markup import pieces

__all__ = ["BODY", "KOREAN", "PROSE", "Part", "Passage", "Scroll"]

PROSE: frozenset[Part] = frozenset({"summary", "headline", "lead", "heading", "bullet", "annotation", "note", "text"})
BODY: frozenset[Part] = frozenset({"heading", "bullet", "annotation", "caption", "cell", "note", "text"})
KOREAN: frozenset[Part] = PROSE | {"contents", "caption", "cell", "section", "cover"}
"""The parts written by the editor; references and sources are cited, the imprint is fixed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph or table cell of the sheet's text; offsets count characters of that text."""

    start: int
    end: int
    text: str
    """The words, marker and indent left out."""
    part: Part
    article: int | None = None
    """Place in the sheet's articles; None outside of them."""
    marker: str = ""
    indent: int = 0

    @property
    def span(self) -> Span:
        """Where the words stand in the sheet's text."""
        return self.start, self.end


_LONGEST = 2000
"""Characters of a passage. No line of a report has so many; a stranger's may have millions, and rules hold the words of
one line against each other."""
_SHORT = dict.fromkeys(("headline", "heading", "contents", "caption", "section", "cover"), 400)
"""What is long for a headline and its like; the rest of it is text."""
_ENDS = ("다. ", "。", ". ", " ")
"""Where a long line is best cut, the best first."""


def cut(passage: Passage) -> list[Passage]:
    """The passage, a line that is too long as several, cut behind a sentence or a word where it has any."""
    most = _SHORT.get(passage.part, _LONGEST)
    if len(passage.text) <= most:
        return [passage]
    parts: list[Passage] = []
    at = 0
    while at < len(passage.text):
        end = at + most
        if end < len(passage.text):
            found = ((passage.text.rfind(mark, at + most // 2, end), len(mark)) for mark in _ENDS)
            end = next((place + size for place, size in found if place >= 0), end)
        text = passage.text[at:end]
        part: Part = "text" if parts and passage.part in _SHORT else passage.part
        start = passage.start + at
        parts.append(replace(passage, start=start, end=start + len(text), text=text, part=part))
        at += len(text)
    return parts


_GLOSS = lazily(
    r"\s?[(（][\u3400-\u9fff\uf900-\ufaff][^()（）0-9가-힣]*[)）]"
    r"|(?<=[가-힣A-Za-z0-9%)）’」』])\*{1,3}(?![*0-9])"
)
"""A name in its own script behind the Korean one, and the star that points at a note."""


def _without_glosses(line: str, origin: array[int]) -> tuple[str, array[int]]:
    kept: list[str] = []
    at = 0
    places = array("L")
    for found in _GLOSS.finditer(line):
        kept.append(line[at : found.start()])
        places += origin[at : found.start()]
        at = found.end()
    if not at:
        return line, origin
    return "".join((*kept, line[at:])), places + origin[at:]


class Scroll:
    """Clean text that grows line by line and remembers where each character came from.

    Without glosses, names in Chinese characters behind the Korean ones and stars that point at notes are left out.
    """

    def __init__(self, *, glossed: bool = True) -> None:
        self._glossed = glossed
        self._pieces: list[str] = []
        self._origin = array("L")
        self._length = 0

    def add(self, source: str, span: Span) -> tuple[int, str]:
        """Add a stretch of the source as one line; its start and its clean words."""
        start = self._length
        words: list[str] = []
        origin = array("L")
        for piece, place in pieces(source, span):
            for text, at in shown(piece, place):
                words.append(text)
                origin.extend(range(at, at + len(text)))
        line = "".join(words)
        if not self._glossed:
            line, origin = _without_glosses(line, origin)
        self._origin += origin
        lead = len(line) - len(line.lstrip())
        self._pieces += (line, "\n")
        self._origin.append(span[1])
        self._length += len(line) + 1
        return start + lead, line.strip()

    @property
    def text(self) -> str:
        """All lines, each ended by a line break."""
        return "".join(self._pieces)

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the clean text stands in the source."""
        if start >= len(self._origin):
            return (self._origin[-1], self._origin[-1]) if self._origin else (0, 0)
        first = self._origin[start]
        return first, self._origin[end - 1] + 1 if end > start else first
