"""Whether lines of one kind are the same thing throughout a report, as they are in every weekly."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from donghyang.report.grammar import LADDER, role_of
from donghyang.report.induction.draft import Draft
from donghyang.report.induction.sections import korean_of
from donghyang.report.induction.shapes import bare_of
from donghyang.report.layout.titles import section_title
from donghyang.report.parts import Part

_APART: dict[Part, str] = {
    "section": "title",
    "number": "headline",
    "headline": "headline",
    "lead": "text",
    "heading": "text",
    "bullet": "text",
    "summary": "text",
    "caption": "caption",
}
"""Parts that share no kind of line with those of another group; annotations, notes and what is cited open as any."""
_SHARE = 0.5
"""What each line costs that is something else than most lines of its kind are."""


def conflicts(draft: Draft) -> float:
    """The cost of a reading in which lines of one kind are headlines here and text there, or subheads and leads, or
    lines between titles and headlines are of no article, or articles hold titles of sections or go on behind their
    references.
    """
    kinds: dict[tuple[str, str, bool], Counter[str]] = {}
    cited: dict[int, list[bool]] = {}
    found = 0.0
    for part, end in zip(draft.parts, [*(part.start for part in draft.parts[1:]), len(draft.leaves)], strict=True):
        brief = part.kind == "brief"
        for at in range(part.start, end):
            leaf = draft.leaves[at]
            told = draft.told.get(leaf.at[0])
            found += told is None
            if told is not None and told[1] is not None:
                cited.setdefault(told[1], []).append(told[0] == "reference")
                found += 2.0 * (leaf.key != "table" and section_title(korean_of(bare_of(leaf.words))) is not None)
            if leaf.key == "table" or not (leaf.key or leaf.shape) or told is None:
                continue
            if group := _APART.get(told[0]):
                kinds.setdefault((leaf.key, leaf.shape, brief), Counter())[group] += 1
            if told[0] in ("lead", "heading") and leaf.key:
                kinds.setdefault((leaf.key, "leads", brief), Counter())[told[0]] += 1
    found += sum(map(_goes_on, cited.values()))
    for (key, kind, _), counts in kinds.items():
        if kind == "leads":
            may = 0 if role_of(key) in LADDER else counts["lead"] / 2  # a second ■ parts an article, a dash does not
            found += max(0, counts["heading"] - may) if counts["lead"] else 0.0
        else:
            found += _SHARE * (counts.total() - max(counts.values()))
    return found


def _goes_on(cited: list[bool]) -> int:
    """How often an article goes on behind references that do not stand first in it."""
    body = cited[1:]  # below its headline
    return sum(above and not below for above, below in pairwise(body)) - (bool(body) and body[0] and not all(body))
