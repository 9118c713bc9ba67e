"""What a workspace has collected, handed on to be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message
from donghyang.workspace import Workspace

if TYPE_CHECKING:
    from donghyang.collect.evidence import Stored, Versions

_SLACK = 31
"""Days before the last collection in which its newest article is dated, where no day is asked for."""


def versions(home: Workspace, url: str) -> Versions:
    """The versions of a collected page. Raises CannotProceed for one that was not collected, or cannot be read."""
    from donghyang.collect.evidence import Evidence
    from donghyang.collect.evidence.versions import versions

    if not has_pages(home):
        raise CannotProceed(
            Message(f"{home.pages}: 수집한 페이지가 없습니다.", f"{home.pages}: nothing was collected yet."),
            "not-collected",
        )
    with Evidence(home.pages, home.settings.limits) as evidence:
        evidence.catch_up()
        return versions(evidence, url, home.settings.limits)


def has_pages(home: Workspace) -> bool:
    """Whether anything was ever collected."""
    return any(home.pages.glob("*.warc.gz"))


def pages(home: Workspace, day: dt.date | None = None, days: int | None = None) -> dict[str, Stored]:
    """The collected pages that may hold an article of the `days` up to `day`, by name; {} where nothing was collected.

    An article is not dated after it was first had. None: the day of the last collection; any age.
    """
    from donghyang.collect.evidence import Evidence

    if not has_pages(home):
        return {}
    with Evidence(home.pages, home.settings.limits) as evidence:
        evidence.catch_up()
        newest = evidence.newest()
        if days is None or newest is None:
            return evidence.pages()
        last = day or newest.date() - dt.timedelta(_SLACK)
        return evidence.pages(dt.datetime.combine(last, dt.time(), dt.UTC) - dt.timedelta(days + 1))
