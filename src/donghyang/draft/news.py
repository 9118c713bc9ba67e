"""How much news a sentence holds that has no Korean: its figures and dates, what is done in it, whom it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.draft.sentences import Unsaid

_SHORTEST = 12
_MOST_FIGURES = 3
_READ = 160
"""Characters of a sentence that are weighed: its news stands in front."""
# The head of a chapter, a mark of address, a question: none of them is news.
_NO_NEWS = re.compile(
    r"^第[一二三四五六七八九十百\d]{1,4}[章条节编款]|^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?[^，。；]{0,24}$|[：:？?]$|"
    r"^(?:责任编辑|来源|作者|编辑|记者|图|附件|原标题)|^[各省].{0,40}[：:]|^为.{0,80}(?:制定本|特制定)"
)
# What people say of themselves, and asides of reporters.
_SPOKEN = re.compile(tables.either(__package__, "spoken"))


def value(page: Reader, one: Unsaid) -> float:
    """The news of a sentence; 0 or less for what tells none."""
    start, end = one.span
    words = page.folded[start:end].strip(' \u3000“”"')
    if len(words) < _SHORTEST or _NO_NEWS.search(words):
        return 0.0
    found = tokens(page, start, min(end, start + _READ))
    figures = sum(isinstance(word.fact, Quantity) and word.fact.kind != "number" for word in found)
    dates = sum(isinstance(word.fact, Period) for word in found)
    deeds = any(word.has("publish", "act", "event", "cause") for word in found)
    names = any(word.kind in ACTOR_KINDS and word.kind != "place" for word in found)
    worth = min(figures, _MOST_FIGURES) + 0.5 * bool(dates) + 0.5 * deeds + 0.5 * names
    worth += any(word.has("plan", "publish") for word in found)
    worth += 1.0 if one.paragraph == 0 else 0.0
    return worth - (2.0 if _SPOKEN.search(words) else 0.0) - 0.05 * one.paragraph
