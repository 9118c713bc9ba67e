"""The bytes of a page that names others, opened: its tree, and what its links are relative to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from donghyang.read.bounds import LONGEST_URL
from donghyang.read.encoding import decode, label_of
from donghyang.read.files import sound
from donghyang.read.limits import budget
from donghyang.read.tree import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from donghyang.read.limits import Limits

_SPACE = re.compile(r"[\s\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class Opened:
    """A web page that is looked through for links."""

    root: _Element
    text: str
    base: str
    """What its links are relative to: its own address, or what it says of itself."""

    def target(self, href: str | None) -> str | None:
        """Where a link leads, without a fragment; None where that is no page of the web."""
        return whole(self.base, href)


def opened(body: bytes, url: str, limits: Limits | None = None) -> Opened | None:
    """The page at `url`, None where the bytes have no element. Raises Unreadable for what is above the limits."""
    with budget(url, limits):
        text = decode(sound(body, url), label_of(body))
        root = parse(text, url)
    if root is None:
        return None
    told = next((base.get("href") for base in root.iter("base") if base.get("href")), None)
    return Opened(root, text, whole(url, told) or url)


def whole(base: str, href: str | None) -> str | None:
    """The address that a link means on the page at `base`, without a fragment; None for scripts, mail, and the like."""
    said = _SPACE.sub("" if href and "://" in href else " ", href or "").strip().replace("\\", "/")
    if not said or said.startswith("#"):
        return None
    try:
        parts = urlsplit(urldefrag(urljoin(base, said.replace(" ", "%20")))[0])
        found = urlunsplit(parts._replace(netloc=parts.netloc.lower()))
        good = parts.scheme in ("http", "https") and parts.hostname and not parts.username
    except ValueError:
        return None
    return found if good and len(found) <= LONGEST_URL else None


def said(element: _Element, most: int = 2_000) -> str:
    """The first words below an element on one line, up to about `most` characters: a link may hold a whole page."""
    pieces, count = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        count += len(piece)
        if count > most:
            break
    return plain("".join(pieces)[:most])


def texts(element: _Element, instead: Callable[[_Element], str | None]) -> Iterator[str]:
    """The pieces of text below an element in order, those of scripts and styles left out; where `instead` gives a text
    for an element (itself too), that in place of all that stands in it."""
    above: list[_Element | str] = [element]
    while above:
        one = above.pop()
        if isinstance(one, str):
            yield one
        elif (told := instead(one)) is not None:
            yield told
        elif one.tag not in ("script", "style"):
            yield one.text or ""
            above += [part for child in reversed(one) for part in (child.tail or "", child)]


def plain(text: str) -> str:
    """A text on one line, its white space drawn together."""
    return _SPACE.sub(" ", text).strip()
