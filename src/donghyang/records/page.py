"""Pages read, and the stories they tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from donghyang.records.document import Unseen
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


_MUCH, _LITTLE = 200, 20
"""Letters not seen that are much on any page, and on a page of ten times as many."""

_SAYING = frozenset("0123456789，。；：！？,.;:!?")
"""Signs of words that say something rather than name a place of the site."""


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
    unseen: tuple[Unseen, ...] = ()
    """Words that stand in the file and are no part of `text`, because its reader does not see them."""
    number: str | None = None
    """The number of a government document (国发〔2019〕5号), None where the page prints none."""
    issuer: str | None = None
    """The office that issued the document, several joined by "、"; None where neither its table nor its signature,
    its title or its label says so."""
    attachments: tuple[Attachment, ...] = ()
    """The files that the article names, in order."""
    parts: tuple[str, ...] = ()
    """What the page's own page links lead to: the other parts of an article that is cut into pages, file names."""

    @property
    def hides_much(self) -> bool:
        """Whether an editor has to look at the page itself: more than a label of it is not seen.

        What a site folds away (menus, forms) does not count, nor do labels: every page has them.
        """
        said = (words.text for words in self.unseen if words.why not in ("display", "sheet"))
        letters = sum(len(text) for text in said if any(sign in _SAYING for sign in text))
        return letters >= _MUCH or (letters >= _LITTLE and 10 * letters >= len(self.text))


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that a page has and its article has not."""

    text: str
    why: Literal["hidden", "title", "register", "furniture", "link", "outside"]
    """hidden: a reader of the page does not see it; title, register (the table of a government document): told in a
    field of its own; furniture: the site's own words; link: leads elsewhere; outside: above, below or beside."""


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
