"""The title of a page: the line that shows it, or what the head says without the names of channel and site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.read.byline import is_info
from donghyang.read.head import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.read.head import Head
    from donghyang.read.lines import Line

_SITE = re.compile(
    r"^(.{6,}?)\s*(?:[_|｜]|\s[-–—@]\s|--+|::|[-–—](?=[^-–—_|]{2,20}$))\s*(.{2,40})$|^(.{2,5}?)\s*(?:[_|｜]|\s[-–—]\s|--+)\s*(.{2,40})$"
)
_SITE_WORD = re.compile(rf"(?:{tables.either(__package__, 'site_tails')}|[A-Za-z. ]+)$")
_GENERAL = re.compile(
    rf"{_SITE_WORD.pattern}|^\d+(?:年(?:\d+月(?:\d+日)?)?)?$|^第?\s*[A-Z]?\d+\s*[版期号]|^[A-Z]?\d+版"
)
"""A part of a title that names an office or a site, a day or an edition."""
_DOCUMENT = re.compile(
    r".{0,30}关于.{4,}(?:通知|公告|通告|公示|意见|办法|方案|决定|规定|细则|批复|函|指南|通报)(?:[（(].{1,12}[）)])?"
)
"""How the title of a government document reads (GB/T 9704-2012, 7.3.1)."""
_SITE_NAMES = ("og:site_name", "sitename", "application-name")
_TELLING = 14
"""Characters from which on a <title> is an article's; the names of sites are shorter."""
_NAME = 10
"""Characters of a <title> at most that is nothing but the name of a site or a channel."""
_BADGE = 4
"""Characters that a mark beside a title may have (原创, 独家)."""
_QUOTES = str.maketrans("‘’“”＂＇", "''\"\"\"'")
_NEAR = 8
"""How many lines from the article's first its title and date may stand."""


def title(head: Head, shown: Sequence[Line], start: int, registered: str | None = None) -> tuple[str | None, int]:
    """The title, and the index of the line that shows it (-1 where no line does).

    The visible line that agrees with the <title> element is the title: it carries no name of the site. Where none
    agrees, a long <title> is believed without the site's name; a short one is the site's own, and the line above
    date and source is the title; so it is where the <title> names only channels and offices. The article begins at line
    `start`. What a document's own table calls it (`registered`) is its title.
    """
    if registered:
        return registered, _printed(registered, shown, start)
    told = [content for name, content in head.told if name in ("articletitle", "og:title", "twitter:title", "title")]
    site = tidy(head.say(*_SITE_NAMES) or "")
    claims = [_without_site(tidy(claim), site) for claim in (head.title, *told)]
    for claim in claims:
        if _is_general(claim):
            continue
        line = _shown(claim, shown, start)
        if line is not None:
            return line
    telling = [claim for claim in (*claims[1:], claims[0]) if len(claim) >= _TELLING]
    believed = next((claim for claim in telling if not _is_general(claim)), None)
    if believed:
        return believed, -1
    above = _above_info(shown, start)
    if above is not None:
        return shown[above].text, above
    return next((claim for claim in claims if claim), None), -1


def _above_info(shown: Sequence[Line], start: int) -> int | None:
    """The heading, or the line above the line with date and source, near the line where the article starts."""
    window = range(max(0, start - _NEAR), min(len(shown), start + _NEAR))
    for tag in ("h1", "h2"):
        headings = [at for at in window if shown[at].element.tag == tag and _may_be_title(shown[at])]
        if headings:
            return headings[0]
    for at in _infos(window, shown, start):
        above = [before for before in range(at - 1, max(-1, at - _NEAR), -1) if _may_be_title(shown[before])]
        document = next((before for before in above if _DOCUMENT.fullmatch(shown[before].text)), None)
        near = next((before for before in above if before >= at - 3), None)
        if document is not None or near is not None:
            return near if document is None else document
    return start if _may_be_title(shown[start]) else None


def _infos(window: range, shown: Sequence[Line], start: int) -> list[int]:
    """The lines with date and source: those above the article from its first line upwards, else those in it."""
    closed = next((at for at in window if shown[at].text.endswith("。")), window.stop)
    told = [at for at in window if at < closed and is_info(shown[at].text)]
    above = [at for at in told if at <= start]
    return above[::-1] or told


def _may_be_title(line: Line) -> bool:
    return (
        6 <= len(line.text) <= 90
        and not line.is_link
        and not line.text.endswith(("。", "：", ":"))
        and not is_info(line.text)
    )


def _shown(title: str, shown: Sequence[Line], start: int) -> tuple[str, int] | None:
    """The line, or two or three lines in a row, that says most of what the head calls the title."""
    claim = _key(title)
    best: tuple[float, str, int] | None = None
    for at, line in enumerate(shown[: start + _NEAR] if claim else ()):
        if line.is_link and line.element.tag not in ("h1", "h2"):
            continue
        text, key = line.text, _key(line.text)
        heading = line.element.tag in ("h1", "h2") and at <= start + 3
        for more in (1, 2, 3):
            agreed = _agreed(key, claim, heading=heading, alone=more == 1)
            if agreed and (best is None or agreed > best[0]):
                best = agreed, title if 0 < len(key) - len(claim) <= _BADGE else text, at + more - 1
            if at + more >= len(shown) or len(key) >= len(claim):
                break
            text, key = f"{text} {shown[at + more].text}", key + _key(shown[at + more].text)
    return (best[1], best[2]) if best else None


def _agreed(key: str, claim: str, *, heading: bool, alone: bool) -> float:
    """How many characters of the claimed title a line says: 0 unless it is a good share of it, less for a heading.

    A line `alone` may also say more than a claim that was cut short, or that names only the document it publishes;
    that counts less than a line that says nothing else.
    """
    cut = claim.rstrip(".…")
    if len(key) >= 5 and key in claim and len(key) >= (0.2 if heading else 0.4) * len(claim):
        return len(key)
    if heading and key.startswith(claim) and len(key) - len(claim) <= _BADGE and not _is_channel(claim):
        return len(claim)
    if alone and len(cut) >= 8 and len(key) < 3 * len(cut) and (cut in key if cut == claim else key.startswith(cut)):
        return len(cut) / 2
    return 0.0


def _printed(title: str, shown: Sequence[Line], start: int) -> int:
    """The line above the article that prints a title in full; -1 where it stands in the article, or nowhere."""
    key = _key(title)
    return next((at for at in range(min(start, len(shown)) - 1, -1, -1) if _key(shown[at].text) == key), -1)


def _without_site(text: str, site: str = "") -> str:
    """A title without the names of the site and of its channels behind it; a channel only where a site stood."""
    whole = text
    while True:
        found = _SITE.match(text)
        rest, tail = (found[1] or found[3], found[2] or found[4]) if found else ("", "")
        if not ((tail and tail == site) or _SITE_WORD.search(tail) or (text != whole and _is_channel(tail))):
            return text
        text = rest


def _is_general(title: str) -> bool:
    """Whether a title names only offices, channels, kinds of page and editions, or begins with a channel: what
    stands behind one is the site."""
    parts = [part for part in re.split(r"[\s_|｜>＞·-]+", title) if part]
    if len(parts) == 1:
        return len(title) <= _NAME and (
            _is_channel(title) or bool(re.search(r"[一-鿿]$", title) and _SITE_WORD.search(title))
        )
    return len(parts) > 1 and (
        _is_channel(parts[0]) or all(_is_channel(part) or _GENERAL.search(part) for part in parts)
    )


def _is_channel(name: str) -> bool:
    return 2 <= len(name) <= 8 and name.endswith(tables.words(__package__, "channels"))


def _key(text: str) -> str:
    return re.sub(r"[\s\u3000\u200b]+", "", text).translate(_QUOTES)
