"""The bilingual key: where a source says what a Korean word says.

A stretch of Korean is found in a source by a term of the termbase, by the Korean reading of Chinese characters
(기술, 技术), by their sound (저장, 浙江), by a settled name (베이징, 北京), or letter by letter where both are written
in one script. No dictionary of the language is needed: the words that a source can be held to are those that it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from donghyang.language import tables
from donghyang.language.established import established_names, firms_abroad
from donghyang.language.gazetteer import places
from donghyang.language.hanja import written_readings
from donghyang.language.pinyin import further_readings, reading_of
from donghyang.language.script import fold_width, is_han, simplify
from donghyang.language.transliterate import syllable
from donghyang.language.words import IN_NAMES, READ_OUT, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

How = Literal["term", "reading", "sound", "same", "sense"]

_MOST_PLACES = 60
"""Places of one word that are kept: what stands everywhere tells nothing about where."""
_LONGEST_FORM = 24
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+-]*")
_HANGUL_RUN = re.compile("[가-힣]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the Korean text, without its spaces, and every place where the source says it."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    how: How


@cache
def korean_forms() -> dict[str, frozenset[str]]:
    """Korean forms, without spaces, of every Chinese word of the tables."""
    forms: dict[str, set[str]] = {}
    for word in words():
        if word.korean == READ_OUT or (word.kind == IN_NAMES and len(word.chinese) < 2):
            continue
        said = {bare(word.named), *map(bare, word.others)}
        forms.setdefault(simplify(word.chinese), set()).update(form for form in said if form)
    for place in places():
        forms.setdefault(place.hanzi, set()).update(form for form in (place.hangul, place.accepted) if form)
    for korean, chinese in tables.read(__package__, "bridges.tsv"):
        for one in chinese.split():
            forms.setdefault(one, set()).update(map(bare, korean.split()))
    for table in (firms_abroad(), established_names()):
        for hanzi, entry in table.items():
            forms.setdefault(hanzi, set()).update(map(bare, entry.forms))
    return {chinese: frozenset(found) for chinese, found in forms.items()}


@cache
def _senses() -> dict[str, frozenset[str]]:
    """Korean nouns of every Chinese word that may say them, though it may say other things too."""
    found: dict[str, set[str]] = {}
    for korean, chinese in tables.read(__package__, "senses.tsv"):
        for one in chinese.lower().split():
            if len(one) > 1:
                found.setdefault(one, set()).update(korean.split())
    return {chinese: frozenset(forms) for chinese, forms in found.items()}


@cache
def common_nouns() -> frozenset[str]:
    """Korean nouns that say what things are, and name none of them."""
    return frozenset(form for forms in _senses().values() for form in forms)


@cache
def korean_words() -> frozenset[str]:
    """Every Korean form of the tables; of any other word nobody can say that a source lacks it."""
    return frozenset(form for forms in korean_forms().values() for form in forms)


def bare(form: str) -> str:
    """A Korean form as it is looked up: no gloss in brackets, no spaces, no marks, lower case."""
    return re.sub(r"\([^()]*\)|[^0-9A-Za-z가-힣]", "", form).lower()


@cache
def _lengths(table: Callable[[], dict[str, frozenset[str]]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for chinese in table():
        lengths.setdefault(chinese[0], set()).add(len(chinese))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


@cache
def sounds(char: str) -> tuple[str, ...]:
    """How one Chinese character can sound in Hangul."""
    readings = (reading_of(char) or "", *further_readings(char))
    return tuple(dict.fromkeys(found for reading in readings if reading and (found := syllable(reading))))


class Key:
    """What Korean words a source has, and where; built once for a source, in time linear in its length."""

    def __init__(self, text: str) -> None:
        self.plain = simplify(fold_width(text)).replace("İ", "I").lower()  # İ alone has two characters in lower case
        self._forms: dict[str, list[tuple[int, int]]] = {}
        self._kinds: dict[str, How] = {}
        self._put_terms()
        self._put_pairs()
        self._put_letters()
        self._put_senses()
        self._longest = max(map(len, self._forms), default=0)

    def add(self, terms: Mapping[str, Collection[str]]) -> None:
        """Know the words of a newsroom too: Korean forms by their Chinese."""
        for chinese, forms in terms.items():
            word = simplify(fold_width(chinese)).lower()
            for span in self.found(word, (0, len(self.plain))) if word else ():
                for form in filter(None, map(bare, forms)):
                    self._put(form, span, "term")
        self._longest = max(map(len, self._forms), default=0)

    def found(self, chinese: str, within: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Where a stretch of the source has a word of simplified Chinese, in order."""
        at = self.plain.find(chinese, *within)
        while at >= 0:
            yield at, at + len(chinese)
            at = self.plain.find(chinese, at + 1, within[1])

    def _put(self, form: str, span: tuple[int, int], how: How) -> None:
        known = self._forms.setdefault(form, [])
        if len(known) < _MOST_PLACES and (not known or known[-1] != span):
            known.append(span)
        self._kinds.setdefault(form, how)

    def _put_terms(self) -> None:
        for form, span in self._said(korean_forms):
            self._put(form, span, "term")

    def _put_senses(self) -> None:
        """What the source may say by a loose word, where it has no exact one for it."""
        exact = frozenset(self._forms)
        for form, span in self._said(_senses):
            if form not in exact:
                self._put(form, span, "sense")

    def _said(self, table: Callable[[], dict[str, frozenset[str]]]) -> Iterator[tuple[str, tuple[int, int]]]:
        known, lengths, plain = table(), _lengths(table), self.plain
        for at, char in enumerate(plain):
            for length in lengths.get(char, ()):
                if at + length > len(plain):
                    continue
                for form in known.get(plain[at : at + length], ()):
                    yield form, (at, at + length)

    def _put_pairs(self) -> None:
        plain = self.plain
        for at in range(len(plain) - 1):
            first, second = plain[at], plain[at + 1]
            if not (is_han(first) and is_han(second)):
                continue
            for one in written_readings(first):
                for other in written_readings(second):
                    self._put(one + other, (at, at + 2), "reading")
            for one in sounds(first):
                for other in sounds(second):
                    self._put(one + other, (at, at + 2), "sound")

    def _put_letters(self) -> None:
        for found in _LATIN.finditer(self.plain):
            self._put(re.sub("[^0-9a-z]", "", found[0]), found.span(), "same")
        for found in _HANGUL_RUN.finditer(self.plain):
            start, end = found.span()
            for at in range(start, end - 1):
                self._put(self.plain[at : at + 2], (at, at + 2), "same")

    def find(self, bare: str) -> list[Match]:
        """Every stretch of bare Korean (no spaces, no marks, lower case) that the source has, overlapping ones too."""
        found: list[Match] = []
        for start in range(len(bare)):
            for end in range(min(len(bare), start + min(self._longest, _LONGEST_FORM)), start, -1):
                places_ = self._forms.get(bare[start:end])
                if places_ and (end - start > 1 or self._kinds[bare[start:end]] == "term"):
                    found.append(Match(start, end, tuple(places_), self._kinds[bare[start:end]]))
        return found
