"""Whose a figure of the source is: the stretch that names its subject, and what words of a claim say to it.

Two figures have changed places only where that can be shown: a word which the claim has by one of them alone stands
where the source names the subject of the other, and nowhere by its own.
"""

from __future__ import annotations

import re

from donghyang.records import Quantity, Span
from donghyang.verify.alignment import Word
from donghyang.verify.case import Case
from donghyang.verify.rows import rows_of

_JOINT = re.compile("[、和与及]")
"""Behind a figure, where the next thing begins (86处共133公里、治理沟道95条)."""


def zone(case: Case, figure: Quantity, clause: int) -> Span:
    """The stretch of the source that names the subject of a figure: its member of the list before 分别, else its clause
    from the figure before it to the next joint, or the one behind it."""
    for row in rows_of(case, case.corpus.clauses[clause].sentence):
        at = row.at(figure.start)
        if at is not None:
            return row.subjects[at] if row.subjects else (figure.start, figure.start)
    start, end = case.span_of(clause)
    others = [one for one in case.corpus.clauses[clause].quantities if one.start != figure.start]
    start = max([start, *(one.end for one in others if one.end <= figure.start)])
    joint = _JOINT.search(case.corpus.key.plain, figure.end, end)
    end = min([joint.start() if joint else end, *(one.start for one in others if one.start >= figure.end)])
    return start, end


def counted(case: Case, figure: Quantity, clause: int) -> Span:
    """The stretch of its zone that names what a figure counts (1名飞行工程师)."""
    return figure.end, max(figure.end, zone(case, figure, clause)[1])


def crossed(words: list[Word], own: Span, other: Span) -> bool:
    """Whether words that a claim has by one figure name the subject of another one, and not that of its own."""
    known = [word for word in words if word.weight]
    theirs = [word for word in known if word.begins_in(other) and not word.begins_in(own)]
    mine = [word for word in known if word.begins_in(own) and not word.begins_in(other)]
    return bool(theirs) and not mine
