"""Pages read, and the stories they tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from donghyang.records.issue import SectionKind


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a page's article."""

    name: str
    """As the page calls it."""
    url: str
    """Where it leads; as the page writes it where the page's own address is not known."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of one collected page; offsets count characters of `text`."""

    name: str
    """The page's file name in its folder: its identity within a week."""
    title: str | None
    date: dt.date | None
    """The day of publication, as the page states it."""
    byline: str | None
    url: str | None
    """The page's own address: canonical, else as it was saved; None where it does not say."""
    text: str
    """The article's own paragraphs, one a line; no menu, share bar or related links."""
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    outlet: str | None = None
    """Who published the page, None where it does not say."""
    number: str | None = None
    """The number of a government document (国发〔2019〕5号), None where the page prints none in its table."""
    issuer: str | None = None
    """The office that issued the document, None where the page's table does not say."""
    attachments: tuple[Attachment, ...] = ()
    """The files that the article names, in order."""
    parts: tuple[str, ...] = ()
    """What the page's own page links lead to: the other parts of an article that is cut into pages, file names."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that a page has and its article has not."""

    text: str
    why: Literal["hidden", "title", "register", "furniture", "link", "outside"]
    """hidden: a reader of the page does not see it; title, register (the table of a government document): told in a
    field of its own; furniture: the site's own words; link: leads elsewhere; outside: above, below or beside."""


@dataclass(frozen=True, slots=True)
class Story:
    """The pages that tell one event and its follow-ups."""

    id: str
    """Stable for the same pages, whatever their order."""
    title: str
    date: dt.date | None
    pages: tuple[str, ...]
    """File names; the most official, else the earliest, comes first."""
    section: SectionKind | None
    """Where the story belongs in the report, None when it does not belong there at all."""
    category: str | None
    """The rubric inside the section ("지역", "ICT"), None for briefs and outsiders."""
    score: float
    """How much the report wants it; only the order counts."""
    why: tuple[str, ...] = ()
    """The reasons for score and rubric, strongest first, each one word or phrase with its weight."""
