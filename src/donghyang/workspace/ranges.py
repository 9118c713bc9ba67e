"""Between what bounds a setting lies; what lies outside is a slip, not a wish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal

from donghyang.records import Message
from donghyang.workspace.settings import MOST, Settings

_ROWS = 10_000
"""Of rates, sources, and names of rules."""
_LETTERS = 300
"""Of a title, a name, an address."""
_WON = (Decimal("0.0001"), Decimal(1_000_000_000))
"""Won for one unit of any currency: the dearest in use buys some thousands, the cheapest a few hundredths."""
_CURRENCY = re.compile(r"[A-Z]{3}")


def out_of_range(settings: Settings) -> Iterator[tuple[str, Message]]:
    """The settings that no newsroom means: key and what was expected."""
    size = settings.size
    amounts = {"days": settings.days, "size.policy": size.policy, "size.technology": size.technology}
    for key, amount in (amounts | {"size.brief": size.brief}).items():
        if not 0 <= amount <= MOST:
            yield key, Message(f"0에서 {MOST}까지의 정수", f"a whole number from 0 to {MOST}")
    if settings.version < 1:
        yield "version", Message("1 이상의 정수", "a whole number from 1 on")
    if not settings.series.strip() or not _is_line(settings.series):
        yield "series", Message(f"{_LETTERS}자까지 한 줄의 제목", f"a title of one line, up to {_LETTERS} characters")
    for part in fields(settings.publisher):
        if not _is_line(getattr(settings.publisher, part.name) or ""):
            yield f"publisher.{part.name}", _LINE
    yield from _rows(settings)


_LINE = Message(f"{_LETTERS}자까지 한 줄의 글", f"one line of up to {_LETTERS} characters")


def _rows(settings: Settings) -> Iterator[tuple[str, Message]]:
    check = settings.check
    lists = {"sources": settings.sources, "rates": settings.rates, "check.also": check.also}
    for key, rows in (lists | {"check.ignore": check.ignore}).items():
        if len(rows) > _ROWS:
            yield key, Message(f"{_ROWS:,}줄까지의 목록", f"a list of up to {_ROWS:,} rows")
    for number, source in enumerate(settings.sources, 1):
        for name, text in (("name", source.name), ("folder", source.folder)):
            if not text.strip() or not _is_line(text):
                yield f"sources.{number}.{name}", _LINE
    for number, rate in enumerate(settings.rates, 1):
        if not _CURRENCY.fullmatch(rate.currency):
            yield f"rates.{number}.currency", Message("CNY처럼 세 글자의 통화", "a currency of three letters, like CNY")
        if not _WON[0] <= rate.won <= _WON[1]:
            yield (
                f"rates.{number}.won",
                Message(f"{_WON[0]}에서 {_WON[1]:,}까지의 수", f"a number from {_WON[0]} to {_WON[1]:,}"),
            )


def _is_line(text: str) -> bool:
    return len(text) <= _LETTERS and (text == "" or text.isprintable())
