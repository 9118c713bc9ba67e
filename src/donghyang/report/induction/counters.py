"""Counters that are told by counting on: signs before a number (◆ 1-1, ▣ [2], ● 3), letters with one (A1, B2 |)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from donghyang.language.patterns import lazily
from donghyang.report.induction.leaf import ASIDES, Leaf
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.stream import Line

_LETTERED = lazily(r"^[A-Z](?P<n>\d{1,2})(?:\s?[|│┃｜:.)]\s*|\s+)(?P<words>[가-힣A-Z‘“「『《(].*)$")
_LEAST = 3
"""Lines of one sign that tell how it is used."""
_SHARE = 0.8
"""Of the lines of a sign, and of the steps from one number to the next: a slip or a caption may stand among them."""


def with_counters(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves, those of a sign whose lines are counted on behind it opened by both."""
    places: dict[str, list[int]] = {}
    for at, leaf in enumerate(leaves):
        if leaf.key and leaf.number is None and leaf.key != "table" and leaf.key not in ASIDES:
            places.setdefault(leaf.key, []).append(at)
    out = _lettered(leaves)
    for sign, lines in places.items():
        if len(lines) < _LEAST:
            continue
        inner = {at: opener for at in lines if (opener := _behind(leaves[at])).counts and opener.words}
        kind = Counter(opener.key for opener in inner.values()).most_common(1)
        counted = {at: opener for at, opener in inner.items() if opener.key == kind[0][0]}
        if len(counted) >= max(_LEAST, _SHARE * len(lines)) and _counts_on([one.number for one in counted.values()]):
            for at, opener in counted.items():
                out[at] = replace(leaves[at], opener=replace(opener, key=f"{sign} {opener.key}"))
    return out


def _lettered(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The leaves, those that open with a letter and a number opened by these where the numbers count on."""
    found = {
        at: match for at, leaf in enumerate(leaves) if leaf.key != "table" and (match := _LETTERED.match(leaf.text))
    }
    out = list(leaves)
    if len(found) >= _LEAST and _counts_on([int(match["n"]) for match in found.values()]):
        for at, match in found.items():
            opener = Opener("A1", int(match["n"]), match["words"])
            out[at] = replace(leaves[at], opener=opener)
    return out


def _behind(leaf: Leaf) -> Opener:
    return opener_of(Line(leaf.words, "", None, leaf.indent, leaf.span))


def _counts_on(numbers: Sequence[int | None]) -> bool:
    steps = [after == 1 or after == (before or 0) + 1 for before, after in pairwise(numbers)]
    return any(number != 1 for number in numbers) and sum(steps) >= _SHARE * len(steps)
