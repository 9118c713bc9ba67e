"""A new source: found at an address or taken from the catalogue, and written as a file of its own."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from donghyang.collect.health import Look
from donghyang.collect.sources import Found, find
from donghyang.collect.sources.catalogue import listed_as
from donghyang.files import alone, write
from donghyang.language.visible import on_one_line
from donghyang.read.encoding import decode
from donghyang.records import CannotProceed, Entry, Message, Source, Unreadable
from donghyang.watching.trying import try_source
from donghyang.workspace import SOURCES, sources_of
from donghyang.workspace.source_ranges import LETTERS, odd_source

if TYPE_CHECKING:
    from donghyang.records import SourceKind
    from donghyang.watching.fetching import Fetcher
    from donghyang.workspace import Workspace

_TRIED = 4
"""Addresses of a site that are tried for one that names articles."""
_SITEMAP = re.compile(r"\s*sitemap\s*:", re.IGNORECASE)
_SUFFIXES = 99
"""Sources of one site whose files differ by a number."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source that a person wants."""

    what: str
    """An address, or a name of the catalogue."""
    day: dt.date
    kind: SourceKind | None = None
    """Where a person says it; then the address is not fetched."""
    name: str | None = None
    """Where a person gives one."""

    @property
    def is_fetched(self) -> bool:
        """Whether its address has to be looked at."""
        return self.is_address and self.kind is None

    @property
    def is_address(self) -> bool:
        """Whether an address is meant, not a name of the catalogue."""
        return re.match(r"https?://", self.what, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Added:
    """A source that was taken in."""

    source: Source
    file: Path
    entries: tuple[Entry, ...] = ()
    """What it names; () for one that was not fetched."""
    look: Look | None = None


def add_source(home: Workspace, wanted: Wanted, ask: Fetcher) -> Added:
    """Take in a source: an address that is looked at with `ask`, or one of the catalogue. It is written to `sources/`.

    Raises CannotProceed for a name that the catalogue has not, or has several of, for an address that names no
    articles, and for a source that is there already.
    """
    made = _found(wanted.what, ask, wanted.day) if wanted.is_fetched else Added(_given(wanted), Path())
    with alone(home.root):
        return _written(home, wanted, made)


def _written(home: Workspace, wanted: Wanted, made: Added) -> Added:
    """The source with a name and a file that no other has."""
    source = replace(made.source, name=wanted.name or made.source.name)
    source = replace(source, name=_name(home, source))
    for key, expected in odd_source(source):
        raise CannotProceed(
            Message(
                f"{wanted.what}: {key}에 있어야 할 것은 {expected.ko}입니다.",
                f"{wanted.what}: {key}: expected {expected.en}.",
            )
        )
    file = write(_file(home, source), _toml(source).encode())
    look = replace(made.look, source=source.name) if made.look is not None else None
    return replace(made, source=source, file=file, look=look)


def _given(wanted: Wanted) -> Source:
    if wanted.is_address:
        return Source(wanted.what, wanted.what, wanted.kind or "page")
    return _from_catalogue(wanted.what)


def _from_catalogue(what: str) -> Source:
    found = listed_as(what)
    if len(found) == 1:
        return found[0].source
    names = ", ".join(one.source.name for one in found[:_SHOWN])
    more = " …" if len(found) > _SHOWN else ""
    if found:
        raise CannotProceed(
            Message(
                f"{what}: 카탈로그에 여럿 있습니다. 하나를 적으십시오: {names}{more}",
                f"{what}: the catalogue has several. Give one: {names}{more}",
            )
        )
    raise CannotProceed(
        Message(
            f"{what}: 웹 주소도 카탈로그의 이름도 아닙니다.",
            f"{what}: neither an address of the web nor a name of the catalogue.",
        ),
        "not-in-catalogue",
    )


_SHOWN = 5


def _found(url: str, ask: Fetcher, day: dt.date) -> Added:
    """The best that an address, or what it leads to, may be watched as. Raises CannotProceed where it cannot be had."""
    got = ask(url)
    if got.body is None:
        why = got.reason or Message("받지 못했습니다.", "could not be had.")
        raise CannotProceed(
            Message(
                f"{url}: {why.ko} 종류를 정하면 받지 않고 더합니다.",
                f"{url}: {why.en} With its kind it is added unfetched.",
            ),
            "no-kind",
        )
    try:
        candidates = [found for found in find(got.url, got.body, day) if found.kind != "page"]
    except Unreadable as problem:
        raise CannotProceed(Message(f"{url}: {problem.why.ko}", f"{url}: {problem.why.en}")) from problem
    for found in (*candidates[:_TRIED], *_maps(got.url, ask)):
        source = _source(found)
        asked = ask if found.address != got.url else lambda _: got
        tried = try_source(source, Path(), asked, day)
        if tried.entries:
            return Added(source, Path(), tried.entries, tried.look)
    raise CannotProceed(
        Message(
            f"{url}: 글의 목록을 찾지 못했습니다. 목록이 보이는 쪽의 주소를 쓰십시오.",
            f"{url}: names no articles. Use the address of the page that lists them.",
        ),
        "no-list",
    )


def _maps(url: str, ask: Fetcher) -> Iterator[Found]:
    """The site maps of a site, where its page leads to nothing: those of its robots.txt (sitemaps.org, "Specifying the
    Sitemap location in your robots.txt file"), else the one at the usual place."""
    root = urljoin(url, "/")
    rules = ask(f"{root}robots.txt").body or b""
    named = [line.partition(":")[2].strip() for line in decode(rules).splitlines() if _SITEMAP.match(line)]
    for address in named[:_TRIED] or [f"{root}sitemap.xml"]:
        yield Found("sitemap", urljoin(root, address))


def _source(found: Found) -> Source:
    host = urlsplit(found.address).hostname or found.address
    title = re.sub(r"\s+", " ", "".join(sign for sign in found.title if sign.isprintable())).strip()
    return Source(f"{title} ({host})" if title else host, found.address, found.kind)


def _name(home: Workspace, source: Source) -> str:
    """The name of a new source, another than those there are. Raises CannotProceed where its address is watched."""
    known = sources_of(home)
    same = next((one for one in known if one.address == source.address), None)
    if same is not None:
        raise CannotProceed(
            Message(
                f"{source.address}: 이미 '{same.name}'(으)로 살펴보고 있습니다.",
                f"{source.address}: is watched already, as '{same.name}'.",
            )
        )
    names = {one.name for one in known}
    name = source.name[: LETTERS // 2].strip()
    return next(one for one in (name, *(f"{name} {number}" for number in range(2, _SUFFIXES))) if one not in names)


def _file(home: Workspace, source: Source) -> Path:
    """Where the source is written: a name of letters and digits made of its address, in the folder of the sources."""
    parts = urlsplit(source.address)
    stem = re.sub(r"[^a-z0-9.]+", "-", f"{parts.hostname or ''}{parts.path}".lower()).strip("-.")[:80] or "source"
    folder = home.root / SOURCES
    names = (f"{stem}.toml", *(f"{stem}-{number}.toml" for number in range(2, _SUFFIXES)))
    return next(folder / name for name in names if not (folder / name).exists())


def _toml(source: Source) -> str:
    """A source as its file tells it: what is not as usual."""
    usual = Source(source.name, source.address)
    lines = [
        f"{part.name} = {_value(getattr(source, part.name))}"
        for part in fields(Source)
        if part.name in ("name", "address", "kind")
        or (part.name not in ("selectors", "versions") and getattr(source, part.name) != getattr(usual, part.name))
    ]
    return "\n".join([*lines, *_selectors(source)]) + "\n"


def _selectors(source: Source) -> Iterator[str]:
    told = source.selectors
    if told.entry:
        yield "[selectors]"
        yield from (f"{part.name} = {_value(getattr(told, part.name))}" for part in fields(told))


def _value(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(on_one_line(value), ensure_ascii=False)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)


def kinds() -> tuple[SourceKind, ...]:
    """The kinds that a source of the web may be."""
    return ("feed", "list", "sitemap", "page")
