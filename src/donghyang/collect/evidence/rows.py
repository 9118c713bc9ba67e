"""What is known of a page before it is asked for, what came, and what is kept of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from donghyang.records import Capture, CaptureKind, Place, Trouble


@dataclass(frozen=True, slots=True)
class Known:
    """A page as it was when it was last had."""

    final_url: str
    """Whose page it is: what a server says of another address is not said of this one."""
    fetched: dt.datetime
    """When its bytes came whole."""
    digest: str
    """SHA-256 of the payload, in hexadecimal."""
    size: int
    etag: str = ""
    """As the server wrote it; "" where it gave none."""
    modified: str = ""
    """The server's Last-Modified, likewise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A page to be asked for."""

    url: str
    kind: CaptureKind = "page"
    source: str = ""
    known: Known | None = None
    title: str = ""
    """What the source calls it; "" where it gives no name."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One response of HTTP: the page, or a redirect on the way to it."""

    url: str
    fetched: dt.datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """Unpacked."""
    address: str = ""
    """Of the machine that answered; "" where it is not known."""

    def header(self, name: str) -> str:
        """The first header of that name, "" without one."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a page could not be had."""

    trouble: Trouble
    detail: str = ""
    """A status, a limit, a host: what `troubles.reason_of` puts into its sentence."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of asking once."""

    asked: Asked
    hops: tuple[Hop, ...]
    """Redirects, errors after which it was asked again, and the page, in order; () where nothing answered."""
    failed: Failed | None
    ended: dt.datetime

    @property
    def final(self) -> Hop | None:
        """The last response."""
        return self.hops[-1] if self.hops else None

    @property
    def when(self) -> dt.datetime:
        """When the last response came, or it was given up."""
        return self.hops[-1].fetched if self.hops else self.ended


@dataclass(frozen=True, slots=True)
class Row:
    """A capture as the index holds it."""

    capture: Capture
    at: Place
    """The record that says what came of asking: the last of those written for the capture."""
    whole: bool = False
    """Whether `capture.place` holds the payload itself, and not that it was kept before."""
    etag: str = ""
    modified: str = ""
    said: str = ""
    """A digest of the article's words; "" where none was read."""
    title: str = ""
    """What its source called it when it was asked for; not kept in the index."""
