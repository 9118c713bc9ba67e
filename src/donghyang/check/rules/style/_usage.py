"""Which of several forms a text uses, and where it departs from it: what the rules of house style ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from donghyang.check.rule import Hit
from donghyang.records import Fix, Message


@dataclass(frozen=True, slots=True)
class Use:
    """One place where the text had a choice; offsets count characters of the sheet's text."""

    form: str
    """What was chosen, as the message names it."""
    start: int
    end: int


def departures(uses: Iterable[Use]) -> Iterator[tuple[Use, Use]]:
    """Every use of another form than most places have, with the first use of that form; none where no form leads."""
    seen = list(uses)
    ranks = Counter(use.form for use in seen).most_common()
    if len(ranks) < 2 or ranks[0][1] <= len(seen) - ranks[0][1]:
        return
    example = next(use for use in seen if use.form == ranks[0][0])
    yield from ((use, example) for use in seen if use.form != ranks[0][0])


def departure(use: Use, example: Use, fix: str | None = None) -> Hit:
    """The finding for a use that departs from the form of `example`; `fix` is the whole stretch as it should stand."""
    message = Message(
        f"다른 곳은 대개 {example.form} 꼴인데 여기는 {use.form} 꼴입니다.",
        f"most other places are written like {example.form}, this one like {use.form}.",
    )
    related = ((example.start, example.end),)
    return Hit(use.start, use.end, message, related, Fix(fix) if fix is not None else None)
