"""Site maps (sitemaps.org 0.9): indexes and lists of addresses, packed or not, and plain lists of addresses."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from donghyang.collect.sources import families, shapes
from donghyang.collect.sources.feeds import bare, day_of
from donghyang.collect.sources.opened import whole
from donghyang.read import published
from donghyang.read.encoding import decode, label_of
from donghyang.records import Entry, Message, Unreadable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lxml.etree import _Element

MOST_BYTES = 52_428_800
"""Of a map, unpacked (sitemaps.org, "Sitemap file limits": 50 MB)."""
MOST = 50_000
"""Addresses of a map (the same)."""
_PACKED = b"\x1f\x8b"
_SAME = 0.9
"""Where so many addresses were changed on one day, it is the day on which the map was made."""
_FEW = 5
"""Addresses of a map that may well have come out on one day."""
_HEAD = 4_000


def unpacked(body: bytes, url: str) -> bytes:
    """The bytes of a map, unpacked where it is packed (gzip). Raises Unreadable above `MOST_BYTES`, or broken."""
    if not body.startswith(_PACKED):
        return body
    stream = zlib.decompressobj(wbits=31)
    try:
        data = stream.decompress(body, MOST_BYTES + 1)
    except zlib.error:
        raise Unreadable(
            url, Message("gzip이 손상되었습니다. 다시 받으십시오.", "is broken gzip; fetch it again.")
        ) from None
    if len(data) > MOST_BYTES:
        mib = MOST_BYTES >> 20
        raise Unreadable(
            url,
            Message(
                f"압축을 풀면 한도({mib}MB)를 넘는 사이트맵입니다. 나뉜 사이트맵의 주소를 쓰십시오.",
                f"is a site map of more than {mib} MB when unpacked; use the address of one of its parts.",
            ),
        )
    return data


def is_sitemap(text: str) -> bool:
    """Whether a text is a site map or an index of them, by how it begins."""
    return bool(re.search(r"<(?:\w+:)?(?:urlset|sitemapindex)\b", text[:_HEAD]))


def mapped(body: bytes, url: str) -> list[Entry]:
    """The articles of a map in its order, each address once; [] of an index. Raises Unreadable as `unpacked` does.

    Their day is that of publication in maps for news, else of their address, else that of their last change, where it
    is not the same for all.
    """
    text = _text(body, url)
    if not is_sitemap(text):
        lines = (whole(url, line) for line in text.split()[:MOST] if line.startswith("http"))
        targets = [target for target in dict.fromkeys(lines) if target]
        return _articles([Entry(target, "", published.from_address(target)) for target in targets])
    changed: dict[str, dt.date | None] = {}
    found: dict[str, Entry] = {}
    for row in _rows(text, "url"):
        target = whole(url, row.get("loc"))
        if target is None or target in found:
            continue
        changed[target] = day_of(row.get("lastmod", ""))
        day = day_of(row.get("publication_date", "")) or published.from_address(target)
        found[target] = Entry(target, bare(row.get("title", "")), day)
    made = _made([day for day in changed.values() if day])
    strange = families.strange(changed, {target for target, entry in found.items() if entry.date})
    late = {target: day for target, day in changed.items() if day and day != made}
    entries = [Entry(entry.url, entry.title, entry.date or late.get(entry.url)) for entry in found.values()]
    return [entry for entry in _articles(entries) if entry.url not in strange]


def _articles(entries: list[Entry]) -> list[Entry]:
    """The entries without the first page of the site, its columns, and its pages about itself."""
    own = shapes.own_parts([entry.url for entry in entries])
    return [entry for entry in entries if entry.url not in own]


def maps_in(body: bytes, url: str) -> list[str]:
    """The maps that an index names, the last changed first; [] where it is no index."""
    text = _text(body, url)
    rows = list(_rows(text, "sitemap")) if is_sitemap(text) else []
    rows.sort(key=lambda row: str(day_of(row.get("lastmod", "")) or ""), reverse=True)
    targets = (whole(url, row.get("loc")) for row in rows)
    return list(dict.fromkeys(target for target in targets if target))


def _made(days: list[dt.date]) -> dt.date | None:
    """The day on which the map was made, where it says of nearly all addresses that they were changed on it."""
    if len(days) < _FEW:
        return None
    day, count = Counter(days).most_common(1)[0]
    return day if count >= _SAME * len(days) else None


def _text(body: bytes, url: str) -> str:
    data = unpacked(body, url)
    return decode(data, label_of(data))


def _rows(text: str, name: str) -> Iterator[dict[str, str]]:
    """The parts of each element called `name`, by their own names without their namespaces."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False)
    data = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
    root = etree.fromstring(data, parser)
    if root is None:
        return
    count = 0
    for element in root.iter():
        if _name(element) == name and count < MOST:
            count += 1
            parts = [part for part in element.iter() if part is not element and (part.text or "").strip()]
            yield {_name(part): (part.text or "").strip() for part in reversed(parts)}


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
