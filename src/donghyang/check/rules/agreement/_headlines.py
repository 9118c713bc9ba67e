"""A line of a contents page beside its headline: the words in which the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from difflib import SequenceMatcher

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message

_HANJA = lazily(r"\s?[(（][㐀-鿿·]+[)）]")
MORE = lazily(r"\s?(?:…|\.\.\.|:)")
"""Behind a headline, what its second half begins with: it may stand below the headline in the body."""
PAGE = lazily(
    r"(?:(?<![.·…⋯‥─―_-])(?:[.·…⋯‥─―_-]{2,}|…)\s*(?:p\.?\s?)?(?P<page>[0-9]{1,3})"
    r"|\s[(（]?(?P<said>[0-9]{1,3})\s?(?:쪽|면)[)）]?)\s*$"
)
"""Behind an entry, the page it is on."""


def off(line: Passage, mark: re.Pattern[str]) -> Passage:
    """The line without the page or the day at its end."""
    found = mark.search(line.text)
    bare = line.text[: found.start()].rstrip() if found else line.text
    return replace(line, end=line.start + len(bare), text=bare) if found else line


def goes_on(line: str, head: str) -> bool:
    """Is the line the headline with a second half that the body prints apart?"""
    return line.startswith(head) and MORE.match(line, len(head)) is not None


_End = tuple[str, int]
"""Words that one of two lines has at an end, the other not: "delete" for the contents page, "insert" for the headline;
0 before, -1 behind."""
_Codes = list[tuple[str, int, int, int, int]]


def words_of(line: Passage) -> list[str]:
    return line.text.split(" ")


def _codes(mine: list[str], theirs: list[str]) -> _Codes:
    """What turns the words of one line into those of another."""
    blocks = SequenceMatcher(None, [_plain(word) for word in mine], [_plain(word) for word in theirs], autojunk=False)
    return [code for code in blocks.get_opcodes() if code[0] != "equal"]


def added(mine: list[str], theirs: list[str]) -> set[_End]:
    codes = _codes(mine, theirs)
    ends: set[_End] = set()
    if codes and codes[0][1] == codes[0][3] == 0:
        ends.add((codes[0][0], 0))
    if codes and codes[-1][2] == len(mine) and codes[-1][4] == len(theirs):
        ends.add((codes[-1][0], -1))
    return {end for end in ends if end[0] != "replace"}


def differences(line: Passage, head: Passage, layout: Set[_End] = frozenset()) -> Iterator[Hit]:
    """The words in which a line of the contents page and its headline differ, as one finding; what the layout adds at
    an end is none."""
    mine, theirs = words_of(line), words_of(head)
    if goes_on(line.text, head.text) or (
        _HANJA.search(head.text) and _without_hanja(line.text) == _without_hanja(head.text)
    ):
        return
    codes = _codes(mine, theirs)
    for kind, at in added(mine, theirs) & layout:
        if codes and codes[at][0] == kind:
            del codes[at]
    if not codes:
        return
    a = _words_span(mine, codes[0][1], codes[-1][2])
    b = _words_span(theirs, codes[0][3], codes[-1][4])
    yield Hit(
        line.start + a[0],
        line.start + a[1],
        Message(
            f"목차는 '{line.text[slice(*a)]}', 본문 제목은 '{head.text[slice(*b)]}'입니다.",
            f"the contents page has '{line.text[slice(*a)]}', the headline '{head.text[slice(*b)]}'.",
        ),
        related=((head.start + b[0], head.start + b[1]),),
    )


def _without_hanja(text: str) -> str:
    """The letters without the Chinese names in brackets, which a contents page may leave out."""
    return letters(_HANJA.sub("", text))


def _plain(word: str) -> str:
    """A word with its quotation marks made alike: their shape is no difference of wording."""
    return word.translate(str.maketrans("‘’“”｢｣", "''\"\"「」"))


def _words_span(words: list[str], first: int, last: int) -> tuple[int, int]:
    """Where words first to last stand when joined by spaces; the neighbour where there are none."""
    if first == last:
        first, last = (first - 1, last) if first else (first, last + 1)
    start = sum(len(word) + 1 for word in words[:first])
    return start, start + len(" ".join(words[first:last]).rstrip(","))
