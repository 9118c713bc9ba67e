"""A text as words are looked up in it: simplified, lower case, without spaces and marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from donghyang.language.patterns import lazily
from donghyang.language.script import fold_width, simplify

_LATIN = lazily(r"[a-z][a-z0-9]*(?:[-.&+][a-z0-9]+)*")
_NUMBER = lazily(r"(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)?")
_BEHIND = lazily(r"(?:은|는|이|가|을|를|의|에|과|와|로|도)?(?![가-힣])")
_PIECE = 2
"""Syllables that the least part of a compound has."""
_GLOSS = lazily(r"\s?\([^()]*[一-鿿][^()]*\)")
"""Chinese characters in brackets, which may stand inside a name: 즈진산(紫金山)실험실."""
_MOST_OF = 0.5
"""The share of a compound's syllables that a text has where it counts as saying it."""
_REACH = 4
"""How many times its own length the parts of a compound may lie apart. Set by the built-on questions of 2026-11, by one
comparison: with the whole text."""
BROKEN = 0.85
"""What a word counts whose parts stand apart."""


@dataclass(frozen=True, slots=True)
class Folded:
    """One text, folded once."""

    plain: str
    """Simplified, of plain width, lower case; as long as the original."""
    letters: str
    """Without white space and marks; behind a bar the same without Chinese characters in brackets."""
    latin: frozenset[str]
    numbers: frozenset[str]
    _held: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def holds(self, form: str) -> float:
        """How much of a folded form the text says: 1 for all of it, less for parts that stand apart, 0 for none."""
        known = self._held.get(form)
        if known is None:
            known = self._held[form] = self._look_up(form)
        return known

    def _look_up(self, form: str) -> float:
        if not form:
            return 0.0
        if form.isascii():
            return 1.0 if self._has_ascii(form) else 0.0
        if len(form) == 1:
            return float(_alone(form, self.plain))
        if form in self.letters:
            return 1.0
        if len(form) < 2 * _PIECE or not ("가" <= form[0] <= "힣"):
            return 0.0
        share = max((_share(form, near) for near in self._from(form[:_PIECE], _REACH * len(form))), default=0.0)
        return BROKEN * share if share >= _MOST_OF else 0.0

    def _from(self, part: str, size: int) -> Iterator[str]:
        """The stretches of the text that begin with a part."""
        at = self.letters.find(part)
        while at >= 0:
            yield self.letters[at : at + size]
            at = self.letters.find(part, at + size)

    def _has_ascii(self, form: str) -> bool:
        if form in self.latin or form in self.numbers:
            return True
        bare = letters(form)
        return len(bare) > 4 and bare in self.letters


@lru_cache(maxsize=65536)
def folded(text: str) -> Folded:
    """A text folded, kept for the texts last asked for."""
    plain = simplify(fold_width(text)).lower()
    latin = {found[0] for found in _LATIN.finditer(plain)}
    latin.update(part for word in tuple(latin) for part in _parts(word))
    numbers = frozenset(found[0].replace(",", "") for found in _NUMBER.finditer(plain))
    said = letters(plain)
    if "(" in plain and (bare := letters(_GLOSS.sub("", plain))) != said:
        said = f"{said}|{bare}"
    return Folded(plain, said, frozenset(latin), numbers)


def _parts(word: str) -> list[str]:
    return word.replace(".", "-").replace("&", "-").replace("+", "-").split("-")


def letters(plain: str) -> str:
    """A folded text without white space and marks."""
    return "".join(char for char in plain if char.isalnum())


def _alone(syllable: str, plain: str) -> bool:
    """Whether a syllable stands as a word, with a particle or without."""
    at = plain.find(syllable)
    while at >= 0:
        if not _is_hangul(plain[at - 1 : at]) and _BEHIND.match(plain, at + 1):
            return True
        at = plain.find(syllable, at + 1)
    return False


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣" if char else False


def _share(form: str, text: str) -> float:
    """The share of a form's syllables that stand in the text, in parts of two or more."""
    size = len(form)
    best = [0] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1]
        for start in range(end - _PIECE, -1, -1):
            if form[start:end] not in text:
                break
            best[end] = max(best[end], best[start] + end - start)
    return best[size] / size
