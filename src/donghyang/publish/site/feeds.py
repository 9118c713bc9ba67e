"""Feeds: Atom (RFC 4287) and JSON Feed (https://www.jsonfeed.org/version/1.1/), made of the same entries.

Without the site's address an Atom feed leads by places relative to its own; a JSON feed then leads nowhere, for it
takes none.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from donghyang.publish.edition import CORRECTION, told
from donghyang.publish.site.frame import address
from donghyang.publish.site.issues import modified
from donghyang.publish.site.records import Frame, Item, SiteIssue

_MOST = 200
"""Entries of a feed; readers that come once a month miss none."""
_HOUR = "T09:00:00+09:00"
"""An issue has a day and no hour: the morning of that day in Korea."""
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    id: str
    title: str
    path: str
    published: dt.date
    updated: dt.date
    summary: str | None
    content: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is called and where it lies, without its suffix."""

    place: str
    title: str
    leads_to: str = "index.html"


def entries(issues: Sequence[SiteIssue], items: Iterable[Item], *, with_corrections: bool) -> list[Entry]:
    """The newest entries: articles, each with what was corrected in it, and the corrections themselves."""
    found = [_of_item(item) for item in items]
    if with_corrections:
        found += [one for issue in issues for one in _of_corrections(issue)]
    found.sort(key=lambda one: one.published, reverse=True)  # of one day in the order of the issue
    return found[:_MOST]


def _of_item(item: Item) -> Entry:
    notices = [f"<p>{escape(line)}</p>" for one in item.corrections for line in told(one)]
    title = f"[{CORRECTION}] {item.headline}" if item.corrections else item.headline
    day = dt.date.fromisoformat(item.day)
    content = "".join(notices) + item.content
    return Entry(item.id, title, item.path, day, modified(item), item.lead, content, (item.section, *item.tags))


def _of_corrections(issue: SiteIssue) -> Iterator[Entry]:
    corrections = issue.edition.corrections if issue.edition is not None else ()
    for at, one in enumerate(reversed(corrections), 1):
        notice, *changes = told(one)
        rows = "".join(f"<li>{escape(change)}</li>" for change in changes)
        name = uuid5(NAMESPACE_URL, f"{issue.id}/correction/{at}")
        title = f"[{CORRECTION}] {issue.title}"
        content = f"<p>{escape(notice)}</p>" + (f"<ul>{rows}</ul>" if rows else "")
        yield Entry(f"urn:uuid:{name}", title, issue.path, one.date, one.date, one.notice, content, (CORRECTION,))


def files(frame: Frame, feed: Feed, told_entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """The feed in both formats."""
    yield f"{feed.place}.xml", atom(frame, feed, told_entries)
    yield f"{feed.place}.json", json_feed(frame, feed, told_entries)


def atom(frame: Frame, feed: Feed, told_entries: Sequence[Entry]) -> bytes:
    """The feed as Atom."""
    path = f"{feed.place}.xml"
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "ko"})
    SubElement(root, "id").text = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{frame.publisher}/{frame.title}/{feed.place}')}"
    SubElement(root, "title").text = feed.title
    SubElement(root, "updated").text = _moment(max((one.updated for one in told_entries), default=_FIRST))
    author = SubElement(root, "author")
    SubElement(author, "name").text = frame.publisher or frame.title
    SubElement(root, "link", rel="alternate", type="text/html", href=_link(frame, path, feed.leads_to))
    if frame.url:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=frame.url + path)
    for one in told_entries:
        entry = SubElement(root, "entry")
        SubElement(entry, "id").text = one.id
        SubElement(entry, "title").text = one.title
        SubElement(entry, "published").text = _moment(one.published)
        SubElement(entry, "updated").text = _moment(one.updated)
        SubElement(entry, "link", rel="alternate", type="text/html", href=_link(frame, path, one.path))
        for tag in one.tags:
            SubElement(entry, "category", term=tag)
        if one.summary:
            SubElement(entry, "summary").text = one.summary
        if one.content:
            SubElement(entry, "content", type="html").text = one.content
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode("utf-8", "replace")


def json_feed(frame: Frame, feed: Feed, told_entries: Sequence[Entry]) -> bytes:
    """The feed as JSON Feed."""
    made: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": "ko",
        "authors": [{"name": frame.publisher or frame.title}],
    }
    if frame.url:
        made["home_page_url"] = address(frame, feed.leads_to)
        made["feed_url"] = f"{frame.url}{feed.place}.json"
    made["items"] = [_json_entry(frame, one) for one in told_entries]
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _json_entry(frame: Frame, one: Entry) -> dict[str, object]:
    made: dict[str, object] = {"id": one.id, "title": one.title}
    if frame.url:
        made["url"] = address(frame, one.path)
    if one.summary:
        made["summary"] = one.summary
    if one.content:
        made["content_html"] = one.content
    else:
        made["content_text"] = one.summary or one.title
    dates = {"date_published": _moment(one.published), "date_modified": _moment(one.updated)}
    return made | dates | {"tags": list(one.tags)}


_FIRST = dt.date(1980, 1, 1)


def _moment(day: dt.date) -> str:
    return day.isoformat() + _HOUR


def _link(frame: Frame, feed: str, path: str) -> str:
    return address(frame, path) if frame.url else "../" * feed.count("/") + path
