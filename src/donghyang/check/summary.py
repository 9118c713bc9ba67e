"""Which article a paragraph of the summary abridges."""

from __future__ import annotations

import re

from donghyang.check.passages import Passage
from donghyang.check.sheet import Sheet, Story

_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")
_LEAST = 4
"""Words that paragraph and article must share before one is taken for the other's summary."""


def summarised(sheet: Sheet) -> list[tuple[Passage, Story]]:
    """Each paragraph of the summary with its article; paragraphs that match none are left out."""
    lines = list(sheet.of({"summary"}))
    stories = [story for story in sheet.stories if story.kind != "brief"]
    words = [_words(" ".join(passage.text for passage in story.passages)) for story in stories]
    found = []
    for line in lines:
        mine = _words(line.text)
        shared = [len(mine & theirs) for theirs in words]
        best = max(range(len(stories)), key=shared.__getitem__, default=-1)
        if best >= 0 and shared[best] >= _LEAST:
            found.append((line, stories[best]))
    return found


def _words(text: str) -> set[str]:
    """The beginnings of the words: particles make no difference."""
    return {word[:3] for word in _WORD.findall(text)}
