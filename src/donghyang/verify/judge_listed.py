"""A count of a list of the source told of another member (공장 6,000개 of 3万家智能工厂、6000家绿色工厂)."""

from __future__ import annotations

import re
from itertools import pairwise

from donghyang.records import Quantity, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found
from donghyang.verify.reasons import gives

_END = re.compile("[、，,；;。]|和|与|以及|及")
_NEXT = re.compile("(?:、|和|与|以及|及)?(?:约|近|超过?|逾)?")
"""Between what one count of a list is of and the next count."""
_LEAST = 2
"""Syllables of a word that names a member of the list."""


def judge_listed(case: Case, support: dict[int, Found]) -> None:
    """Contradict a count whose words name what another count of its list is of, and not what its own is of.

    A list counts all its members alike (3万家…、6000家…), one right behind the other: 3个国家10家机构的46人 is none.
    """
    for figure in case.sentence.quantities:
        found = support.get(figure.start)
        if found is None or figure.kind != "count":
            continue
        clause = case.corpus.clauses[found.clause]
        counts = [one for one in clause.quantities if one.kind == "count" and one.unit == found.quantity.unit]
        if len(counts) < _LEAST:
            continue
        zones = {one.start: _zone(case, one, clause.end) for one in counts}
        own = zones.get(found.quantity.start)
        words = [word for word in case.sentence.own_words(figure) if word.start < figure.start and word.covered >= 1]
        for one in counts:
            other = zones[one.start]
            between = (one.start, found.quantity.start)
            if own and other and _names(words, other, own) and _in_a_row(case, counts, zones, between):
                span, place = (figure.start, figure.end), (one.start, one.end)
                case.hold(Judged("quantity", span, "contradicted", place, gives(one.text), found.clause))
                break


def _zone(case: Case, count: Quantity, end: int) -> Span | None:
    """What is counted: from behind a count to the end of its member of the list; None where nothing stands there."""
    stop = _END.search(case.corpus.text, count.end, end)
    last = stop.start() if stop else end
    return (count.end, last) if last - count.end >= _LEAST else None


def _in_a_row(case: Case, counts: list[Quantity], zones: dict[int, Span | None], ends: Span) -> bool:
    """Whether the members from one count to another follow each other with nothing but a mark of a list between."""
    for one, other in pairwise(counts):
        if min(ends) <= one.start < max(ends):
            zone = zones[one.start]
            if zone is None or not _NEXT.fullmatch(case.corpus.key.plain, zone[1], other.start):
                return False
    return True


def _names(words: list[Word], other: Span, own: Span) -> bool:
    """Whether a word stands whole in another member alone, and none in the own one alone."""
    there = [word for word in words if len(word.stem) >= _LEAST and _stands(word, other)]
    here = [word for word in words if _stands(word, own)]
    return any(word not in here for word in there) and all(word in there for word in here)


def _stands(word: Word, place: Span) -> bool:
    return word.whole(place) is not None
