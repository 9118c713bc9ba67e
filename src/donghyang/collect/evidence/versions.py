"""The versions of a page, and what its article says otherwise in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.guard import Guard
from donghyang.language.nearness import pair_ratio
from donghyang.language.sentences import in_chinese
from donghyang.records import CannotProceed, Capture, Message, PageText
from donghyang.report.alignment import aligned

if TYPE_CHECKING:
    from donghyang.collect.evidence.keeping import Evidence
    from donghyang.read.limits import Limits


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that two versions of an article do not share."""

    before: str | None
    """The sentence of the older one; None where the newer one only adds."""
    after: str | None
    """What became of it; None where it was taken out."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page as it was from a day on."""

    fetched: dt.datetime
    """When it was first seen so, in UTC."""
    digest: str
    """SHA-256 of the payload, in hexadecimal."""
    title: str | None
    changes: tuple[Change, ...]
    """Against the version before; () of the first."""


@dataclass(frozen=True, slots=True)
class Versions:
    """All versions of a page, the first one first."""

    url: str
    name: str
    """As the week calls the page."""
    checked: dt.datetime
    """When it was last asked for, in UTC, whatever came."""
    versions: tuple[Version, ...]


def versions(evidence: Evidence, url: str, limits: Limits | None = None) -> Versions:
    """The versions of a page. Raises CannotProceed for one that the evidence does not hold, or cannot give back."""
    history = evidence.history(url)
    kept = [capture for capture in history if capture.state in ("new", "changed")]
    stored = [page for capture in kept if (page := evidence.stored(capture)) is not None]
    if not stored:
        raise CannotProceed(
            Message(
                f"{url}: 수집한 페이지가 아닙니다. 주소를 확인하십시오.",
                f"{url}: no page that was collected. Check the address.",
            ),
            "not-collected",
        )
    with Guard(limits) as guard:
        pages = [guard.page(page.load(), page.file) for page in stored]
    before: list[PageText | None] = [None, *pages]
    return Versions(
        url,
        stored[0].name,
        history[-1].fetched,
        tuple(_version(page.capture, old, new) for page, old, new in zip(stored, before, pages, strict=False)),
    )


def changed_since(evidence: Evidence, url: str, then: dt.datetime, limits: Limits | None = None) -> tuple[Change, ...]:
    """What a page says now that it did not say `then`; () when it stands as it was, or is not known.

    A page first had later counts as it was first. Raises Unreadable when the evidence cannot give a version back.
    """
    kept = [capture for capture in evidence.history(url) if capture.state in ("new", "changed")]
    before = [capture for capture in kept if capture.fetched < then] or kept[:1]
    if not kept or before[-1] is kept[-1]:
        return ()
    stored = [page for capture in (before[-1], kept[-1]) if (page := evidence.stored(capture)) is not None]
    with Guard(limits) as guard:
        said = [_said(guard.page(page.load(), page.file)) for page in stored]
    return tuple(differences(*said)) if len(said) == _TWO else ()


_TWO = 2


def _version(capture: Capture, old: PageText | None, new: PageText) -> Version:
    changes = tuple(differences(_said(old), _said(new))) if old is not None else ()
    return Version(capture.fetched, capture.digest or "", new.title, changes)


def differences(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Where two texts differ, sentence by sentence, in order; nothing where they are the same."""
    if max(len(before), len(after)) > _LONG:
        yield from _roughly(before, after)
        return

    def alike(old: int, new: int) -> float:
        ratio = pair_ratio(before[old], after[new])
        return ratio if ratio >= _ALIKE else 0.0

    for old, new in aligned(before, after, alike):
        change = Change(None if old is None else before[old], None if new is None else after[new])
        if change.before != change.after:
            yield change


_ALIKE = 0.4
"""Likeness of two sentences of which one became the other; two on one subject share about a fifth."""
_LONG = 3_000
"""Sentences above which nobody waits for each to be held against each: the time would grow by their square."""


def _roughly(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """The sentences that only one of two long texts has."""
    old, new = set(before), set(after)
    yield from (Change(one, None) for one in before if one not in new)
    yield from (Change(None, one) for one in after if one not in old)


def _said(page: PageText) -> list[str]:
    """What an article says: its title, its sentences, the rows of its tables."""
    rows = ("\t".join(cells) for table in page.tables for cells in table)
    sentences = (page.text[start:end] for start, end in in_chinese(page.text))
    return [said for said in (page.title or "", *sentences, *rows) if said.strip()]
