"""A search carried out: few articles are chosen by their grams, read, and put in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from donghyang.archive.search.entries import day
from donghyang.archive.search.grams import Needed, needed
from donghyang.archive.search.index import Index
from donghyang.archive.search.meaning import is_for
from donghyang.archive.search.names import Names, packaged
from donghyang.archive.search.query import Query, read_query
from donghyang.archive.search.scoring import Read, rarity, scored
from donghyang.archive.search.snippets import snippet
from donghyang.archive.search.wishes import Wish, misspelled, wishes
from donghyang.records import FacetName, Filters, Found, Hit, SearchOrder

_LONGEST_LIST = 1000
"""So many articles of one word are looked at, those put in last."""
_READ = 128
"""So many articles are read and put in order."""
_SURELY = 1000.0
"""More than all words of a search are worth."""
_FEW, _GUESSED = 2, 0.5
"""In a search of more words one that may be misspelled counts so much."""
_MOST_PIECES = 40
MEANING = 2.0
"""What likeness of meaning counts, as a multiple of what all words count that are asked for."""
_ALONE = 0.12
"""So much alike is an article that none of the words found; what has nothing to do with a search reaches 0.1."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How a search is to be answered."""

    limit: int = 10
    order: SearchOrder = "score"
    filters: Filters = field(default_factory=Filters)
    facets: tuple[FacetName, ...] = ()
    today: dt.date | None = None
    """The day from which 지난해 is counted; None where it is not to be understood."""
    meaning: Callable[[str], Mapping[int, float]] | None = None
    """How much articles are like a text in meaning, by id; None where words alone are to decide."""


def search(index: Index, text: str, asked: Asked | None = None, names: Names | None = None) -> Found:
    """The articles that fit a typed search, best first; none for a text without letters. No text is refused.

    `names` are the forms of one thing that are known; the program's own where None.
    """
    asked = asked or Asked()
    query = read_query(text, asked.today)
    if not query.whole:
        return Found((), 0, unread=query.unread)
    known = names or packaged()
    work = _Work(index, known, asked.filters, query, wishes(query, index, known))
    alike = asked.meaning(query.typed) if asked.meaning and is_for(query) else {}
    ranked = work.ranked(alike)
    if asked.order != "score":
        ranked.sort(key=lambda one: one[1].entry.issue, reverse=asked.order == "newest")
    shown = ranked[: asked.limit]
    texts = index.texts([read.entry.id for _, read in shown])
    hits = tuple(_hit(score, read, texts[read.entry.id], work.wanted) for score, read in shown)
    every = [read.entry.id for _, read in ranked]
    if len(ranked) >= _READ:
        every = max(every, *work.lists, key=len)
    facets = index.facets(every, asked.facets) if asked.facets else []
    return Found(hits, len(every), tuple(facets), tuple(work.nowhere), query.unread)


class _Work:
    """One search while it is carried out."""

    def __init__(self, index: Index, names: Names, filters: Filters, query: Query, wanted: Sequence[Wish]) -> None:
        self.index, self.names, self.filters, self.query, self.wanted = index, names, filters, query, wanted
        self.count, self.low, self.high = index.span()
        self.nowhere: dict[str, None] = {}
        """The words that no article holds in any form."""
        self.lists = [self._listed(wish) for wish in wanted]
        """For every wish the articles that hold it, those put in last first."""

    def ranked(self, alike: Mapping[int, float]) -> list[tuple[float, Read]]:
        """The articles that fit, best first; of equal ones the newer first."""
        ideal = sum(wish.rarity * wish.share for wish in self.wanted) or 1.0
        whole = self.query.whole if len(self.query.words) > 1 else ""
        found = []
        for entry in self.index.entries(list(dict.fromkeys((*self._chosen(), *alike)))):
            read = Read(entry)
            if all(phrase in read.print for phrase in self.query.phrases):
                score, likeness = scored(self.wanted, read, whole), alike.get(entry.id, 0.0)
                if score > 0 or likeness > _ALONE:
                    found.append((score + MEANING * ideal * likeness, read))
        found.sort(key=lambda one: (-one[0], -day(one[1].entry.issue).toordinal(), one[1].entry.id))
        return found

    def _listed(self, wish: Wish) -> list[int]:
        """The articles that hold a word in any form; its rarity is told to the wish.

        A word that no article of the archive holds may be misspelled; then it is looked for as what it is like.
        """
        ids = self._holding(wish)
        if not ids and not any(form.is_value for form in wish.forms) and not self._is_known(wish):
            if wish.share == 1.0:
                self.nowhere[wish.word] = None
            guesses = list(misspelled(wish, self.index, self.names))
            if guesses and len(self.wanted) > _FEW:
                wish.share *= _GUESSED
            ids = self._holding(wish) if guesses else []
        frequent: float = len(ids)
        if len(ids) == _LONGEST_LIST:
            # The articles of the list are the last ones put in: how far back they reach tells how frequent the word is.
            reach = (self.high - ids[-1] + 1) / max(self.high - self.low + 1, 1)
            frequent = min(self.count, len(ids) / reach)
        wish.rarity = rarity(frequent, self.count)
        return ids

    def _holding(self, wish: Wish) -> list[int]:
        return self.index.matching([[form.needs for form in wish.forms]], self.filters, _LONGEST_LIST)

    def _is_known(self, wish: Wish) -> bool:
        """Whether only the filters keep the articles out that hold a word."""
        if self.filters == Filters():
            return False
        return bool(self.index.matching([[form.needs for form in wish.forms]], Filters(), 1))

    def _chosen(self) -> list[int]:
        """The articles that are worth reading: those that hold the whole, the rarest words, or the most of them."""
        worth: dict[int, float] = {}
        for form in (self.query.whole, *self.query.phrases):
            for id_ in self.index.matching([[needed(form)]], self.filters, _READ):
                worth[id_] = worth.get(id_, 0.0) + _SURELY
        for wish, ids in zip(self.wanted, self.lists, strict=True):
            for id_ in ids:
                worth[id_] = worth.get(id_, 0.0) + wish.rarity * wish.share
        if len(self.wanted) > 1 and any(len(ids) == _LONGEST_LIST for ids in self.lists):
            together = [[form.needs for form in wish.forms] for wish in self.wanted]
            for id_ in self.index.matching(together, self.filters, _READ):
                worth[id_] = worth.get(id_, 0.0) + sum(wish.rarity for wish in self.wanted)
        if len(worth) < _READ // 4:
            for id_ in self._by_pieces():
                worth.setdefault(id_, 0.0)
        return sorted(worth, key=lambda id_: (-worth[id_], -id_))[:_READ]

    def _by_pieces(self) -> list[int]:
        """Articles that hold some two letters of the words that nothing holds."""
        pieces: dict[Needed, None] = {}
        for wish, ids in zip(self.wanted, self.lists, strict=True):
            word = wish.word
            if not ids and not word.isascii() and len(word) > 2:
                pieces |= dict.fromkeys(needed(word[at : at + 2]) for at in range(min(len(word), _MOST_PIECES) - 1))
        return self.index.matching([list(pieces)], self.filters, _READ) if pieces else []


def _hit(score: float, read: Read, texts: Sequence[str], wanted: Sequence[Wish]) -> Hit:
    entry = read.entry
    text, places = snippet(read, texts, wanted)
    return Hit(
        entry.id, day(entry.issue), entry.section, entry.number, entry.headline, round(score, 4), text, places  # type: ignore[arg-type]
    )  # fmt: skip
