"""99999년: no year has so many digits, and where nothing says a length of time it is none either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

if TYPE_CHECKING:
    from donghyang.language.numeral import Figure

UNCLEAR_YEARS = Message("해인지 기간인지 분명하지 않음", "it is not clear whether a year or a length of time is meant")
_MOST_DIGITS = 4
"""Of a year."""
_PLAIN = lazily(r"[0-9０-９]+")
_REACH = 10
"""Characters before a figure in which a word says that it is a length."""
_BEFORE = lazily(f"(?:{tables.either(__package__, 'lengths_before')})[^。.,，\\n]{{0,4}}$")
_BEHIND = lazily(f" ?(?:{tables.either(__package__, 'lengths_behind')})")


def doubt_years(text: str, figure: Figure) -> None:
    """Take the value of years of five digits and more, unless a word before or behind them tells a length of time."""
    start, end = figure.numeral
    if figure.unit is None or figure.unit.form not in ("年", "년") or end - start <= _MOST_DIGITS:
        return
    if not _PLAIN.fullmatch(text, start, end) or _BEHIND.match(text, figure.end):
        return
    if not _BEFORE.search(text[max(0, start - _REACH) : start]):
        figure.doubt(UNCLEAR_YEARS)
