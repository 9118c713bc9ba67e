"""The contents page names an article's category; the article itself does not."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from donghyang.language.nearness import letters, ratio
from donghyang.records import Article, ContentsEntry, Section, SectionKind

_ALIKE = 0.6
"""How alike two headlines must be to mean the same article; editors shorten them on the contents page."""
_NEAR = 20
"""Among how many lines of the contents page that are left an article looks for its own."""


def with_categories(sections: Sequence[Section], contents: Sequence[ContentsEntry]) -> tuple[Section, ...]:
    """The sections with each article's category as the contents page gives it."""
    entries: dict[SectionKind | None, list[ContentsEntry]] = {}
    for entry in contents:
        entries.setdefault(entry.section, []).append(entry)
    return tuple(_with_categories(part, entries.get(part.kind, [])) for part in sections)


def _with_categories(section: Section, entries: list[ContentsEntry]) -> Section:
    if not entries:
        return section
    free = {at: letters(entry.headline) for at, entry in enumerate(entries)}
    same: dict[str, deque[int]] = {}
    for at, headline in free.items():
        same.setdefault(headline, deque()).append(at)
    found: dict[int, str | None] = {}
    for at, article in enumerate(section.articles):
        if twins := same.get(letters(article.headline)):
            free.pop(twins[0])
            found[at] = entries[twins.popleft()].category
    for at, article in enumerate(section.articles):
        if at not in found:
            headline = letters(article.headline)
            match = next(
                (entry for entry, other in islice(free.items(), _NEAR) if ratio(other, headline, _ALIKE) >= _ALIKE),
                None,
            )
            if match is not None:
                del free[match]
                found[at] = entries[match].category
    if len(entries) == len(section.articles):
        found = {at: found.get(at, entries[at].category) for at in range(len(entries))}
    articles: tuple[Article, ...] = tuple(
        replace(article, category=found.get(at)) for at, article in enumerate(section.articles)
    )
    return replace(section, articles=articles)
