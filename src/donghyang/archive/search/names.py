"""Forms of one thing: 선전, 심천, 深圳, Shenzhen; what termbase, gazetteer and tables of names tie together.

A form is squeezed (no spaces, simplified, small). One hop leads from a form to what stands in a row with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from donghyang.archive.search import readings
from donghyang.archive.search.entries import initials, opened
from donghyang.archive.search.letters import cut, squeezed
from donghyang.language import gazetteer, tables
from donghyang.language.established import established_names, firms_abroad, short_bodies
from donghyang.language.script import has_han, has_hangul
from donghyang.language.words import words

if TYPE_CHECKING:
    from pathlib import Path

_NAMED = frozenset({"agency", "institution", "company", "place", "person", "outlet"})
_LONGEST_NEAR = 12
_MEANT = frozenset({"technology", "noun", "metric", "policy", "document"})
"""Kinds of terms that are found by their Korean as well; a verb or a modifier says too little."""
_TRANSLATED, _SAME, _SPOKEN, _LIKE = 0.8, 0.95, 0.8, 0.6
"""How much a form counts that only translates the word, is its other name, its sound, a word of like meaning."""
_BY_CHINESE = 0.9
"""The share of both that a form keeps which is tied to the word by way of a Chinese one."""


class Names:
    """Forms that are tied together, looked up by any of them."""

    def __init__(self, rows: Iterable[tuple[Iterable[str], float]]) -> None:
        self._tied: dict[str, dict[str, float]] = {}
        for forms, weight in rows:
            self._tie([plain for form in forms if len(plain := bare(form)) > 1], weight)
        self._longest = max(map(len, self._tied), default=0)

    def _tie(self, forms: list[str], weight: float) -> None:
        for form in forms:
            others = self._tied.setdefault(form, {})
            for other in forms:
                if other != form:
                    others[other] = max(weight, others.get(other, 0.0))

    def __contains__(self, form: str) -> bool:
        return form in self._tied

    def others(self, form: str) -> Mapping[str, float]:
        """The forms tied to a squeezed form, each with how much it counts; none for an unknown one.

        Where the form is a Korean one, the Korean forms of its Chinese ones are among them (과기부, 과학기술부).
        """
        near = self._tied.get(form, {})
        found = dict(near)
        for middle, weight in near.items():
            if has_han(middle):
                for other, further in self._tied.get(middle, {}).items():
                    if other != form:
                        found[other] = max(found.get(other, 0.0), weight * further * _BY_CHINESE)
        return found

    def first_in(self, text: str, start: int) -> str | None:
        """The longest known form that begins at `start` of squeezed text; None when there is none."""
        for length in range(min(self._longest, len(text) - start), 1, -1):
            if text[start : start + length] in self._tied:
                return text[start : start + length]
        return None

    def near(self, word: str) -> list[str]:
        """The known forms that are one letter away, at most."""
        return sorted({form for key in _keys(word) for form in self._by_key.get(key, ()) if form != word})

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self._tied:
            for key in _keys(form) if len(form) <= _LONGEST_NEAR and not has_han(form) else ():
                found.setdefault(key, []).append(form)
        return found

    def with_initials(self, letters: str) -> list[str]:
        """The known Korean forms whose syllables begin with these letters."""
        return self._by_initials.get(letters, [])

    @cached_property
    def _by_initials(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for form in self._tied:
            if first := initials(form):
                found.setdefault(first, []).append(form)
        return found


def _keys(form: str) -> tuple[str, ...]:
    """What two forms that are one letter apart have in common; for two syllables, either of them."""
    return (form, *form) if len(form) == 2 and has_hangul(form) else opened(form)


@lru_cache(maxsize=65536)
def bare(form: str) -> str:
    """A form as it is looked up."""
    return squeezed(cut(form))


@cache
def packaged() -> Names:
    """What the program's own tables tie together."""
    return Names(_rows())


@lru_cache(maxsize=2)
def of_newsroom(path: Path, stamp: tuple[int, int]) -> Names:
    """The same with the rows of a newsroom's own termbase on top; `stamp` tells one state of the file from another."""
    from donghyang.language.terms import Termbase

    own = [((term.chinese, term.korean), _SAME) for term in Termbase.load(path).terms()]
    return Names([*_rows(), *own])


def _rows() -> Iterator[tuple[Iterable[str], float]]:
    for word in words():
        if word.kind in _NAMED | _MEANT or "usage" in word.part.split():
            yield (word.chinese, word.named, *word.others), _SAME if word.kind in _NAMED else _TRANSLATED
    yield from _places()
    for name in (*established_names().values(), *firms_abroad().values()):
        yield (name.hanzi, *name.forms, readings.spoken(name.hanzi), readings.pinyin(name.hanzi)), _SAME
    for body in short_bodies():
        yield (*body.hanzi, *body.unknown, *body.full, *body.plain), _SAME
    for file, weight in (("english.tsv", _SAME), ("english_words.tsv", _TRANSLATED), ("like.tsv", _LIKE)):
        for row in tables.read(__package__, file):
            yield (form for cell in row for form in cell.split("|")), weight


def _places() -> Iterator[tuple[Iterable[str], float]]:
    for place in gazetteer.places():
        said = (readings.read(place.hanzi), readings.pinyin(place.hanzi))
        yield (place.hanzi, place.hangul, place.accepted, place.reading, *said), _SAME
    for place in chain(gazetteer.divisions(), *gazetteer.counties().values()):
        yield (place.hanzi, place.hangul, readings.read(place.hanzi), readings.pinyin(place.hanzi)), _SPOKEN
