"""Evidence laid down without a network: what a server would have sent, straight into the files."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from donghyang.collect.evidence import Archive, Asked, Came, Evidence, Failed, Hop
from donghyang.records import Capture, Trouble

STEP = dt.timedelta(hours=1)
START = dt.datetime(2026, 11, 23, 1, 30, 0, 250_000, tzinfo=dt.UTC)


class Desk:
    """A folder of evidence whose clock a test sets; each page that is sent is an hour after the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = START
        self._led = ""
        self._open = ExitStack()
        self.evidence = self._open.enter_context(Evidence(folder))
        self._archive = self._open.enter_context(Archive(folder))

    def close(self) -> None:
        """Let go of the files."""
        self._open.close()

    def sent(
        self,
        url: str,
        body: str | bytes = "",
        status: int = 200,
        *,
        asked: Asked | None = None,
        trouble: Trouble | None = None,
        **headers: str,
    ) -> Capture:
        """What becomes of a page that is asked for and answers so."""
        self.now += STEP
        told = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        hop = Hop(self._led or url, self.now, status, tuple(told.items()), data, "203.0.113.7")
        failed = Failed(trouble, str(status)) if trouble else None
        asked = replace(
            asked or Asked(url, "page", "desk"), known=self.evidence.known(url, asked.kind if asked else "page")
        )
        return self.evidence.add(self._archive.keep(Came(asked, (hop,), failed, self.now))).capture

    def led(self, url: str, to: str, body: str | bytes, asked: Asked | None = None) -> Capture:
        """What becomes of a page that is asked for, led elsewhere ("": nowhere), and answers so there."""
        self._led = to
        try:
            return self.sent(url, body, asked=asked)
        finally:
            self._led = ""

    def lost(self, url: str, trouble: Trouble, detail: str = "") -> Capture:
        """What becomes of a page that nobody answers for."""
        self.now += dt.timedelta(hours=1)
        asked = Asked(url, "page", "desk", self.evidence.known(url))
        return self.evidence.add(self._archive.keep(Came(asked, (), Failed(trouble, detail), self.now))).capture

    def warcs(self) -> list[Path]:
        return sorted(self.folder.glob("*.warc.gz"))


def records(path: Path) -> list[tuple[str, str]]:
    """(type, address) of each record as warcio reads it; every digest is checked."""
    from warcio.archiveiterator import ArchiveIterator

    found = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or ""))
            record.content_stream().read()
    return found
