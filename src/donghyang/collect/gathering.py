"""One run over the sources: their lists, what those name and we have not, and what of it was edited since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching import Fetcher
from donghyang.collect.gathered import Gathered, Tally
from donghyang.collect.sources import bodies, discover, files, further
from donghyang.collect.troubles import LASTING, reason_of
from donghyang.records import (
    CannotProceed,
    Capture,
    CaptureKind,
    Collecting,
    Entry,
    Message,
    Progress,
    Source,
    Unreadable,
)

_DEEP = 5
"""Pages of a list, or maps of a site, that are followed one after another."""
_MOST = 500
"""Pages of one source that one run asks for; the next run asks for the rest."""
_LISTS = ("feed", "list", "sitemap")
"""The kinds of sources whose address names articles."""
_FILES = ("urls", "maildir")
"""The kinds whose files do."""


def gather(
    sources: Sequence[Source],
    root: Path,
    evidence: Evidence,
    collecting: Collecting,
    progress: Progress = lambda label, done, total: None,
) -> Gathered:
    """Go over the sources; `root` is where the local ones lie. What the run has is kept, whatever becomes of the rest.

    Needs the extra `collect`. A killed run goes on when it is run again.
    """
    with Run(evidence, collecting, progress, dt.datetime.now(dt.UTC)) as run:
        broken: Message | None = None
        try:
            run.look(sources, root)
            run.fetch()
        except CannotProceed as problem:
            broken = problem.message
        return run.gathered(broken)


def is_fetched(source: Source) -> bool:
    """Whether anything of a source has to be fetched."""
    return source.kind in (*_LISTS, *_FILES, "page")


class Run:
    """A run over sources, in steps. Use it in a `with`."""

    def __init__(self, evidence: Evidence, collecting: Collecting, progress: Progress, now: dt.datetime) -> None:
        self._evidence, self._collecting, self._now = evidence, collecting, now
        self._fetcher = Fetcher(evidence, collecting, progress)
        self._tallies: dict[str, Tally] = {}
        self._told: dict[Capture, None] = {}
        self._lists = self._pages = 0

    def look(self, sources: Iterable[Source], root: Path) -> None:
        """Ask the sources for their lists, and those for what they go on with; look into the files of local ones."""
        today = [source.on(self._now.date()) for source in sources]
        self._tallies = {source.name: Tally(source) for source in today if is_fetched(source)}
        if self._tallies:
            self._fetcher.open()
        for tally in self._tallies.values():
            if tally.source.kind in _FILES:
                self._look_into(tally, root)
        asked = {tally.source.address: tally for tally in self._tallies.values() if tally.source.kind in _LISTS}
        seen: set[str] = set()
        for _ in range(_DEEP):
            asked = {url: tally for url, tally in asked.items() if url not in seen}
            seen |= asked.keys()
            on: dict[str, Tally] = {}
            for capture in self._fetched([self._asked(url, "list", tally.source) for url, tally in asked.items()]):
                self._lists += 1
                tally = asked[capture.url]
                on |= dict.fromkeys(self._answer(tally, capture), tally)
            asked = on

    def fetch(self) -> None:
        """Ask for the pages that the sources name, and the pages that are sources themselves."""
        asked: dict[str, Asked] = {}
        for tally in self._tallies.values():
            named = {entry.url: entry for entry in self._evidence.waiting(tally.source.name)} | tally.entries
            wanted = [entry.url for entry in named.values() if entry.url not in asked and self._wants(entry)]
            if tally.source.kind == "page":
                wanted = [tally.source.address]
            tally.left += len(wanted[_MOST:])
            is_told = tally.source.kind in _LISTS  # what a person or a letter calls a page may be anything
            titles = {url: entry.title for url, entry in named.items() if is_told}
            asked |= {url: self._asked(url, "page", tally.source, titles.get(url, "")) for url in wanted[:_MOST]}
        pages = list(asked.values())
        for one in pages[self._collecting.pages :]:
            self._tallies[one.source].left += 1
        behind: dict[str, Capture] = {}
        for capture in self._fetched(pages[: self._collecting.pages]):
            self._count(capture)
            behind |= dict.fromkeys(self._behind(capture), capture)
        more = [self._asked(url, "page", self._tallies[page.source].source) for url, page in behind.items()]
        for capture in self._fetched(more[: max(0, self._collecting.pages - len(pages))]):
            self._count(capture)
            if capture.state != "failed":
                page = behind[capture.url]  # no failure any more: its article was had as a file
                self._tallies[page.source].failures.pop(page, None)
                self._told.pop(page, None)

    def gathered(self, broken: Message | None = None) -> Gathered:
        """What came of it so far."""
        tallies = self._tallies.values()
        return Gathered(
            sources=tuple(tally.watched() for tally in tallies),
            lists=self._lists,
            pages=self._pages,
            changed=tuple(one for one in self._told if one.kind == "page" and one.state == "changed"),
            failures=tuple(one for one in self._told if one.state == "failed"),
            old=sum(tally.old for tally in tallies),
            left=sum(tally.left for tally in tallies),
            broken=broken,
        )

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *what: object) -> None:
        self._fetcher.close()

    def _fetched(self, asked: Sequence[Asked]) -> Iterator[Capture]:
        """Ask for these, each a capture; those that are not asked for are counted with their source."""
        left = {one.url: one.source for one in asked}
        try:
            for capture in self._fetcher.fetch(asked):
                left.pop(capture.url, None)
                if capture.state in ("changed", "failed"):
                    self._told[capture] = None
                if capture.state == "failed":
                    self._tallies[capture.source].failures[capture] = None
                yield capture
        finally:
            for source in left.values():
                self._tallies[source].left += 1

    def _count(self, capture: Capture) -> None:
        self._pages += 1
        tally = self._tallies[capture.source]
        tally.states[capture.state] += 1
        if tally.source.kind == "page" and capture.state == "failed":
            tally.lost(capture.reason)

    def _behind(self, capture: Capture) -> Sequence[str]:
        """The files that hold the article of a page which shows none, where they were not had lately."""
        stored = self._evidence.stored(capture) if capture.trouble == "no article" else None
        try:
            named = files(stored.load(), capture.final_url) if stored is not None else ()
        except Unreadable:
            return ()
        return [url for url in named if self._wants(Entry(url, ""))]

    def _asked(self, url: str, kind: CaptureKind, source: Source, title: str = "") -> Asked:
        return Asked(url, kind, source.name, self._evidence.known(url, kind), title)

    def _look_into(self, tally: Tally, root: Path) -> None:
        """Take down what the files of a local source name."""
        try:
            for name, body in bodies(tally.source, root):
                if isinstance(body, Unreadable):
                    tally.lost(body.message)
                else:
                    self._read(tally, body, name, self._now.date())
        except CannotProceed as problem:
            tally.lost(problem.message)

    def _answer(self, tally: Tally, capture: Capture) -> Sequence[str]:
        """Take down what a list names; where it goes on, as long as it names what was not known."""
        stored = self._evidence.stored(capture) if capture.state != "failed" else None
        if stored is None:
            tally.lost(capture.reason)
            return ()
        try:
            body = stored.load()
        except Unreadable as problem:
            tally.lost(problem.message)
            return ()
        return self._read(tally, body, capture.final_url, capture.fetched.date())

    def _read(self, tally: Tally, body: bytes, name: str, day: dt.date) -> Sequence[str]:
        """Take down what the bytes of a list or a file name, of which one that breaks its reader costs the others
        nothing; where it goes on."""
        try:
            entries = discover(tally.source, body, name, day)
            on = further(tally.source, body, name)
        except Unreadable as problem:
            tally.lost(problem.message)
            return ()
        except Exception as problem:  # a list is hostile input: one that breaks a reader must not stop the run
            tally.lost(reason_of("other", type(problem).__name__))
            return ()
        return on if self._take(tally, entries) or not entries else ()

    def _take(self, tally: Tally, entries: Iterable[Entry]) -> bool:
        """Take down entries; whether any was not known."""
        tally.answered = True
        named = {entry.url: entry for entry in entries if entry.url not in tally.entries}
        unknown = [entry for entry in named.values() if self._evidence.last(entry.url) is None]
        fresh = [entry for entry in unknown if self._reaches(entry)]
        tally.old += len(unknown) - len(fresh)
        self._evidence.wait_for(tally.source.name, fresh)
        tally.entries |= named
        return bool(fresh)

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
