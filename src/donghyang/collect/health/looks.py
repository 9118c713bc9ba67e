"""What one look at a source came to, and how that is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal, cast, get_args

from donghyang.language import tables
from donghyang.records import Entry, Message, Source, Trouble

LookState = Literal["fine", "unchanged", "empty", "broken", "blocked"]
"""It named something new; it named what was known; it answered and named nothing; it could not be had; we are not let
in, or a check or a notice stood in its place."""
State = Literal["fine", "unchanged", "empty", "broken", "blocked", "silent", "unknown"]
"""What a source is, by all looks at it: as the last one, or silent: it answers, and has named nothing new for longer
than it ever takes; unknown before the first look."""
Weight = Literal["temporary", "soft", "hard"]
"""Looking again mends it mostly; it may mend itself, and a person had better look; only a person mends it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a source came to."""

    source: str
    """Its name."""
    day: dt.date
    found: int = 0
    """Entries that it named, with those that its words leave out."""
    fresh: int = 0
    """Those of them that were not known."""
    newest: dt.date | None = None
    """The latest day of an entry, not later than the look; None where none has one."""
    trouble: Trouble | None = None
    """What kept us from it; None where it answered."""
    reason: Message | None = None
    """The same in a sentence with what to do next."""

    days: tuple[dt.date, ...] = ()
    """The days of its entries that no look had told before, in order, the last of them: they show its pace at once."""
    mark: str = ""
    """What all its entries are called together: another one, where one came or went."""

    @property
    def state(self) -> LookState:
        """How the look is named."""
        if self.trouble is not None:
            return named(self.trouble)[0]
        if not self.found:
            return "empty"
        return "fine" if self.fresh else "unchanged"


_DAYS = 40
"""Days of one look that are kept: as many as its pace is told from."""


def looked(source: Source, entries: Sequence[Entry], day: dt.date, before: Sequence[Look] = ()) -> Look:
    """The look at a source on a day on which it named `entries`; `before` are the looks at all sources up to then."""
    known = next((look for look in reversed(before) if look.source == source.name and look.found), None)
    dates = sorted({entry.date for entry in entries if entry.date and entry.date <= day})
    newest = dates[-1] if dates else None
    told = known.newest if known is not None else None
    mark = sha256("\n".join(sorted(entry.url for entry in entries)).encode()).hexdigest()[:16] if entries else ""
    if known is None:
        fresh = len(entries)
    else:
        later = sum(1 for entry in entries if entry.date and told and entry.date > told)
        fresh = max(later, int(bool(entries) and mark != known.mark))
    days = tuple(one for one in dates if told is None or one > told)[-_DAYS:]
    return Look(source.name, day, len(entries), fresh, newest, days=days, mark=mark)


def named(trouble: Trouble) -> tuple[LookState, Weight, int]:
    """(state, weight, looks in a row after which it is hard) of a trouble."""
    return _rows()[trouble]


@cache
def _rows() -> dict[str, tuple[LookState, Weight, int]]:
    states, weights = get_args(LookState), get_args(Weight)
    rows = tables.read(__package__, "weights.tsv")
    assert all(state in states and weight in weights for _, state, weight, _ in rows)
    return {
        trouble: (cast("LookState", state), cast("Weight", weight), int(hard)) for trouble, state, weight, hard in rows
    }
