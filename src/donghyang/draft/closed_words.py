"""Words of time, rate, rank and rough number: few enough to be listed whole, with what Chinese says for each.

A line that has one needs a sentence that says it; the words of figures and dates themselves are `verify`'s.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.to_come import is_ahead, present
from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Iterator


def unsaid_words(line: str, chinese: str) -> Iterator[str]:
    """The closed words of a line for which its sentences have none of theirs, as they stand in the line.

    What is done and begun must be so where the line does not say that it is to come.
    """
    now = chinese if is_ahead(line) else present(chinese)
    for kind, korean, said in _rows():
        found = korean.search(line)
        source = now if kind == "aspect" else chinese
        # A Korean page says it in the same word.
        if found is not None and said.search(source) is None and found[0] not in source:
            yield found[0]


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<![가-힣0-9])(?:{korean})"), re.compile(said))
        for kind, korean, said in tables.read(__package__, "closed.tsv")
    )
