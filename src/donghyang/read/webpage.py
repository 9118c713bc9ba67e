"""The article of a collected page: title, date, byline, files and clean paragraphs, and what was left out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from donghyang.read import byline, embedded, head, issuer, published, refusal, register
from donghyang.read.article import Body, body
from donghyang.read.cells import spread
from donghyang.read.files import no_text
from donghyang.read.lines import HEADINGS, lines
from donghyang.read.links import attachments, page_links
from donghyang.read.title import title as title_of
from donghyang.read.tree import parse, strip
from donghyang.read.worth import is_about, is_attachment, is_end, is_file_head, is_furniture, is_sentence
from donghyang.records import Dropped, PageText, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from donghyang.read.lines import Line

_ABOVE = 12
"""How many lines above the title may belong to it (a box with number, office and date stands there)."""
_UNDER = 30
"""How many lines may stand between title and article."""
_BRIEF = 180
"""A notice in place of an article has fewer characters of sentences."""
_BELOW = 10
"""How many lines under the article may say when it was published."""
_REGISTER = 30
"""How many lines below the article's first the table of a government document may reach."""
_HEAD = 6
"""How many lines at the head of an article may hold its number, or its day and source."""
_ORNAMENT = re.compile(r"logo|icon|banner|qr|ewm|code|weixin|foot|top|head|bg|btn|arrow|blank|load|\.gif|\.svg", re.I)
"""In the address of a picture that belongs to the site, not to an article."""
_FEW = 3
"""So many lines without a full stop are an article: a list of names, a poem."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a page, and what was not."""

    page: PageText
    dropped: tuple[Dropped, ...] = ()
    """What the page has and its article has not, in order; hidden text last."""


def from_html(text: str, name: str) -> PageText:
    """The article of an HTML page.

    Raises Unreadable when the page has none: it shows no words, none but the site's own, or a notice in its place.
    """
    return reading(text, name).page


def reading(text: str, name: str) -> Reading:
    """The article of an HTML page, with the lines that are none of it. Raises Unreadable as `from_html` does."""
    root = parse(text, name)
    if root is None:
        raise no_text(name)
    top, framed, scripted = head.read(root, text), refusal.frames(root), next(root.iter("script"), None) is not None
    unseen = strip(root)
    shown = lines(root)
    if (replaced := refusal.replaced(name, shown)) is not None:
        raise replaced
    refused = refusal.notice(name, top.title, shown)
    found = body(root, shown)
    if not _is_article(found):
        found = _drawn(top, shown, name) or found
        if refused and not _is_article(found):
            raise refused
    if found is None or not _is_article(found):
        raise _nothing(root, framed, found, name, scripted=scripted)
    if refused and found.start < len(shown) and found.says < _BRIEF:
        raise refused
    read = _page(top, root, shown, found, name)
    hidden = (Dropped(words.text, "hidden") for words in unseen)
    return Reading(replace(read.page, unseen=unseen), (*read.dropped, *hidden))


def _page(top: head.Head, root: _Element, shown: Sequence[Line], found: Body, name: str) -> Reading:
    table = register.read(shown, found.start + _REGISTER)
    title, at = title_of(top, shown, found.opens, table.say("title"))
    opening = _opening(shown, found, at)
    close = _close(shown, at, found.end)
    kept = [(index, line) for index, line in found.lines if opening <= index < close and index not in table.places]
    around = _around(shown, at, opening, title)
    article = [line.text for _, line in kept]
    below = _below(shown[found.end : found.end + _BELOW])
    stated = table.say("published")
    day = published.first(stated) if stated else None
    outlet = byline.outlet(top, root, around)
    page = PageText(
        name=name,
        title=title,
        date=day or published.published(top, published.Around(around, below, article[-published.SIGNED :])),
        byline=byline.byline(top, around, article, below),
        url=top.url,
        text="\n".join(article),
        tables=tuple(spread(line.rows) for _, line in kept if line.rows),
        outlet=outlet,
        number=table.say("number") or register.number([*around, *article[:_HEAD]]),
        issuer=table.say("issuer") or issuer.issuer(top, title, around, article, outlet),
        attachments=attachments([line for _, line in kept], top.url),
        parts=page_links(shown),
    )
    places = {index for index, _ in kept}
    left = [
        Dropped(line.text, "title" if index == at else "register" if index in table.places else _why(line))
        for index, line in enumerate(shown)
        if index not in places
    ]
    return Reading(page, tuple(left))


def _why(line: Line) -> Literal["furniture", "link", "outside"]:
    return "furniture" if is_furniture(line.text) else "link" if line.is_link else "outside"


def _is_article(found: Body | None) -> bool:
    """Whether what was found is words rather than a date, a source and a file."""
    if found is None:
        return False
    own = [line for _, line in found.lines if not is_about(line.text) and not is_attachment(line)]
    told = [line for line in own if line.element.tag not in HEADINGS and not is_file_head(line.text)]
    return any(line.rows or is_sentence(line) for line in own) or len(told) >= _FEW


def _nothing(root: _Element, framed: Sequence[str], found: Body | None, name: str, *, scripted: bool) -> Unreadable:
    files = [line.text for _, line in found.lines if is_attachment(line)] if found else []
    pictures = sum(
        1
        for picture in root.iter("img")
        if next(picture.iterancestors("a"), None) is None and not _ORNAMENT.search(picture.get("src") or "")
    )
    return refusal.nothing(name, framed, pictures, files, scripted)


def _around(shown: Sequence[Line], at: int, opening: int, title: str | None) -> list[str]:
    """The lines in which a page tells day, source and author: those under its title first, then those above."""
    told = title or ""
    under = shown[at + 1 : opening][-_UNDER:] if at >= 0 else shown[max(0, opening - _ABOVE) : opening]
    above = shown[max(0, at - _ABOVE) : at] if at >= 0 else []
    return [
        line.text
        for line in (*under, *above)
        if (not line.is_link or byline.is_info(line.text)) and not (line.text and line.text in told)
    ]


def _below(shown: Sequence[Line]) -> list[str]:
    """The lines under an article that may speak of it, up to the heading of other matter; links speak of others."""
    heads = (at for at, line in enumerate(shown) if line.element.tag in HEADINGS or is_end(line.text))
    return [line.text for line in shown[: next(heads, None)] if not line.is_link and line.element.tag != "li"]


def _drawn(top: head.Head, shown: list[Line], name: str) -> Body | None:
    """The article that a script of the page would draw, its lines put behind those `shown`; None without one."""
    text = embedded.markup(top.scripts, top.boxes)
    root = parse(text, name) if text else None
    if root is None:
        return None
    strip(root)
    behind = lines(root)
    found = body(root, behind)
    if found is None:
        return None
    start = len(shown)
    shown += behind
    return Body([(start + at, line) for at, line in found.lines])


def _opening(shown: Sequence[Line], found: Body, at: int) -> int:
    """The line with which the article opens, below its title and the line with date and source."""
    after = at + 1 if at >= found.start else found.start
    for index in range(after, min(after + _HEAD, found.end - 1)):
        if byline.is_info(shown[index].text):
            after = index + 1
        elif is_sentence(shown[index]):
            break
    return after if any(index >= after for index, _ in found.lines) else found.start


def _close(shown: Sequence[Line], at: int, end: int) -> int:
    """The line before which the article ends: where the title of another one is set just as its own, else `end`."""
    if at < 0 or not (look := shown[at].element.get("class")) or shown[at].element.tag not in ("h1", "h2"):
        return end
    tag = shown[at].element.tag
    alike = (
        index for index in range(at + 2, end)
        if shown[index].element.tag == tag and shown[index].element.get("class") == look
    )  # fmt: skip
    return next(alike, end)
