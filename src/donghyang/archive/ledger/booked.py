"""Rows of the ledger with the articles that state them, as a person narrows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from donghyang.archive import giving
from donghyang.archive.ledger.narrowing import MOST, articles_with
from donghyang.facts.places import lies_in
from donghyang.language.nearness import letters
from donghyang.records import ArchivedArticle, Spot

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.archive.rows import Stated

BookKind = Literal["target", "benefit", "ranking", "record", "achievement", "reached"]


@dataclass(frozen=True, slots=True)
class Booked:
    """A row of the ledger and where it stands."""

    fact: Stated
    article: ArchivedArticle
    score: float = 1.0
    """How well it answers what was asked, at most 1."""

    @property
    def spot(self) -> Spot:
        """Where in the archive it stands."""
        return spot_of(self.article)

    @property
    def line(self) -> str:
        """The line of the article that it stands in, the first of a table; its own words where that holds marks."""
        text = self.article.text
        first = text.rfind("\n", 0, self.fact.start) + 1
        last = text.find("\n", self.fact.start)
        line = text[first : last if last >= 0 else len(text)].strip()
        return self.fact.text if "<" in line or "\t" in line else line


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows are wanted; an empty one lets all through."""

    words: tuple[str, ...] = ()
    """Each stands in the row's line or its article's headline, blanks and marks apart."""
    region: str | None = None
    """A place that the line or the headline names, or that lies in it: 저장, 浙江."""
    since: dt.date | None = None
    until: dt.date | None = None
    """Days of issues."""

    def lets_through(self, row: Booked) -> bool:
        """Whether a row is wanted."""
        day = row.article.issue
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        said = f"{row.article.article.headline}\n{row.line}"
        plain = letters(said)
        if not all(letters(word) in plain for word in self.words):
            return False
        return self.region is None or lies_in(self.region, said)


def spot_of(article: ArchivedArticle) -> Spot:
    """Where in the archive an article stands."""
    return Spot(article.issue, article.section, article.article.number, article.article.headline)


_FEW, _OF_AN_ARTICLE = 1_000, 15
"""So many rows are gone through at once; so many of all kinds an article may have."""


def booked(archive: Archive, kind: BookKind, chosen: Chosen = Chosen()) -> Iterator[Booked]:
    """The rows of a kind that are wanted, in the order of the ledger.

    Their articles come without lead, blocks and references. Raises as `giving.ledger` does.
    """
    wanted = giving.Wanted(kind, first=chosen.since, last=chosen.until, whole=False)
    for fact, article in giving.ledger(archive, replace(wanted, among=_near(archive, wanted, chosen))):
        row = Booked(fact, article)
        if chosen.lets_through(row):
            yield row


def _near(archive: Archive, wanted: giving.Wanted, chosen: Chosen) -> list[int] | None:
    """The articles that may hold what is chosen, where that spares most of the rows; else None."""
    if not (chosen.words or chosen.region):
        return None
    rows = giving.count(archive, wanted, MOST * _OF_AN_ARTICLE)
    return None if rows < _FEW else articles_with(archive, chosen.words, chosen.region, rows // _OF_AN_ARTICLE)
