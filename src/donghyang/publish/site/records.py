"""What the pages of a site know of one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from donghyang.publish.theme import HOUSE, Look
from donghyang.records import Correction, Edition, SectionKind


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a site share."""

    title: str
    publisher: str | None
    url: str = ""
    """Where the site will be found, ending with a slash; "" where it is not known: then only places inside are told."""
    look: Look = HOUSE


@dataclass(frozen=True, slots=True)
class Ordered:
    """Which issue pages are made of, and what stands beside it."""

    day: str
    """ISO; the issue's folder."""
    edition: Edition | None
    before: str | None = None
    """The day of the issue before it, None for the first; likewise the one behind it."""
    behind: str | None = None
    with_content: bool = False
    """Whether feeds will tell its articles in full."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as indexes, search and feeds tell of it."""

    path: str
    """Of its page, from the site's root."""
    id: str
    """A name for it that no change of the site changes."""
    day: str
    kind: SectionKind
    section: str
    number: str | None
    headline: str
    lead: str | None
    tags: tuple[str, ...]
    text: str
    """What a search looks through, a line for each paragraph, item and row of a table."""
    content: str
    """HTML for feeds; "" for issues too old for them."""
    corrections: tuple[Correction, ...] = ()
    """Those that changed it, the newest first, each with its own changes."""
    words: str = ""
    """Pairs of letters that stand in it, for the search, one behind another."""


@dataclass(frozen=True, slots=True)
class SiteIssue:
    """One issue of the site."""

    day: str
    path: str
    id: str
    title: str
    date_text: str
    label: str
    """제7호, "" without a number."""
    edition: Edition | None
    draft: bool
    summary: tuple[str, ...]
    items: tuple[Item, ...]
    pages: dict[str, bytes] = field(default_factory=dict)
    """Its files by their path."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A watch list and the articles that it asks for."""

    name: str
    paths: frozenset[str]
