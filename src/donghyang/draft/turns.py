"""Turns of reports that are one word to the reader: 较2020年 (held against), 来自…的 (where from), 三大 (how many)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.figures import period_ko, quantity_ko
from donghyang.draft.lexicon import counters, word_at
from donghyang.draft.proper import numeral
from donghyang.draft.reading import Token
from donghyang.language.script import in_folded, is_han
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader


def turn(page: Reader, at: int, end: int) -> Token | None:
    """The turn that begins at `at`; None where there is none."""
    return (
        _held_against(page, at, end)
        or _from_where(page, at, end)
        or _great(page, at, end)
        or _that_evening(page, at, end)
        or _day_of_month(page, at, end)
        or _short_name(page, at, end)
    )


_AGAINST = re.compile("相比于?|比|较")
_MOVES = re.compile(
    "(?:同期)?(?:累计|实际|分别|均|已|再|又)?(?:大幅|显著|明显)?"
    "(?:增长|增加|提高|提升|上升|下降|降低|减少|缩短|上涨|下跌|扩大|翻)"
)
_SAME_TIME = "同期"
_OWN_DATE = re.compile(r"\d{4}年|[一二三四]五")


def _held_against(page: Reader, at: int, end: int) -> Token | None:
    """比2020年, 较“十三五”末 in front of how a figure moved: what it is held against."""
    begun = _AGAINST.match(page.folded, at, end)
    fact = page.facts.get(begun.end()) if begun else None
    if not isinstance(fact, Period) or fact.high or fact.end > end or not _OWN_DATE.search(fact.text):
        # 比2016年至2020年: a stretch of years is no figure's base. 比上年同期: the lists have it.
        return None
    move = _MOVES.match(page.folded, fact.end, end)
    written = period_ko(fact, page.date)
    if not move or not written or page.folded.endswith(("对", "相", "占"), 0, at):
        return None
    behind = page.folded.startswith(_SAME_TIME, fact.end)
    stop = fact.end + len(_SAME_TIME) if behind else fact.end
    same = behind or fact.text.endswith(_SAME_TIME)
    told = f"{written} 같은 기간 대비" if same else f"{written} 대비"
    return Token(page.text[at:stop], at, stop, {"compare": told})


_FROM = in_folded("来自(?:全球|世界|全国)?(?=[^，。；：、]{2,24}的[^，。；：]{2})")
_COUNTED_FROM = in_folded(f"(?P<where>{'|'.join(counters('from'))})的(?=[^，。；：])")


def _from_where(page: Reader, at: int, end: int) -> Token | None:
    """来自51个国家的专家: the experts of 51 countries; 其中8个来自民营企业 is none."""
    found = _FROM.match(page.folded, at, end)
    if not found or not _may_begin(page, at):
        return None
    fact = page.facts.get(found.end())
    if not isinstance(fact, Quantity):
        return Token(found.group(), at, found.end(), {"drop": ""})
    where = _COUNTED_FROM.match(page.folded, fact.end, end)
    written = _at_least(quantity_ko(fact, page.terms, noun=where["where"])) if where else None
    if not where or not written:
        return None
    told = f"{written} {counters('from')[where['where']]}의"
    return Token(page.text[at : where.end()], at, where.end(), {"noun": told}, "modifier")


def _may_begin(page: Reader, at: int) -> bool:
    """Does a noun phrase begin here: at a border of clauses, behind a deed or a link?"""
    return page.folded[at - 1 : at] in ("", *"，。；：、\n”》了") or page.folded.endswith(
        ("吸引", "和", "与", "由"), 0, at
    )


_GREAT = re.compile(r"(?P<nth>第)?(?P<number>[两二三四五六七八九十]|十[一二三四五六]|\d{1,3})大")
_ALONE = frozenset("第一二三四五六七八九十两百千万亿点.")


def _great(page: Reader, at: int, end: int) -> Token | None:
    """三大指标: 3대; 全球第二大经济体: 2위; None where no noun stands behind it."""
    found = _GREAT.match(page.folded, at, end)
    before = page.folded[at - 1 : at]
    if not found or before in _ALONE or before.isdigit():
        return None
    behind = word_at(page.folded, found.end(), page.terms)
    if behind is None or "noun" not in behind[1] or behind[0] < len("指标"):
        return None
    if not found["nth"] and word_at(page.folded[at : found.end() + behind[0]], found.end() - 1, page.terms):
        # 五大|洲, 四大学: 大 belongs to what follows it.
        longer = word_at(page.folded, found.end() - 1, page.terms)
        if longer and longer[0] > 1:
            return None
    number = numeral(found["number"])
    if found["nth"]:
        return Token(found.group(), at, found.end(), {"noun": f"{number}위"}, "modifier")
    return Token(found.group(), at, found.end(), {"noun": f"{number}대"}, "modifier")


def _at_least(written: str | None) -> str | None:
    """500개 돌파 is a statement, 500개 이상 a figure."""
    return written.replace(" 돌파", " 이상").replace(" 초과", " 이상") if written else None


_EVENING = re.compile("(?:昨晚|昨夜|今晚|今晨|今早|今日|昨日)[（(]")


def _that_evening(page: Reader, at: int, end: int) -> Token | None:
    """昨晚（8月14日）: the day."""
    found = _EVENING.match(page.folded, at, end)
    fact = page.facts.get(found.end()) if found else None
    if not found or not isinstance(fact, Period) or page.folded[fact.end : fact.end + 1] not in ("）", ")"):
        return None
    written = period_ko(fact, page.date)
    return Token(page.text[at : fact.end + 1], at, fact.end + 1, {"date": written}, fact=fact) if written else None


_DAY = re.compile(
    r"(?P<day>\d{1,2})日(?=(?:上午|下午|晚|凌晨)?(?:举行|召开|发布|公布|在|宣布|启动|开幕|闭幕|印发|会见|出席))"
)


def _day_of_month(page: Reader, at: int, end: int) -> Token | None:
    """国家能源局13日发布: a day of the page's own month that is over; None for any other."""
    found = _DAY.match(page.folded, at, end)
    before = page.folded[at - 1 : at]
    if (
        not found
        or at in page.facts
        or page.date is None
        or not before
        or not is_han(before)
        or before in "月至到第将于"
    ):
        return None
    day = int(found["day"])
    if not 0 < day <= page.date.day:
        return None
    return Token(found.group(), at, found.end(), {"date": f"{page.date.month}월 {day}일"})


_SHORT_NAME = re.compile("[（(]以下(?:简称|称)[^（）()]{1,20}[）)]")


def _short_name(page: Reader, at: int, end: int) -> Token | None:
    """（以下简称《规定》）: what a paper is called further down."""
    found = _SHORT_NAME.match(page.text, at, end)
    return Token(found.group(), at, found.end(), {"drop": ""}) if found else None
