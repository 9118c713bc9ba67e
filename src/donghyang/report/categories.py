"""The contents page names an article's category; the article itself does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from donghyang.records import Article, ContentsEntry, Section

_ALIKE = 0.6
"""How alike two headlines must be to mean the same article; editors shorten them on the contents page."""


def with_categories(sections: Sequence[Section], contents: Sequence[ContentsEntry]) -> tuple[Section, ...]:
    """The sections with each article's category as the contents page gives it."""
    return tuple(
        _with_categories(part, [entry for entry in contents if entry.section == part.kind]) for part in sections
    )


def _with_categories(section: Section, entries: list[ContentsEntry]) -> Section:
    if not entries:
        return section
    free = list(entries)
    found: dict[int, str | None] = {}
    for likeness in (_same, _alike):
        for at, article in enumerate(section.articles):
            if at in found:
                continue
            match = next((entry for entry in free if likeness(entry.headline, article.headline)), None)
            if match is not None:
                free.remove(match)
                found[at] = match.category
    if len(entries) == len(section.articles):
        found = {at: found.get(at, entries[at].category) for at in range(len(entries))}
    articles: tuple[Article, ...] = tuple(
        replace(article, category=found.get(at)) for at, article in enumerate(section.articles)
    )
    return replace(section, articles=articles)


def _same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b)


def _alike(a: str, b: str) -> bool:
    return SequenceMatcher(None, _letters(a), _letters(b), autojunk=False).ratio() >= _ALIKE


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
