"""Pages fetched, each kept as evidence with what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from donghyang.records.message import Message

CaptureState = Literal["new", "unchanged", "changed", "failed"]
"""The page was not known; it says what it said; it says something else; it could not be had, or shows no article."""

CaptureKind = Literal["page", "list", "robots"]
"""An article; a place that names articles (a feed, a list page, a site map); what a site says of programs that ask."""

Trouble = Literal[
    "address",
    "private",
    "robots",
    "name",
    "refused",
    "certificate",
    "broken",
    "slow",
    "large",
    "redirects",
    "gone",
    "blocked",
    "busy",
    "server",
    "status",
    "empty",
    "no article",
    "other",
]
"""What kept a page from us. address: no address of the web that may be asked; private: it leads into a private network.
robots: the site's robots.txt forbids it. name: the host has no address; refused: it takes no connection; certificate:
it does not prove who it is; broken: the connection broke off, or what came is no HTTP; slow, large: above a limit;
redirects: they lead round, or nowhere. By HTTP status, gone: 404, 410; blocked: 401, 403, 451; busy: 429; server: 5xx;
status: any other. empty: a body without a byte; no article: a captcha, a notice, an error with status 200; other: a
fault of ours."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in the evidence."""

    file: str
    """The WARC file's name in the folder of the evidence."""
    offset: int
    """Of its first byte."""
    length: int
    """In bytes, compressed."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What came of asking for one page once."""

    url: str
    """As it was asked for: the page's identity."""
    final_url: str
    """Where redirects led; `url` itself where none came."""
    fetched: dt.datetime
    """In UTC."""
    status: int | None
    """Of HTTP; None where no response came."""
    media_type: str | None
    """In lower case without parameters ("text/html"); None where the server does not say."""
    digest: str | None
    """SHA-256 of the payload in hexadecimal, as it reads once unpacked; of an answer "not modified" that of the page
    kept before. None where no response came."""
    size: int
    """Bytes of the payload; 0 where none came."""
    state: CaptureState
    trouble: Trouble | None = None
    """Why it failed; None where it did not."""
    reason: Message | None = None
    """The same in a sentence, with what to do next."""
    place: Place | None = None
    """Its record in the evidence; None where no response came."""
    kind: CaptureKind = "page"
    source: str = ""
    """The source that named it; "" where none did."""


@dataclass(frozen=True, slots=True)
class Collecting:
    """How sources are asked: what is polite, what is too much, and whom to trust. The settings' `[collect]`."""

    delay: Decimal = Decimal(2)
    """Seconds between two requests to one host, at the least; a slow host is asked more seldom. 0: as fast as it
    answers."""
    seconds: int = 60
    """For one page, its redirects apart."""
    bytes: int = 10_485_760
    """Of one page, unpacked."""
    pages: int = 2_000
    """Of one run."""
    minutes: int = 60
    """Of one run."""
    redirects: int = 8
    """Of one page."""
    retries: int = 2
    """How often a page is asked for again when the network or the server fails."""
    wait: int = 120
    """Seconds that a server may make us wait before we ask again (Retry-After); one that wants more is left alone."""
    again: int = 20
    """Hours in which a page that is kept is not asked for again."""
    reach: int = 31
    """Days back from today in which an entry that says its day is fetched."""
    recheck: int = 14
    """Days in which a page that a source still names is looked at for changes."""
    agent: str = ""
    """How we call ourselves; "": donghyang and its version."""
    allow: tuple[str, ...] = ()
    """Hosts, as addresses write them, that may lie in a private network."""
    proxy: str = ""
    """Where all requests go through ("http://proxy.example:3128"); "": straight. Name and password, where it wants
    them, stand as "name:password" in the environment, in the variable `proxy_key`."""
    proxy_key: str = "DONGHYANG_PROXY_KEY"
