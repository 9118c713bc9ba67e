"""Which way a figure went: the beginnings of the verbs that all rules of growth know, as alternatives of a pattern."""

from __future__ import annotations

from donghyang.language import tables
from donghyang.language.patterns import lazily

RISE, FALL = tables.either("donghyang.check", "rise"), tables.either("donghyang.check", "fall")
ROSE, FELL = lazily(f" ?(?:{RISE})"), lazily(f" ?(?:{FALL})")
"""Right behind a figure: it rose, or fell, by it."""
