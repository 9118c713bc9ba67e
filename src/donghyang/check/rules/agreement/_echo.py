"""Where one text repeats another with a word changed by one sound (과전압 문제, 고전압 문제)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.language.nearness import letters, one_open, one_sound_apart
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

_WORD = lazily(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,12}")
_BRACKETS = lazily(r"^\s?[(（][^()（）]*[)）]")
_FIGURE = lazily(r"[0-9천만억조]\s?$")
_BEHIND = 2
"""Letters behind the word that must be the same."""
_REST = 40
"""So much behind a word holds a bracket and the letters behind it."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    behind: str
    span: Span


def misheard_echoes(above: Iterable[Passage], below: Iterable[Passage], where: tuple[str, str]) -> Iterator[Hit]:
    """Words of `above` that stand in `below` with one sound changed, going on alike; each form in one of the two only.

    `where` names `below` in Korean and English.
    """
    below = list(below)
    mine, theirs = list(_words(above)), list(_words(below))
    known_below = {(word.text, word.behind) for word in theirs}
    known_above = {(word.text, word.behind) for word in mine}
    gaps: dict[tuple[str, str], _Word] = {}
    for word in theirs:
        if (word.text, word.behind) not in known_above:
            for gap in one_open(word.text):
                gaps.setdefault((gap, word.behind), word)
    for word in mine:
        if (word.text, word.behind) in known_below:
            continue
        near = (gaps.get((gap, word.behind)) for gap in one_open(word.text))
        other = next((found for found in near if found and one_sound_apart(found.text, word.text)), None)
        if other is None or {word.text[-1], other.text[-1]} <= _PARTICLES:
            continue
        if _times(below, word.text) <= _times(below, other.text):
            yield Hit(
                *word.span,
                Message(f"{where[0]}에는 '{other.text}'입니다.", f"{where[1]} has '{other.text}'."),
                related=(other.span,),
            )


def _times(lines: list[Passage], word: str) -> int:
    """How often a word stands in the lines."""
    begins = re.compile(rf"(?<![가-힣]){word}")
    return sum(len(begins.findall(line.text)) for line in lines)


_PARTICLES = frozenset("은는이가을를에께의로와과도")
"""Words that differ in their particle only are no slip."""


def _words(passages: Iterable[Passage]) -> Iterator[_Word]:
    """Words with what follows them, a bracket passed over; the last word of a line has nothing to go by."""
    for passage in passages:
        for found in _WORD.finditer(passage.text):
            rest = _BRACKETS.sub("", passage.text[found.end() : found.end() + _REST])
            behind = letters(rest)[:_BEHIND]
            is_unit = _FIGURE.search(passage.text, max(0, found.start() - _BEHIND), found.start())
            if len(behind) == _BEHIND and not is_unit and not re.match(r"\s?[,.·]", rest):
                yield _Word(found.group(), behind, (passage.start + found.start(), passage.start + found.end()))
