"""What follows the articles under titles of its own: a column of the editors, a glossary, a calendar."""

from __future__ import annotations

from dataclasses import replace

from donghyang.report.induction.draft import Draft
from donghyang.report.induction.leaf import Leaf


def without_tail(draft: Draft) -> list[Leaf]:
    """Take what follows the last article off it: from the first line below it on that opens as the titles of contents
    page and summary do, where no line within another article opens so. The lines taken off."""
    if not draft.parts or not draft.parts[-1].heads:
        return []
    leaves, last = draft.leaves, draft.parts[-1]
    above = {*draft.frame.titles, *([draft.frame.summary] if draft.frame.summary is not None else [])}
    signs = {leaves[at].signature for at in above if leaves[at].key and leaves[at].number is None}
    titles = {at for part in draft.parts for at in part.at}
    alike = [
        at
        for at in range(draft.parts[0].start, last.end)
        if leaves[at].signature in signs and at not in titles and leaves[at].key != "table"
    ]
    if not alike or alike[0] <= last.heads[-1].title:
        return []
    tail = draft.between(alike[0], last.end)
    draft.parts[-1] = replace(last, end=alike[0])
    return tail
