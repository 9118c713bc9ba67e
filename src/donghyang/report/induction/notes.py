"""Notes to an article: a frame with its title in the edge, or a title that says so, with what opens alike below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from donghyang.language.patterns import lazily
from donghyang.report.induction.leaf import Leaf
from donghyang.report.induction.words import opens_note, says_what_it_is

_EXPLAINS = lazily(r"^[^:：.]{1,30}[:：]\s*\S")
"""A term, and what it means."""
_ASIDE = 20
"""Letters of a title behind ※, at the most."""


def items_below(leaves: Sequence[Leaf], at: int) -> int:
    """How many lines below the one at `at` are the items of the note that it opens; 0 where it opens none."""
    top = leaves[at]
    below = leaves[at + 1] if at + 1 < len(leaves) else None
    if top.key == "table" or below is None or below.key == "table":
        return 0
    if top.edge:
        return _run(leaves, at, lambda leaf: leaf.box == top.box)
    if not (opens_note(top.text) or opens_note(top.words) or _opens_aside(top, below)):
        return 0
    if below.key:
        return _run(leaves, at, lambda leaf: leaf.key == below.key)
    if below.gap or not _explains(below):
        return 0
    return _run(leaves, at, lambda leaf: not leaf.key and _explains(leaf))


def _opens_aside(top: Leaf, below: Leaf) -> bool:
    """Whether a line is ※ and a few words over lines of another kind that are set in below it."""
    short = top.key == "※" and len(top.words) <= _ASIDE and not re.search(r"[.다음함임됨]$", top.words)
    return short and bool(below.key) and below.key not in "※*" and not below.gap and below.indent > top.indent


def _explains(leaf: Leaf) -> bool:
    return _EXPLAINS.match(leaf.text) is not None and not leaf.url and not says_what_it_is(leaf.text)


def _run(leaves: Sequence[Leaf], at: int, belongs: Callable[[Leaf], bool]) -> int:
    """How many lines below `at` belong, up to more room than is above the first; in a frame room ends nothing."""
    framed = leaves[at].box is not None
    count = 0
    for leaf in leaves[at + 1 :]:
        apart = leaf.gap > leaves[at + 1].gap and not leaf.paged and not framed
        if not belongs(leaf) or (count and apart):
            break
        count += 1
    return count
