"""Sections: titles of one kind of line, with articles below them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import SectionKind
from donghyang.report.grammar import names_kind, section_kind
from donghyang.report.induction.entries import Frame
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import says_what_it_is, source_of
from donghyang.report.layout.titles import section_title

Signature = tuple[str, str, bool, bool]
Titles = dict[int, tuple[str, tuple[int, ...]]]
"""Titles of sections by their place, with the lines that they take."""
_TITLE = 26
_MOST_SECTIONS = 6
_TRIED = 2
"""Kinds of lines that are tried as titles."""
_LEAST_LINES = 4
"""Lines of an article with its headline, on the average, at the least."""
_FIRST_PICTURE, _PICTURE = "\U0001f300", "🏷"
"""Where pictures begin in the order of characters, and the one that stands for all."""
_ENGLISH = lazily(r"(?<=\S)\s*[(（|/]\s*[A-Za-z&,. -]+[)）]?$")
"""A title in English behind one in Korean."""
_APART = lazily(r"(?:[가-힣] )+[가-힣]")
_NO_TITLES = ("-", "·", "*", "☑", "☞", "†")
"""Signs that open bullets, references and notes, and no titles of sections."""


@dataclass
class Head:
    """Where an article begins."""

    at: int
    """Its first line: a number alone, a category, or the headline."""
    title: int
    """The headline."""
    number: int | None = None
    category: str | None = None
    label: str = ""
    """The words of the line above the headline."""


@dataclass
class Part:
    """A section."""

    title: str | None
    at: tuple[int, ...] = ()
    """The lines of its title."""
    heads: list[Head] = field(default_factory=list)
    start: int = 0
    end: int = 0
    kind: SectionKind = "policy"


def parted(parts: list[Part], frame: Frame) -> list[Part]:
    """The parts with their kinds; one part without title is taken apart by the sections that the contents page tells.

    A title that names no kind is that of policies; over a single article before all others it is a feature's.
    """
    if len(parts) == 1 and parts[0].title is None:
        parts = _by_labels(parts[0], frame)
    for part in parts:
        lone = part is parts[0] and len(part.heads) == 1 and len(parts) > 1
        part.kind = section_kind(part.title, "feature" if lone else "policy") if part.title else "policy"
    return parts


def _by_labels(whole: Part, frame: Frame) -> list[Part]:
    labels = {entry.target: entry.label for entry in frame.contents if entry.label}
    out: list[Part] = []
    for head in whole.heads:
        label = labels.get(head.title, out[-1].title if out else None)
        if out and (out[-1].title == label):
            out[-1].heads.append(head)
        else:
            out.append(Part(label, (), [head], head.at, whole.end))
    for part, after in itertools.pairwise(out):
        part.end = after.start
    return out if all(part.title for part in out) else [whole]


def sections(found: Titles, body: list[int]) -> list[Part]:
    """The sections of a body below their titles, without headlines; none where no titles are printed."""
    parts: list[Part] = []
    places = sorted(found)
    last = body[-1] + 1 if body else 0
    for at, end in zip(places, [*places[1:], last], strict=False):
        title, lines = found[at]
        parts.append(Part(title, lines, [], max(lines) + 1, end))
    return parts


def titles_of(leaves: list[Leaf], body: list[int], frame: Frame, known: set[int]) -> Iterator[Titles]:
    """Titles of sections by their place, with the lines they take, those of one kind of line; the likeliest first."""
    groups: dict[tuple[Signature, bool], Titles] = {}
    told: Counter[tuple[Signature, bool]] = Counter()
    for at in body:
        leaf = leaves[at]
        title = _close(bare_of(leaf.words))
        lines: tuple[int, ...] = (at,)
        if not leaf.words and leaf.number is not None and at + 1 < len(leaves):
            below = leaves[at + 1]
            if leaf.opens_chapter or letters(below.words) in frame.labels:
                title, lines = bare_of(below.words), (at, at + 1)
        if at in known or not _may_title(leaf, title, named=_is_named(title, frame)):
            continue
        kind = (
            _signature(leaf),
            max(lines) + 1 < len(leaves)
            and (leaves[max(lines) + 1].gap > 0 or leaves[max(lines) + 1].paged or leaves[max(lines)].ruled),
        )
        groups.setdefault(kind, {})[at] = (title, lines)
        told[kind] += 2 * leaf.opens_chapter or 2 * _is_named(title, frame) or names_kind(title)
    found: list[tuple[float, Titles]] = []
    for kind, group in groups.items():
        signature = kind[0]
        named = {at: row for at, row in group.items() if leaves[at].opens_chapter or _is_named(row[0], frame)}
        loose = {at: row for at, row in group.items() if at in named or names_kind(row[0])}
        plain = not signature[0] and not signature[1] and not signature[3]
        if plain:
            group = _over_others(leaves, group)
            loose = {at: row for at, row in loose.items() if at in group}
        few = len(group) <= _MOST_SECTIONS and 2 * len(loose) >= len(group)
        whole = group if few and (not plain or _nests(leaves, group)) else named
        nested = _nests(leaves, whole)
        whole = {at: row for at, row in whole.items() if nested or _parts_articles(leaves, at, row[1])}
        points = told[kind] * (1.0 if len(whole) <= _MOST_SECTIONS else 0.2) * len(whole) / max(1, len(group)) ** 0.5
        if whole and points > 0:
            found.append((points, whole))
    found.sort(key=lambda row: -row[0])
    listed = {at: row for group in groups.values() for at, row in group.items() if letters(row[0]) in frame.labels}
    listed = _once({at: row for at, row in listed.items() if _parts_articles(leaves, at, row[1])})
    for best in (*(whole for _, whole in found[:_TRIED]), *_counted(leaves, body), *_named(groups), {}):
        best = _with_alike(leaves, groups, best)
        best = _whole_count(leaves, body, best)
        missed = {letters(row[0]) for row in listed.values()} - {letters(row[0]) for row in best.values()}
        yield _once(best | listed if missed else best)


def _named(groups: dict[tuple[Signature, bool], Titles]) -> Iterator[Titles]:
    """Lines of one kind that all name a kind of section, whatever room is around them."""
    kinds: dict[Signature, Titles] = {}
    for (signature, _), group in groups.items():
        kinds.setdefault(signature, {}).update(group)
    for signature, titles in kinds.items():
        if any(signature) and 2 <= len(titles) <= _MOST_SECTIONS and all(names_kind(row[0]) for row in titles.values()):
            yield titles


def _counted(leaves: list[Leaf], body: list[int]) -> Iterator[Titles]:
    """Short lines that count through the whole body, half of which name the kind of a section: 1 정책·시장, 2 기술."""
    found: dict[str, list[int]] = {}
    for at in body:
        if leaves[at].number is not None and leaves[at].words:
            found.setdefault(leaves[at].key, []).append(at)
    for places in found.values():
        titles: Titles = {at: (bare_of(leaves[at].words), (at,)) for at in places}
        named = sum(names_kind(title) for title, _ in titles.values())
        short = all(len(title) <= _TITLE for title, _ in titles.values()) and len(titles) <= _MOST_SECTIONS
        if short and 2 * named >= len(titles) > 1 and _counts_through(leaves, places):
            yield titles


def _counts_through(leaves: list[Leaf], places: list[int]) -> bool:
    """Whether lines are counted from one on, without a gap."""
    return [leaves[at].number for at in places] == [*range(1, len(places) + 1)]


def _with_alike(leaves: list[Leaf], groups: dict[tuple[Signature, bool], Titles], found: Titles) -> Titles:
    """The titles with those lines in brackets or behind a sign of their kind that name one, whatever room is below."""
    kinds = {_signature(leaves[at]) for at in found}
    more = {
        at: row
        for (signature, _), group in groups.items()
        for at, row in group.items()
        if signature in kinds and (signature[0] or signature[1]) and names_kind(row[0]) and leaves[at].gap
    }
    return _once(found | more) if found and len({*found, *more}) <= _MOST_SECTIONS else found


def _close(title: str) -> str:
    """A title without the room between its letters: 정 책."""
    return title.replace(" ", "") if _APART.fullmatch(title) else title


def _whole_count(leaves: list[Leaf], body: list[int], found: Titles) -> Titles:
    """The titles with the others of their count: one that names no kind is counted as its neighbours are."""
    keys = {leaves[at].key for at in found}
    if len(keys) > 1 or any(leaves[at].number is None or len(lines) > 1 for at, (_, lines) in found.items()):
        return found
    places = [at for at in body if leaves[at].key in keys]
    titles = all(0 < len(leaves[at].words) <= _TITLE and leaves[at].gap for at in places)
    if not (_counts_through(leaves, places) and titles and len(places) <= _MOST_SECTIONS):
        return found
    return {at: (bare_of(leaves[at].words), (at,)) for at in places} | found


def _over_others(leaves: list[Leaf], group: Titles) -> Titles:
    """Those lines of a group below which the kind of line stands that stands below most of them."""
    below = {at: leaves[end].signature[:3] for at, (_, lines) in group.items() if (end := max(lines) + 1) < len(leaves)}
    marked = Counter(kind for kind in below.values() if any(kind) and kind[0] != "table")
    usual = marked.most_common(1)[0][0] if marked else None
    return {at: row for at, row in group.items() if below.get(at) == usual} if usual else group


def _nests(leaves: list[Leaf], group: Titles) -> bool:
    """Whether below each of several titles a line of one other kind stands, which stands in between again.

    This tells sections in a report that leaves no room anywhere.
    """
    below = [max(lines) + 1 for _, lines in group.values()]
    if len(group) < 2 or max(below) >= len(leaves):
        return False
    kinds = {leaves[at].signature[:3] for at in below}
    kind = next(iter(kinds))
    own = {leaves[at].signature[:3] for at in group}
    if len(kinds) > 1 or kind in own or kind[0] in ("table", *_NO_TITLES) or not any(kind):
        return False
    again = sum(leaf.signature[:3] == kind for leaf in leaves[min(group) :])
    return again > len(group)


def _signature(leaf: Leaf) -> Signature:
    """The signature of a line; that of all pictures is the same: each section has its own."""
    key, shape, bold, ruled = leaf.signature
    return (_PICTURE if key and key[0] >= _FIRST_PICTURE else key), shape, bold, ruled


def _once(found: Titles) -> Titles:
    """Each title once: what stands again is said of an article."""
    out: Titles = {}
    seen: set[str] = set()
    for at, (title, lines) in sorted(found.items()):
        if letters(title) not in seen:
            out[at] = (title, lines)
            seen.add(letters(title))
    return out


def korean_of(title: str) -> str:
    """A title without what says it again in English."""
    return _ENGLISH.sub("", title)


def _is_named(title: str, frame: Frame) -> bool:
    bare = korean_of(title)
    return bool({letters(title), letters(bare)} & frame.labels) or section_title(bare) is not None


def _may_title(leaf: Leaf, title: str, *, named: bool) -> bool:
    counted = leaf.number is not None and not leaf.opens_chapter
    if leaf.key in ("table", *_NO_TITLES) or (counted and not named):
        return False
    if not title or len(title) > _TITLE or leaf.url or re.search(r"\d\s?[./월-]\s?\d", title):
        return False
    return not says_what_it_is(leaf.text)


def _parts_articles(leaves: list[Leaf], at: int, lines: tuple[int, ...]) -> bool:
    """Whether room stands around a title, or another line of the kind that titles have below them."""
    leaf = leaves[at]
    below = leaves[max(lines) + 1] if max(lines) + 1 < len(leaves) else None
    return (
        below is not None
        and (below.key != "table" or (leaf.opens_chapter and leaf.gap > 0 and not leaf.shape))
        and (leaf.gap > 0 or at == 0 or below.gap > 0 or (leaf.opens_chapter and names_kind(leaf.words)))
        and not source_of(below.text)
    )
