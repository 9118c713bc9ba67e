"""The sources of a workspace gone over, and what that says of their health."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message, Progress, Source
from donghyang.workspace import Workspace, sources_of

if TYPE_CHECKING:
    from donghyang.collect.evidence import Evidence
    from donghyang.collect.gathered import Gathered
    from donghyang.collect.health import Look


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
