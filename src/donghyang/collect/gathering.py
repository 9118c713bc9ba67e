"""One run over the sources: their lists, what those name and we have not, and what of it has changed since."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching import Fetcher
from donghyang.collect.troubles import LASTING
from donghyang.records import Capture, CaptureState, Collecting, Entry, Message, Progress, Source

Named = tuple[Sequence[Entry], Sequence[str]]
"""(the entries that a list names, the addresses of lists on which it goes on)."""
Discover = Callable[[Source, bytes, str], Named]
"""What stands in the bytes of a source's list, fetched from an address."""

_DEEP = 5
"""Pages of a list, or maps of a site, that are followed one after another."""
_MOST = 500
"""Pages of one source that one run asks for; the next run asks for the rest."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What came of one source."""

    source: str
    new: int
    unchanged: int
    changed: int
    failed: int
    named: int
    """Entries that it names."""
    left: int
    """Pages that were not asked for: the run was at its limits."""
    reason: Message | None
    """Why its list failed, or what most of its failed pages failed from, with what to do next; None when none did."""


@dataclass(frozen=True, slots=True)
class Visited:
    """A source as it was found: what its health is told from."""

    source: Source
    captures: tuple[Capture, ...]
    """Of its lists, or of the page itself."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of a run."""

    sources: tuple[Watched, ...]
    lists: int
    """Lists that were asked for."""
    pages: int
    """Pages that were asked for."""
    changed: tuple[Capture, ...]
    """Pages that say something else than before."""
    failures: tuple[Capture, ...]
    """Lists and pages that could not be had."""
    left: int
    """Pages that were not asked for: the run was at its limits."""
    broken: Message | None
    """Why the run broke off; None when it came to its end."""
    visits: tuple[Visited, ...] = ()


@dataclass
class _Tally:
    """What is known of a source while the run goes on."""

    source: Source
    lists: list[Capture] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    states: Counter[CaptureState] = field(default_factory=Counter)
    reasons: Counter[Message] = field(default_factory=Counter)
    left: int = 0


class Run:
    """A run over sources, in steps; what it has is kept whatever becomes of the rest. Use it in a `with`."""

    def __init__(
        self, evidence: Evidence, collecting: Collecting, discover: Discover, progress: Progress, now: dt.datetime
    ) -> None:
        self._evidence, self._collecting, self._discover = evidence, collecting, discover
        self._now = now
        self._fetcher = Fetcher(evidence, collecting, progress)
        self._tallies: dict[str, _Tally] = {}
        self._captures: list[Capture] = []
        self.lists = self.pages = 0

    def watch(self, sources: Iterable[Source]) -> None:
        """Ask the sources for their lists, and those for what they go on with."""
        self._tallies |= {source.name: _Tally(source) for source in sources}
        asked = {tally.source.address: tally for tally in self._tallies.values() if tally.source.kind in _LISTS}
        seen: set[str] = set()
        for _ in range(_DEEP):
            asked = {url: tally for url, tally in asked.items() if url not in seen}
            seen |= asked.keys()
            further: dict[str, _Tally] = {}
            for capture in self._fetched([self._asked(url, "list", tally.source) for url, tally in asked.items()]):
                self.lists += 1
                tally = asked[capture.url]
                tally.lists.append(capture)
                further |= dict.fromkeys(self._read(tally, capture), tally)
            asked = further
            if not asked:
                return

    def name(self, source: Source, entries: Iterable[Entry]) -> None:
        """Entries of a source that needs no fetching: pasted addresses."""
        self._tallies.setdefault(source.name, _Tally(source)).entries |= {entry.url: entry for entry in entries}

    def fetch(self) -> None:
        """Ask for the pages that the sources name, and the pages that are sources themselves."""
        asked: dict[str, Asked] = {}
        for tally in self._tallies.values():
            if tally.source.kind == "page":
                asked.setdefault(tally.source.address, self._asked(tally.source.address, "page", tally.source))
            named = {entry.url: entry for entry in self._evidence.waiting(tally.source.name)} | tally.entries
            wanted = [entry.url for entry in named.values() if entry.url not in asked and self._wants(entry)]
            tally.left = max(0, len(wanted) - _MOST)
            asked |= {url: self._asked(url, "page", tally.source) for url in wanted[:_MOST]}
        room = max(0, self._collecting.pages - self.pages)
        for one in list(asked.values())[room:]:
            self._tallies[one.source].left += 1
        for capture in self._fetched(list(asked.values())[:room]):
            self.pages += 1
            tally = self._tallies[capture.source]
            if tally.source.kind == "page":
                tally.lists.append(capture)
            tally.states[capture.state] += 1
            if capture.reason is not None:
                tally.reasons[capture.reason] += 1

    def gathered(self, broken: Message | None = None) -> Gathered:
        """What came of it so far."""
        return Gathered(
            sources=tuple(map(_watched, self._tallies.values())),
            lists=self.lists,
            pages=self.pages,
            changed=tuple(one for one in self._captures if one.kind == "page" and one.state == "changed"),
            failures=tuple(one for one in self._captures if one.state == "failed"),
            left=sum(tally.left for tally in self._tallies.values()),
            broken=broken,
            visits=tuple(
                Visited(tally.source, tuple(tally.lists), tuple(tally.entries.values()))
                for tally in self._tallies.values()
            ),
        )

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *what: object) -> None:
        self._fetcher.close()

    def _fetched(self, asked: Sequence[Asked]) -> Iterator[Capture]:
        """Ask for these, each a capture; those for which no time is left are counted with their source."""
        came: set[str] = set()
        for capture in self._fetcher.fetch(asked):
            came.add(capture.url)
            if capture.state in ("changed", "failed"):
                self._captures.append(capture)
            yield capture
        for one in asked:
            if one.url not in came:
                self._tallies[one.source].left += 1

    def _asked(self, url: str, kind: str, source: Source) -> Asked:
        return Asked(url, "list" if kind == "list" else "page", source.name, self._evidence.known(url))

    def _read(self, tally: _Tally, capture: Capture) -> list[str]:
        """Take down what a list names; where it goes on, as long as it names what was not known."""
        stored = self._evidence.stored(capture) if capture.state != "failed" else None
        if stored is None:
            return []
        entries, further = self._discover(tally.source, stored.load(), capture.final_url)
        fresh = [entry for entry in entries if self._evidence.last(entry.url) is None and self._reaches(entry)]
        self._evidence.wait_for(tally.source.name, fresh)
        tally.entries |= {entry.url: entry for entry in entries}
        return list(further) if fresh or not entries else []

    def _reaches(self, entry: Entry) -> bool:
        oldest = self._now.date() - dt.timedelta(self._collecting.reach)
        return entry.date is None or entry.date >= oldest

    def _wants(self, entry: Entry) -> bool:
        """Whether a page is asked for: one that is not had and not too old, or had not long ago and may be edited."""
        last = self._evidence.last(entry.url)
        if last is None:
            return self._reaches(entry)
        lately = self._now - last.fetched < dt.timedelta(hours=self._collecting.again)
        if lately and (last.state != "failed" or last.trouble in LASTING):
            return False
        first = self._evidence.first(entry.url)
        if first is None:
            return self._reaches(entry)
        return self._now - first.fetched < dt.timedelta(self._collecting.recheck)


_LISTS = ("feed", "list", "sitemap")
"""The kinds of sources whose address names articles."""


def _watched(tally: _Tally) -> Watched:
    lost = next((one for one in tally.lists if one.state == "failed"), None)
    often = tally.reasons.most_common(1)
    return Watched(
        source=tally.source.name,
        new=tally.states["new"],
        unchanged=tally.states["unchanged"],
        changed=tally.states["changed"],
        failed=tally.states["failed"] + (lost is not None and lost.kind == "list"),
        named=len(tally.entries),
        left=tally.left,
        reason=lost.reason if lost is not None else often[0][0] if often else None,
    )
