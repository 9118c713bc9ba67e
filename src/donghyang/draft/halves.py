"""A sentence that cannot be said whole, as far as it can be put into Korean without being read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.figures import quantity_ko
from donghyang.draft.holding import plain_line
from donghyang.draft.tokens import tokens
from donghyang.language.hangul import is_syllable
from donghyang.records import Quantity

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader, Token

_WORD = re.compile(r"[^\W_]")
_CLOSERS = ")’"
_STOPS = str.maketrans({"，": ", ", "、": "·", "：": ": ", "；": "; ", "。": "", "（": "(", "）": ")"})


def half_said(page: Reader, start: int, end: int) -> str:
    """A sentence of a page with its figures, dates, known names and terms in Korean, the rest in Chinese; in one line.

    "" where the page has no words there.
    """
    text, at = "", start
    for token in tokens(page, start, end):
        korean = _known(page, token)
        if korean:
            text = _joined(_joined(text, page.text[at : token.start]), korean, apart=True)
            at = token.end
        elif at < token.start:
            text, at = _joined(text, page.text[at : token.start]), token.start
    return plain_line(_joined(text, page.text[at:end]).translate(_STOPS))


def _known(page: Reader, token: Token) -> str:
    """The Korean of a figure, a date, or a word of the termbase; "" for any other, such as a name that no list has."""
    if (
        is_spelled(token)
        or is_per_unit(page, token)
        or (token.has("date") and page.text.endswith("每年", 0, token.start))
    ):
        # 每年10月底: of no one year.
        return ""
    if isinstance(token.fact, Quantity):
        return quantity_ko(token.fact, page.terms) or ""
    date = token.ko("date")
    if date and token.deadline and token.zh.endswith(("前", "为止")) and not date.endswith("까지"):
        return f"{date}까지"
    return date or (token.ko("noun") if token.kind is not None else "")


def is_spelled(token: Token) -> bool:
    """Is the word a name that no list knows, spelled out by the rules?"""
    return token.fact is None and f"({token.zh})" in token.ko("noun")


_PER_UNIT = re.compile("单位(?:产值|产品|面积|时间|体积|成本|能耗|增加值|工业|国内|GDP|千瓦)")


def is_per_unit(page: Reader, token: Token) -> bool:
    """单位产值能耗: is 单位 a unit here, and no body?"""
    return token.zh == "单位" and _PER_UNIT.match(page.folded, token.start) is not None


def _joined(before: str, after: str, *, apart: bool = False) -> str:
    """Two stretches, a space between where both are words and one of them was put into Korean."""
    if not (before and after and _WORD.match(after[0])):
        return before + after
    closed = before[-1] in _CLOSERS
    meet = closed or is_syllable(before[-1]) or (apart and _WORD.match(before[-1]))
    return f"{before} {after}" if meet else before + after
