"""Numbers of Chinese five-year plans (14.5 계획), which look like a year and a month (14.5 착수)."""

from __future__ import annotations

import re

from donghyang.check.rule import Hit
from donghyang.language.patterns import lazily
from donghyang.records import Message

FOLLOWS = r"(?=[가-힣]{0,2}(?:계획|규획)| (?:[가-힣]{2,8} ){0,3}[가-힣]{0,6}(?:계획|규획))"
"""What shows that the number before it is a plan's: 14.5 계획, 14.5 국가 정보화 규획."""
_MONTH = lazily(r"(?<![0-9.])['‘’]?[0-9]{2}\.(?:1[0-2]|[1-46-9])(?![0-9%.])")


def is_month(line: str) -> bool:
    """Does the line tell steps by year and month, so that its 15.5 is a May?"""
    return "→" in line or _MONTH.search(line) is not None


def hit(start: int, found: re.Match[str], ko: str, en: str) -> Hit:
    """What is said of words that a pattern found in a line which begins at `start`."""
    return Hit(start + found.start(), start + found.end(), Message(ko, en))
