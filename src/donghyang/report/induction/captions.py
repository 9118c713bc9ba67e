"""Which lines of an article are captions, by what stands below them and by the habits of its report."""

from __future__ import annotations

from donghyang.report.induction.habits import APART, Habits, is_foot, stands_below
from donghyang.report.induction.leaf import Leaf
from donghyang.report.labels import is_labelled
from donghyang.report.tables import names_unit

_LONGEST = 90
"""Characters of a caption, at the most."""


def is_caption(leaf: Leaf, below: Leaf | None, habits: Habits, *, brief: bool) -> bool:
    """Whether a line names the table below it, or a picture."""
    if names_unit(leaf.text):
        return False
    foot = is_foot(leaf, habits) and leaf.signature not in habits.captions
    if len(leaf.words) > _LONGEST or leaf.edge or foot or leaf.key == "*":
        return False
    over = below is not None and (below.key == "table" or names_unit(below.text)) and below.gap < APART
    sourced = below is not None and below.key != "table" and stands_below(below)
    if over and not is_labelled(leaf.text):
        if not leaf.key and habits.bare:
            return below is not None and not below.gap and not leaf.indent
        return leaf.key not in habits.ranks or leaf.signature in habits.captions
    if is_labelled(leaf.text) or (leaf.signature in habits.captions and not brief):
        return True
    return (
        not brief
        and sourced
        and (leaf.key not in habits.ranks or not leaf.key)
        and leaf.signature not in habits.headings
    )
