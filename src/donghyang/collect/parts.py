"""What only several pages together show: the parts of one article, and the lines that a site prints under every one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from donghyang.collect.folder import PageRead
from donghyang.records import Message, PageText

_NUMBERED = re.compile(r"(?P<stem>.*\D)[_-](?P<part>\d{1,2})(?P<suffix>\.\w+)")
_PART = re.compile(r"\s*[（(]\s*(?:第?\s*)?\d{1,2}\s*(?:页)?\s*[）)]\s*$")
_HOST = re.compile(r"https?://([^/?#]+)")
_TAIL = 3
"""How many last lines of an article a site may have filled."""
_MANY = 3
"""So many pages of one host end with the same line before it is the site's."""
_LONG = 20
"""Characters below which the same last line may well be written anew (特此通知)."""
_CONTACT = re.compile(r"电话|传真|邮箱|信箱|地址|联系人|邮编|@")


def whole(readings: Sequence[PageRead]) -> list[PageRead]:
    """The readings with the parts of one article as one page, and without the lines that a host repeats.

    The first part holds the whole article; the others say whose parts they are.
    """
    kept = {reading.name: reading for reading in readings}
    for parts in _articles([reading.page for reading in readings if reading.page]):
        first, *others = parts
        kept[first.name] = replace(kept[first.name], page=_joined(parts))
        for other in others:
            kept[other.name] = replace(kept[other.name], page=None, reason=_part_of(first.name))
    repeated = _repeated([reading.page for reading in kept.values() if reading.page])
    return [_without(reading, repeated) for reading in kept.values()]


def _part_of(name: str) -> Message:
    return Message(
        f"{name}에서 이어지는 쪽입니다. 그 페이지에 합쳐 읽었습니다.",
        f"goes on from {name}; it was read as part of that page.",
    )


def _articles(pages: Sequence[PageText]) -> Iterator[list[PageText]]:
    """The articles that are cut into pages, each as its parts in order."""
    alike: dict[tuple[str, str | None, str], list[PageText]] = defaultdict(list)
    for page in pages:
        if page.title:
            alike[_PART.sub("", page.title), _host(page), page.name.rpartition("/")[0]].append(page)
    for group in alike.values():
        for parts in _linked(sorted(group, key=_number)):
            if len(parts) > 1:
                yield parts


def _linked(group: Sequence[PageText]) -> list[list[PageText]]:
    """Pages of one title, those together that lead to one another or are numbered after one name.

    A page with the same text is a copy, no part. Each page asks only those that it has to do with: a site may give
    thousands of pages one title.
    """
    found: list[list[PageText]] = []
    told: dict[tuple[str, str], list[tuple[int, PageText]]] = defaultdict(list)
    for page in group:
        names = {_base(page), (page.url or "").rpartition("/")[2]} - {""}
        numbered = ("numbered", _stem(page))
        asked = [*(("called", part) for part in page.parts), *(("leads to", name) for name in names), numbered]
        of = min((at for sign in asked for at, other in told[sign] if other.text != page.text), default=len(found))
        if of == len(found):
            found.append([])
        found[of].append(page)
        said = [*(("called", name) for name in names), *(("leads to", part) for part in page.parts), numbered]
        for sign in said:
            told[sign].append((of, page))
    return found


def _base(page: PageText) -> str:
    return page.name.rpartition("/")[2]


def _stem(page: PageText) -> str:
    numbered = _NUMBERED.fullmatch(_base(page))
    return numbered["stem"] + numbered["suffix"] if numbered else _base(page)


def _number(page: PageText) -> tuple[int, str]:
    numbered = _NUMBERED.fullmatch(_base(page))
    return (int(numbered["part"]) if numbered else 0, page.name)


def _joined(parts: Sequence[PageText]) -> PageText:
    """The first part with the lines, tables and files of all."""
    return replace(
        parts[0],
        text="\n".join(dict.fromkeys(line for part in parts for line in part.text.split("\n"))),
        tables=tuple(table for part in parts for table in part.tables),
        attachments=tuple(dict.fromkeys(file for part in parts for file in part.attachments)),
    )


def _repeated(pages: Iterable[PageText]) -> frozenset[tuple[str, str]]:
    """Host and line of what a site prints under its articles: the same long line ends many of its pages."""
    hosts: Counter[str] = Counter()
    ends: Counter[tuple[str, str]] = Counter()
    for page in pages:
        host = _host(page)
        if host is not None:
            hosts[host] += 1
            ends.update({(host, line) for line in page.text.split("\n")[-_TAIL:] if len(line) >= _LONG})
    return frozenset(
        (host, line)
        for (host, line), count in ends.items()
        if count >= _MANY and count * 2 >= hosts[host] and not _CONTACT.search(line)
    )


def _without(reading: PageRead, repeated: frozenset[tuple[str, str]]) -> PageRead:
    page = reading.page
    if page is None or (host := _host(page)) is None:
        return reading
    lines = page.text.split("\n")
    kept = [line for at, line in enumerate(lines) if at < len(lines) - _TAIL or (host, line) not in repeated]
    return replace(reading, page=replace(page, text="\n".join(kept))) if 0 < len(kept) < len(lines) else reading


def _host(page: PageText) -> str | None:
    found = _HOST.match(page.url or "")
    return found[1].lower() if found else None
