"""Pages into stories: duplicates and follow-ups put together, ranked and sorted into the report's sections."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections.abc import Sequence

from donghyang.records import PageText, Story
from donghyang.stories import duplicates
from donghyang.stories.classify import place
from donghyang.stories.grouping import group
from donghyang.stories.ranking import kind_of, rank
from donghyang.stories.tables import official_rank
from donghyang.stories.wording import body, normal

__all__ = ["changed_numbers", "stories"]

# What each doubling of the pages on one event adds: many outlets mean that it matters.
ECHO = 0.25
# A page without a title is called by so many characters of its text.
HEADING = 40
# Reasons kept for the reader of a list.
REASONS = 8


def stories(pages: Sequence[PageText], *, date: dt.date | None = None) -> list[Story]:
    """The stories that `pages` tell, best first; every page in exactly one; [] for no pages.

    `date` is the day of the report; pages without a day of their own are taken to be of that day. The order of
    `pages` does not matter.
    """
    ordered = sorted(pages, key=lambda page: _key(page, date))
    told = [_story([ordered[index] for index in indices], date) for indices in group(ordered, date)]
    return sorted(told, key=lambda story: (-story.score, story.id))


def changed_numbers(original: PageText, reprint: PageText) -> tuple[str, ...]:
    """Figures ("40亿元") that `reprint` has and `original` has not; () when it took all of them over unchanged."""
    return duplicates.changed_numbers(body(original.text), body(reprint.text))


def _key(page: PageText, date: dt.date | None) -> tuple[str, ...]:
    return str(page.date or date or ""), page.name, page.title or "", page.text, page.url or "", page.outlet or ""


def _heading(page: PageText) -> str:
    """The title, else the beginning of the first line; "" for an empty page."""
    return (page.title or "").strip() or page.text.strip().partition("\n")[0][:HEADING]


def _leading(page: PageText) -> tuple[int, bool]:
    """What makes a page lead its story before its day does: an official outlet, and the event, not its echo."""
    return official_rank(page.url, page.outlet), kind_of(normal(_heading(page)))[1] < 1.0


def _story(pages: list[PageText], date: dt.date | None) -> Story:
    members = sorted(pages, key=lambda page: (*_leading(page), *_key(page, date)))
    lead = members[0]
    said = [(normal(_heading(page)), body(page.text)) for page in members]
    ranks = [rank(title, text) for title, text in said]
    best = max(range(len(ranks)), key=lambda n: (ranks[n].score, -n))
    echo = ECHO * math.log2(len(pages)) if ranks[best].score > 0 else 0.0
    score = ranks[best].score + echo
    belongs = place(*said[best], score)
    why = (*ranks[best].why[:REASONS], *([f"{len(pages)} pages {echo:+.1f}"] if echo else []), *belongs.why)
    return Story(
        id=_id(pages),
        title=_heading(lead) or lead.name,
        date=lead.date,
        pages=tuple(page.name for page in members),
        section=belongs.section,
        category=belongs.category,
        score=round(score, 4),
        why=why,
    )


def _id(pages: Sequence[PageText]) -> str:
    names = "\n".join(sorted(page.name for page in pages))
    return hashlib.sha256(names.encode()).hexdigest()[:12]
