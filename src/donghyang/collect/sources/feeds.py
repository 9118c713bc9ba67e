"""Feeds: RSS of all ages, Atom, JSON Feed, and the JSON that sites hand to their own scripts."""

from __future__ import annotations

import datetime as dt
import html
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from donghyang.collect.sources.opened import plain, whole
from donghyang.language.script import has_han, has_hangul
from donghyang.read import published
from donghyang.read.encoding import decode, label_of
from donghyang.records import Entry

MOST = 2_000
"""Entries of a feed that are looked at."""
_HEAD = 2_000
"""Characters in which a feed says what it is."""
_XML = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTRY = re.compile(r"<(?:item|entry)\b", re.IGNORECASE)
_NAMESPACE = re.compile(r"""\sxmlns(?::[\w.-]*)?\s*=\s*["']?[^"'\s>]*""")
_MOST_NAMESPACES = 100
"""Different ones in a feed; feedparser goes through all that it has seen at each tag, and no site has twenty."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_DATES = ("published", "updated", "created", "date")
_DEEPEST = 6
"""Layers of JSON below which no list of articles lies."""
_URLS = re.compile(r"url|link|href", re.IGNORECASE)
_OWN_URLS = ("url", "link", "href")
_IDS = re.compile(r"^(?:id|_id|@id|guid|uri)$", re.IGNORECASE)
_TITLES = re.compile(r"title|headline|subject|标题", re.IGNORECASE)
_FIRST_TIMES = re.compile("publ|pub_?(?:date|time)|issue|fabu|creat", re.IGNORECASE)
"""Names of the time at which something came out, before those of later changes."""
_TIMES = re.compile(r"time|date|日期|时间", re.IGNORECASE)
_LEAST = 2
"""Rows with an address and a title that make a list of JSON one of articles."""


def is_feed(text: str) -> bool:
    """Whether a text is a feed, by how it begins."""
    start = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return bool(_XML.search(start)) and not re.match(r"<!doctype html|<html", start, re.IGNORECASE)


def fed(body: bytes, url: str) -> list[Entry]:
    """The entries of a feed in its order, each address once; [] where it has none, or is no feed.

    What is broken in it (a charset that is not its own, a bare `&`, an end cut off) does not keep the rest from being
    read. A day is told in China's time.
    """
    text = decode(body, label_of(body))
    data = data_of(text)
    return _once(_json(data, url) if data else _xml(text, url))


def of_json(text: str, url: str) -> list[Entry]:
    """The entries of the longest list of articles in JSON, each address once; [] where it has none, or is no JSON."""
    return _once(_json(text, url))


def data_of(text: str) -> str:
    """The JSON that a text is, "" where it is none; what calls a script with it (JSONP) is taken off."""
    bare = text.lstrip("\ufeff \t\r\n")
    called = _CALL.match(bare)
    if called is not None:
        bare = opening(bare[called.end() :])
    return bare if bare[:1] in ("{", "[") else ""


_CALL = re.compile(r"(?:/\*\*/)?\s*[\w.$]{1,80}\s*\(\s*(?=[\[{])")


def markup_of(text: str) -> list[str]:
    """The texts in JSON that are markup with links, the longest first; [] where it has none."""
    found: list[str] = []
    above: list[Any] = [_loaded(text)]
    while above:
        one = above.pop()
        if isinstance(one, str):
            found += [one] if re.search(r"<a\s", one) else []
        else:
            above += list(one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
    return sorted(found, key=len, reverse=True)


def opening(text: str) -> str:
    """The JSON with which a text begins, "" where it begins with none; scripts go on behind their data."""
    try:
        return text[: json.JSONDecoder().raw_decode(text)[1]]
    except (ValueError, RecursionError):
        return ""


def _once(told: Iterator[Entry]) -> list[Entry]:
    found: dict[str, Entry] = {}
    for entry, _ in zip(told, range(MOST), strict=False):
        found.setdefault(entry.url, entry)
    return list(found.values())


def next_part(body: bytes, url: str) -> str | None:
    """Where a feed goes on (JSON Feed `next_url`, Atom `rel="next"`), None where it does not."""
    text = decode(body, label_of(body))
    if data := data_of(text):
        said = _loaded(data)
        return whole(url, said.get("next_url")) if isinstance(said, dict) else None
    found = next((link for link in _parsed(text, url).feed.get("links", ()) if link.get("rel") == "next"), None)
    return whole(url, found.get("href")) if found else None


def _xml(text: str, url: str) -> Iterator[Entry]:
    if len(set(_NAMESPACE.findall(text))) > _MOST_NAMESPACES:
        return
    for item in _parsed(text, url).entries:
        links = [link.get("href") for link in item.get("links", ()) if link.get("rel") in (None, "alternate")]
        named = (item.get("link"), *links, item.get("id"))
        target = next((found for said in named if said and (found := whole(url, said.strip()))), None)
        if target is not None:
            stated = next((day for name in _DATES if (day := day_of(str(item.get(name) or "")))), None)
            yield Entry(target, bare(item.get("title") or ""), stated or published.from_address(target))


def _parsed(text: str, url: str) -> Any:
    import feedparser

    whole_text = _CONTROL.sub("", _DECLARED.sub("", text.lstrip("\ufeff"), count=1))
    further = next(islice(_ENTRY.finditer(whole_text), MOST, None), None)
    whole_text = whole_text[: further.start() if further else None]  # its reader takes milliseconds for each of them
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    data = io.BytesIO(whole_text.encode("utf-8", "replace"))  # never a string: feedparser would open it as a name
    return feedparser.parse(data, response_headers=headers, resolve_relative_uris=False, sanitize_html=False)


def bare(text: str) -> str:
    """A title without the markup that feeds put into it."""
    return plain(html.unescape(_TAG.sub("", html.unescape(text))))


def day_of(text: str) -> dt.date | None:
    """The day of a feed's time, in China: as mail writes it, ISO 8601, or as Chinese sites write days; None for others.

    A time without a zone is China's.
    """
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return published.moment(text) if text.strip() else None
    return published.in_china(when)


def _loaded(text: str) -> Any:
    """What JSON says, None for what is none."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _json(text: str, url: str) -> Iterator[Entry]:
    rows: Sequence[Mapping[str, Any]] = max(_lists(_loaded(text), 0), key=len, default=())
    for row in rows:
        target = next((found for said in _addresses(row) if (found := whole(url, said))), None)
        title = next(map(bare, _values(row, _TITLES)), "")
        times = (*_values(row, _FIRST_TIMES), *_values(row, _TIMES))
        day = next((day for said in times if (day := day_of(said))), None)
        if target is not None:
            yield Entry(target, title, day or published.from_address(target))


def _lists(value: Any, depth: int) -> Iterator[Sequence[Mapping[str, Any]]]:
    """The lists of articles in JSON: rows with an address and a title each."""
    if depth > _DEEPEST:
        return
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict) and _is_article(row)]
        if len(rows) >= _LEAST or (rows and depth <= 1):
            yield rows
    for part in list(inside)[:MOST]:
        yield from _lists(part, depth + 1)


def _is_article(row: Mapping[str, Any]) -> bool:
    named = next(_values(row, _TITLES), "")
    return (
        bool(named)
        and any("/" in said for said in _addresses(row))
        and (" " in named or has_han(named) or has_hangul(named))
    )


def _addresses(row: Mapping[str, Any]) -> Iterator[str]:
    """What a row names as addresses, the article's own first; a name for it alone (`id`) where that is an address."""
    yield from (said for name in _OWN_URLS if isinstance(said := row.get(name), str) and said.strip())
    yield from (said for said in _values(row, _IDS) if re.match(r"https?://", said, re.IGNORECASE))
    yield from _values(row, _URLS)


def _values(row: Mapping[str, Any], names: re.Pattern[str]) -> Iterator[str]:
    """The values of a row whose names say so, as text; the shortest name first (`url` before `image_url`)."""
    for name in sorted((name for name in row if isinstance(name, str) and names.search(name)), key=len):
        value = row[name]
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            yield str(value).strip()
