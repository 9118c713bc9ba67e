"""Where a sentence or a clause begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.language.patterns import lazily
from donghyang.records import Span

CHINESE_STOPS = "。！？"
"""What ends a Chinese sentence; ； ends one too that can be told by itself."""
_CHINESE = lazily(rf"[^{CHINESE_STOPS}；\n]+[{CHINESE_STOPS}；]?[”’」』）)]*")


def in_chinese(text: str) -> Iterator[Span]:
    """The sentences of a Chinese text in order, cut at the ends of lines too, with their closing marks; none in "".

    White space at their edges is theirs; a line of nothing else is a sentence too.
    """
    return (found.span() for found in _CHINESE.finditer(text))


_EDGES = ("\n", ". ", "•")


def clause_of(text: str, start: int, end: int) -> Span:
    """The Korean sentence, bullet or line of `text` around a stretch."""
    before = ((text.rfind(edge, 0, start), len(edge)) for edge in _EDGES)
    behind = (text.find(edge, end) for edge in _EDGES)
    first = max((at + length for at, length in before if at >= 0), default=0)
    return first, min((at for at in behind if at >= 0), default=len(text))
