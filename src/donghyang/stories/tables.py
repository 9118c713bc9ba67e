"""The room's word tables as lexicons that find their words in running text."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import add
from typing import Generic, TypeVar

from donghyang.language import gazetteer, tables

Value = TypeVar("Value")

# A page of the size of a news item holds about this many words; turns occurrences per million into a share of pages.
_WORDS_OF_A_PAGE = 250


class Lexicon(Generic[Value]):
    """Words with a value each, found in running text, the longest word first and none inside another.

    Latin words and numbers ("AI", "5G") count only where no Latin letter or digit touches them.
    """

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self.entries = dict(entries)
        # Most pairs of neighbouring characters begin no word.
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self.entries:
            lengths[word[:2]].add(len(word))
        self._lengths = {begun: sorted(found, reverse=True) for begun, found in lengths.items()}
        self._alone = {begun for begun in self._lengths if len(begun) == 1}

    def find(self, text: str, fits: Callable[[int, int], bool] | None = None) -> Iterator[tuple[int, str]]:
        """Every occurrence as (offset, word), in order; nothing for a text without any of the words.

        What does not fit, asked with its start and end, takes no place: a word that begins inside of it is found.
        """
        end = 0
        lengths, alone, entries = self._lengths, self._alone, self.entries
        pairs = map(add, text, text[1:] + " ")
        # A comprehension alone looks at every character: most of a run is spent here.
        if alone:
            begun = [(at, pair) for at, pair in enumerate(pairs) if pair in lengths or pair[0] in alone]
        else:
            begun = [(at, pair) for at, pair in enumerate(pairs) if pair in lengths]
        for at, pair in begun:
            if at < end:
                continue
            for length in (*lengths.get(pair, ()), *lengths.get(pair[0], ())):
                word = text[at : at + length]
                if word not in entries:
                    continue
                if (word[0].isascii() or word[-1].isascii()) and _within_latin(text, at, at + length):
                    continue
                if fits is None or fits(at, at + length):
                    yield at, word
                    end = at + length
                    break

    def words(self, text: str) -> tuple[str, ...]:
        """The words that stand in `text`, each once, in the order of their first place."""
        return tuple(dict.fromkeys(word for _, word in self.find(text)))

    def values(self, text: str) -> set[Value]:
        """The values of the words that stand in `text`."""
        return {self.entries[word] for _, word in self.find(text)}


def _within_latin(text: str, start: int, end: int) -> bool:
    """Whether the Latin letter or digit at an edge of text[start:end] has another one outside."""
    return _touches(text, start, start - 1) or _touches(text, end - 1, end)


def _touches(text: str, inner: int, outer: int) -> bool:
    if not 0 <= outer < len(text) or not text[inner].isascii() or not text[outer].isascii():
        return False
    return text[inner].isalnum() and text[outer].isalnum()


@cache
def usual_share(word: str) -> float:
    """The share of pages, 0 to 1, that would hold `word` in Chinese at large; 0 for a word that is not common."""
    return _usual().get(word, 0.0)


@cache
def _usual() -> dict[str, float]:
    return {
        word: 1 - math.exp(-int(million) * _WORDS_OF_A_PAGE / 1e6)
        for word, million in tables.read(__package__, "common.tsv")
    }


@cache
def places() -> Lexicon[str]:
    """Provinces and cities that titles name, each with the province it lies in."""
    return Lexicon({name: gazetteer.province_of(name) for (name,) in tables.read(__package__, "titled_places.tsv")})


@cache
def abroad() -> Lexicon[str]:
    """Countries other than China under the names and short forms of news titles."""
    return Lexicon(dict(tables.read(__package__, "abroad.tsv")))  # type: ignore[arg-type]


@cache
def outlets() -> tuple[tuple[int, str], ...]:
    """(rank, part of a host or of an outlet's name); 1 is the most official."""
    return tuple((int(rank), part) for rank, part in tables.read(__package__, "outlets.tsv"))


def official_rank(*said: str | None) -> int:
    """How official the page is by its address and outlet: 1 the issuing side, 2, 3 press, 4 unknown."""
    text = " ".join(part for part in said if part).lower()
    return min((rank for rank, part in outlets() if part in text), default=4)


def lexicon(rows: Iterable[tuple[Value, str]]) -> Lexicon[Value]:
    """A lexicon of rows of a value and its words, which spaces part."""
    return Lexicon({word: value for value, words in rows for word in words.split()})


def weighed(rows: Iterable[tuple[str, ...]]) -> Lexicon[tuple[str, float]]:
    """A lexicon of rows of a name, its weight and its words: each word with name and weight."""
    return lexicon(((name, float(weight)), words) for name, weight, words in rows)
