"""The stretch of an article that answers a search best, with the words of the search marked in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from donghyang.archive.search.letters import folded
from donghyang.archive.search.scoring import Read, frequency
from donghyang.archive.search.wishes import Wish

_LENGTH = 160
_BEFORE = 40
_FROM = (1, 2, 3, 4, 5, 0)
"""Fields in the order in which one of equal worth is taken: lead, summary, body …, the headline last."""


def snippet(read: Read, texts: Sequence[str], wanted: Sequence[Wish]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A stretch of the article's texts, with the half-open places of what was found in it."""
    patterns = [(wish.rarity, pattern) for wish in wanted if (pattern := _pattern(wish, read))]
    best: tuple[float, str, int] = (-1.0, read.entry.headline, 0)
    for field in _FROM:
        for line in texts[field].split("\n"):
            plain = folded(line)
            found = [(worth, match.start()) for worth, pattern in patterns if (match := pattern.search(plain))]
            worth = sum(one for one, _ in found)
            if line and worth > best[0]:
                best = (worth, line, min((at for _, at in found), default=0))
    _, line, first = best
    start = max(0, min(first - _BEFORE, len(line) - _LENGTH))
    end = min(len(line), start + _LENGTH)
    lead, tail = "…" if start else "", "…" if end < len(line) else ""
    places = _places(folded(line[start:end]), [pattern for _, pattern in patterns])
    return lead + line[start:end] + tail, tuple((a + len(lead), b + len(lead)) for a, b in places)


def _pattern(wish: Wish, read: Read) -> re.Pattern[str] | None:
    """The forms of a wish that the article prints, with whatever marks and spaces between their letters."""
    forms = [form.text for form in wish.forms if not form.is_value and frequency(form, read)]
    if not forms:
        return None
    return re.compile(
        "|".join(r"[\s,]*".join(map(re.escape, form)) for form in sorted(forms[:12], key=len, reverse=True))
    )


def _places(plain: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Where the patterns stand, overlapping places joined."""
    spans = sorted(match.span() for pattern in patterns for match in pattern.finditer(plain))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined
