"""What is searched, and what a search finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from donghyang.records.fact import Fact
from donghyang.records.issue import SectionKind

TextField = Literal["headline", "lead", "summary", "body", "aside", "references"]
"""Where in an article a text stands; `summary`: its line on the summary page, `aside`: its tables, figures, notes."""
SearchOrder = Literal["score", "newest", "oldest"]
FacetName = Literal["section", "category", "region", "organisation", "year"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money that an article states."""

    value: Decimal
    currency: str
    """ISO 4217."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article as the index takes it."""

    id: int
    """Its number in the archive, above 0; a second article of the same number replaces the first."""
    issue: dt.date
    section: SectionKind
    number: int
    """Its number in the section; 0 where the report gives it none."""
    headline: str
    texts: tuple[tuple[TextField, str], ...] = ()
    """Every text but the headline, each field once; lines are parted by line breaks."""
    category: str | None = None
    date: dt.date | None = None
    """The day of the event."""
    facts: tuple[Fact, ...] | None = None
    """What it states; None where that has still to be read. Places in it are not used."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may be found; an empty one lets all through."""

    sections: tuple[SectionKind, ...] = ()
    categories: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    since: dt.date | None = None
    """The first day of an issue."""
    until: dt.date | None = None
    """The last day of an issue."""
    deadlines: tuple[str, ...] = ()
    least: Amount | None = None
    """The article states a sum of this currency that is no smaller."""
    most: Amount | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found."""

    id: int
    issue: dt.date
    section: SectionKind
    number: int
    headline: str
    score: float
    """How well it fits; comparable within one search only."""
    snippet: str
    """The stretch of its text that fits best."""
    highlights: tuple[tuple[int, int], ...] = ()
    """Half-open places in `snippet` that the words of the search stand for."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the articles found have a value."""

    name: FacetName
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search."""

    hits: tuple[Hit, ...]
    total: int
    """Articles that were found, shown or not; of more than a thousand the last thousand put in are counted."""
    facets: tuple[Facet, ...] = ()
    nowhere: tuple[str, ...] = ()
    """Words of the search that no article holds in any form; what was found holds something like them at best."""
    unread: str | None = None
    """The part of an overlong search that was left out, None where all of it was looked for."""
