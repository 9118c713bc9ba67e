"""Whose a figure of the source is: the stretch that names its subject."""

from __future__ import annotations

import re

from donghyang.records import Quantity, Span
from donghyang.verify.case import Case
from donghyang.verify.rows import rows_of

_JOINT = re.compile("[、和与及]")
"""Between a figure and the next thing (86处共133公里、治理沟道95条)."""


def zone(case: Case, figure: Quantity, clause: int) -> Span:
    """The stretch of the source that names the subject of a figure: its member of the list before 分别, else its clause
    from the figure before it, or a joint behind that, to the next joint or figure."""
    for row in rows_of(case, case.corpus.clauses[clause].sentence):
        at = row.at(figure.start)
        if at is not None:
            return row.subjects[at] if row.subjects else (figure.start, figure.start)
    start, end = case.span_of(clause)
    others = [one for one in case.corpus.clauses[clause].quantities if one.start != figure.start]
    ahead = max((one.end for one in others if one.end <= figure.start), default=start)
    joints = _JOINT.finditer(case.corpus.key.plain, ahead, figure.start) if ahead > start else ()
    start = max([ahead, *(found.end() for found in joints)])
    joint = _JOINT.search(case.corpus.key.plain, figure.end, end)
    end = min([joint.start() if joint else end, *(one.start for one in others if one.start >= figure.end)])
    return start, end
