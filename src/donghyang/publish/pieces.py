"""Text cut into the pieces that a line may not break, as typst gets them.

Typst breaks Korean lines inside words; Korean readers want whole words (어절). So each word goes into a box, together
with the space behind it: the space then stays in the PDF's text where a line ends, and a line that ends without one
goes on in the next (URLs, Chinese). A number and its unit (57조 원) are one word. No invisible characters are added.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TypedDict

from donghyang.publish.numbers import words
from donghyang.publish.runs import Run, runs
from donghyang.publish.text import width

_LATIN = re.compile(r"[!-~\u00a1-\u024f]+|[^!-~\u00a1-\u024f]+")


_CONVERTED = re.compile(r"(?<=[^\s(（])(?=[(（][^()（）\n]*\d[^()（）\n]* [^()（）\n]*[)）])")
"""Where a line may end before a sum in brackets, 1,200억 위안 | (약 22조 원)을: as one word they are too wide."""
_SHORT = 3.0
"""A last word up to this width in em looks lost on a line of its own."""


class Mixed(TypedDict):
    """A piece that is no plain Korean word."""

    box: bool
    """Whether the line may not break inside."""
    runs: list[tuple[str, bool]]
    """Text, and whether it is Chinese."""


Piece = str | Mixed
"""A str is one unbreakable Korean word with its space; "\n" breaks the line."""


def pieces(text: str, limit: float = 28, *, title: bool = False, chinese: bool = False) -> list[Piece]:
    """`text` as pieces no wider than `limit` em, for a line of at least that width; joined they are `text`.

    `title` is what `runs` takes; `chinese` says that the whole text is Chinese.
    """
    languages = (Run(text, True),) if chinese else runs(text, title=title)
    if len(languages) == 1 and languages[0].chinese:
        return [Mixed(box=False, runs=[(text, True)])] if text else []
    marked = [run.chinese for run in languages for _ in run.text]
    found: list[Piece] = []
    at = 0
    for word in chain.from_iterable(map(_CONVERTED.split, words(text, limit))):
        cut = _cut(word, marked[at : at + len(word)])
        at += len(word)
        if word == "\n" or (width(word) <= limit and len(cut) == 1 and not cut[0][1]):
            found.append(word)
        elif width(word) <= limit:
            found.append(Mixed(box=True, runs=cut))
        else:
            found.extend(_broken(cut, limit))
    return _ended(found, limit)


def _ended(found: list[Piece], limit: float) -> list[Piece]:
    """A short last word is tied to the one before it, so that it never stands alone on the last line."""
    match found[-3:]:
        case [_, str(word), str(last)] if word != "\n" and last != "\n" and width(last) <= _SHORT:
            if width(word + last) <= limit:
                return [*found[:-2], word + last]
    return found


def _cut(word: str, marked: list[bool]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for char, chinese in zip(word, marked, strict=True):
        if found and found[-1][1] == chinese:
            found[-1] = (found[-1][0] + char, chinese)
        else:
            found.append((char, chinese))
    return found


def _broken(cut: list[tuple[str, bool]], limit: float) -> list[Piece]:
    """A word too wide for its line: Korean and Chinese break anywhere, Latin in chunks."""
    found: list[Piece] = []
    for text, chinese in cut:
        for part in _LATIN.findall(text):
            if width(part) <= limit / 2:
                found.append(Mixed(box=False, runs=[(part, chinese)]))
            else:
                found.extend(_chunks(part, limit / 4))
    return found


def _chunks(text: str, limit: float) -> list[str]:
    found = [""]
    for char in text:
        if found[-1] and width(found[-1] + char) > limit:
            found.append("")
        found[-1] += char
    return found
