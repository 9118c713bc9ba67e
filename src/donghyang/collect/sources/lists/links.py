"""The links of a page that may lead to articles, and how they call them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from donghyang.collect.sources.opened import plain, said
from donghyang.language import tables
from donghyang.read import days
from donghyang.read.lines import HEADINGS
from donghyang.read.worth import is_about, is_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from donghyang.collect.sources.opened import Opened

_ROOM = "donghyang.collect.sources"
MOST = 5_000
"""Links of a page that are looked at; the longest lists have some hundreds."""
SHORTEST = 4
"""Letters of a title; what is shorter is a label of the site (更多, 首页, 下一页)."""
_HEADS = (*HEADINGS, "strong", "b", "dt")
"""What the title of an article stands in."""
_TITLED = (*_HEADS, "p", "div", "span", "em", "i")
"""The same inside of a link."""
_PARTS = 12
"""Parts of a link that are looked at."""
_LONG = 60
"""Letters of a link above which only a part of them is the title, where it has parts."""
_CUT = re.compile(r"(?:\.{2,}|…+|。。+)\s*$")
_NEW = re.compile(r"\s*(?:\[?(?:NEW|new|置顶|HOT|hot)[!！]?\]?|[【\[](?:图|图文|视频)[】\]])\s*$")
_LEAD = re.compile(r"^[\s·•●○■□◆◇▪▸►›»>*\-—|]+")
_NUMBER = re.compile(r"^\d{1,3}[.、]\s*(?=\D)")
_DATED = re.compile(rf"^[\[(（【]?\s*{days.NUMERIC}\s*日?\s*[\])）】]?\s*|\s*[\[(（【]?\s*{days.NUMERIC}\s*日?"
                    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])）】]?$")  # fmt: skip
"""A day at either end of a link that says its title as well."""


_ARTICLE = re.compile(r"\d{3}|\.s?html?$|\.(?:aspx?|jsp|php)\?|[?&](?:id|docid|aid)=", re.IGNORECASE)
"""In the path of an article's address."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may lead to an article."""

    element: _Element
    url: str
    title: str
    titled: _Element
    """The element that holds the title: the link, or a part of it."""


def links(page: Opened) -> Iterator[Link]:
    """The links of a page that are named as articles are, in order."""
    count = 0
    for element in page.root.iter("a", *_CLICKED):
        told = element.get("href") if element.tag == "a" else _clicked(element)
        if told is None:
            continue
        if (count := count + 1) > MOST:
            return
        url = page.target(told)
        if url is None:
            continue
        titled = _titled(element)
        title = named(element, titled)
        if _reading().fullmatch(title) and (heading := _heading(element)) is not None:
            titled, title = heading, cleaned(said(heading))
        if len(title) >= SHORTEST and not _labels().fullmatch(title):
            yield Link(element, url, title, titled)


_CLICKED = ("li", "div", "tr", "section", "article", "p", "h3")
"""What pages made for a script lay a link on without making it one."""
_OPENS = re.compile(r"(?:location(?:\.href)?\s*=|window\.open\s*\()\s*['\"]([^'\"]{1,500})['\"]")


def _clicked(element: _Element) -> str | None:
    """Where a click on an element that is no link leads; None where it says nothing, or holds a link."""
    found = _OPENS.search(element.get("onclick") or "")
    told = found[1] if found else next((path for name in _DATA if (path := element.get(name))), None)
    return None if told is None or next(element.iter("a"), None) is not None else told


_DATA = ("data-url", "data-href", "data-link")


def named(element: _Element, titled: _Element) -> str:
    """How a link calls its article: its words, or what it says when it is pointed at, where its words are cut short."""
    words = cleaned(_undated(titled) if titled is element else said(titled))
    told = cleaned(element.get("title") or "")
    start = _CUT.sub("", words)
    if told and (not words or (told != words and told.startswith(start[: max(SHORTEST, len(start) - 2)]))):
        return told
    if words:
        return words
    return next((name for image in element.iter("img") if (name := cleaned(image.get("alt") or ""))), "")


def cleaned(text: str) -> str:
    """A title without bullets before it, signs of novelty behind it, and a day at either end."""
    text = _NUMBER.sub("", _LEAD.sub("", plain(text)))
    bare = _DATED.sub("", _NEW.sub("", text)).strip()
    return bare if len(bare) >= SHORTEST else text


def _titled(element: _Element) -> _Element:
    """The part of a link that is its title: a heading in it, or the first of its parts, where it holds more."""
    if not len(element):
        return element
    for tag in sorted(HEADINGS):
        heading = next(element.iter(tag), None)
        if heading is not None and len(said(heading)) >= SHORTEST:
            return heading
    parts = [part for part in islice(element.iter(*_TITLED), _PARTS) if _says(part)]
    for part in parts:
        if "tit" in (part.get("class") or "").lower():
            return part
    blocks = [part for part in parts if part.tag in ("p", "div", "dt")]
    several = len(blocks) > 1 or len(said(element)) > _LONG or _day_part(element) is not None
    return next((part for part in parts if not _whole(part, element)), element) if several and parts else element


def _says(part: _Element) -> bool:
    """Whether a part of a link says something other than a day."""
    text = said(part)
    return len(_DATED.sub("", text)) >= SHORTEST and not re.fullmatch(r"[\d\s:/.年月日-]+", text) and not is_about(text)


def _day_part(element: _Element) -> str | None:
    """The part of a link that is nothing but a day, as it writes it; None without one."""
    texts = (said(part) for part in islice(element.iter("span", "i", "em", "b", "font", "p", "div", "time"), _PARTS))
    return next((text for text in texts if _ONLY_DAY.fullmatch(text) or is_about(text)), None)


_ONLY_DAY = re.compile(r"[\[(（]?[\d\s:/.年月日-]{4,22}[\])）]?")


def _undated(element: _Element) -> str:
    """The words of a link without the part at either end of them that is nothing but a day."""
    words, day = said(element), _day_part(element)
    return words.removesuffix(day).removeprefix(day).strip() if day and len(day) < len(words) else words


def _whole(part: _Element, element: _Element) -> bool:
    """Whether a part holds all that its link says."""
    return said(part) == said(element)


def is_article(url: str, page: str) -> bool:
    """Whether an address looks like that of an article, not of a channel or a site."""
    return is_file("", url) or (url != page and _ARTICLE.search(re.sub(r"^https?://[^/?#]*", "", url)) is not None)


_AROUND = 4
"""How many layers above a button its article is headed."""
_TOLD = 8
"""Letters of the title of an article; the name of a column is shorter."""


def _heading(element: _Element) -> _Element | None:
    """The title that stands over a button, which leads to its article, in the part of the page that is the article's
    own; None where there is none, or it is a link of its own."""
    around = element
    for _ in range(_AROUND):
        above = around.getparent()
        if above is None:
            return None
        around = above
        heads = [head for head in islice(around.iter(*_HEADS), _PARTS) if len(said(head)) >= _TOLD]
        if heads:
            is_linked = any(one.tag == "a" for one in (*heads[0].iterancestors("a"), *heads[0].iter("a")))
            return heads[0] if len(heads) == 1 and not is_linked else None
    return None


@cache
def _reading() -> re.Pattern[str]:
    """What the button under the title of an article says."""
    forms = "|".join(re.escape(word.replace("_", " ")) for word in tables.words(_ROOM, "reading"))
    return re.compile(rf"[\s\[【(（<]*(?:{forms})[\s\]】)）>+.…→»]*", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    """What links of a list say that lead to no article of it."""
    forms = "|".join(re.escape(word.replace("_", " ")) for word in tables.words(_ROOM, "labels"))
    return re.compile(rf"[\s\[【(（<《]*(?:{forms})[\s\]】)）>》+.…]*", re.IGNORECASE)
