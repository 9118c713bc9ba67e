"""Needs held against achievements: which result, contract or offer may serve which watch list, and why."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.facts.places import lies_in
from donghyang.language.script import has_han
from donghyang.language.terms import Termbase
from donghyang.records import Message, Served

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.records import Achievement, WatchList

_FORMS = {
    "result": ("연구·개발 성과", "a result"),
    "contract": ("계약·협약", "a contract"),
    "offer": ("기술이전 제안", "a technology on offer"),
    "launch": ("출시·개소", "a launch"),
}


def serve(achievements: Iterable[Achievement], lists: Iterable[WatchList]) -> list[Served]:
    """Every pair of a need and an achievement that may serve it, in the order of the achievements; [] for none."""
    needs = list(lists)
    return [found for one in achievements for need in needs if (found := _served(one, need)) is not None]


def _served(one: Achievement, need: WatchList) -> Served | None:
    """The match, where every field of the list that is not empty has something in the achievement; None else."""
    if not (need.words or need.regions or need.organisations or need.yuan):
        return None
    said = f"{one.what or ''} {one.text} {one.around} {one.actor or ''}"
    words = tuple(word for word in need.words if _says(word, said))
    bodies = tuple(name for name in need.organisations if _says(name, said))
    regions = tuple(region for region in need.regions if lies_in(region, said))
    if (need.words and not words) or (need.organisations and not bodies) or (need.regions and not regions):
        return None
    if need.yuan is not None and not (one.unit == "CNY" and one.amount is not None and one.amount >= need.yuan):
        return None
    return Served(need.name, one, tuple(_reasons(one, need, words, bodies, regions)), (*words, *bodies, *regions))


def _reasons(
    one: Achievement, need: WatchList, words: tuple[str, ...], bodies: tuple[str, ...], regions: tuple[str, ...]
) -> Iterator[Message]:
    ko, en = _FORMS[one.form]
    yield Message(f"{ko}임", f"it is {en}")
    for found, korean, english in (
        (words, "낱말", "word"),
        (bodies, "기관", "organisation"),
        (regions, "지역", "region"),
    ):
        if found:
            yield Message(f"{korean}: {', '.join(found)}", f"{english}: {', '.join(found)}")
    if need.yuan is not None:
        yield Message(f"금액 {one.amount:,f}위안 ≥ {need.yuan:,}위안", f"{one.amount:,f} yuan ≥ {need.yuan:,} yuan")


def _says(word: str, text: str) -> bool:
    """Whether a text has a word in any of its forms, blanks apart; Latin words not inside of longer ones."""
    low = text.lower()
    return any(_form(form.lower()).search(low) for form in _forms(word))


@cache
def _form(form: str) -> re.Pattern[str]:
    """A form, Latin words not inside of longer ones; of others the blanks apart, one of two syllables only where a word
    begins (수소, but not 우수소재).
    """
    if form.isascii():
        return re.compile(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])")
    signs = [sign for sign in form if not sign.isspace()]
    return re.compile(("(?<![가-힣])" if len(signs) < _LONG else "") + r"\s?".join(map(re.escape, signs)))


_LONG = 3


@cache
def _forms(word: str) -> tuple[str, ...]:
    """A word as the report writes it: itself, and of a Chinese one what the termbase calls it in Korean."""
    if not has_han(word):
        return (word,)
    term = Termbase.load().get(word)
    return (word, term.korean) if term is not None else (word,)
