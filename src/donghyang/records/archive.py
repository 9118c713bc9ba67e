"""What the archive gives back: articles as they were published, with what they state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records.fact import Fact
from donghyang.records.issue import Article, SectionKind

if TYPE_CHECKING:
    from donghyang.records.ledger import LedgerFact


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article of an issue in the archive."""

    id: int
    """Its row; another reading of the issue gives it another one."""
    series: str | None
    issue: dt.date
    """The day of its issue."""
    section: SectionKind
    section_title: str
    place: int
    """Its place in the issue, from 0."""
    article: Article
    text: str
    """What was printed of it, from its number to its last reference."""
    facts: tuple[Fact, ...] = ()
    """What its text states, in order; places count characters of `text`."""
    ledger: tuple[LedgerFact, ...] = ()
    """Benefits, rankings, records and achievements that it states, in order; the same places."""
