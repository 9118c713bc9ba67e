"""One body from the web, kept as evidence as everything that is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import CannotProceed, Message, Trouble, Unreadable

if TYPE_CHECKING:
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

    Raises CannotProceed where the extra `collect` is not installed.
    """
    if not needed:
        yield lambda url: Got(url, None, "other")
        return
    try:
        import scrapy  # noqa: F401 - says here, before anything is opened, that it is not installed

        from donghyang.collect.evidence import Asked, Evidence
        from donghyang.collect.fetching import fetch
    except ImportError as problem:
        raise CannotProceed(
            Message(
                "수집에 필요한 것이 설치되지 않았습니다. pip install 'donghyang[collect]'로 설치하십시오.",
                "what collecting needs is not installed; pip install 'donghyang[collect]'.",
            )
        ) from problem
    from donghyang.records import Collecting

    collecting = getattr(home.settings, "collect", None) or Collecting()
    with Evidence(home.root / PAGES, home.settings.limits) as evidence:

        def ask(url: str) -> Got:
            captures = list(fetch([Asked(url, "list", "", evidence.known(url))], evidence, collecting))
            capture = captures[-1]
            if capture.state == "failed":
                return Got(capture.final_url, None, capture.trouble, capture.reason)
            stored = evidence.stored(capture)
            try:
                body = stored.load() if stored is not None else None
            except Unreadable as problem:
                return Got(capture.final_url, None, "other", problem.why)
            return Got(capture.final_url, body, None if body is not None else "empty")

        yield ask


PAGES = "pages"
"""The folder of the evidence, in the workspace's."""
