"""Every word of a line accounted for: by the sentences of its story, or as a word that names nothing.

No list of names is asked. What the story does not say, and what is no ordinary word of Korean, may be invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.vocabulary import is_ordinary, may_name
from donghyang.language.script import fold_width
from donghyang.language.units import unit_table
from donghyang.verify.key import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.verify.key import Key

_WORD = re.compile("(?P<figure>[0-9%])?(?P<word>[가-힣]+)")
_LATIN = re.compile(r"[0-9.,]*[A-Za-zµ][A-Za-z0-9µ²³/.·+&-]*")
_FIGURE = re.compile("^[0-9.,]+")
_ACROSS = 4
"""Letters that a match over the border of two words has at least: of shorter ones there are many by chance."""


class Accounts:
    """What a story can be said to have said, word by word."""

    def __init__(self, text: str, prepared: str, key: Key) -> None:
        """`prepared` is the text with its known names in Korean, `key` that of the text."""
        self._key = key
        self._text = fold_width(f"{text}\n{prepared}").lower()
        self._prepared = bare(prepared)

    def strangers(self, line: str) -> Iterator[str]:
        """The words of a line that nothing accounts for, as they stand there."""
        line = fold_width(line)
        for found in _LATIN.finditer(line):
            if not self._has_latin(found[0].rstrip("-.,·/+").lower(), found[0]):
                yield found[0]
        words = list(_WORD.finditer(line))
        told = self._told("".join(found["word"] for found in words), [len(found["word"]) for found in words])
        at = 0
        for found in words:
            word = found["word"]
            here = frozenset(place - at for place in told if at <= place < at + len(word))
            at += len(word)
            if not self._is_accounted(word, here, counted=found["figure"] is not None):
                yield word

    def _is_accounted(self, word: str, told: frozenset[int], *, counted: bool) -> bool:
        if len(word) == 1 or word in self._prepared or is_ordinary(word, told, counted=counted):
            return True
        return not may_name(word, told)

    def _told(self, letters: str, lengths: list[int]) -> set[int]:
        """The places of letters that the source has."""
        borders, at = set[int](), 0
        for length in lengths:
            at += length
            borders.add(at)
        told = set[int]()
        for match in self._key.find(letters):
            across = any(match.start < border < match.end for border in borders)
            if not across or match.end - match.start >= _ACROSS:
                told.update(range(match.start, match.end))
        return told

    def _has_latin(self, word: str, printed: str) -> bool:
        if word in self._text or any(match.end - match.start == len(word) for match in self._key.find(bare(word))):
            return True
        unit = _FIGURE.sub("", printed).rstrip("-.,·+")
        return unit != printed and (unit in unit_table() or unit.split("/")[0] in unit_table())
