"""The evidence of a workspace, as the other rooms ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from donghyang.collect.evidence.archive import SUFFIX
from donghyang.collect.evidence.index import Index
from donghyang.collect.evidence.rows import Known, Row
from donghyang.collect.evidence.scan import payload, rows
from donghyang.collect.evidence.settling import settled
from donghyang.collect.naming import file_name, page_name
from donghyang.collect.troubles import LASTING
from donghyang.guard import Guard
from donghyang.read.limits import Limits
from donghyang.records import Capture, CaptureKind, Entry, Message, Place, Unreadable


@dataclass(frozen=True, slots=True)
class Stored:
    """A page in the evidence, to be read as a file is."""

    capture: Capture
    folder: Path
    place: Place
    """The record that holds its payload."""

    @property
    def name(self) -> str:
        """How the page is called; all its versions are called the same."""
        return page_name(self.capture.url)

    @property
    def file(self) -> str:
        """What its reader is told that it is called."""
        return file_name(self.capture)

    @property
    def digest(self) -> str:
        """SHA-256 of the payload, in hexadecimal."""
        return self.capture.digest or ""

    def load(self) -> bytes:
        """The payload. Raises Unreadable where the evidence does not hold it any more."""
        try:
            return payload(self.folder / self.place.file, self.place)
        except (OSError, ValueError):
            raise Unreadable(self.name, _LOST) from None


_LOST = Message(
    "증거 파일(WARC)에 없습니다. 지운 파일을 되돌리거나 다시 수집하십시오.",
    "is not in the files of evidence (WARC) any more; put back what was deleted, or collect it again.",
)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"????-??-??{SUFFIX}"))


class Evidence:
    """The evidence in a folder, open for reading. Use it in a `with`."""

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        """`limits`: what reading one page may cost. Raises CannotProceed when the index cannot be opened."""
        self.folder = folder
        self._index = Index(folder)
        self._guard = Guard(limits)

    def catch_up(self) -> int:
        """Put into the index what the WARC files hold and it does not; how many captures that were.

        So an index that was thrown away is made again, and what a killed run wrote last is not lost.
        """
        count = 0
        for path in _files(self.folder):
            known = self._index.end(path.name)
            if path.stat().st_size > known:
                for row, end in rows(path, known):
                    self._add(row, end)
                    count += 1
        return count

    def add(self, row: Row) -> Row:
        """Put in what was just written, settled beside what was known; the row as it is kept."""
        return self._add(row, row.at.offset + row.at.length)

    def known(self, url: str, kind: CaptureKind = "page") -> Known | None:
        """What to ask for a page, or a list, with; None for one that was never had."""
        row = self._index.last_good(url, kind)
        capture = row.capture if row else None
        if row is None or capture is None or capture.digest is None:
            return None
        whole = self._index.whole(capture.digest)
        when = whole.capture.fetched if whole else capture.fetched
        return Known(capture.final_url, when, capture.digest, capture.size, row.etag, row.modified)

    def last(self, url: str) -> Capture | None:
        """The last capture of an address, whatever came; None where there is none."""
        row = self._index.last(url)
        return row.capture if row else None

    def first(self, url: str) -> Capture | None:
        """The first capture that had a page; None where none has."""
        row = self._index.first(url)
        return row.capture if row else None

    def history(self, url: str) -> list[Capture]:
        """Everything that came of asking for a page, in order."""
        return [row.capture for row in self._index.history(url)]

    def between(self, first: dt.datetime, last: dt.datetime) -> Iterator[Capture]:
        """All captures of a span of time, in order."""
        return (row.capture for row in self._index.between(first, last))

    def stored(self, capture: Capture) -> Stored | None:
        """The page of a capture, to be read; None where its payload was never kept."""
        whole = self._index.whole(capture.digest) if capture.digest else None
        if whole is None or whole.capture.place is None:
            return None
        return Stored(capture, self.folder, whole.capture.place)

    def pages(self, since: dt.datetime | None = None) -> dict[str, Stored]:
        """The last good version of every page that was first had since then, by name; {} where there is none."""
        found = (self.stored(row.capture) for row in self._index.pages(since))
        return {page.name: page for page in found if page is not None}

    def newest(self) -> dt.datetime | None:
        """When the last page was had; None before the first."""
        return self._index.newest()

    def wait_for(self, source: str, entries: Iterable[Entry]) -> None:
        """Remember pages that a source names until they are had, or asking again is of no use."""
        self._index.wait_for(source, entries)

    def waiting(self, source: str) -> list[Entry]:
        """The pages of a source that are waited for, in the order in which it named them."""
        return self._index.waiting(source)

    def __enter__(self) -> Evidence:
        return self

    def __exit__(self, *what: object) -> None:
        self._guard.close()
        self._index.close()

    def _add(self, row: Row, end: int) -> Row:
        before = self._index.last_good(row.capture.url, row.capture.kind)
        kept = settled(row, before, self._payload, self._guard)
        self._index.add(kept, end)
        if kept.capture.state != "failed" or kept.capture.trouble in LASTING:
            self._index.had(kept.capture.url)
        return kept

    def _payload(self, row: Row) -> bytes:
        whole = row if row.whole or row.capture.digest is None else self._index.whole(row.capture.digest)
        place = whole.capture.place if whole is not None else None
        if place is None:
            raise ValueError(f"nothing is kept of {row.capture.url}")
        return payload(self.folder / place.file, place)
