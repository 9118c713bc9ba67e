"""The day that stands beside an article in a newsletter: (11月23日), 科技日报 05-18, 发布时间：2031-05-18.

Newsletters speak of other days as well: deadlines, meetings, what a summary tells. So only a day counts that stands for
itself, or behind the name of a source, and that does not lie behind the mail.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from donghyang.collect.sources.lists import dates
from donghyang.collect.sources.opened import plain, texts
from donghyang.read.published import elsewhere, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from donghyang.collect.sources.lists.links import Link

_LAYERS = 5
"""How many layers above a link the part of a mail may lie that is about its article."""
_LONGEST = 40
"""Characters of a piece of text that tells a day; a longer one is a summary."""
_PIECES = 60
_TRIED = 3
"""Links to an article beside which its day is looked for: its title, its picture, its button."""
_YEAR = dt.timedelta(days=366)
_INLINE = ("span", "em", "i", "b", "font", "small", "time", "strong")
_HOUR = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_SPLIT = re.compile(r"([|｜·•/]?\s+|[|｜·•()（）\[\]【】〔〕])")
_PLAIN = re.compile(r"\s*(?:时间|日期|時間)")
"""A label that an event's day has as well."""
_SHORT = re.compile(r"\d{1,2}月\d{1,2}日?|\d{2}[-/.]\d{2}")
"""A day without its year; 5.1 may be the version of something."""


def told(links: Sequence[Link], day: dt.date | None) -> dict[str, dt.date]:
    """The days told beside the links of a mail that came on `day`, by their addresses; {} without any."""
    named: dict[_Element, set[str]] = defaultdict(set)
    for link in links:
        for around in (link.element, *islice(link.element.iterancestors(), _LAYERS)):
            named[around].add(link.url)
    found: dict[str, dt.date] = {}
    tried: Counter[str] = Counter()
    for link in links:
        tried[link.url] += 1
        said = _told(link.element, named, day) if link.url not in found and tried[link.url] <= _TRIED else None
        if said is not None:
            found[link.url] = said
    return found


def _told(element: _Element, named: Mapping[_Element, set[str]], day: dt.date | None) -> dt.date | None:
    pieces = islice(_beside(element, named), _PIECES)
    return next((found for piece in pieces if (found := _day(plain(piece), day)) is not None), None)


def _beside(element: _Element, named: Mapping[_Element, set[str]]) -> Iterator[str]:
    """The pieces of text around a link, up to those of other articles, without what links say."""
    around = element
    for above in islice(element.iterancestors(), _LAYERS):
        if len(named[above]) > 1:
            break
        around = above
    yield from _pieces(around)
    yield around.tail or ""
    for brother in around.itersiblings():
        if brother.tag not in _INLINE or next(brother.iter("a"), None) is not None:
            break
        yield from _pieces(brother)
        yield brother.tail or ""


def _pieces(element: _Element) -> Iterator[str]:
    """The pieces of text below an element, without what links say."""
    return texts(element, lambda one: "" if one.tag == "a" else None)


def _day(text: str, mailed: dt.date | None) -> dt.date | None:
    """The day that a piece of text is there to tell, None for any other."""
    if not text or len(text) > _LONGEST or elsewhere(text):
        return None
    found = None if _PLAIN.match(text) else labelled(text)
    if found is None:
        parts = [part for part in _SPLIT.split(_HOUR.sub(" ", text)) if part.strip()]
        named = [at for at, part in enumerate(parts) if _is_day(part)]
        if len(named) != 1:
            return None
        (at,) = named
        behind = [part for part in parts[at + 1 :] if part.strip() not in _CLOSING]
        if behind and behind[0].strip() not in _STROKES:
            return None
        found = dates.beside(parts[at], mailed)
        if found is None or elsewhere(f"{''.join(parts[:at])}{found.isoformat()}"):
            return None
    return found if mailed is None or mailed - _YEAR <= found <= mailed else None


_CLOSING = (")", "）", "]", "】", "〕")
_STROKES = ("|", "｜", "·", "•", "/")


def _is_day(text: str) -> bool:
    return dates.only(text) is not None or _SHORT.fullmatch(text) is not None
