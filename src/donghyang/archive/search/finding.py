"""A search carried out: few articles are chosen by their grams, read, and put in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from donghyang.archive.search.entries import day
from donghyang.archive.search.grams import Needed, needed
from donghyang.archive.search.index import Index
from donghyang.archive.search.meaning import is_for
from donghyang.archive.search.names import Names, packaged
from donghyang.archive.search.query import Query, read_query
from donghyang.archive.search.scoring import Read, rarity, scored
from donghyang.archive.search.snippets import snippet
from donghyang.archive.search.wishes import Wish, misspelled, wishes
from donghyang.records.search import MOST_COUNTED, FacetName, Filters, Found, Hit, Order

_LONGEST_LIST = 1500
"""So many articles of one word are looked at, those put in last."""
BETA = 2.0
_READ = 160
"""So many articles are read and put in order."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a search is to be answered."""

    limit: int = 10
    order: Order = "score"
    filters: Filters = Filters()
    facets: tuple[FacetName, ...] = ()
    today: dt.date | None = None
    """The day from which 지난해 is counted; None where it is not to be understood."""
    meaning: Callable[[str], Mapping[int, float]] | None = None
    """How much articles are like a text in meaning, by id; None where words alone are to decide."""


def search(index: Index, text: str, asked: Asked = Asked(), names: Names | None = None) -> Found:
    """The articles that fit a typed search, best first; none for a text without letters. No text is refused."""
    query = read_query(text, asked.today)
    if not query.whole:
        return Found((), 0, unread=query.unread)
    count, low, high = index.span()
    known = names or packaged()
    wanted = wishes(query, index, known)
    lists = [_listed(wish, index, asked.filters, (count, low, high), known) for wish in wanted]
    alike = asked.meaning(query.typed) if asked.meaning and is_for(query) else {}
    chosen = _chosen(query, wanted, lists, index, asked.filters)
    chosen = list(dict.fromkeys((*chosen, *alike)))
    ideal = sum(wish.rarity * wish.share for wish in wanted) or 1.0
    whole = query.whole if len(query.words) > 1 else ""
    ranked = []
    for entry in index.entries(chosen):
        read = Read(entry)
        if all(phrase in read.print for phrase in query.phrases):
            ranked.append((scored(wanted, read, whole) + BETA * ideal * alike.get(entry.id, 0.0), read))
    ranked = [(score, read) for score, read in ranked if score > 0]
    ranked.sort(key=lambda one: (-one[0], -day(one[1].entry.issue).toordinal(), one[1].entry.id))
    if asked.order != "score":
        ranked.sort(key=lambda one: one[1].entry.issue, reverse=asked.order == "newest")
    hits = tuple(_hit(score, read, wanted) for score, read in ranked[: asked.limit])
    total = len(ranked) if len(ranked) < _READ else max(_READ, *(len(ids) for ids in lists))
    facets = tuple(index.facets([read.entry.id for _, read in ranked], asked.facets)) if asked.facets else ()
    return Found(hits, min(total, MOST_COUNTED), facets, query.unread)


def _listed(wish: Wish, index: Index, filters: Filters, span: tuple[int, int, int], names: Names) -> list[int]:
    """The articles that hold a word in any form, with the word's rarity told to the wish."""
    ids = index.matching([[form.needs for form in wish.forms]], filters, _LONGEST_LIST)
    if len(ids) < 1 and not any(form.is_value for form in wish.forms) and list(misspelled(wish, index, names)):
        ids = index.matching([[form.needs for form in wish.forms]], filters, _LONGEST_LIST)
    count, low, high = span
    frequent: float = len(ids)
    if len(ids) == _LONGEST_LIST:
        reach = (high - ids[-1] + 1) / max(high - low + 1, 1)
        frequent = min(count, len(ids) / reach)
    wish.rarity = rarity(frequent, count)
    return ids


def _chosen(
    query: Query, wanted: Sequence[Wish], lists: Sequence[list[int]], index: Index, filters: Filters
) -> list[int]:
    """The articles that are worth reading: those that hold the whole, the rarest words, or the most of them."""
    worth: dict[int, float] = {}
    whole = [[needed(query.whole)], *([needed(phrase)] for phrase in query.phrases)]
    for groups in ([whole[0]], whole[1:]) if query.phrases else ([whole[0]],):
        for id_ in index.matching(groups, filters, _READ):
            worth[id_] = worth.get(id_, 0.0) + 1000.0
    for wish, ids in zip(wanted, lists, strict=True):
        for id_ in ids:
            worth[id_] = worth.get(id_, 0.0) + wish.rarity * wish.share
    if len(wanted) > 1 and any(len(ids) == _LONGEST_LIST for ids in lists):
        together = [[form.needs for form in wish.forms] for wish in wanted]
        for id_ in index.matching(together, filters, _READ):
            worth[id_] = worth.get(id_, 0.0) + sum(wish.rarity for wish in wanted)
    if len(worth) < _READ // 4:
        for id_ in _by_pieces(wanted, lists, index, filters):
            worth.setdefault(id_, 0.0)
    return sorted(worth, key=lambda id_: (-worth[id_], -id_))[:_READ]


def _by_pieces(wanted: Sequence[Wish], lists: Sequence[list[int]], index: Index, filters: Filters) -> list[int]:
    """Articles that hold some two letters of the words that nothing holds."""
    pieces: dict[Needed, None] = {}
    for wish, ids in zip(wanted, lists, strict=True):
        word = wish.word
        if not ids and not word.isascii() and len(word) > 2:
            pieces |= dict.fromkeys(needed(word[at : at + 2]) for at in range(min(len(word), 40) - 1))
    return index.matching([list(pieces)], filters, _READ) if pieces else []


def _hit(score: float, read: Read, wanted: Sequence[Wish]) -> Hit:
    entry = read.entry
    text, places = snippet(read, wanted)
    return Hit(
        entry.id, day(entry.issue), entry.section, entry.number, entry.headline, round(score, 4), text, places  # type: ignore[arg-type]
    )  # fmt: skip
