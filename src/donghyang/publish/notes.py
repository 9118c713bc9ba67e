"""Which mark in a line of text leads to which annotation below it, for formats that have notes of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from donghyang.publish.text import printable
from donghyang.publish.view import PrintedArticle, PrintedBlock
from donghyang.records import Annotation, Bullet

_MARK = re.compile(r"(?<=[^\s*])\*+")


@dataclass(frozen=True, slots=True)
class Call:
    """A mark in a line, and what it calls."""

    start: int
    """Where the mark stands in the printable text of its line."""
    end: int
    note: int
    """The place of the annotation among the article's blocks."""


Calls = Mapping[int | None, tuple[Call, ...]]
"""By the place of the line among the article's blocks; None is the lead."""


def calls(article: PrintedArticle) -> Calls:
    """The marks of an article that exactly one annotation right below their line answers, each in its line's order."""
    return {place: found for place, text, below in _lines(article) if (found := tuple(_answered(text, below)))}


def whole(article: PrintedArticle) -> Calls:
    """Of `calls` those of lines whose marks count 1, 2, 3 … and are all answered, by all annotations below, in order.

    A program that draws marks of its own counts them in this way, so nothing of the line is lost to it.
    """
    kept = {}
    for place, text, below in _lines(article):
        called = tuple(_answered(text, below))
        counted = ["*" * count for count in range(1, len(called) + 1)]
        is_counted = [mark[0] for mark in _MARK.finditer(text)] == counted
        if called and is_counted and [call.note for call in called] == list(below):
            kept[place] = called
    return kept


def _lines(article: PrintedArticle) -> Iterator[tuple[int | None, str, Mapping[int, PrintedBlock]]]:
    """Lead and bullets with what they say, and the annotations right below each, by place."""
    if article.lead:
        yield None, printable(article.lead), _below(article.blocks, 0)
    for place, one in enumerate(article.blocks):
        if isinstance(one.block, Bullet):
            yield place, printable(one.block.text), _below(article.blocks, place + 1)


def _below(blocks: Sequence[PrintedBlock], start: int) -> dict[int, PrintedBlock]:
    found = {}
    for place in range(start, len(blocks)):
        if not isinstance(blocks[place].block, Annotation):
            break
        found[place] = blocks[place]
    return found


def _answered(text: str, below: Mapping[int, PrintedBlock]) -> Iterator[Call]:
    marks = list(_MARK.finditer(text))
    counted = Counter(mark[0] for mark in marks)
    answers = defaultdict[str, list[int]](list)
    for place, one in below.items():
        if isinstance(one.block, Annotation) and one.block.anchor is not None:
            answers[one.stars].append(place)
    for mark in marks:
        if counted[mark[0]] == len(answers[mark[0]]) == 1:
            yield Call(mark.start(), mark.end(), *answers[mark[0]])


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Mark = TypeVar("_Mark", bound=_Placed)


def parted(text: str, called: Iterable[_Mark]) -> Iterator[tuple[str, _Mark | None]]:
    """The words of a line up to each of its marks, with that mark; what stands behind the last one with None."""
    at = 0
    for mark in called:
        yield text[at : mark.start], mark
        at = mark.end
    yield text[at:], None
