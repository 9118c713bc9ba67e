"""One card for a body, a firm, a person or a place: its names in all scripts, where it stands, what is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive import giving
from donghyang.archive.ledger.booked import Booked
from donghyang.archive.search import Asked, index_of, search
from donghyang.archive.searching import ready
from donghyang.language.nearness import letters
from donghyang.records import ArchivedArticle, Name, Ranking
from donghyang.records.search import Hit

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.archive.search.names import Names

_MOST = 200
"""Articles of one name that are looked at, the newest first."""
_LEDGER = ("target", "benefit", "ranking", "record", "achievement")


@dataclass(frozen=True, slots=True)
class Card:
    """What the archive knows of one name."""

    names: tuple[tuple[str, str], ...]
    """(Korean, Chinese) as articles print them, the most frequent first."""
    mentions: tuple[Hit, ...]
    """The articles that name it, the newest first."""
    said: tuple[Booked, ...]
    """Rows of the ledger whose words name it, by kind."""


def card(archive: Archive, name: str, names: Names | None = None) -> Card:
    """The card of a name in any script; one without mentions where the archive does not know it."""
    ready(archive)
    hits = search(index_of(archive.connection), f'"{name}"', Asked(_MOST, "newest"), names).hits
    if not hits:
        hits = search(index_of(archive.connection), name, Asked(_MOST, "newest"), names).hits
    articles = {one.id: one for one in giving.heads(archive, [hit.id for hit in hits], "name")}
    forms = _forms(name, list(articles.values()))
    plain = tuple(map(letters, forms))
    texts = {one: letters(article.text) for one, article in articles.items()}
    told = tuple(hit for hit in hits if any(form in texts[hit.id] for form in plain))
    rows = giving.Wanted(*_LEDGER[:1], also=_LEDGER[1:], among=[hit.id for hit in told], whole=False)
    said = [row for fact, article in giving.ledger(archive, rows) if _names_it(row := Booked(fact, article), forms)]
    pairs = Counter(_pair(fact) for one in articles.values() for fact in one.facts if isinstance(fact, Name))
    own = [(pair, count) for pair, count in pairs.items() if any(form in forms for form in pair)]
    own.sort(key=lambda one: (-one[1], one[0]))
    said.sort(key=lambda row: _LEDGER.index(row.fact.kind))
    return Card(tuple(pair for pair, _ in own), told, tuple(said))


def _pair(fact: Name) -> tuple[str, str]:
    return fact.korean, fact.hanja


def _forms(name: str, articles: list[ArchivedArticle]) -> frozenset[str]:
    """The name and the forms that articles print beside it: 선전 for 深圳."""
    pairs = [_pair(fact) for one in articles for fact in one.facts if isinstance(fact, Name)]
    plain = letters(name)
    return frozenset([name, *(form for pair in pairs if plain in map(letters, pair) for form in pair)])


def _names_it(row: Booked, forms: frozenset[str]) -> bool:
    said = [row.line]
    if isinstance(row.fact, Ranking):
        said += [one.entity or "" for one in row.fact.rows]
    plain = letters("\n".join(said))
    return any(letters(form) in plain for form in forms)
