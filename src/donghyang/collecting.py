"""A workspace's own collection: its sources asked, its evidence handed on to be read.

What it needs is imported by the function that needs it: the proofreader asks here whether anything was collected.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message, Progress, Source
from donghyang.workspace import Workspace, sources_of

if TYPE_CHECKING:
    from donghyang.collect.evidence import Evidence, Stored, Versions
    from donghyang.collect.gathered import Gathered
    from donghyang.collect.health import Look

_SLACK = 31
"""Days before the last collection in which its newest article is dated, where no day is asked for."""


def fetched_sources(home: Workspace) -> tuple[Source, ...]:
    """The sources of which something has to be fetched; () where there are none."""
    from donghyang.collect.gathering import is_fetched

    return tuple(source for source in sources_of(home) if is_fetched(source))


def collected(home: Workspace, progress: Progress, only: Sequence[str] = ()) -> Gathered:
    """Go over the sources of the workspace, or over those called so; killed, it goes on when it is run again.

    Raises CannotProceed when a source is called so that is none, and when the evidence cannot be written.
    """
    from donghyang.collect.evidence import Evidence
    from donghyang.collect.gathering import gather
    from donghyang.watching import keep_looks, unpack

    sources = fetched_sources(home)
    for name in only:
        if name not in {source.name for source in sources}:
            raise CannotProceed(
                Message(f"{name}: 받을 출처 가운데 그런 이름이 없습니다.", f"{name}: no source to fetch is called so."),
                "no-source",
            )
    wanted = [source for source in sources if not only or source.name in only]
    begun = dt.datetime.now(dt.UTC)
    with Evidence(home.pages, home.settings.limits) as evidence:
        found = gather(wanted, home.root, evidence, home.settings.collect, progress)
        keep_looks(home, list(_looks(home, evidence, wanted, begun)))
    unpack(home)
    return found


def _looks(home: Workspace, evidence: Evidence, sources: Sequence[Source], begun: dt.datetime) -> Iterator[Look]:
    """What looking at each source came to in a run; nothing of one that it did not come to."""
    from donghyang.watching import look_of, looks_of, try_source
    from donghyang.watching.fetching import Got, got_of

    before, day = looks_of(home), dt.date.today()
    for source in sources:
        capture = None if source.is_local else evidence.last(source.on(day).address)
        if capture is not None and capture.fetched < begun:
            continue
        if source.kind == "page" and capture is not None:
            yield look_of(source, [capture], (), day, before)
        elif source.is_local or capture is not None:
            got = Got("", None) if capture is None else got_of(capture, evidence)
            yield try_source(source, home.root, lambda url, got=got: got, day, before).look  # type: ignore[misc]


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
