"""Days as offices write them in layouts of their own, with or without year and day of the week."""

from __future__ import annotations

import datetime as dt

from donghyang.language.patterns import lazily
from donghyang.report.grammar import day_alone, day_at_end

DAY = (
    r"(?:[‘’']?(?:19|20)?\d\d\s?(?:[./-]|년)\s?)?\d{1,2}\s?(?:[./-]|월)\s?\d{1,2}\s?(?:\.|일)?"
    r"(?:\s?[(（]?[월화수목금토일](?:요일)?[)）]?)?"
)
"""The shape of a day, for expressions; its day of the week belongs to it."""
_DAY = lazily(DAY + r"\.?")
_WEEKDAY = lazily(r"\s*[(（,]?\s*[월화수목금토일](?:요일)?[)）]?\.?$")


def day_of(text: str, near: dt.date | None) -> dt.date | None:
    """The day that a text is, between any brackets; a day without a year is near another one; None for any other."""
    bare = text.strip(" ()[]<>〈〉〔〕【】").replace("，", ",")
    if not _DAY.fullmatch(_WEEKDAY.sub("", bare).strip() or bare):
        return None
    without = _WEEKDAY.sub("", bare) if not bare.rstrip(".").endswith("일") or "요일" in bare else bare
    return day_alone(without.rstrip(". ")) or day_at_end(f"({without.rstrip(' .')})", near)[1]
