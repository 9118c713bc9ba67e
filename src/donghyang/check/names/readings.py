"""The ways in which a Chinese name may stand in Hangul: by sound, misheard, in Korean reading, or half and half."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from donghyang.check.names.alignment import further_sounds, korean_words, sounds_of
from donghyang.language.hanja import written_readings
from donghyang.language.misheard import wrong_forms

How = Literal["sound", "read", "word", "near"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands for one character, or for several that are put into one Korean word."""

    at: int
    length: int
    form: str
    how: How


@dataclass(slots=True)
class Name:
    """A Chinese name of the sheet, simplified, with the forms in which it is right there."""

    hanja: str
    printed: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    where: tuple[int, int] = (0, 0)
    """One place where it stands beside its Chinese form."""

    def heads(self) -> Iterator[str]:
        """The first two syllables of every form that the name may have."""
        for first in _parts(self.hanja, 0):
            if len(first.form) > 1:
                yield first.form[:2]
            elif first.length < len(self.hanja):
                for second in _parts(self.hanja, first.length):
                    yield first.form + second.form[0]


@lru_cache(maxsize=2048)
def _parts(hanja: str, at: int) -> tuple[Part, ...]:
    """What may stand for the characters from `at` on: the longest words first, then by sound, read, misheard."""
    found: dict[tuple[int, str], Part] = {}
    for length in range(min(6, len(hanja) - at), 0, -1):
        for form in korean_words().get(hanja[at : at + length], ()):
            if form and " " not in form:
                found.setdefault((length, form), Part(at, length, form, "word"))
    sound = sounds_of(hanja)[at]
    for form in (sound, *further_sounds(hanja)[at]):
        found[1, form] = Part(at, 1, form, "sound")
    for form in sorted(written_readings(hanja[at])):
        found.setdefault((1, form), Part(at, 1, form, "read"))
    for form in wrong_forms().get(sound, ()):
        found.setdefault((1, form), Part(at, 1, form, "near"))
    return tuple(found.values())


def spelled(hanja: str, word: str) -> tuple[Part, ...] | None:
    """How the beginning of `word` stands for all of `hanja`, character by character; None when it does not."""
    return _from(hanja, word, 0, 0)


def _from(hanja: str, word: str, at: int, place: int) -> tuple[Part, ...] | None:
    if at == len(hanja):
        return ()
    for part in _parts(hanja, at):
        if word.startswith(part.form, place):
            rest = _from(hanja, word, at + part.length, place + len(part.form))
            if rest is not None:
                return (part, *rest)
    return None


def changed(name: Name, parts: tuple[Part, ...]) -> list[Part]:
    """The parts of a form that no printed form of the name has; two words for one thing (대학, 대학교) are the same."""
    best: list[Part] | None = None
    for model in name.printed.values():
        words = {(part.at, part.length) for part in model if part.how == "word"}
        fresh = [
            part for part in parts if part not in model and not (part.how == "word" and (part.at, part.length) in words)
        ]
        if best is None or len(fresh) < len(best):
            best = fresh
    return best or []
