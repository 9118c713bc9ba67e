"""Names that have a Korean form of their own: firms from abroad, and well-known Chinese firms, bodies and missions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify

_TAIL = lazily(rf"(?<=..)(?:{tables.either(__package__, 'firm_tails')})$")

_AS_ESTABLISHED = "-"
"""Stands in the table of seats for the Korean forms of the established name."""
_NONE = "-"
"""An empty cell of the table of short names."""


@dataclass(frozen=True, slots=True)
class Established:
    """A name with the Korean forms in which it is right besides the form by sound."""

    hanzi: str
    """As `simplify` has it, which puts a rare character for another one here and there (宏碁)."""
    kind: str
    """firm, body, university, hospital or mission."""
    forms: tuple[str, ...]
    """The one to propose first."""
    abroad: bool = False
    """Whether the bearer comes from outside mainland China, so that a form by sound is wrong."""
    is_word: bool = False
    """Whether the characters are also a word, a place or a family name."""


@cache
def firms_abroad() -> dict[str, Established]:
    """Firms from outside mainland China by their simplified Chinese name."""
    return {
        simplify(hanzi): Established(
            simplify(hanzi), "firm", tuple(forms.split("|")), abroad=True, is_word=word == "word"
        )
        for hanzi, forms, word, _ in tables.read(__package__, "foreign_firms.tsv")
    }


@cache
def established_names() -> dict[str, Established]:
    """Well-known Chinese names by their simplified form."""
    return {
        simplify(hanzi): Established(simplify(hanzi), kind, tuple(forms.split("|")))
        for kind, hanzi, forms, _ in tables.read(__package__, "established_names.tsv")
    }


@cache
def known_seats() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """(simplified name, Korean forms that mean nothing else, city) of firms and bodies whose seat is known."""
    return tuple(
        (hanzi, established_names()[hanzi].forms if forms == _AS_ESTABLISHED else tuple(forms.split("|")), city)
        for hanzi, forms, city in tables.read(__package__, "seats.tsv")
    )


@dataclass(frozen=True, slots=True)
class ShortBody:
    """An authority by its short Korean names."""

    hanzi: tuple[str, ...]
    """Its simplified names, short and long."""
    unknown: tuple[str, ...]
    """Short Korean names that readers do not know."""
    full: tuple[str, ...]
    """The full names that explain these, the one to propose first."""
    plain: tuple[str, ...]
    """Short Korean names that explain themselves."""


@cache
def short_bodies() -> tuple[ShortBody, ...]:
    """Chinese authorities with short Korean names, in the order of the table."""
    rows = tables.read(__package__, "short_bodies.tsv")
    return tuple(
        ShortBody(tuple(hanzi.split()), _cell(unknown), _cell(full, "|"), _cell(plain))
        for hanzi, unknown, full, plain in rows
    )


def _cell(value: str, parted: str = " ") -> tuple[str, ...]:
    return () if value == _NONE else tuple(value.split(parted))


def established(plain: str) -> Established | None:
    """The entry of a simplified name, with or without what a firm's full name ends in; None when there is none."""
    for name in (plain, _TAIL.sub("", plain)):
        found = firms_abroad().get(name) or established_names().get(name)
        if found:
            return found
    return None
