"""Outlets by their Korean names, and references as the weekly prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.holding import UNNAMED, plain_line, plain_outlet
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.plans import nominal, words_of
from donghyang.draft.reading import reader
from donghyang.language.script import has_han
from donghyang.language.transliterate import transliterate
from donghyang.language.words import of_part
from donghyang.records import BriefSource, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from donghyang.language.terms import Termbase
    from donghyang.records import PageText


def outlet_ko(outlet: str | None, terms: Termbase) -> str:
    """The outlet's Korean name: from the termbase, else by the national rules with its Hanzi; a word when unknown."""
    name = plain_outlet(outlet)
    if not name:
        return UNNAMED
    term = terms.get(name, "outlet", "agency", "institution", "company", "place")
    if term:
        return term.korean
    office = _office(name, terms)
    if office:
        return office
    hits = terms.find(name, "outlet", "agency", "institution", "company")
    if hits and hits[0].start == 0:
        return hits[0].term.korean
    return f"{transliterate(name).hangul}({name})" if has_han(name) else name


def _office(name: str, terms: Termbase) -> str | None:
    """A department named by what it does, where every word of it is known: 计划与政策局 계획·정책국."""
    offices = of_part("office")
    ending = next((end for end in sorted(offices, key=len, reverse=True) if name.endswith(end)), None)
    if ending is None:
        return None
    bare = name.removesuffix(ending)
    page = reader(bare, (), terms, None)
    korean = noun_phrase(page, nominal(words_of(page, 0, len(bare)))) if bare else None
    return korean.replace(" 및 ", "·").replace(" ", "") + offices[ending] if korean else None


def brief_source(page: PageText, terms: Termbase) -> BriefSource:
    """Outlet, day and address of the page a brief was taken from."""
    return BriefSource(outlet_ko(page.outlet, terms), page.date, page.url)


def references(pages: Iterable[PageText]) -> tuple[Reference, ...]:
    """The pages of a story as references, each address once; titles stay in Chinese."""
    found: list[Reference] = []
    seen: set[str] = set()
    for page in pages:
        title = plain_line(page.title) or None
        key = page.url or title or ""
        if not key or key in seen:
            continue
        seen.add(key)
        # Without an address the day and the outlet say where the page can be found.
        day, outlet = (None, None) if page.url else (page.date, plain_outlet(page.outlet) or None)
        found.append(Reference(title, page.url, day, outlet if day else None))
    return tuple(found)
