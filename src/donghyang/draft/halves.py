"""A sentence that cannot be said whole, as far as it can be put into Korean without being read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.bodies import unknown_bodies
from donghyang.draft.cutting import clause_spans
from donghyang.draft.doing import is_deed
from donghyang.draft.figures import quantity_ko
from donghyang.draft.holding import plain_line
from donghyang.draft.lexicon import listed_nouns
from donghyang.draft.moods import AS_IS, mood_of
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token
    from donghyang.records import Span

_WORD = re.compile(r"[^\W_]")
_CLOSERS = ")’"
_STOPS = str.maketrans({"，": ", ", "、": "·", "：": ": ", "；": "; ", "。": "", "（": "(", "）": ")"})


def half_said(page: Reader, start: int, end: int) -> str:
    """A sentence of a page with its figures, dates, known names and terms in Korean, the rest in Chinese; in one line.

    "" where the page has no words there.
    """
    text, at = "", start
    words = tokens(page, start, end)
    pieces = unknown_bodies(words)
    moods = [(span, mood_of(page, *span)) for span in clause_spans(page, start, end)]
    for place, token in enumerate(words):
        unsure = token.start in pieces or _is_done(words, place) or _ends_unsaid(page, token, moods)
        korean = "" if unsure else _known(page, token)
        if korean:
            text = _joined(_joined(text, page.text[at : token.start]), korean, apart=True)
            at = token.end
        elif at < token.start:
            text, at = _joined(text, page.text[at : token.start]), token.start
    return plain_line(_joined(text, page.text[at:end]).translate(_STOPS))


_SAME_TIME = "同期"
_DEEDS: tuple[Role, ...] = ("act", "cause", "event", "move", "moveto", "adv")
_TOLD = tuple("了着过地")
_URGED = tables.words(__package__, "urging")


def _ends_unsaid(page: Reader, word: Token, moods: Sequence[tuple[Span, Mood]]) -> bool:
    """若在全国推广, 通道未开放: may a word that ends its clause be the deed that this supposes, denies or promises?

    Its Korean noun would say that it is done.
    """
    if word.fact is not None or not word.has(*_DEEDS):
        return False
    mood = next((mood for (first, last), mood in moods if first <= word.start < last), "")
    return mood not in AS_IS and not page.text[word.end : word.end + 1].strip(_MARKS)


_MARKS = "，。；：！？,;:!?”）)"


def _is_done(words: Sequence[Token], place: int) -> bool:
    """Is a word of the termbase a deed or its manner here (正在装备, 服务乡村振兴, 新培育)? No noun says it."""
    word = words[place]
    if word.fact is not None or not word.has("noun"):
        return False
    before = words[place - 1] if place and words[place - 1].end == word.start else None
    behind = words[place + 1] if place + 1 < len(words) and words[place + 1].start == word.end else None
    if behind and behind.zh.startswith(_TOLD) and word.kind != "place":
        return True
    if word.kind == "modifier" and not word.zh.startswith("第"):
        return behind is None or not behind.has("noun", "quantity") or behind.has(*_DEEDS)
    if not word.has(*_DEEDS):
        return False
    if behind and behind.zh.startswith("到"):
        return True
    if before and (before.zh.endswith(_URGED) or before.kind == "modifier"):
        return True
    named = before is not None and before.has("noun", "de")
    done_to = behind is not None and not behind.has("de", "conj", "deng", "drop")
    return (not named or is_deed(word)) and done_to and bool(_WORD.match(behind.zh if behind else ""))


def _known(page: Reader, token: Token) -> str:
    """The Korean of a figure, a date, or a word of the termbase; "" for any other, such as a name that no list has."""
    if (
        is_spelled(token)
        or is_per_unit(page, token)
        or (token.has("date") and page.text.endswith(_OTHER_YEARS, 0, token.start))
    ):
        # 每年10月底: of no one year. 次年4月: not of the page's.
        return ""
    if isinstance(token.fact, Quantity):
        if _ANY.match(token.zh) or page.folded.startswith("一", token.end):
            # 五个一工程: what is counted is a number itself.
            return ""
        if token.zh.startswith(_PASSED) and page.folded.endswith(_DENIED, 0, token.start):
            # 不得超过20个: half in Korean it would say the opposite.
            return ""
        return quantity_ko(token.fact, page.terms, noun=counted(page, token)) or ""
    date = token.ko("date")
    if date and token.deadline and token.zh.endswith(("前", "为止")) and not date.endswith("까지"):
        return f"{date}까지"
    if date and token.zh.endswith(_SAME_TIME):
        return f"{date} 동기"
    known = token.kind is not None or (set(token.roles) == {"noun"} and token.zh in listed_nouns())
    return date or (token.ko("noun") if known else "")


_PASSED = ("超", "突破", "逾", "高于", "低于", "大于", "小于")
_DENIED = ("不得", "不能", "不会", "不应", "不可", "不要", "不", "未", "没有", "没", "未能")
# 一个想法: an article more than a count; 四处寻找: everywhere.
_ANY = re.compile("一[个种项位条家名件座套片]$|四处$")
_COUNTED = re.compile(r"[^\s，。；：！？、（）“”,;:!?()]{0,10}")


def counted(page: Reader, figure: Token) -> str:
    """What a figure counts, in Chinese: what stands behind it up to a mark, else what stands in front of it."""
    found = _COUNTED.match(page.folded, figure.end)
    if found and found.group():
        return found.group()
    before = page.folded[max(0, figure.start - 16) : figure.start]
    return re.split(r"[\s，。；：！？、,;:!?]", before)[-1]


def is_spelled(token: Token) -> bool:
    """Is the word a name that no list knows, spelled out by the rules?"""
    return token.fact is None and f"({token.zh})" in token.ko("noun")


_OTHER_YEARS = ("每年", *tables.words(__package__, "of_no_one_year"))
_PER_UNIT = re.compile(
    "单位(?:产值|产品|建筑面积|面积|重量|碳排放|时间|体积|成本|能耗|增加值|工业|国内|地区|生产总值|GDP|千瓦)"
)


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
