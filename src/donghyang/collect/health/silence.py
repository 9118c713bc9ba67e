"""When a source is silent: by its own cadence, counted in the days on which sites publish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from donghyang.collect.health.calendar import working_days

PATIENCE = 1.5
"""Intervals after which a source is silent."""
_WEEK = 7 / 5
"""Days of a week for each working day."""
_ENOUGH = 12
"""Gaps that show a source's own cadence."""
_MANY = 20
"""Gaps that show how long a source without a pace may wait."""
_LAST = 40
"""Gaps that are looked at: a source may change its pace."""
_USUAL = 0.9
"""So many of its gaps are no longer than its interval."""
_REGULAR = 2
"""A source whose interval is so many times its middle gap has no pace."""
_CHANCE = 4 / 3
"""The interval of such a source in its longest gaps: it is silent after two of them. One that publishes by chance,
on one day in ten to six in ten, was so called silent 0.7 times in two years."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that answers and names nothing new."""

    last: dt.date
    """When it published last."""
    waited: int
    """Working days since then."""
    interval: float
    """Working days between two of its publications, at the usual longest."""


def silence(published: Sequence[dt.date], cadence: float | None, day: dt.date) -> Silence | None:
    """The silence of a source that was looked at on `day`, None where it keeps its pace, or none is known.

    `published` are the days of its entries as far as they are known, in any order; `cadence` the days between two
    publications as its source tells, which its own pace may widen but not narrow.
    """
    days = sorted({known for known in published if known <= day})
    interval = pace(days, cadence)
    if not days or interval is None:
        return None
    waited = working_days(days[-1], day)
    return Silence(days[-1], waited, interval) if waited > PATIENCE * interval else None


def pace(days: Sequence[dt.date], cadence: float | None) -> float | None:
    """Working days from one publication to the next, at the usual longest; None where nothing tells.

    `days` are in order, each once.
    """
    told = None if cadence is None else max(1.0, cadence / _WEEK)
    gaps = sorted(max(1, working_days(one, other)) for one, other in pairwise(days[-_LAST - 1 :]))
    if len(gaps) < _ENOUGH:
        return told
    usual, middle = gaps[int(_USUAL * (len(gaps) - 1))], gaps[len(gaps) // 2]
    if usual > _REGULAR * middle:
        if len(gaps) < _MANY:
            return None
        return max(told or 0.0, _CHANCE * gaps[-1])
    own = max(float(usual), gaps[-1] / PATIENCE)  # a silence that it has broken by itself before is none
    return own if told is None else max(own, told)
