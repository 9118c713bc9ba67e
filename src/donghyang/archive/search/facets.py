"""What an article is filtered and counted by: section, category, region, organisation, year, sums, deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from donghyang.archive.search.letters import cut, squeezed
from donghyang.archive.search.readings import read
from donghyang.language import gazetteer
from donghyang.language.words import words
from donghyang.records import Fact, IndexedArticle, Quantity, Target

FacetRow = tuple[str, str, float | None]
"""Name, value, and for a sum how much."""
_TOLD = 3
"""Fields that say what an article is about: headline, lead, summary."""
_BODIES = frozenset({"agency", "institution", "company"})
_SHORTEST_PLACE, _SHORTEST_BODY, _LONGEST = 2, 3, 24
"""Letters of a name; no body of the termbase has more than 17."""
_MOST_WORDS = 4
"""Words that the name of a body may be printed in."""


def facets_of(article: IndexedArticle, cuts: Sequence[str], facts: Iterable[Fact]) -> tuple[FacetRow, ...]:
    """Every facet of an article, each once; `cuts` are its fields as the index keeps them."""
    return tuple(dict.fromkeys(_facets(article, cuts, facts)))


def _facets(article: IndexedArticle, cuts: Sequence[str], facts: Iterable[Fact]) -> Iterator[FacetRow]:
    yield "section", article.section, None
    yield "year", str(article.issue.year), None
    if article.category:
        yield "category", article.category, None
    about = [word for field in cuts[:_TOLD] for word in field.split()]
    yield from (("region", place, None) for place in _regions(about))
    yield from (("organisation", body, None) for body in _bodies(about))
    for fact in facts:
        if isinstance(fact, Quantity) and fact.kind == "money" and fact.value is not None and fact.unit:
            yield "amount", fact.unit, float(fact.value)
        elif isinstance(fact, Target) and fact.deadline:
            yield "deadline", fact.deadline[:4], None


def _regions(about: Sequence[str]) -> Iterator[str]:
    """The provinces and cities that the words begin with, and the provinces that these cities lie in."""
    for word in about:
        place = _longest(word, _places(), _SHORTEST_PLACE)
        while place:
            yield place
            place = _above().get(place)


def _bodies(about: Sequence[str]) -> Iterator[str]:
    """The offices, institutes and firms that the words begin with, or several words together."""
    for at in range(len(about)):
        if body := _longest("".join(about[at : at + _MOST_WORDS]), _organisations(), _SHORTEST_BODY):
            yield body


def _longest(text: str, known: dict[str, str], least: int) -> str | None:
    most = min(len(text), _LONGEST)
    found = (known[text[:length]] for length in range(most, least - 1, -1) if text[:length] in known)
    return next(found, None)


def region_of(name: str) -> str:
    """The name under which a place is filtered: 선전 for 심천, 深圳 and 선전시; the name itself for an unknown one."""
    plain = squeezed(cut(name))
    place = _longest(plain, _readings() | _places(), _SHORTEST_PLACE)
    return place or name


def body_of(name: str) -> str:
    """The name under which an office, institute or firm is filtered; the name itself for an unknown one."""
    return _organisations().get(squeezed(cut(name)), name)


@cache
def _readings() -> dict[str, str]:
    """Places by their Korean reading, which no text is filtered by: 상해 may be an injury."""
    return {squeezed(cut(read(place.hanzi))): place.hangul for place in gazetteer.places() if place.level in _LEVELS}


_LEVELS = frozenset({"municipality", "province", "city", "prefecture", "region"})


@cache
def _places() -> dict[str, str]:
    """The right Hangul form by every form in print, without those that are also Korean words."""
    shared = gazetteer.homographs() - {"산시"}
    return {
        form: place.hangul
        for place in gazetteer.places()
        for form in (place.hangul, place.accepted, place.hanzi)
        if place.level in _LEVELS and form and form not in shared
    }


@cache
def _above() -> dict[str, str]:
    """The Hangul form of the province by that of its city."""
    found = (
        (place.hangul, gazetteer.home(place)) for place in gazetteer.places() if place.level in ("city", "prefecture")
    )
    return {hangul: home.hangul for hangul, home in found if home and home.hangul != hangul}


@cache
def _organisations() -> dict[str, str]:
    """The Korean name by every squeezed Korean or Chinese form."""
    return {
        squeezed(cut(form)): word.named
        for word in words()
        if word.kind in _BODIES
        for form in (word.chinese, word.named, *word.others)
    }
