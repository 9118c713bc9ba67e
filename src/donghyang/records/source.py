"""Places that are watched, and what stands in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

SourceKind = Literal["feed", "list", "sitemap", "folder", "maildir", "page", "urls", "wechat"]
"""A feed (RSS, Atom, JSON Feed); a page that lists articles; a site map; a folder of saved pages; a folder of mails
(Maildir, or .eml files); one page that changes; a text file of addresses; a folder of saved WeChat posts."""

SourceTier = Literal["central", "ministry", "province", "city", "institute", "firm", "media"]
"""How high the body stands that speaks there, as of an issuer; "media" speak of others."""

LOCAL: frozenset[SourceKind] = frozenset(("folder", "maildir", "urls", "wechat"))
"""The kinds whose address is a path below the workspace; of the others it is http or https."""


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where a list page keeps its entries, as CSS selectors; only for a page that the reader of lists fails on."""

    entry: str = ""
    """The element of one entry; "": the reader finds them."""
    title: str = ""
    """Inside an entry, the link of the article; "": its first link."""
    date: str = ""
    """Inside an entry, its day; "": the first day that it writes."""


@dataclass(frozen=True, slots=True)
class SourceVersion:
    """How a source was until its site changed; what is empty was as it is now."""

    until: dt.date
    """The last day on which it was so."""
    kind: SourceKind | None = None
    address: str = ""
    selectors: Selectors | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A place we watch."""

    name: str
    """Its identity in the workspace: evidence, health and messages call it so."""
    address: str
    """http(s), or a path below the workspace for the kinds in `LOCAL`."""
    kind: SourceKind = "folder"
    language: str = "zh"
    """ISO 639-1, of what it publishes."""
    tier: SourceTier | None = None
    """None: not told."""
    region: str = ""
    """The place in China whose matters it tells ("北京"), or the country ("中国"); "": not told."""
    cadence: Decimal | None = None
    """Days between two of its entries; None: learned from those it had."""
    include: tuple[str, ...] = ()
    """Words or parts of addresses; an entry has to have one of them in its title or address. (): any."""
    exclude: tuple[str, ...] = ()
    """The same; an entry that has one is left out."""
    selectors: Selectors = Selectors()
    versions: tuple[SourceVersion, ...] = ()
    """How it was before, the latest first."""

    @property
    def is_local(self) -> bool:
        """Whether nothing has to be fetched to look into it."""
        return self.kind in LOCAL

    def on(self, day: dt.date) -> Source:
        """The source as it was on a day: itself, or with what the version of that day had otherwise."""
        old = [version for version in self.versions if day <= version.until]
        if not old:
            return self
        then = min(old, key=lambda version: version.until)
        return replace(
            self,
            kind=then.kind or self.kind,
            address=then.address or self.address,
            selectors=then.selectors or self.selectors,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a source names."""

    url: str
    """Whole, without a fragment; for a file of a local source that tells no address its path, as `Capture` has it."""
    title: str
    """As the source calls it; "" where it names none."""
    date: dt.date | None = None
    """The day beside it, None without one."""
