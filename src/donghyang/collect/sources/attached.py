"""The files that hold the article of a page which shows none itself: a PDF in a frame, a document behind a link."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from donghyang.collect.sources.opened import opened
from donghyang.read import SUFFIXES, WEB_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.collect.sources.opened import Opened

_MOST = 3
"""Files of one page; one with more is a shelf of forms."""
_FRAMES = (("iframe", "src"), ("embed", "src"), ("object", "data"), ("frame", "src"))
_READ = tuple(suffix for suffix in SUFFIXES if suffix not in WEB_SUFFIXES)


def files(body: bytes, url: str) -> tuple[str, ...]:
    """The addresses of the files that a page without an article frames, else leads to, in order; () for none.

    Only of kinds that are read. Raises Unreadable for what is above the limits of reading.
    """
    page = opened(body, url)
    if page is None:
        return ()
    framed = tuple(dict.fromkeys(_framed(page)))
    linked = (page.target(anchor.get("href")) for anchor in page.root.iter("a"))
    return (framed or tuple(dict.fromkeys(target for target in linked if target and _is_read(target))))[:_MOST]


def _framed(page: Opened) -> Iterator[str]:
    """The files in the frames of a page: by their own address, or by that which a viewer is told (?file=…)."""
    for tag, name in _FRAMES:
        for element in page.root.iter(tag):
            source = page.target(element.get(name))
            if source is None:
                continue
            told = (page.target(value) for _, value in parse_qsl(urlsplit(source).query, max_num_fields=20))
            yield from (target for target in (source, *told) if target and _is_read(target))


def _is_read(url: str) -> bool:
    return urlsplit(url).path.lower().endswith(_READ)
