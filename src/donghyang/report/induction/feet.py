"""Footnotes that stand behind the last article -> below the lines that bear their marks."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.language.patterns import lazily
from donghyang.report.induction.leaf import Leaf

_MARK = lazily(r"(?<=[가-힣A-Za-z’”」』)])([1-9]\d?)\)")
_KEY = "1)"
_FEWEST = 2
"""Footnotes at the end of a report, and articles that they are of, at the least."""


def with_feet(articles: Sequence[Sequence[Leaf]]) -> list[list[Leaf]]:
    """The leaves of each article, with the footnotes that end the report below the words that they explain.

    They are taken for such where they are counted from one, and an article bears the mark of each.
    """
    out = [list(article) for article in articles]
    if not out:
        return out
    first = len(out[-1])
    while first and out[-1][first - 1].key == _KEY:
        first -= 1
    run, out[-1] = out[-1][first:], out[-1][:first]
    places: dict[int, tuple[int, int]] = {}
    for at, leaves in enumerate(out):
        for place, leaf in enumerate(leaves):
            for mark in _MARK.findall(leaf.words):
                places.setdefault(int(mark), (at, place))
    told = [places.get(leaf.number or 0) for leaf in run]
    counted = [leaf.number for leaf in run] == [*range(1, len(run) + 1)]
    if not counted or len(run) < _FEWEST or None in told or len({place[0] for place in told if place}) < _FEWEST:
        out[-1] += run
        return out
    for leaf, found in reversed([*zip(run, told, strict=True)]):
        assert found is not None
        out[found[0]].insert(found[1] + 1, leaf)
    return out
