"""The contents page: lines close to one another that the body says again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field

from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.report.grammar import names_kind
from donghyang.report.induction.leaf import Leaf, leaf_of
from donghyang.report.induction.shapes import bare_of
from donghyang.report.induction.words import is_about, opens_contents, opens_summary
from donghyang.report.layout.contents import entry_of_words, ways
from donghyang.report.layout.titles import section_title
from donghyang.report.statements import is_written
from donghyang.report.stream import Line

_LEAST = 7
"""Letters that two lines have in common at their beginning, to be the same headline."""
_ALIKE = 20
"""Lines that begin alike, among which the headline of an entry is looked for."""
_STEP = 5
"""Lines between two entries of a contents page, at the most."""
BEHIND = lazily(r"(?<!\s)\s*+[(（\[][^()（）\[\]]{3,24}[)）\]]$")
"""What stands in brackets behind a headline: its day, its source, its category."""
_FIGURE = lazily(r"[0-9]")
_LEAST_ENTRIES = 2
_LEAST_UNTITLED = 3
_SHORT = 24
_SHORT_TITLE = 14
_MOST_PARTS = 5
_LONGEST_LABEL = 40
"""Letters of a line of the body that may say a label of the contents page again."""


@dataclass
class Entry:
    """An entry of the contents page."""

    leaf: Leaf
    headline: str
    category: str | None
    target: int
    """The leaf of the body that says the headline again; -1 where none does."""
    label: str
    """The section title of the contents page above it, "" where none stands there."""


@dataclass
class Frame:
    """Leaves by their place."""

    imprint: list[int] = field(default_factory=list)
    contents: list[Entry] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    """Titles of contents page and summary, and what parts the entries."""
    labels: set[str] = field(default_factory=set)
    """Letters of the section titles that the contents page says."""
    summary: int | None = None
    """The title of the summary."""
    start: int = 0
    """The body begins here or below."""


def unfolded(leaves: list[Leaf]) -> list[Leaf]:
    """The leaves, with tables of the front taken apart whose cells are said again below."""
    said: dict[str, deque[tuple[int, str]]] = {}
    for at, leaf in enumerate(leaves):
        for words in _sayings(leaf):
            said.setdefault(words[:_LEAST], deque(maxlen=_ALIKE)).append((at, words))
    out: list[Leaf] = []
    for at, leaf in enumerate(leaves):
        grid = leaf.line.grid
        if grid is None or 3 * at > len(leaves):
            out.append(leaf)
            continue
        again = [
            any(
                below > at and (words.startswith(told) or told.startswith(words))
                for cell in row
                if len(cell.text) > _LEAST
                for told in {_told(way) for way, _ in ways(cell.text)}
                for below, words in said.get(told[:_LEAST], ())
            )
            for row in grid.rows
        ]
        if 2 * sum(again) < len(again):
            out.append(leaf)
            continue
        for place, row in enumerate(grid.rows):
            cells = [cell for cell in row if cell.text]
            words = " │ ".join(cell.text for cell in cells)
            if words and (again[place] or place):
                line = Line(words, "", None, 0, (row[0].span[0], row[-1].span[1]))
                out.append(leaf_of(leaf.at, line, leaf.gap if place == 0 else 0))
    return out


def _told(text: str) -> str:
    """The letters of a headline by which it is found again, whatever its figures: one of the two may be a slip."""
    return _FIGURE.sub("0", letters(text))


def _heads(leaf: Leaf) -> set[str]:
    """What a line may say as a headline, by its first letters."""
    return {words[:_LEAST] for words in _sayings(leaf)}


def _sayings(leaf: Leaf) -> set[str]:
    """What a line may say as a headline."""
    words = leaf.words
    if not 8 <= len(words) <= 140 or leaf.key == "table":
        return set()
    bare = [bare_of(way) for way, _ in ways(BEHIND.sub("", bare_of(words)) or words)]
    found = {_told(way) for way in bare if not _names_part(way)}
    return {told for told in found if len(told) >= _LEAST}


def find_contents(leaves: list[Leaf], taken: set[int], out: Frame) -> None:
    """Find the contents page: lines close to one another that are all said again below it."""
    mark = next((at for at in range(len(leaves) // 2) if at not in taken and opens_contents(leaves[at].text)), None)
    said: dict[str, list[int]] = {}
    for at, leaf in enumerate(leaves):
        for head in _heads(leaf):
            said.setdefault(head, []).append(at)
    found: list[tuple[int, int]] = []
    targets: set[int] = set()
    last = mark if mark is not None else -1
    for at in range(0 if mark is None else mark + 1, len(leaves)):
        if (found and leaves[at].edge) or (
            (found or (mark is None and _states_below(leaves, at))) and opens_summary(leaves[at].text)
        ):
            break
        if at in targets or (found and at - last > _STEP) or (mark is not None and not found and at - mark > 8):
            break
        if mark is None and leaves[at].box is not None:
            continue
        if at in taken or leaves[at].key == "table" or leaves[at].url or section_title(bare_of(leaves[at].words)):
            continue
        if is_about(leaves[at].text):
            continue
        target = _target(leaves, at, said)
        if target is not None and not is_written(leaves[at].words):
            found.append((at, target))
            targets.add(target)
            last = at
        elif mark is None and found and at - last > 2 and len(found) < _LEAST_UNTITLED:
            found, targets = [], set()
    found = _without_titles(leaves, found)
    least = _LEAST_UNTITLED if mark is None else _LEAST_ENTRIES
    spread = found and found[-1][1] - found[0][1] >= 3 * (len(found) - 1) and found[0][1] > found[-1][0]
    if len(found) < least or (mark is None and not spread):
        if mark is not None:
            out.titles.add(mark)
            out.start = mark + 1
        return
    _entries(leaves, mark, found, taken, out)


def _states_below(leaves: list[Leaf], at: int) -> bool:
    """Whether a whole statement stands right below, as below the title of a summary, not of a contents page."""
    return at + 1 < len(leaves) and re.search(r"[가-힣]\.$", leaves[at + 1].text) is not None


def _without_titles(leaves: list[Leaf], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The entries without those of which the body has nothing to tell: the next one stands right below, set deeper."""
    return [
        (at, target)
        for (at, target), (other, below) in zip(found, [*found[1:], (-1, -1)], strict=False)
        if below != target + 1 or leaves[at].key == leaves[other].key
    ]


def _names_part(words: str) -> bool:
    """Whether words are the title of a section, not of an article."""
    return section_title(words) is not None or (
        len(words) <= _SHORT_TITLE and names_kind(words) and not _FIGURE.search(words)
    )


def _target(leaves: list[Leaf], at: int, said: dict[str, list[int]]) -> int | None:
    """Where a line of the contents page is said again for the first time."""
    alike = [said.get(head, []) for head in _heads(leaves[at])]
    starts = [(rows, bisect_right(rows, at + 1)) for rows in alike]
    places = sorted({place for rows, start in starts for place in rows[start : start + _ALIKE]})
    wanted = [_told(way) for way, _ in ways(leaves[at].words) if not _names_part(way)]
    for place in places:
        for head in (_told(bare_of(way)) for way, _ in ways(leaves[place].words)):
            if any(
                one and (head.startswith(one) or one.startswith(head)) and min(len(one), len(head)) >= _LEAST
                for one in wanted
            ):
                return place
    return None


def _entries(leaves: list[Leaf], mark: int | None, found: list[tuple[int, int]], taken: set[int], out: Frame) -> None:
    targets = dict(found)
    first, last = found[0][0], found[-1][0]
    top = mark if mark is not None else first - 1
    keyed = {leaves[at].signature for at in targets}
    labels = {at for at in range(top + 1, last) if at not in taken and _may_label(leaves[at], targets, at, keyed)}
    below = (leaf for leaf in leaves[last + 1 :] if leaf.key != "table" and len(leaf.words) <= _LONGEST_LABEL)
    again = {letters(bare_of(leaf.words)) for leaf in below}
    parts = _parts(leaves, labels, again)
    owns = [_said(leaves[at].words, letters(bare_of(leaves[target].words)))[1] for at, target in found]
    alike = all(own and (section_title(own) or names_kind(own) or letters(own) in again) for own in owns)
    named = 2 * sum(names_kind(own or "") for own in owns) >= len(owns) or all(
        letters(own or "") in again for own in owns
    )
    sectioned = alike and named and len(set(owns)) <= _MOST_PARTS and not parts
    label, category = "", None
    untold = _untold(leaves, first, taken) if mark is None else set()
    out.contents += [Entry(leaves[at], _said(leaves[at].words, "")[0], None, -1, "") for at in sorted(untold)]
    for at in range(top + 1, last + 1):
        leaf = leaves[at]
        words = bare_of(entry_of_words(leaf.words))
        if at in targets:
            headline, own = _said(leaf.words, letters(bare_of(leaves[targets[at]].words)))
            if own and sectioned:
                label, own = own, None
            out.contents.append(Entry(leaf, headline, own or category, targets[at], label))
        elif at in labels:
            label, category = (words, None) if at in parts else (label, words)
            out.titles.add(at)
        elif at not in taken and leaf.signature in keyed and at > first and not section_title(words):
            out.contents.append(Entry(leaf, _said(leaf.words, "")[0], category, -1, label))
    out.labels |= {letters(entry.label) for entry in out.contents if entry.label}
    out.titles |= {mark} if mark is not None else set()
    out.start = last + 1
    kinds = {leaves[at].signature for at in parts}
    for at in range(last + 1, min(last + 1 + _MOST_PARTS, len(leaves))):
        if not _says_part(leaves, at, kinds):
            break
        out.titles.add(at)
        out.labels.add(letters(bare_of(leaves[at].words)))
        out.start = at + 1


def _untold(leaves: list[Leaf], first: int, taken: set[int]) -> set[int]:
    """The lines right above the first entry that the body words otherwise, below the title of the page."""
    at = first
    while at > 1 and not leaves[at].gap and at - 1 not in taken and _opens_alike(leaves[at - 1], leaves[first]):
        at -= 1
    titled = at < first and (opens_summary(leaves[at - 1].text) or opens_contents(leaves[at - 1].text))
    return {*range(at, first)} if titled else set()


def _opens_alike(leaf: Leaf, entry: Leaf) -> bool:
    """Whether two lines open alike, or count in brackets of one kind behind other words: [이슈 1], [동향 1]."""
    counted = leaf.number is not None and entry.number is not None and leaf.key[0] == entry.key[0] in "[(<【〈"
    return leaf.signature == entry.signature or (counted and leaf.signature[1:] == entry.signature[1:])


def _says_part(leaves: list[Leaf], at: int, kinds: set[tuple[str, str, bool, bool]]) -> bool:
    """Whether a line below the last entry is the title of a section without entries, which the body says again."""
    leaf = leaves[at]
    words = bare_of(leaf.words)
    if leaf.key == "table" or not words or len(words) > _SHORT or leaf.signature not in kinds:
        return False
    return any(letters(bare_of(other.words)) == letters(words) for other in leaves[at + 1 :] if other.key == leaf.key)


def _may_label(leaf: Leaf, targets: dict[int, int], at: int, keyed: set[tuple[str, str, bool, bool]]) -> bool:
    short = len(leaf.words) <= _SHORT and leaf.key != "table" and at not in targets
    return short and (leaf.signature not in keyed or not leaf.key)


def _parts(leaves: list[Leaf], labels: set[int], again: set[str]) -> set[int]:
    """The labels that are titles of sections: others follow right below them, the body says them `again`, or their
    words are those of such titles."""
    over = {at for at in labels if at + 1 in labels}
    if over:
        return over
    told = {at for at in labels if letters(bare_of(entry_of_words(leaves[at].words))) in again}
    named = {at for at in labels if section_title(bare_of(entry_of_words(leaves[at].words)))}
    counted = {at for at in labels if leaves[at].opens_chapter or leaves[at].shape}
    best = max((told, named, counted), key=len)
    return labels if 2 * len(best) >= len(labels) else set()


def _said(words: str, wanted: str) -> tuple[str, str | None]:
    """Headline and category of an entry, in the way in which the body says it."""
    text = entry_of_words(words)
    found = ways(words)
    exact = [way for way in found if letters(way[0]) == wanted]
    begun = [way for way in found if wanted and len(letters(way[0])) >= _LEAST and wanted.startswith(letters(way[0]))]
    inside = [way for way in found if len(letters(way[0])) >= _LEAST and letters(way[0]) in wanted]
    return (exact or begun or inside or [(text, None)])[0]
