"""What `donghyang.toml` may say, and what holds where it says nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from donghyang.read.limits import Limits
from donghyang.records import Collecting, Publisher, Source, Theme

MOST = 3650
"""No newsroom's week reaches further back, in days, or holds more articles."""
VERSION = 1
"""Of the settings; a newer donghyang writes a higher one."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many articles of each sort a week's report holds at the most."""

    policy: int = 6
    technology: int = 3
    brief: int = 8


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated rate of exchange."""

    currency: str
    """ISO 4217 ("CNY")."""
    date: dt.date
    won: Decimal
    """Won for one unit of the currency."""


@dataclass(frozen=True, slots=True)
class Checking:
    """What the newsroom's proofreader looks for besides, or leaves out; names as the proofreader takes them."""

    also: tuple[str, ...] = ()
    """Rules that are off by default: "style" for the style of the house, or single rules."""
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that may write: any endpoint that speaks as OpenAI's does. Without `url` none is ever asked."""

    url: str = ""
    """Where the endpoint is, with its version ("http://localhost:11434/v1")."""
    name: str = ""
    """What the endpoint calls the model."""
    key: str = "DONGHYANG_MODEL_KEY"
    """The variable of the environment that holds the key; the key itself stands in no file."""
    seconds: int = 120
    """For one reply, at most."""
    characters: int = 60_000
    """Of one reply, at most."""
    requests: int = 100
    """Of one run, at most."""
    tokens: int = 1_000_000
    """Of one run, asked and answered, at most."""
    retries: int = 2
    """How often a refused or broken request is sent again."""
    reread: bool = True
    """Whether it is asked once more, of each article it has written, if the sentences say the lines."""
    price_in: Decimal = Decimal(0)
    """For a million tokens asked, in `currency`; 0: no cost is told."""
    price_out: Decimal = Decimal(0)
    """The same of tokens answered."""
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Archiving:
    """Where the archive is, and who does its work."""

    url: str = ""
    """Of a PostgreSQL database ("postgresql://editor@db.example/news"); "": the file archive.db in the workspace."""
    key: str = "DONGHYANG_ARCHIVE_PASSWORD"
    """The variable of the environment that holds the password; the password itself stands in no file."""
    schema: str = "donghyang"
    """What the tables of the archive lie in, on PostgreSQL."""
    engine: Literal["processes", "daft"] = "processes"
    """What reads many files: processes of this machine, or daft, which can lead to a cluster."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site of all issues."""

    url: str = ""
    """Where it will be found ("https://example.kr/weekly/"); "" where it is not known, or read from a folder alone."""
    watch: bool = False
    """Whether the watch lists have pages and feeds: whoever reads the site sees their names."""


@dataclass(frozen=True, slots=True)
class Mail:
    """How issues are mailed. Without `host` and `sender` none is ever sent."""

    host: str = ""
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the way to the host is closed; over "none" no password is ever sent."""
    user: str = ""
    """"" where the host asks for no password."""
    key: str = "DONGHYANG_SMTP_PASSWORD"
    """The variable of the environment that holds the password; the password itself stands in no file."""
    sender: str = ""
    """The address that a mail comes from."""
    reply_to: str = ""
    unsubscribe: str = ""
    """Where a reader leaves: an address of mail or of the web (https, `{address}` in it is the reader's); "": the
    sender's mail."""
    readers: str = "readers.txt"
    """The file of those it goes to, in the workspace: an address a line, before it a name if there is one."""
    per_minute: int = 30
    seconds: int = 60
    """The host may take for one step."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `donghyang.toml` says."""

    version: int = VERSION
    series: str = "과학기술 정책 주간동향"
    dialect: Literal["A", "B"] = "A"
    publisher: Publisher = field(default_factory=Publisher)
    sources: tuple[Source, ...] = ()
    """Those written here; others stand each in a file of its own, as `workspace.sources` reads them."""
    days: int = 14
    """Pages older than this many days before the report are left out of its week."""
    size: Size = field(default_factory=Size)
    rates: tuple[Rate, ...] = ()
    check: Checking = field(default_factory=Checking)
    limits: Limits = field(default_factory=Limits)
    """What reading one file may cost."""
    model: Model = field(default_factory=Model)
    mail: Mail = field(default_factory=Mail)
    site: Site = field(default_factory=Site)
    collect: Collecting = field(default_factory=Collecting)
    """How sources are asked."""
    archive: Archiving = field(default_factory=Archiving)
    theme: Theme | None = None
    """What the prints look like, where it stands here; None where it does not (theme.toml may say it)."""
    weights: dict[str, Decimal] = field(default_factory=dict, hash=False)
    """Weights of the ranking that stand before those that ship, by the name of the signal."""
