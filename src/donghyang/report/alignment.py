"""Two lists or two texts held beside each other: what stayed, what became what, what went, what came."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from donghyang.language.nearness import pair_counts, pair_ratio
from donghyang.language.patterns import lazily

Pair = tuple[int | None, int | None]
"""Places in the older and the newer list; None where one of them has nothing to set against the other."""

_TOKEN = lazily(r"(?:[가-힣]+|[A-Za-z]+|\d[\d,.]*|\S)\s*|\s+")
_LONGEST = 4000
"""Words of a text above which it is shown as exchanged as a whole."""
_WIDEST = 250_000
"""Comparisons in one gap above which its items are only paired by their place, and of equal items above which they are
only paired by their number."""
_LARGEST = 16_000_000
"""The same for two lists as a whole: four thousand lines, or words of a line, on either side."""
_Stretch = tuple[bool, range, range]


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a changed text."""

    text: str
    mark: Literal["same", "removed", "added"]


def words(before: str, after: str) -> tuple[Word, ...]:
    """The two texts in one, word by word; without the added words it is `before`, without the removed ones `after`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _LONGEST:
        return Word(before, "removed"), Word(after, "added")
    found: list[Word] = []
    for is_equal, left, right in _stretches(old, new):
        gone, come = "".join(old[left.start : left.stop]), "".join(new[right.start : right.stop])
        if is_equal:
            found.append(Word(gone, "same"))
            continue
        if gone:
            found.append(Word(gone, "removed"))
        if come:
            found.append(Word(come, "added"))
    return tuple(found)


def aligned(old: Sequence[Hashable], new: Sequence[Hashable], alike: Callable[[int, int], float]) -> Iterator[Pair]:
    """Pairs of places in order: equal items first, then items of a gap that `alike` finds alike (above 0)."""
    for is_equal, left, right in _stretches(old, new):
        if is_equal:
            yield from zip(left, right, strict=True)
        else:
            yield from _gap(left, right, alike)


def _stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[_Stretch]:
    """The two lists cut where equal items stand, from one end to the other; whether each stretch is equal."""
    here, there = Counter(old), Counter(new)
    near = sum(count * there[item] for item, count in here.items())
    if near <= _WIDEST and len(old) * len(new) <= _LARGEST:
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield kind == "equal", range(a, b), range(c, d)
        return
    a = c = 0
    for left, right in [*_kept(old, new), (len(old), len(new))]:
        if a < left or c < right:
            yield False, range(a, left), range(c, right)
        if left < len(old):
            yield True, range(left, left + 1), range(right, right + 1)
        a, c = left + 1, right + 1


def _kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of most items that stand in both lists in one order, the first of its like for the first, the second
    for the second: a matcher that compares each with each takes the square of their number."""
    places = {item: place for place, item in enumerate(_numbered(new))}
    common = [(place, places[item]) for place, item in enumerate(_numbered(old)) if item in places]
    away = moved([right for _, right in common])
    return [pair for at, pair in enumerate(common) if at not in away]


def _numbered(items: Sequence[Hashable]) -> list[Hashable]:
    """Each item with how many of its like stand before it."""
    seen: Counter[Hashable] = Counter()
    numbered: list[Hashable] = []
    for item in items:
        numbered.append((item, seen[item]))
        seen[item] += 1
    return numbered


def best_pairs(old: Sequence[str], new: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Places of texts that are most alike, wherever they stand; each place once, none below `least`.

    Only texts that share a pair of letters are compared, so that long lists of different texts stay cheap.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(new):
        for pair in pair_counts(text):
            holders[pair].append(place)
    scored = []
    for place, text in enumerate(old):
        near = Counter(other for pair in pair_counts(text) for other in holders.get(pair, ()))
        scored += [(pair_ratio(text, new[other]), -place, -other) for other, _ in near.most_common(8)]
    taken: tuple[set[int], set[int]] = set(), set()
    for score, place, other in sorted(scored, reverse=True):
        if score >= least and -place not in taken[0] and -other not in taken[1]:
            taken[0].add(-place)
            taken[1].add(-other)
            yield -place, -other


def moved(places: Sequence[int]) -> set[int]:
    """Which items of a reordered list left their place: the fewest, so that all others keep their order.

    `places` are the newer places in the older order; the answer holds indexes into it.
    """
    ends: list[int] = []
    before: list[int | None] = []
    for at, place in enumerate(places):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if places[ends[middle]] < place else (low, middle)
        before.append(ends[low - 1] if low else None)
        ends[low : low + 1] = [at]
    kept, at_end = set(), ends[-1] if ends else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before[at_end]
    return set(range(len(places))) - kept


def _gap(old: range, new: range, alike: Callable[[int, int], float]) -> Iterator[Pair]:
    """The pairs of a gap, in order, that are alike most in sum."""
    if len(old) * len(new) > _WIDEST:
        matched = [(a, b) for a, b in zip(old, new, strict=False) if alike(a, b) > 0]
    else:
        matched = _best_path(old, new, alike)
    a, c = old.start, new.start
    for left, right in [*matched, (old.stop, new.stop)]:
        yield from ((place, None) for place in range(a, left))
        yield from ((None, place) for place in range(c, right))
        if left < old.stop and right < new.stop:
            yield left, right
        a, c = left + 1, right + 1


def _best_path(old: range, new: range, alike: Callable[[int, int], float]) -> list[tuple[int, int]]:
    scores = [[alike(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = scores[i][j] + best[i + 1][j + 1] if scores[i][j] > 0 else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if scores[i][j] > 0 and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
