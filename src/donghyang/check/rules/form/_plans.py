"""Numbers of Chinese five-year plans (14.5 계획), which look like a year and a month (14.5 착수)."""

from __future__ import annotations

import re

_MONTH = re.compile(r"(?<![0-9.])['‘’]?[0-9]{2}\.(?:1[0-2]|[1-46-9])(?![0-9%.])")


def is_month(line: str) -> bool:
    """Does the line tell steps by year and month, so that its 15.5 is a May?"""
    return "→" in line or _MONTH.search(line) is not None
