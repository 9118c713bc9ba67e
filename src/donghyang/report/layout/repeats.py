"""What a contents page says and the body says again: where the body begins, its headlines and its section titles.

No mark, number or word tells as surely what a line is as its standing twice: once in a list at the front, and once
above its article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from donghyang.language.nearness import letters
from donghyang.records import Grid
from donghyang.report.layout.contents import LONGEST_ENTRY, entry_of, ways
from donghyang.report.layout.openers import opener_of
from donghyang.report.layout.pages import Item
from donghyang.report.layout.titles import opens_summary, shape
from donghyang.report.stream import Line

_LEAST_LETTERS = 6
"""Shorter lines stand twice by chance."""
_LEAST_ALIKE = 10
"""Letters at the beginning or the end that an edited headline keeps."""
_TWICE = 2
_LEAST_MARKED = 2
_LEAST_UNMARKED = 3
"""Headlines that come again, below a title of the contents page and without one."""
_LEAST_BELOW = 2
"""Lines from one headline to the next that hold an article, at the least."""
_CLOSE = 12
"""Lines between an entry of the contents page and the next one, at the most."""
_TITLE_LENGTH = 24
_STACKED = 3
"""Lines above a headline that may name its section: title, number, label."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """Places of items."""

    entries: dict[int, int]
    """For each entry of the contents page the place of its headline."""
    titles: tuple[int, ...]
    """Section titles of the body that the contents page says above the same headlines."""

    @property
    def first(self) -> int:
        """The first headline of the body."""
        return min(self.entries.values())


def repeats(items: list[Item], mark: int | None, end: int) -> Repeats | None:
    """What comes again before `end` of the contents page titled at `mark`; None where nothing does.

    Without a title (`mark` is None) a contents page is told by several headlines in a row that all come again.
    """
    places = _places(items, 0 if mark is None else mark + 1, end)
    stretches = {(at[0], at[-1]) for at in places.values() if len(at) > 1}
    body = _parting(stretches, end)
    entries: dict[int, int] = {}
    for at in sorted(places.values(), key=lambda at: at[0]):
        if at[0] < body <= at[-1]:
            entries.setdefault(at[0], next(place for place in at if place >= body))
    entries = _run(_in_order(entries), mark)
    if len(entries) < (_LEAST_UNMARKED if mark is None else _LEAST_MARKED):
        return None
    titles = _stacked(items, entries)
    entries = {entry: head for entry, head in entries.items() if head not in titles}
    if mark is None and not _filled(items, sorted(entries.values()), end):
        return None
    if mark is None and any(opens_summary(item.words) for item in items[: min(entries)]):
        return None
    behind = min(max(entries) + _STACKED, min(entries.values()))
    front = range(max(mark or 0, min(entries) - _STACKED), behind)
    titles |= _titles(items, entries, front.start)
    return Repeats(entries, _alike(items, sorted(titles), front, (max(entries) + 1, end)))


def _places(items: list[Item], start: int, end: int) -> dict[str, list[int]]:
    """Where each headline may stand, by its letters; those that begin or end alike may be one that was edited."""
    found: dict[str, list[int]] = {}
    edited: dict[str, list[int]] = {}
    for at in range(start, end):
        item = items[at]
        if item.key == "table" or item.url or len(item.words) > LONGEST_ENTRY:
            continue
        for said in {letters(headline) for headline, _ in ways(item.words)}:
            if len(said) >= _LEAST_LETTERS:
                found.setdefault(said, []).append(at)
            if len(said) > _LEAST_ALIKE:
                edited.setdefault("^" + said[:_LEAST_ALIKE], []).append(at)
                edited.setdefault("$" + said[-_LEAST_ALIKE:], []).append(at)
    pairs = {said: twice for said, places in edited.items() if len(twice := sorted({*places})) == _TWICE}
    return found | pairs


def _parting(stretches: Iterable[tuple[int, int]], end: int) -> int:
    """The place that most of what stands twice lies around: the first headline of the body."""
    steps = [0] * (end + 2)
    for first, last in stretches:
        steps[first + 1] += 1
        steps[last + 1] -= 1
    around = list(accumulate(steps))
    most = max(around)
    at = around.index(most)
    while at + 1 < len(around) and around[at + 1] == most:
        at += 1
    return at


def _in_order(entries: dict[int, int]) -> dict[int, int]:
    """The entries whose headlines come in their order; of those that cross, the longest run is kept."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for entry in sorted(entries):
        place = bisect_left(tails, entries[entry])
        before[entry] = ends[place - 1] if place else None
        tails[place : place + 1] = [entries[entry]]
        ends[place : place + 1] = [entry]
    kept: dict[int, int] = {}
    at = ends[-1] if ends else None
    while at is not None:
        kept[at] = entries[at]
        at = before[at]
    return dict(sorted(kept.items()))


def _run(entries: dict[int, int], mark: int | None) -> dict[int, int]:
    """The entries that follow close on one another, from the title of the contents page on."""
    kept: dict[int, int] = {}
    last = mark
    for entry, head in entries.items():
        if last is not None and entry - last > _CLOSE:
            break
        kept[entry] = head
        last = entry
    return kept


def _stacked(items: list[Item], entries: dict[int, int]) -> set[int]:
    """Of the lines that come again those with nothing but another one below, which has an article below it: titles."""
    heads = sorted(entries.values())
    found: set[int] = set()
    for at, below in pairwise(heads):
        bare = all(not item.words for item in items[at + 1 : below])
        filled = below + 1 < len(items) and below + 1 not in heads
        if bare and filled and len(items[at].words) <= _TITLE_LENGTH:
            found.add(at)
    return found


def _filled(items: list[Item], heads: list[int], end: int) -> bool:
    """Whether nearly all headlines have an article below them."""
    full = sum(below - at > _LEAST_BELOW for at, below in pairwise([*heads, min(end, len(items))]))
    return 4 * full >= 3 * len(heads)


def _alike(items: list[Item], titles: list[int], front: range, body: tuple[int, int]) -> tuple[int, ...]:
    """The titles, with those lines of the body that open like the first of them and stand on the contents page too."""
    if not titles:
        return ()
    said = {letters(entry_of(items[at])) for at in front}
    like = _signature(items[titles[0]])
    last = {letters(entry_of(items[at])): at for at in range(*body) if _signature(items[at]) == like}
    again = {at for words, at in last.items() if words in said and at >= body[0]}
    return tuple(sorted({at for at in titles if _signature(items[at]) == like} | again))


def _signature(item: Item) -> tuple[str, str]:
    return item.key, shape(item.words)


def _titles(items: list[Item], entries: dict[int, int], top: int) -> set[int]:
    """Lines right above headlines that the contents page says right above the same headlines' entries."""
    heads = set(entries.values())
    found: set[int] = set()
    for entry, head in entries.items():
        above, said = _above(items, head, heads, min(heads) - _STACKED), _above(items, entry, set(entries), top)
        if above is not None and said is not None and _same(items[above], items[said]):
            found.add(above)
    return found


def _above(items: list[Item], at: int, taken: set[int], top: int) -> int | None:
    """The line right above, without numbers that stand alone."""
    at -= 1
    while at >= top and not items[at].words:
        at -= 1
    return at if at >= top and at not in taken and items[at].key != "table" else None


def _same(one: Item, other: Item) -> bool:
    said = letters(entry_of(one))
    return bool(said) and said == letters(entry_of(other))


# ---------------------------------------------------------------- contents pages that are set as tables


def unfolded(items: list[Item]) -> list[Item]:
    """The items, with tables taken apart into their rows whose headlines come again as lines."""
    last = {letters(headline): at for at, item in enumerate(items) if _plain(item) for headline, _ in ways(item.words)}
    out: list[Item] = []
    for at, item in enumerate(items):
        rows = _rows(item, item.line.grid) if item.line.grid else []
        again = [any(last.get(letters(said), -1) > at for said, _ in ways(row.words) if said) for row in rows]
        if any(again) and 2 * sum(again) >= len(rows):
            out += rows[again.index(True) :] if again.index(True) == 1 else rows
        else:
            out.append(item)
    return out


def _plain(item: Item) -> bool:
    return item.key != "table" and _LEAST_LETTERS <= len(item.words) <= LONGEST_ENTRY


def _rows(item: Item, grid: Grid) -> list[Item]:
    found = []
    for place, row in enumerate(grid.rows):
        words = " | ".join(cell.text for cell in row if cell.text and not cell.text.isdigit())
        line = Line(words, "", None, 0, (row[0].span[0], row[-1].span[1]))
        if words:
            found.append(replace(item, line=line, opener=opener_of(line), gap=item.gap and place == 0))
    return found
