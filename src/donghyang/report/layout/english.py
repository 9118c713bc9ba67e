"""Days as English writes them: "6 March 2026", "Nov. 13"."""

from __future__ import annotations

import datetime as dt
import re

from donghyang.language.patterns import lazily
from donghyang.report.grammar import day_at_end

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
ENGLISH = lazily(
    rf"""
      (?<!\d) (?P<d>\d{{1,2}}) \s (?P<m>{_MONTH}) \.? (?: ,? \s (?P<y>20\d\d) )?
    | (?<![A-Za-z]) (?P<m2>{_MONTH}) \.? \s (?P<d2>\d{{1,2}}) (?!\d) (?: ,? \s (?P<y2>20\d\d) )?
    """,
    re.VERBOSE,
)
_AT_END = lazily(r"(?<!\s)\s*+[(（](?P<what>[^()（）]{5,20})[)）]$")


def english_day(text: str, near: dt.date | None) -> dt.date | None:
    """The first day that stands in a text; one without year is taken near `near`, and is None without that."""
    found = ENGLISH.search(text)
    if found is None:
        return None
    month = _MONTHS.index((found["m"] or found["m2"])[:3].lower()) + 1
    day, year = found["d"] or found["d2"], found["y"] or found["y2"]
    return day_at_end(f"({f'{year}.' if year else ''}{month}.{day})", near)[1]


def without_english_day(text: str, near: dt.date | None) -> tuple[str, dt.date | None]:
    """The text without the English day in brackets at its end, and the day; unchanged and None where there is none."""
    found = _AT_END.search(text)
    day = english_day(found["what"], near) if found and ENGLISH.fullmatch(found["what"].strip()) else None
    return (text[: found.start()], day) if found and day else (text, None)
