"""Near-duplicates: reprints of one text, found by MinHash over character shingles without comparing all pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghyang.stories.wording import figures

# Chinese has no spaces: five characters carry about as much as three words.
SHINGLE = 5
PERMUTATIONS = 64
# Sixteen bands of four rows catch four of five pairs at a likeness of 0.55 and nearly all at 0.7.
ROWS = 4
LIKENESS = 0.6
# A shorter text is all formula; its title decides, in grouping.
SHORTEST = 40
# A bucket fuller than this holds a formula of the site, not one text; its pages are compared with its first ones.
FULL_BUCKET = 50
# Monthly and daily notices are one form with new figures; a text with fewer numbers than this is none.
FORM_NUMBERS = 4

_NOT_TEXT = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9.%]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two pages that carry one text."""

    first: int
    second: int
    likeness: float
    """Estimated share of shingles in common, 0 to 1."""


def reprints(texts: Sequence[str]) -> list[Reprint]:
    """Pairs of `texts` (in normal form) that are the same but for small changes, by index, `first` < `second`.

    Texts under 40 characters are in no pair, nor are two fillings of one form: texts that share their words but less
    than half of their numbers. A pair may differ in single numbers: ask `changed_numbers`.
    """
    sketches = _sketches([_NOT_TEXT.sub("", text) for text in texts])
    found: list[Reprint] = []
    for one, other in sorted(set(_neighbours(sketches))):
        likeness = _likeness(sketches[one], sketches[other])
        if likeness >= LIKENESS and not _filled_anew(texts[one], texts[other]):
            found.append(Reprint(one, other, likeness))
    return found


def changed_numbers(original: str, reprint: str) -> tuple[str, ...]:
    """Figures of `reprint` that `original` (both in normal form) does not have, in their order, each once.

    A figure is the number with its multiplier and the character after it ("40亿元"), thousands without their comma.
    """
    known = set(figures(original))
    return tuple(dict.fromkeys(figure for figure in figures(reprint) if figure not in known))


def _filled_anew(one: str, other: str) -> bool:
    numbers = sorted((set(_NUMBER.findall(text)) for text in (one, other)), key=len)
    return len(numbers[0]) >= FORM_NUMBERS and len(numbers[0] & numbers[1]) < len(numbers[0]) / 2


def _sketches(bare: Sequence[str]) -> dict[int, list[int]]:
    import rensa  # type: ignore[import-untyped]

    sketches: dict[int, list[int]] = {}
    for index, text in enumerate(bare):
        if len(text) < SHORTEST:
            continue
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=7)
        sketch.update([text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)])
        sketches[index] = sketch.digest()
    return sketches


def _neighbours(sketches: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    for band in range(0, PERMUTATIONS, ROWS):
        buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for index, sketch in sketches.items():
            buckets[tuple(sketch[band : band + ROWS])].append(index)
        for bucket in buckets.values():
            for place, other in enumerate(bucket):
                for one in bucket[: min(place, FULL_BUCKET)]:
                    yield one, other


def _likeness(one: list[int], other: list[int]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / PERMUTATIONS
