"""Pages into stories: duplicates and follow-ups put together, ranked and sorted into the report's sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from donghyang.records import PageText, Story
from donghyang.stories import duplicates
from donghyang.stories.decisions import decide, regrouped, undo
from donghyang.stories.grouping import group
from donghyang.stories.ranking import usual_weights
from donghyang.stories.standing import Wanted, candidate, key, standing
from donghyang.stories.told import Told, told
from donghyang.stories.wording import body, wording

__all__ = ["Told", "Wanted", "changed_numbers", "decide", "stories", "told", "undo", "usual_weights"]


def stories(pages: Sequence[PageText], *, date: dt.date | None = None, wanted: Wanted | None = None) -> list[Story]:
    """The stories that `pages` tell, best first; every page in exactly one; [] for no pages.

    `date` is the day of the report; pages without a day of their own are taken to be of that day. `wanted` is what a
    newsroom brings: its weights, its decisions, its watch lists, what it has told before. The order of `pages` does
    not matter.
    """
    asked = wanted or Wanted(date=date)
    ordered = sorted(pages, key=lambda page: key(page, asked.date))
    wordings = [wording(page) for page in ordered]
    groups = group(ordered, wordings, asked.date)
    if asked.decisions:
        place = {page.name: index for index, page in enumerate(ordered)}
        named = regrouped([[ordered[index].name for index in told] for told in groups], asked.decisions)
        groups = [[place[name] for name in names] for names in named]
    said = ([(ordered[index], wordings[index]) for index in told] for told in groups)
    return standing([candidate(told, asked) for told in said], asked)


def changed_numbers(original: PageText, reprint: PageText) -> tuple[str, ...]:
    """Figures ("40亿元") that `reprint` has and `original` has not; () when it took all of them over unchanged."""
    return duplicates.changed_numbers(body(original.text), body(reprint.text))
