"""Where a report's cover, contents, summaries, sections and imprint stand, told by titles and their repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from donghyang.records import ContentsEntry, SectionKind
from donghyang.report.grammar import DEFAULT_TITLE, section_kind
from donghyang.report.layout.colophon import is_labelled, looks_like_imprint
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import opens_contents, opens_references, opens_summary, section_title, shape
from donghyang.report.openings import can_be_title

_LEAST_ARTICLES = 2
_MOST_SECTIONS = 10
_TITLE_LENGTH = 24
_LEADERS = re.compile(r"(?:(?<![.·…‥⋯])[.·…‥⋯]{2,}+\s*+|(?<!\s)(?:\s{2,}+|\t))\d{1,3}$")
_CATEGORY = re.compile(r"^[\[(【<〈]\s*(?P<category>[^\[\]()【】<>〈〉]{1,12})\s*[\])】>〉]\s*(?P<headline>\S.*)$")
_CATEGORY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Zones:
    """Half-open stretches of the items."""

    cover: tuple[Item, ...]
    contents: tuple[Item, ...]
    summary: tuple[Item, ...]
    titles: tuple[Item, ...]
    """The titles of contents page and summaries themselves."""
    sections: tuple[tuple[Item | None, str, tuple[Item, ...]], ...]
    """Title line, title, and the items below it; the line is None where the report has no sections."""
    imprint: tuple[Item, ...]


def zones(items: list[Item]) -> Zones | None:
    """The zones of a report; None where neither sections nor a run of articles are found."""
    end = imprint_start(items)
    titles = {at: title for at in range(1, end) if (title := _title(items[at]))}
    contents = next((at for at in range(end) if opens_contents(items[at].words) and items[at].line.grid is None), None)
    start = _body_start(items, titles, contents)
    if start is None:
        return _without_sections(items, contents, end)
    openings = _sections(items, titles, start, end)
    summaries = [at for at in range(start) if opens_summary(items[at].words)]
    parts = _front(items[:start], contents, summaries)
    bounds = [*openings, end]
    sections = tuple(
        (items[at], openings[at], _without_numeral(items[at + 1 : after], last=after == end))
        for at, after in pairwise(bounds)
    )
    summary = _without_numeral(list(parts[2]), last=False)
    marks = {*summaries, *([] if contents is None else [contents])}
    heads = tuple(items[at] for at in sorted(marks))
    return Zones(parts[0], parts[1], summary, heads, sections, tuple(items[end:]))


def _without_sections(items: list[Item], contents: int | None, end: int) -> Zones | None:
    """The zones of a report whose articles stand one after the other, each with its lead below its headline."""
    led = [at for at in range(contents or 0, end - 1) if _leads(items[at + 1]) and not _leads(items[at])]
    usual = Counter(items[at].key for at in led).most_common(1)
    if not usual or usual[0][1] < _LEAST_ARTICLES or usual[0][0] == "table":
        return None
    start = next(at for at in led if items[at].key == usual[0][0])
    summaries = [at for at in range(start) if opens_summary(items[at].words)]
    cover, entries, summary = _front(items[:start], contents, summaries)
    heads = tuple(items[at] for at in sorted({*summaries, *([] if contents is None else [contents])}))
    body = (None, DEFAULT_TITLE["policy"], tuple(items[start:end]))
    return Zones(cover, entries, summary, heads, (body,), tuple(items[end:]))


def _leads(item: Item) -> bool:
    return item.line.role == "lead" or item.key in ("◇", "◆", "▷")


def _without_numeral(below: list[Item], *, last: bool) -> tuple[Item, ...]:
    """The items of a section without the numeral of the next one, which may stand above its title."""
    if below and not last and below[-1].opener.counts and not below[-1].words:
        below = below[:-1]
    return tuple(below)


def _title(item: Item) -> str | None:
    if item.key == "table" or item.line.role in ("dash", "dot", "annotation", "literal"):
        return None
    return section_title(item.words)


def _body_start(items: list[Item], titles: dict[int, str], contents: int | None) -> int | None:
    """The first title of the body: behind a contents page one that stands there a second time or has a lead below."""
    if contents is None:
        return min(titles, default=None)
    behind = [at for at in titles if at > contents]
    if not behind:
        return None
    again = next((at for at in behind[1:] if titles[at] == titles[behind[0]]), None)
    led = (at for at in behind if any(item.line.role == "lead" for item in items[at + 1 : at + 4]))
    return again if again is not None else next(led, None)


def _signature(item: Item) -> tuple[str, str]:
    return item.key, shape(item.words)


def _sections(items: list[Item], titles: dict[int, str], start: int, end: int) -> dict[int, str]:
    """The sections by their place: titles like the first one; below a sign or numeral of their own any short words."""
    like = _signature(items[start])
    found = {at: title for at, title in titles.items() if at >= start and _signature(items[at]) == like}
    same = [at for at in range(start, end) if _signature(items[at]) == like]
    short = all(len(items[at].words) <= _TITLE_LENGTH for at in same)
    if like[0] and short and len(same) <= _MOST_SECTIONS:
        found |= {at: items[at].words for at in same if at not in found and can_be_title(items[at].words)}
    elif not like[0] and not like[1]:
        found |= {at: items[at].words for at in range(start + 1, end) if at not in found and _stands_apart(items, at)}
    return dict(sorted(found.items()))


def _stands_apart(items: list[Item], at: int) -> bool:
    """Whether a short line stands behind a list of references, with a headline and its lead below."""
    if at + 2 >= len(items) or not items[at].gap or items[at].key or not can_be_title(items[at].words):
        return False
    above, headline, lead = items[at - 1], items[at + 1], items[at + 2]
    behind = "http" in above.words and lead.line.role == "lead"
    return behind and not headline.key and headline.gap and not opens_references(items[at].words)


def _front(
    items: list[Item], contents: int | None, summaries: list[int]
) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
    """(cover, contents, summary) of what stands before the body."""
    marks = sorted({*summaries, *([] if contents is None else [contents])})
    cover = tuple(items[: marks[0]]) if marks else tuple(items)
    entries: tuple[Item, ...] = ()
    summary: tuple[Item, ...] = ()
    for mark, after in zip(marks, [*marks[1:], len(items)], strict=False):
        if mark == contents:
            entries = tuple(items[mark + 1 : after])
        else:
            summary += tuple(items[mark + 1 : after])
    return cover, entries, summary


# ---------------------------------------------------------------- imprint


def imprint_start(items: list[Item]) -> int:
    """Where the imprint at the end begins; the number of items where there is none."""
    start = len(items)
    for first, end in _groups_from_the_end(items):
        group = items[first:end]
        if not all(item.line.plain for item in group):
            group = _plain_tail(group)
            first = end - len(group)
        labelled = [item for item in group if is_labelled(item.line.text)]
        if labelled:
            top = items[0].line.text
            skip = next(
                at for at, item in enumerate(group) if item.line.text == top or looks_like_imprint(item.line.text)
            )
            start = first + skip
            if skip or first > end - len(group):
                break
        elif start < len(items) and len(group) == 1 and group[0].line.text == items[0].line.text:
            start = first
        elif start < len(items) or not group or not all(looks_like_imprint(item.line.text) for item in group):
            break
        elif any(item.url is None for item in group):
            start = first
        else:
            break
    return start


def _groups_from_the_end(items: list[Item]) -> Iterator[tuple[int, int]]:
    end = len(items)
    while end > 0:
        first = next((at for at in range(end - 1, -1, -1) if items[at].gap), 0)
        yield first, end
        end = first


def _plain_tail(group: list[Item]) -> list[Item]:
    size = next((count for count, item in enumerate(reversed(group)) if not item.line.plain), len(group))
    return group[len(group) - size :]


# ---------------------------------------------------------------- contents page


def read_contents(items: tuple[Item, ...], headlines: list[str]) -> tuple[list[tuple[Item, ContentsEntry]], list[Item]]:
    """The entries of the contents page with their lines, and the lines behind it that are no entries."""
    kind: SectionKind = "policy"
    category: str | None = None
    listed = any(item.key for item in items if _title(item) is None)
    known = {_letters(headline) for headline in headlines}
    found: list[tuple[Item, ContentsEntry]] = []
    behind: list[Item] = []
    for at, item in enumerate(items):
        words = _LEADERS.sub("", item.words.strip()).strip()
        follower = items[at + 1] if at + 1 < len(items) else None
        if title := _title(item):
            kind, category = section_kind(title), None
        elif _names_category(item, follower, listed=listed, known=known):
            category = words
        elif (
            words and not words.isdigit() and not (item.key == "※" or (listed and not item.key and words.endswith(".")))
        ):
            found.append((item, ContentsEntry(kind, category, words, span=item.line.span)))
        elif words and not words.isdigit():
            behind.append(item)
    return _with_bracketed(found), behind


def _names_category(item: Item, follower: Item | None, *, listed: bool, known: set[str]) -> bool:
    if item.key or follower is None or len(item.words) > _CATEGORY_LENGTH or _letters(item.words) in known:
        return False
    return bool(follower.key) if listed else follower.indent > item.indent


def _with_bracketed(found: list[tuple[Item, ContentsEntry]]) -> list[tuple[Item, ContentsEntry]]:
    """Entries of a section that all open with a bracket have their category in it."""
    out = []
    bare = {entry.section for _, entry in found if not _CATEGORY.match(entry.headline)}
    for item, entry in found:
        bracket = _CATEGORY.match(entry.headline)
        if bracket and entry.category is None and entry.section not in bare:
            entry = ContentsEntry(entry.section, bracket["category"], bracket["headline"], span=entry.span)
        out.append((item, entry))
    return out


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)
