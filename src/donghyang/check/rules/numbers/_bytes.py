"""Amounts of data in a line: figures in bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.sheet.passages import Passage
from donghyang.language.patterns import lazily

_AMOUNT = lazily(r"[0-9][0-9.,]*+(?:\s?(?P<unit>[가-힣]{0,3}바이트|[KMGTPEZ]B(?![a-z]))(?:/초|/s)?)?")
"""Any number, so that each is read once; most have no such unit behind them."""
_KNOWN = frozenset(("", *("킬로", "메가", "기가", "테라", "페타", "엑사", "제타", "요타")))
"""The prefixes of the International System that stand before 바이트."""


def in_bytes(passage: Passage) -> Iterator[tuple[re.Match[str], bool]]:
    """Every figure in bytes, with its group `unit`, and whether there is such a unit."""
    if "바이트" in passage.text or "B" in passage.text:
        for found in _AMOUNT.finditer(passage.text):
            if unit := found["unit"]:
                yield found, not unit.endswith("바이트") or unit.removesuffix("바이트") in _KNOWN
