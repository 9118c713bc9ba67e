"""What a page says of itself: its <title>, its meta elements, its address."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.bounds import LONGEST_TITLE
from donghyang.read.tree import scripts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page before and beside what it shows."""

    title: str
    """The <title>, "" where there is none."""
    told: tuple[tuple[str, str], ...]
    """Name (lower case) and content of each meta element."""
    scripts: tuple[str, ...]
    url: str | None
    """The page's own address."""
    boxes: tuple[str, ...] = ()
    """The texts of boxes to write in; a page may keep its article in one."""

    def say(self, *names: str) -> str | None:
        """The first content under one of `names`, in the order of the names; None where the page has none of them."""
        said = dict(reversed(self.told))
        return next((said[name] for name in names if name in said), None)


def read(root: _Element, text: str) -> Head:
    """The head of a page, from its tree and its text."""
    element = next(root.iter("title"), None)
    told = tuple(
        (name.replace(" ", "").lower(), content.strip())
        for meta in root.iter("meta")
        if (name := meta.get("property") or meta.get("name") or meta.get("itemprop"))
        and (content := meta.get("content"))
        and content.strip()
    )
    timed = ((time.get("itemprop") or "time", time.get("datetime") or "") for time in root.iter("time"))
    told += tuple((name.lower(), moment.strip()) for name, moment in timed if moment.strip())
    whole = tidy("".join(element.itertext())) if element is not None else ""
    boxes = tuple("".join(box.itertext()) for box in root.iter("textarea"))
    return Head(whole, told, scripts(root), _address(root, told, text), boxes)


def _address(root: _Element, told: Sequence[tuple[str, str]], text: str) -> str | None:
    """Canonical link, og:url, or the address that a browser wrote into the page when it saved it."""
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    named = [content for name, content in told if name in ("og:url", "url", "twitter:url")]
    saved = _SAVED.search(text[:4096])
    found = (*links, *named, saved[1] if saved else "")
    return next((url for url in found if re.match(r"https?://[^/\s]+/\S", url)), None)


def tidy(text: str) -> str:
    """A text of the head on one line, entities undone that were written twice (&amp;ldquo;)."""
    return " ".join((html.unescape(text) if "&" in text else text).split())[:LONGEST_TITLE]
