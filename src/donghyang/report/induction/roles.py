"""Whether lines of one kind are the same thing throughout a report, as they are in every weekly."""

from __future__ import annotations

from collections import Counter

from donghyang.report.induction.draft import Draft
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
    lines between titles and headlines are of no article.
    """
    kinds: dict[tuple[str, str, bool], Counter[str]] = {}
    found = 0.0
    for part, end in zip(draft.parts, [*(part.start for part in draft.parts[1:]), len(draft.leaves)], strict=True):
        brief = part.kind == "brief"
        for at in range(part.start, end):
            leaf = draft.leaves[at]
            told = draft.told.get(leaf.at[0])
            found += told is None
            if leaf.key == "table" or not (leaf.key or leaf.shape) or told is None:
                continue
            if group := _APART.get(told[0]):
                kinds.setdefault((leaf.key, leaf.shape, brief), Counter())[group] += 1
            if told[0] in ("lead", "heading") and leaf.key:
                kinds.setdefault((leaf.key, "leads", brief), Counter())[told[0]] += 1
    for (_, kind, _), counts in kinds.items():
        if kind == "leads":
            found += max(0, counts["heading"] - counts["lead"] / 2) if counts["lead"] else 0.0
        else:
            found += _SHARE * (counts.total() - max(counts.values()))
    return found
