"""Lines that somebody else wrote, read a second time beside their sentences by a model for entailment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.verify import Pair
from donghyang.verify.entailment import SURE, UNSURE
from donghyang.verify.reasons import DENIED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from donghyang.draft.proving import Proved
    from donghyang.records import PageText
    from donghyang.verify import Entailment, Odds


def read_again(
    lines: Sequence[Proved], reader: Entailment, pages: Mapping[str, PageText], date: dt.date
) -> list[Proved]:
    """The lines in order, as a second reader finds them beside their sentences.

    It casts a doubt on a line that stands, and takes doubts away that are about words. What is wrong with figures or
    forms stays wrong.
    """
    pairs = {}
    for line in lines:
        if line.quoted and (line.is_of_words or not line.faults):
            day = pages[line.quoted[0].page].date or date
            pairs[line] = Pair("\n".join(one.text for one in line.quoted), line.text, day.isoformat())
    odds = dict(zip(pairs, reader.odds(list(pairs.values())), strict=True)) if pairs else {}
    return [_as_read(line, odds.get(line, UNSURE)) for line in lines]


def _as_read(line: Proved, odds: Odds) -> Proved:
    if line.faults:
        return replace(line, faults=()) if odds.entailed >= SURE else line
    return replace(line, faults=(DENIED,)) if odds.is_denial else line
