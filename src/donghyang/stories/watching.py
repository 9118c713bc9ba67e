"""Watch lists held against a page: words in any script, places by the gazetteer, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from donghyang.language import gazetteer
from donghyang.language.terms import Term, Termbase
from donghyang.records import WatchList
from donghyang.stories.signals import Signals
from donghyang.stories.tables import places
from donghyang.stories.wording import normal

_HANGUL = re.compile("[가-힣]")


def watched(title: str, text: str, seen: Signals, lists: Sequence[WatchList]) -> tuple[str, ...]:
    """The names of the lists that a page matches, title and body in normal form; () for none."""
    whole = f"{title}\n{text}".lower()
    return tuple(one.name for one in lists if _matches(one, whole, title, seen))


def _matches(one: WatchList, whole: str, title: str, seen: Signals) -> bool:
    if not (one.words or one.regions or one.organisations or one.yuan):
        return False
    if one.yuan is not None and seen.money < one.yuan:
        return False
    if one.regions and not _in_regions(one.regions, title, seen):
        return False
    return all(not words or _says(words, whole) for words in (one.words, one.organisations))


def _says(words: Iterable[str], whole: str) -> bool:
    return any(_stands(form, whole) for word in words for form in _forms(word))


def _stands(form: str, whole: str) -> bool:
    """Whether a form stands in a text, Latin words not inside of longer ones."""
    at = whole.find(form)
    while at >= 0:
        before, behind = whole[at - 1 : at], whole[at + len(form) : at + len(form) + 1]
        if not ((form[0].isascii() and _latin(before)) or (form[-1].isascii() and _latin(behind))):
            return True
        at = whole.find(form, at + 1)
    return False


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


@cache
def _forms(word: str) -> tuple[str, ...]:
    """How Chinese pages write a word: simplified and in small letters; of a Korean word what the termbase knows."""
    forms = [normal(word).lower()]
    if _HANGUL.search(word):
        bare = word.replace(" ", "")
        forms += [normal(term.chinese).lower() for term in _by_korean().get(bare, ())]
    return tuple(form for form in forms if form)


@cache
def _by_korean() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in Termbase.load().terms():
        found.setdefault(term.korean.replace(" ", ""), []).append(term)
    return found


def _in_regions(regions: Iterable[str], title: str, seen: Signals) -> bool:
    said = [name for _, name in places().find(title)]
    named = {*said, *(places().entries[name] for name in said)}
    issuer = seen.issuer.name if seen.issuer else ""
    for region in regions:
        hanzi = {place.hanzi for place in gazetteer.called(region)} | {normal(region)}
        if named & hanzi or any(issuer.startswith(name) for name in hanzi if name):
            return True
    return False
