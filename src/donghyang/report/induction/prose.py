"""What lines of an article say by how they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from donghyang.records import Block, Heading
from donghyang.report.induction.leaf import Leaf
from donghyang.report.statements import states

_BULLETS = ("-", "·", "•", "○", "●", "◦", "▪", "□")


def titles_nothing(leaf: Leaf) -> bool:
    """Whether a line behind the sign of a bullet is a whole statement, and no title."""
    return leaf.key in _BULLETS and re.search(r"[가-힣]\.$", leaf.text) is not None


def all_headings(blocks: Sequence[Block]) -> bool:
    """Whether an article holds nothing but subheads so far."""
    return all(isinstance(block, Heading) for block in blocks)


def is_sentence(leaf: Leaf) -> bool:
    """Whether a line without a sign is a whole paragraph, by how it ends."""
    ends = re.search(r"[가-힣]\.$|[이했한된]다$", leaf.text) is not None or states(leaf.text)
    return not leaf.key and not leaf.url and leaf.line.grid is None and ends
