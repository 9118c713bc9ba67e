"""Pages read, and the stories they tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from donghyang.records.issue import SectionKind
from donghyang.records.message import Message

PageKind = Literal[
    "document",
    "interpretation",
    "document news",
    "statistics",
    "result",
    "event",
    "news",
    "speech",
    "opinion",
    "reaction",
    "preview",
    "portrait",
    "book",
    "programme",
    "advertisement",
    "roundup",
]
"""What a page is: an issued document, its interpretation or its news; figures; a research or engineering result; an
event; other news; a speech; what somebody thinks of it; the echo of an event; its announcement; a person's portrait;
a book; a broadcast; an advertisement; many short news in one page."""

IssuerLevel = Literal["central", "ministry", "province", "city", "institute", "firm"]
"""How high the body stands whose word a page carries."""


Decided = Literal["pin", "skip", "merge", "split"]
"""What an editor can decide on stories: it belongs in the report, it does not, these are one, these are several."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor has decided on a story, tied to its pages: it holds whatever the story becomes."""

    action: Decided
    id: str
    """The story's when it was decided on; of several stories the first."""
    title: str
    parts: tuple[tuple[str, ...], ...]
    """Pages by name. One part for pin, skip and merge; for split the pages that are kept apart from one another."""


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
    text: str
    """The article's own paragraphs, one a line; no menu, share bar or related links."""
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    outlet: str | None = None
    """Who published the page, None where it does not say."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A page that carries the text of another one of its story."""

    page: str
    original: str
    """The earliest page with the text."""
    added: tuple[str, ...]
    """Figures ("40亿元") that the copy has and the original has not."""
    lost: tuple[str, ...]
    """Figures that the copy left out, or changed into those it added."""
    length: int
    """Characters that the copy is longer, negative when it is shorter."""


@dataclass(frozen=True, slots=True)
class Story:
    """The pages that tell one event and its follow-ups."""

    id: str
    """That of its earliest page: it stays when follow-ups come."""
    title: str
    date: dt.date | None
    pages: tuple[str, ...]
    """File names; the most official, else the earliest, comes first."""
    section: SectionKind | None
    """Where the story belongs in the report, None when it does not belong there at all."""
    category: str | None
    """The rubric inside the section ("지역", "ICT"), of briefs too; None for outsiders."""
    score: float
    """How much the report wants it; only the order counts."""
    why: tuple[Message, ...] = ()
    """The reasons for score and place in words, the weightiest first."""
    kind: PageKind = "news"
    """What its head page is."""
    issuer: str | None = None
    """The body whose word it carries, as the page writes it; None where no page names one."""
    level: IssuerLevel | None = None
    """How high the issuer stands, None without one."""
    left_out: Message | None = None
    """Why it does not belong in the report; None where it does."""
    latest: str | None = None
    """The page that tells the last state of a running event; None when the head page does."""
    copies: tuple[Copy, ...] = ()
    """Pages that reprint another one of the story."""
    watched: tuple[str, ...] = ()
    """The watch lists that it matches."""
    decided: tuple[Decided, ...] = ()
    """What the editor has decided on it."""
