"""One body from the web, kept as evidence as everything that is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import Capture, Message, Trouble, Unreadable

if TYPE_CHECKING:
    from donghyang.collect.evidence import Evidence
    from donghyang.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Got:
    """What came of asking for an address once."""

    url: str
    """Where redirects led."""
    body: bytes | None
    """None where it could not be had."""
    trouble: Trouble | None = None
    reason: Message | None = None
    """Why it could not be had, with what to do next."""


Fetcher = Callable[[str], Got]


@contextmanager
def fetcher_of(home: Workspace, *, needed: bool = True) -> Iterator[Fetcher]:
    """Asks for single addresses, politely and into the evidence of the workspace; for none where it is not `needed`.

    Needs the extra `collect`.
    """
    if not needed:
        yield lambda url: Got(url, None, "other")
        return
    from donghyang.collect.evidence import Asked, Evidence
    from donghyang.collect.fetching import Fetcher as Process

    with (
        Evidence(home.pages, home.settings.limits) as evidence,
        Process(evidence, home.settings.collect) as process,
    ):

        def ask(url: str) -> Got:
            (capture,) = process.fetch([Asked(url, "list", "", evidence.known(url, "list"))])
            return got_of(capture, evidence)

        yield ask


def got_of(capture: Capture, evidence: Evidence) -> Got:
    """What a capture brought."""
    if capture.state == "failed":
        return Got(capture.final_url, None, capture.trouble, capture.reason)
    stored = evidence.stored(capture)
    try:
        body = stored.load() if stored is not None else None
    except Unreadable as problem:
        return Got(capture.final_url, None, "other", problem.why)
    return Got(capture.final_url, body, None if body is not None else "empty")
