"""An article as the index keeps it: its fields cut, what is heard and counted in it beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from donghyang.archive.search import readings, values
from donghyang.archive.search.facets import FacetRow, facets_of
from donghyang.archive.search.grams import grams
from donghyang.archive.search.letters import cut, shown, squeezed
from donghyang.facts import find_facts
from donghyang.language.hangul import INITIALS, is_syllable, split
from donghyang.language.nearness import one_out
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import IndexedArticle

FIELDS = ("headline", "lead", "summary", "body", "aside", "references", "category", "heard", "values")
"""Every field of an entry in its order. heard: how its Chinese characters sound; values: its figures and dates."""
_PART = "\f"
_MOST_WORD = 10
_HANGUL_RUN = lazily("[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the index."""

    id: int
    issue: str
    section: str
    number: int
    headline: str
    cuts: tuple[str, ...]
    """Cut, for each of `FIELDS`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that is written of one article."""

    entry: Entry
    texts: tuple[str, ...]
    """As they are shown, for each of `FIELDS` up to category."""
    words: frozenset[str]
    """Its Korean words without their particles."""
    aliases: frozenset[tuple[str, str]]
    """Squeezed forms that it ties together: 원신이언, 文心一言."""
    facets: tuple[FacetRow, ...]


def prepared(article: IndexedArticle) -> Prepared:
    """What the index keeps of an article."""
    given = dict(article.texts)
    texts = tuple(shown(text) for text in (article.headline, *(given.get(name, "") for name in FIELDS[1:6])))  # type: ignore[call-overload]
    texts = (*texts, shown(article.category or ""))
    cuts = tuple(map(cut, texts))
    whole = "\n".join(texts)
    facts = article.facts if article.facts is not None else find_facts(whole, date=article.issue)
    told = values.of_facts(facts, whole, article.issue, article.date)
    entry = Entry(
        article.id, article.issue.isoformat(), article.section, article.number, texts[0],
        (*cuts, readings.heard(cuts), " ".join(told)),
    )  # fmt: skip
    aliases = frozenset(readings.aliases(facts, whole))
    return Prepared(entry, texts, frozenset(_words(cuts)), aliases, facets_of(article, cuts, facts))


def tokens(cuts: Sequence[str]) -> tuple[str, ...]:
    """What the index knows an article by: the grams of its fields, and its values; in order, each once."""
    found: set[str] = set(cuts[-1].split())
    for field in cuts[:-1]:
        found |= grams(squeezed(field))
    return tuple(sorted(found))


def _words(cuts: Iterable[str]) -> Iterator[str]:
    for field in cuts:
        for run in _HANGUL_RUN.findall(field):
            if len(run) <= _MOST_WORD:
                yield run
                yield without_particle(run)


def initials(word: str) -> str:
    """The first letters of its syllables: ㅅㅈ of 선전; "" for a word that is not all Hangul syllables."""
    return "".join(split(char)[0] for char in word) if word and all(map(is_syllable, word)) else ""


def is_initials(word: str) -> bool:
    """Is this a word of initials alone (ㅅㅈ)?"""
    return len(word) > 1 and all(char in INITIALS for char in word)


def opened(word: str) -> tuple[str, ...]:
    """The word itself and its forms with one letter left out: two words that differ in one letter share one."""
    return (word, *dict.fromkeys(one_out(word))) if len(word) > 2 else (word,)


def packed(parts: Iterable[str]) -> str:
    """Fields as one text."""
    return _PART.join(parts)


def unpacked(text: str) -> tuple[str, ...]:
    """The fields of one text."""
    return tuple(text.split(_PART))


def day(text: str) -> dt.date:
    """A day as the index keeps it."""
    return dt.date.fromisoformat(text)
