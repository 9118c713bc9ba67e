"""The articles of a parsed issue as the index takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from donghyang.language.nearness import pair_counts
from donghyang.records import (
    Annotation,
    ArchivedArticle,
    Article,
    Bullet,
    Figure,
    Heading,
    IndexedArticle,
    Issue,
    Note,
    Open,
    SectionKind,
    Table,
    TextField,
    Unplaced,
)

_LIKE = 0.3
"""Share of the letters of a headline and lead that a paragraph of the summary page repeats, at least."""


def articles_of(issue: Issue, date: dt.date, ids: Sequence[int]) -> list[IndexedArticle]:
    """The articles of an issue in order, with an id each. ValueError where there are not as many ids as articles."""
    placed = [(section.kind, article) for section in issue.sections for article in section.articles]
    told = _summaries(issue.summary, [article for _, article in placed])
    return [
        _indexed((id_, date, kind), article, told.get(at))
        for at, (id_, (kind, article)) in enumerate(zip(ids, placed, strict=True))
    ]


def archived(articles: Sequence[ArchivedArticle], summary: Sequence[str] = ()) -> list[IndexedArticle]:
    """Articles of one issue in the archive as the index takes them, what they state included."""
    told = _summaries(summary, [one.article for one in articles])
    return [
        replace(_indexed((one.id, one.issue, one.section), one.article, told.get(at)), facts=one.facts)
        for at, one in enumerate(articles)
    ]


def _indexed(place: tuple[int, dt.date, SectionKind], article: Article, summary: str | None) -> IndexedArticle:
    texts = tuple(_texts(article, summary))
    return IndexedArticle(*place, article.number or 0, article.headline, texts, article.category, article.date)


def _texts(article: Article, summary: str | None) -> Iterator[tuple[TextField, str]]:
    if article.lead:
        yield "lead", article.lead
    if summary:
        yield "summary", summary
    body = [
        block.text for block in article.blocks if isinstance(block, Bullet | Annotation | Heading | Unplaced | Open)
    ]
    aside = [line for block in article.blocks for line in _aside(block)]
    cited = [part for one in article.references for part in (one.title, one.publisher) if part]
    if article.source:
        cited.append(article.source.outlet)
    for name, lines in (("body", body), ("aside", aside), ("references", cited)):
        if lines:
            yield name, "\n".join(lines)  # type: ignore[misc]


def _aside(block: object) -> Iterator[str]:
    match block:
        case Table(caption, header, rows, source):
            yield from filter(None, (caption, " ".join(header), *map(" ".join, rows), source))
        case Figure(caption=caption, source=source):
            yield from filter(None, (caption, source))
        case Note(title, items, source):
            yield from filter(None, (title, *items, source))


def _summaries(paragraphs: Sequence[str], articles: Sequence[Article]) -> dict[int, str]:
    """By place of the article: the paragraph of the summary page that tells it, where one does."""
    wholes = [pair_counts(f"{article.headline} {article.lead or ''}") for article in articles]
    scored = [
        (-sum((whole & pair_counts(paragraph)).values()) / whole.total(), line, at)
        for line, paragraph in enumerate(paragraphs)
        for at, whole in enumerate(wholes)
    ]
    found: dict[int, str] = {}
    taken: set[int] = set()
    for shared, line, at in sorted(scored):
        if -shared >= _LIKE and at not in found and line not in taken:
            found[at] = paragraphs[line]
            taken.add(line)
    return found
