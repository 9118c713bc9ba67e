"""Words of time, rate, rank and rough number: few enough to be listed whole, with what Chinese says for each.

A line that has one needs a sentence that says it; the words of figures and dates themselves are `verify`'s.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Iterator


def unsaid_words(line: str, chinese: str) -> Iterator[str]:
    """The closed words of a line for which its sentences have none of theirs, as they stand in the line."""
    for korean, said in _rows():
        found = korean.search(line)
        if found is not None and said.search(chinese) is None:
            yield found[0]


@cache
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"(?<![가-힣0-9])(?:{korean})"), re.compile(said))
        for korean, said in tables.read(__package__, "closed.tsv")
    )
