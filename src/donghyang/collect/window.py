"""Which pages a week takes: so many days back from its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from donghyang.records import Message


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose pages are wanted; a page without a date is never turned away."""

    day: dt.date
    """The last of them, the day of publication."""
    days: int | None
    """How far back they reach; None: pages of any age, and of days to come."""

    @property
    def first(self) -> dt.date:
        """The first day; the day of publication itself where the window reaches back for ever."""
        # No calendar has a day before its first.
        return dt.date.fromordinal(max(1, self.day.toordinal() - (self.days or 0)))

    def problem(self, date: dt.date | None) -> Message | None:
        """Why a page of that date stays out, the same words for all on one side; None when it is wanted."""
        if self.days is None or date is None or self.first <= date <= self.day:
            return None
        if date > self.day:
            return Message(f"발행일({self.day}) 뒤의 페이지입니다.", f"dated after the report ({self.day}).")
        return Message(
            f"오래된 페이지입니다({self.first}부터 {self.days}일 동안의 것을 싣습니다).",
            f"too old: the week takes {self.days} days, from {self.first} on.",
        )


def newest(dates: Iterable[dt.date | None], today: dt.date) -> dt.date | None:
    """The last date up to `today`, None where there is none; a date to come is a page's mistake."""
    return max((date for date in dates if date is not None and date <= today), default=None)
