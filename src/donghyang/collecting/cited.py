"""The pages that a report cites, asked for again: what they say now that they did not say then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.records import Article, Message, Progress
from donghyang.workspace import Workspace, issue_date

if TYPE_CHECKING:
    from donghyang.collect.evidence import Change, Evidence


@dataclass(frozen=True, slots=True)
class Recheck:
    """A page that an article cites, and what became of it."""

    number: int | None
    """The article's; None where it has none."""
    headline: str | None
    url: str
    changes: tuple[Change, ...]
    """What the page says otherwise since the report's day; () when it stands as it was, or says nothing any more."""
    reason: Message | None
    """Why it could not be had again; None when it could, or was not asked for."""


def rechecked(home: Workspace, file: Path, progress: Progress, *, ask: bool = True) -> tuple[Recheck, ...]:
    """Every collected page that a report cites, in the order of its articles; with `ask` each is asked for again.

    Without, the last that is known of it counts. What changed counts from when the draft beside the report was made,
    else from the end of the report's day: that of its folder, else its own, else of the file.
    Raises CannotProceed when the report cannot be read.
    """
    from donghyang import guard, report
    from donghyang.collect.evidence import Asked, Evidence
    from donghyang.collect.evidence.versions import changed_since
    from donghyang.collect.fetching import Fetcher

    issue = report.parse(guard.document(file, home.settings.limits))
    then = _cited_at(file, issue.date)
    limits = home.settings.limits
    with Evidence(home.pages, limits) as evidence, Fetcher(evidence, home.settings.collect, progress) as fetcher:
        evidence.catch_up()
        articles = [article for section in issue.sections for article in section.articles]
        cited = list(_cited(articles, evidence))
        urls = list(dict.fromkeys(url for _, url in cited)) if ask else []
        came = {one.url: one for one in fetcher.fetch([Asked(url, "page", "", evidence.known(url)) for url in urls])}
        return tuple(
            Recheck(
                article.number,
                article.headline,
                url,
                changed_since(evidence, url, then, limits),
                came[url].reason if url in came else None,
            )
            for article, url in cited
        )


def _cited_at(file: Path, stated: dt.date | None) -> dt.datetime:
    """When a report's pages were read for it, at the latest."""
    day = issue_date(file) or stated or dt.date.fromtimestamp(file.stat().st_mtime)
    ended = dt.datetime.combine(day + dt.timedelta(1), dt.time(), dt.UTC)
    draft = file.parent / "draft.txt"
    return min(ended, dt.datetime.fromtimestamp(draft.stat().st_mtime, dt.UTC)) if draft.is_file() else ended


def _cited(articles: list[Article], evidence: Evidence) -> Iterator[tuple[Article, str]]:
    """Each article with the addresses of the collected pages that it cites."""
    from donghyang.report.cites import cites, plain_address

    known: dict[str, str] = {}
    for page in evidence.pages().values():
        known |= dict.fromkeys(map(plain_address, (page.capture.final_url, page.capture.url)), page.capture.url)
    for article in articles:
        named = cites(article).addresses
        yield from ((article, url) for url in dict.fromkeys(known[one] for one in sorted(named) if one in known))
