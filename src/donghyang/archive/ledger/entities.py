"""One card for a body, a firm, a person or a place: its names in all scripts, where it stands, what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.archive import giving
from donghyang.archive.ledger.booked import Booked
from donghyang.archive.search import Asked, index_of, search
from donghyang.archive.searching import ready
from donghyang.language import gazetteer
from donghyang.language.nearness import letters
from donghyang.language.script import has_han, simplify
from donghyang.language.terms import Termbase
from donghyang.records import ArchivedArticle, Name, Ranking
from donghyang.records.search import Hit

if TYPE_CHECKING:
    from donghyang.archive.opening import Archive
    from donghyang.archive.search.names import Names

_MOST = 200
"""Articles of one name that are looked at, the newest first."""
_ROUNDS, _MOST_FORMS, _TWO = 3, 6, 2
"""How often forms of forms are looked for, how many at once; a name that two places have."""
_ROLES = ("actor", "giver", "receiver", "holder", "by")
"""Fields of a fact that name who it is of, though its line may not."""
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
    hits, articles = _found(archive, name, names)
    forms = _closed(name, archive, articles, hits, names)
    told = sorted(
        (hit for hit in hits.values() if any(letters(form) in letters(articles[hit.id].text) for form in forms)),
        key=lambda hit: hit.issue,
        reverse=True,
    )
    rows = giving.Wanted(*_LEDGER[:1], also=_LEDGER[1:], among=[hit.id for hit in told], whole=False)
    said = [row for fact, article in giving.ledger(archive, rows) if _names_it(row := Booked(fact, article), forms)]
    said.sort(key=lambda row: _LEDGER.index(row.fact.kind))
    pairs = Counter(_pair(fact) for one in articles.values() for fact in one.facts if isinstance(fact, Name))
    own = [(pair, count) for pair, count in pairs.items() if simplify(pair[1]) in forms or _is_whole(pair, forms)]
    own.sort(key=lambda one: (-one[1], one[0]))
    return Card(tuple(pair for pair, _ in own), tuple(told), tuple(said))


def _is_whole(pair: tuple[str, str], forms: frozenset[str]) -> bool:
    """Whether a name is the one, where no form of it tells of which characters it is."""
    return pair[0] in forms and not any(has_han(form) for form in forms)


def _found(archive: Archive, name: str, names: Names | None) -> tuple[dict[int, Hit], dict[int, ArchivedArticle]]:
    """The articles that a search for one form finds."""
    index = index_of(archive.connection)
    hits = search(index, f'"{name}"', Asked(_MOST, "newest"), names).hits
    hits = hits or search(index, name, Asked(_MOST, "newest"), names).hits
    return {hit.id: hit for hit in hits}, {
        one.id: one for one in giving.heads(archive, [hit.id for hit in hits], "name")
    }


def _closed(
    name: str,
    archive: Archive,
    articles: dict[int, ArchivedArticle],
    hits: dict[int, Hit],
    names: Names | None,
) -> frozenset[str]:
    """The name with every form of it; the articles of each are added to those found."""
    forms, open_ones = {name, simplify(name)}, _known(name)
    for _ in range(_ROUNDS):
        open_ones |= _beside(forms, articles.values())
        fresh = [form for form in sorted(open_ones) if form not in forms][:_MOST_FORMS]
        if not fresh:
            break
        for form in fresh:
            forms.add(form)
            more, other = _found(archive, form, names)
            hits.update(more)
            articles.update(other)
        open_ones = set()
    return frozenset(forms)


def _known(name: str) -> set[str]:
    """The forms of a place or a termbase's word in the other script, where there is but one."""
    plain = simplify(name)
    places = {place.hangul for place in gazetteer.written(plain)} | {place.hanzi for place in gazetteer.called(name)}
    alike = {place.hanzi for form in places for place in gazetteer.called(form)}
    term = Termbase.load().get(plain)
    found = set(places) if len(places) == 1 and len(alike) <= 1 else set()
    return found | ({term.korean} if term is not None else set())


def _beside(forms: set[str], articles: Iterable[ArchivedArticle]) -> set[str]:
    """The forms that articles print beside one of these: 닝더스다이 and CATL of 宁德时代. A Korean name of two is left
    out, for it may be the other's: 산시."""
    pairs = {_pair(fact) for one in articles for fact in one.facts if isinstance(fact, Name)}
    written: dict[str, set[str]] = {}
    for korean, hanja in pairs:
        written.setdefault(korean, set()).add(simplify(hanja))
    found: set[str] = set()
    for korean, hanja in pairs:
        plain = simplify(hanja)
        sure = len(written[korean]) == 1 and len(gazetteer.called(korean)) < _TWO
        if plain in forms:
            found |= {korean, hanja} if sure else {hanja}
        elif korean in forms and sure:
            found |= {plain, hanja}
    return found


def _pair(fact: Name) -> tuple[str, str]:
    return fact.korean, fact.hanja


def _names_it(row: Booked, forms: frozenset[str]) -> bool:
    said = [row.line, *(getattr(row.fact, role, None) or "" for role in _ROLES)]
    if isinstance(row.fact, Ranking):
        said += [one.entity or "" for one in row.fact.rows]
    plain = letters("\n".join(said))
    return any(letters(form) in plain for form in forms)
