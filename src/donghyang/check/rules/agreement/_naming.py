"""How a line names a row of a table: its name, with what the line adds to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from donghyang.language import tables
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily

_ADDED = lazily(r"(?P<space> ?)(?P<word>[가-힣]{2,10})")
_QUOTES = ("’", "'", "」", "”")
_WORDS = lazily(r"[가-힣]{2,}")
_ORIGINAL = r"(?:\s?[(（][^()（）]{1,20}[)）])?"


def found(text: str, name: str) -> Iterator[tuple[int, int]]:
    """(start, end) of a name in a line, as a word that begins there; a bracket may stand between its words:
    전정특신(專精特新) 기업."""
    for said in _pattern(name).finditer(text) if name.split(" ")[0] in text else ():
        if not said.start() or not ("가" <= text[said.start() - 1] <= "힣"):
            yield said.span()


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile((_ORIGINAL + r"\s").join(re.escape(word) for word in name.split(" ")))


def words_of(heads: Collection[str], title: str) -> frozenset[str]:
    """The words with which a line may take up the name of a row: those of heads and caption, and general ones."""
    own = {word for text in (*heads, title) for word in _WORDS.findall(text)}
    return frozenset(own | set(tables.words(__package__, "kinds_of_row")))


def added_end(text: str, end: int, first_head: str, words: Collection[str]) -> int:
    """Where a row's name ends with the word that the line adds to it: that of a kind (이창 구간이, 보급형 위성이), or
    the rest of a longer name that ends in the head of the names (가온거래소가). `end` itself where it adds none."""
    end += text.startswith(_QUOTES, end)
    added = _ADDED.match(text, end)
    word = without_particle(added["word"]) if added else ""
    if added is None or not word:
        return end
    of_kind = word in words if added["space"] else len(first_head) > 1 and word.endswith(first_head)
    return added.start("word") + len(word) if of_kind else end
