"""The rules, in families: one rule a file; each family lists its own. A card without its parts fails the tests."""

from __future__ import annotations

from collections.abc import Mapping

FAMILIES: tuple[str, ...] = ("numbers", "agreement", "names", "words", "form", "style")
"""In the order in which rules are listed. No family imports another."""

SPLIT: Mapping[str, tuple[str, ...]] = {
    "rank-order": ("rank-numbers", "rank-values", "year-order", "stated-order"),
    "units": ("byte-unit", "mixed-counter", "people-counter"),
    "count-list": ("listed-count", "caption-count", "announced-count", "plus-count"),
    "compound-variant": ("joined-name", "body-kind", "dotted-word", "word-ending"),
    "hanja-mismatch": ("hanja-twice", "hanja-reading", "hanja-script"),
    "dates": ("calendar-day", "weekday", "after-publication", "stale-lead", "address-day"),
}
"""Rules of earlier editions that have become several, or part of another; the old name still means them."""


def today(name: str) -> tuple[str, ...]:
    """The rules that a name of an earlier edition means; a name of today, or of nothing, stands for itself."""
    return SPLIT.get(name, (name,))
