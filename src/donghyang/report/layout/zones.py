"""Where a report's cover, contents, summaries, sections and imprint stand, told by titles and their repetition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import DEFAULT_TITLE, ends_with_day
from donghyang.report.layout.colophon import is_labelled, looks_like_imprint, names_itself, names_publisher
from donghyang.report.layout.contents import entry_of, title_of
from donghyang.report.layout.pages import Item
from donghyang.report.layout.repeats import Repeats, repeats
from donghyang.report.layout.titles import (
    opens_contents,
    opens_references,
    opens_summary,
    section_title,
    shape,
    unwrapped,
)
from donghyang.report.openings import can_be_title

_ENCLOSED = lazily(r"^[\[<【〈(]?\s*(?:붙\s*임|별\s*첨|첨\s*부(?!터))\s*\d{0,2}\s*(?:[\])>】〉.:：]|\s{1,4}\d|$)")
_LEAST_ARTICLES = 2
_MOST_SECTIONS = 10
_TITLE_LENGTH = 24
_ARROWS = frozenset("▶►☞→➔⇒")
"""Signs that open leads where a day ends them."""
_STACKED = 3
"""Lines above a headline that may name its section: title, number, label."""


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
    heads: frozenset[tuple[int, ...]] = frozenset()
    """Headlines that the contents page says too."""
    appendix: tuple[Item, ...] = ()
    """What is enclosed behind the articles (붙임, 별첨)."""


_Sections = tuple[tuple[Item | None, str, tuple[Item, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a part of the front matter begins."""

    part: Literal["contents", "summary"]
    at: int
    first: int
    """The first item below its title; the same place where it has none."""
    last: int = -1
    """The last entry of a contents page, where it is known: no summary opens above it."""


def zones(items: list[Item]) -> Zones | None:
    """The zones of a report; None where neither sections nor a run of articles are found."""
    imprint = imprint_start(items)
    end = _appendix_start(items, imprint)
    found = _zones_before(items, end)
    if found is None or end == imprint:
        return found
    return replace(found, appendix=tuple(items[end:imprint]), imprint=tuple(items[imprint:]))


def _appendix_start(items: list[Item], end: int) -> int:
    """Where what is enclosed begins, behind the first half of the report; `end` where nothing is."""
    found = (at for at in range(len(items) // 2, end) if items[at].gap and _ENCLOSED.match(items[at].line.raw))
    start = next(found, end)
    titled = any(title_of(items[at]) for at in range(start, end))
    return end if titled else start


def _zones_before(items: list[Item], end: int) -> Zones | None:
    """The zones of a report whose articles end at `end`."""
    contents = next((at for at in range(end) if opens_contents(items[at].words) and items[at].line.grid is None), None)
    again = repeats(items, contents, end)
    if again is not None and not _begins_late(items, again):
        return _repeated(items, contents, again, end)
    counted = _by_numeral(items, end)
    titles = {at: title for at in range(end) if (title := title_of(items[at])) and (at or items[at].opener.counts)}
    titles |= counted
    first = next((at for at in counted if contents is not None and at > contents), 0)
    once = len(set(counted.values())) == len(counted)
    late = again is not None and once and first > max(again.entries)
    start = first if late else _body_start(items, titles, contents, first if once else 0)
    if start is None:
        return _without_sections(items, contents, end)
    return _zones(items, _marked(contents), start, _sections_of(items, _sections(items, titles, start, end), end), end)


def _begins_late(items: list[Item], again: Repeats) -> bool:
    """Whether articles stand above the first headline that comes again: tables are no part of a front.

    The entries above it were edited, so that their headlines are not known.
    """
    return any(items[at].key == "table" for at in range(max(again.entries) + 1, again.first))


def _marked(contents: int | None) -> list[_Cut]:
    return [] if contents is None else [_Cut("contents", contents, contents + 1)]


def _sections_of(items: list[Item], openings: dict[int, str], end: int) -> _Sections:
    """The sections that begin at `openings`."""
    return tuple(
        (items[at], openings[at], _without_numeral(items[at + 1 : after], last=after == end))
        for at, after in pairwise([*openings, end])
    )


def _repeated(items: list[Item], contents: int | None, again: Repeats, end: int) -> Zones:
    """The zones of a report whose contents page says what its headlines are."""
    heads = set(again.entries.values())
    counted = _by_numeral(items, end)
    start = min(again.entries) if contents is None else contents
    titles = {at: title for at in range(start, end) if (title := title_of(items[at]))} | counted
    titles |= {at: section_title(entry_of(items[at])) or unwrapped(entry_of(items[at])) for at in again.titles}
    above = [at for at in titles if at >= again.first - _STACKED and at not in heads]
    opens = again.titles[0] if again.titles else min((at for at in above if at < again.first), default=None)
    openings = {}
    if opens is not None:
        openings = {at: title for at, title in _sections(items, titles, opens, end).items() if at not in heads}
    first = next(iter(openings), again.first - (not items[again.first - 1].words))
    front = _listed_front(items, contents, again, first)
    sections: _Sections = ((None, DEFAULT_TITLE["policy"], tuple(items[first:end])),)
    found = _zones(items, front, first, _sections_of(items, openings, end) if openings else sections, end)
    return replace(found, heads=frozenset(items[at].at for at in heads))


def _listed_front(items: list[Item], contents: int | None, again: Repeats, start: int) -> list[_Cut]:
    """The contents page and the summary of a report of which the entries are known, whatever their titles are."""
    top, behind = min(again.entries), max(again.entries) + 1
    said = {letters(entry_of(items[at])) for at in again.titles}
    while top > 1 and letters(entry_of(items[top - 1])) in said:
        top -= 1
    while behind < start and letters(entry_of(items[behind])) in said:
        behind += 1
    last = max(again.entries)
    title = (top, top) if contents is None else (contents, contents + 1)
    front = [_Cut("contents", *title, last)]
    below = items[behind + 1 : start]
    length = len(items[behind].words)
    titled = items[behind].gap and length <= _TITLE_LENGTH and all(len(item.words) > length for item in below)
    if titled and any(len(item.words) > _TITLE_LENGTH for item in below) and behind < start:
        front.append(_Cut("summary", behind, behind + 1))
    return front


def _zones(items: list[Item], front: list[_Cut], start: int, sections: _Sections, end: int) -> Zones:
    """The zones of a report whose body begins at `start`."""
    told = {at for cut in front for at in range(cut.at, max(cut.last, cut.at) + 1)}
    summaries = [at for at in range(start) if opens_summary(items[at].words) and at not in told]
    cuts = sorted([*front, *(_Cut("summary", at, at + 1) for at in summaries)], key=lambda cut: cut.at)
    ends = [*(cut.at for cut in cuts), start]
    parts: dict[str, tuple[Item, ...]] = {"contents": (), "summary": ()}
    for cut, after in zip(cuts, ends[1:], strict=True):
        parts[cut.part] += tuple(items[cut.first : after])
    summary = _without_numeral(list(parts["summary"]), last=False)
    titles = tuple(items[cut.at] for cut in cuts if cut.first > cut.at)
    return Zones(tuple(items[: ends[0]]), parts["contents"], summary, titles, sections, tuple(items[end:]))


def _by_numeral(items: list[Item], end: int) -> dict[int, str]:
    """Short lines that Roman numerals count from one on: titles of sections, whatever words they are made of."""
    found = [at for at in range(end) if items[at].key == "Ⅰ" and items[at].words]
    numbers = [items[at].opener.number or 0 for at in found]
    counted = all(number in (1, before + 1) for before, number in pairwise([0, *numbers]))
    words = [entry_of(items[at]) for at in found]
    short = all(len(title) <= _TITLE_LENGTH and can_be_title(title) for title in words)
    return dict(zip(found, words, strict=True)) if counted and short and max(numbers, default=0) > 1 else {}


def _without_sections(items: list[Item], contents: int | None, end: int) -> Zones | None:
    """The zones of a report whose articles stand one after the other, each with its lead below its headline."""
    led = [at for at in range(contents or 0, end - 1) if _leads(items[at + 1]) and not _leads(items[at])]
    usual = Counter(items[at].key for at in led).most_common(1)
    if not usual or usual[0][1] < _LEAST_ARTICLES or usual[0][0] == "table":
        return None
    start = next(at for at in led if items[at].key == usual[0][0])
    return _zones(items, _marked(contents), start, ((None, DEFAULT_TITLE["policy"], tuple(items[start:end])),), end)


def _leads(item: Item) -> bool:
    if item.line.role == "lead" or item.key in ("◇", "◆", "▷"):
        return True
    return item.key in _ARROWS and ends_with_day(item.words)


def _without_numeral(below: list[Item], *, last: bool) -> tuple[Item, ...]:
    """The items of a section without the numeral of the next one, which may stand above its title."""
    if below and not last and below[-1].opener.counts and not below[-1].words:
        below = below[:-1]
    return tuple(below)


def _body_start(items: list[Item], titles: dict[int, str], contents: int | None, first: int) -> int | None:
    """The first title of the body: behind a contents page one that stands there a second time or has a lead below.

    No title before `first` opens the body.
    """
    if contents is None:
        return min(titles, default=None)
    behind = [at for at in titles if at > contents]
    if not behind:
        return None
    again = next((at for at in behind[1:] if titles[at] == titles[behind[0]]), None)
    led = (at for at in behind if any(item.line.role == "lead" for item in items[at + 1 : at + 4]))
    start = again if again is not None else next(led, None)
    return start if start is None or start >= first else None


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
    return {at: title for at, title in sorted(found.items()) if items[at].opener.counts or not opens_summary(title)}


def _stands_apart(items: list[Item], at: int) -> bool:
    """Whether a short line stands behind a list of references, with a headline and its lead below."""
    if at + 2 >= len(items) or not items[at].gap or items[at].key or not can_be_title(items[at].words):
        return False
    above, headline, lead = items[at - 1], items[at + 1], items[at + 2]
    behind = "http" in above.words and lead.line.role == "lead"
    return behind and not headline.key and headline.gap and not opens_references(items[at].words)


# ---------------------------------------------------------------- imprint


def imprint_start(items: list[Item]) -> int:
    """Where the imprint at the end begins; the number of items where there is none."""
    start = len(items)
    for first, end in _groups_from_the_end(items):
        group = items[first:end]
        if not all(item.line.plain for item in group):
            group = _plain_tail(group)
            first = end - len(group)
        labelled = any(is_labelled(item.line.text) or names_itself(item.line.text) for item in group)
        if labelled:
            top = items[0].line.text
            opens = (
                at
                for at, item in enumerate(group)
                if item.line.text == top or looks_like_imprint(item.line.text) or names_itself(item.line.text)
            )
            skip = next(opens, 0)
            if skip and _titles_imprint(group):
                skip = 0
            start = first + skip
            if skip or first > end - len(group):
                break
        elif start < len(items) and len(group) == 1 and group[0].line.text == items[0].line.text:
            start = first
        elif start < len(items) or not group or not all(looks_like_imprint(item.line.text) for item in group):
            break
        elif names_publisher([item.line.text for item in group]):
            start = first
        else:
            break
    return start


def _titles_imprint(group: list[Item]) -> bool:
    """Whether short words between rules or in brackets stand above lines of which some have labels, as a title."""
    text = group[0].line.text
    return group[0].gap and len(group) > 1 and unwrapped(text) != text.strip() and len(text) <= _TITLE_LENGTH


def _groups_from_the_end(items: list[Item]) -> Iterator[tuple[int, int]]:
    end = len(items)
    while end > 0:
        first = next((at for at in range(end - 1, -1, -1) if items[at].gap), 0)
        yield first, end
        end = first


def _plain_tail(group: list[Item]) -> list[Item]:
    size = next((count for count, item in enumerate(reversed(group)) if not item.line.plain), len(group))
    return group[len(group) - size :]
