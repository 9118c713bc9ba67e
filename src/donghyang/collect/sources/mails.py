"""Mails of newsletters: the articles that they link to, and the pages that are saved in them."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, urlsplit

from donghyang.collect.addresses import is_home
from donghyang.collect.sources import mail_days
from donghyang.collect.sources.lists.links import links
from donghyang.collect.sources.opened import opened, plain, whole
from donghyang.collect.sources.pasted import addresses
from donghyang.collect.sources.shapes import own_parts
from donghyang.language import tables
from donghyang.language.nearness import ratio
from donghyang.language.visible import name_of
from donghyang.read import WEB_SUFFIXES
from donghyang.read.encoding import decode
from donghyang.read.published import from_address, in_china
from donghyang.records import Entry

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PARTS = 500
"""Parts of one mail."""
_LEAST = 8
"""Letters of the title of an article that a newsletter links to; shorter ones are buttons and names."""


_LONGEST = 4_000
"""Characters of a header: to read one takes the library the square of its words. A file's name of 255 letters, each in
its bytes (RFC 2231), takes some 3,000."""


class _Short(email.policy.EmailPolicy):
    """Headers are read up to a length, and once: the library reads one again at each question."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """A header as its words are meant."""
        return value if hasattr(value, "name") else _header_of(name, value[:_LONGEST])


@lru_cache(maxsize=256)
def _header_of(name: str, value: str) -> str:
    read: str = email.policy.default.header_fetch_parse(name, value)
    return read


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail."""

    subject: str
    sender: str
    date: dt.date | None
    """On which it was sent, in China; None where it does not say."""
    entries: tuple[Entry, ...]
    """The articles that it links to, each with its own day, else the mail's."""
    pages: tuple[tuple[str, bytes], ...]
    """The pages that are attached to it, by name."""


def mail(body: bytes) -> Mail:
    """What a mail holds, however broken its headers and parts are; one that is none, or whose parts stand in one
    another by the hundred, holds nothing."""
    try:
        return _read(body)
    except RecursionError:
        return Mail("", "", None, (), ())


def _read(body: bytes) -> Mail:
    message = cast(EmailMessage, email.message_from_bytes(body, policy=_Short()))
    day = _day(message)
    texts: list[tuple[str, bytes]] = []
    pages: list[tuple[str, bytes]] = []
    for part in _parts(message):
        content = _content(part)
        kind, name = part.get_content_type(), _name(part)
        if name and name.lower().endswith(WEB_SUFFIXES):
            pages.append((name_of(name), content))
        elif not name and kind in ("text/html", "text/plain"):
            texts.append((kind, content))
    told = [content for kind, content in texts if kind == "text/html"] or [content for _, content in texts]
    found: dict[str, Entry] = {}
    subject = _header(message, "Subject")
    for content in told:
        for entry in _entries(content, subject, day, is_html=any(kind == "text/html" for kind, _ in texts)):
            found.setdefault(entry.url, replace(entry, date=entry.date or from_address(entry.url) or day))
    return Mail(subject, _header(message, "From"), day, tuple(found.values()), tuple(pages))


def _entries(content: bytes, subject: str, day: dt.date | None, *, is_html: bool) -> Iterator[Entry]:
    """The articles that a part of a mail links to, without the links that every mail of its kind has."""
    if not is_html:
        named = [(entry.url, entry) for entry in addresses(content) if not _service().search(entry.title)]
    else:
        page = opened(content, "") if content.strip() else None
        found = list(links(page)) if page is not None else []
        kept = [link for link in found if len(link.title) >= _LEAST and not _in_bar(link.element)]
        shown = [link for link in kept if not _service().search(link.title)]
        days = mail_days.told(shown, day)
        named = [(link.url, Entry(link.url, link.title, days.get(link.url))) for link in shown]
    often = Counter(title for title, _ in {(entry.title, url) for url, entry in named if entry.title})
    counting = {urlsplit(url).hostname for url, _ in named if straight(url) != url}
    own = {_place(url) for url, entry in named if _is_own(entry.title, subject)}
    parts = _own_parts(straight(url) for url, _ in named)
    for url, entry in named:
        target = straight(url)
        is_served = target == url and urlsplit(url).hostname in counting
        if not (target in parts or is_served or often[entry.title] > 1 or _place(url) in own or is_home(target)):
            yield Entry(target, entry.title, entry.date)


def _own_parts(urls: Iterable[str]) -> set[str]:
    """The columns of a site, and its pages about itself, among its articles."""
    sites: dict[str, set[str]] = defaultdict(set)
    for url in urls:
        sites[urlsplit(url).hostname or ""].add(url)
    return set().union(*(own_parts(own) for own in sites.values()))


def _place(url: str) -> str:
    return url.partition("?")[0]


def _is_own(title: str, subject: str) -> bool:
    """Whether a link is called as the mail is: it leads to the mail's own version on the web."""
    return bool(title) and bool(subject) and ratio(title, subject, _SAME) >= _SAME


_SAME = 0.9
_BAR = re.compile(r"[\s|｜·•/\-—]*[|｜·•/]\s*")
"""What stands between the links of a bar."""


def _in_bar(element: _Element) -> bool:
    """Whether a link stands in a row of links, with a stroke or a point between them: the foot of a mail."""
    before, behind = element.getprevious(), element.getnext()
    signs = (before.tail if before is not None and before.tag == "a" else None,
             element.tail if behind is not None and behind.tag == "a" else None)  # fmt: skip
    return any(_BAR.fullmatch(sign) for sign in signs if sign)


def straight(url: str) -> str:
    """Where the counting address of a newsletter leads in the end, where it says so itself; else `url`."""
    for _, value in parse_qsl(urlsplit(url).query, max_num_fields=50):
        if re.match(r"https?://[^/\s]+\.[^/\s]+/?", value) and (target := whole("", value)):
            return target
    return url


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail that hold something, mails inside it too."""
    for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False):
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _content(part: EmailMessage) -> bytes:
    """The bytes of a part, a text in UTF-8; b"" where they cannot be had."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):  # what the standard library raises on codings that are none
        return b""
    if not isinstance(content, bytes):
        return b""
    return decode(content, part.get_content_charset()).encode() if part.get_content_maintype() == "text" else content


def _name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""


def _header(message: EmailMessage, name: str) -> str:
    """A header as it reads, "" without one, or where it is broken beyond reading."""
    try:
        return plain(str(message.get(name) or ""))
    except Exception:  # the parser of headers raises nearly everything there is on hostile ones
        return ""


def _day(message: EmailMessage) -> dt.date | None:
    try:
        when = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return in_china(when)


@cache
def _service() -> re.Pattern[str]:
    """What the links of a newsletter say that lead to no article."""
    words: Sequence[str] = tables.words("donghyang.collect.sources", "service")
    return re.compile("|".join(re.escape(word.replace("_", " ")) for word in words), re.IGNORECASE)
