"""How much news a sentence holds that has no Korean: its figures and dates, what is done in it, whom it names."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from donghyang.draft.figures import held_against
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.language.script import fold, in_folded
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.draft.sentences import Unsaid
    from donghyang.records import Span

_SHORTEST = 12
_MOST_FIGURES = 3
_READ = 160
"""Characters of a sentence that are weighed: its news stands in front."""
# The head of a chapter, a mark of address, a question: none of them is news.
_NO_NEWS = in_folded(
    r"^第[一二三四五六七八九十百\d]{1,4}[章条节编款]|^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?[^，。；]{0,24}$|[：:？?]$|"
    r"^(?:责任编辑|来源|作者|编辑|记者|图|附件|原标题)|^[各省].{0,40}[：:]|^为.{0,80}(?:制定本|特制定)"
)
# What people say of themselves, and asides of reporters.
_SPOKEN = in_folded(tables.either(__package__, "spoken"))


# The site's own line, a caption, a rhetorical question, a reporter on his way, a leader's words: no news leads with it.
_NO_LEAD = in_folded(
    r"www\.|门户网站|(?:摄|供图|资料图)[）)]?$|^(?:图为|这是.{0,12}(?:拍摄|资料图))|[？?]|[！!]$|"
    r"(?:举行|举办|召开)[^，。]{0,8}(?:发布会|记者会)。?$|"
    r"记者.{0,16}(?:调研|采访|走进|来到|探访|了解到)|"
    r"^[^，,。]{2,16}(?:拥有|地处|位于|坐拥|坐落|素有|被誉为|被称为|号称)|"
    r"(?:总书记|总理|主席)[^。]{0,30}(?:指出|强调|要求|表示|说)|"
    r"^[^，。]{2,24}是[^，。]{0,40}(?:组成部分|方向|载体|抓手|内容|体现|基础|支撑|举措|关键|保障|引擎|途径|力量|必然要求|应有之义|产业|行业|大省)[^，。]{0,2}[。，]"
)
_SOURCE = in_folded(
    r"^(?:[^，。；]{0,12}消息(?:（[^）]*）)?[：:])?"
    r"(?:记者(?:(?:今[天日]|昨[天日]|近日|日前|\d{1,2}日)(?:（[^）]*）)?)?[从在][^，。；]{2,40}(?:获悉|了解到|得知)[，,])?"
)
"""Who sent it, and of whom the reporter has it: what follows is the news."""


_VOICE = in_folded(
    r"^(?P<who>中央[^，。]{2,8}会议|党的[^，。]{2,8}|[^，。]{0,8}(?:政府工作报告|规划(?:的?建议|纲要)?))(?:明确)?(?:强调|指出|提出|要求)"
)
"""Whom a report goes by, as its first words: what was said at another time."""


def may_lead(quote: str, title: str) -> bool:
    """May a sentence be an article's lead? `title`: the page's, which is no lead itself."""
    plain = _SOURCE.sub("", fold(quote)).strip(' \u3000“”"')
    voice = _VOICE.match(plain)
    if voice and voice["who"][-_OF_WHOM:] not in title:
        return False
    return not _NO_LEAD.search(plain) and _only_words(plain) != _only_words(fold(title))


_OF_WHOM = 4
"""Characters of a meeting's or a paper's name that a title on it has as well."""
_OLD = dt.timedelta(days=45)
_GOES_ON = re.compile("以?来|起|至今")


def looks_back(page: Reader, span: Span, title: str) -> bool:
    """Does a sentence begin with what came about long before its page, such as a launch of last year?

    A day or month that the title names too is the news itself.
    """
    start, end = span
    place = next(iter(page.dates_in(start, end)), None)
    fact = page.facts[place] if place is not None else None
    if not isinstance(fact, Period) or page.date is None or fact.high == "..":
        return False
    if held_against(page.folded, fact.start) or _GOES_ON.match(page.folded, fact.end):
        return False
    last = (fact.high or fact.value or "").split("-")
    if not all(part.isdigit() for part in last) or fact.text in title:
        return False
    if len(last) == 1:
        return int(last[0]) < page.date.year - 1
    ended = dt.date(int(last[0]), int(last[1]), int(last[2][:2]) if len(last) > 2 else 28)
    return page.date - ended > _OLD


def _only_words(text: str) -> str:
    return re.sub(r"\W", "", text)


_FIGURE = re.compile(r"\d[\d.]*(?:万亿|万|亿|%)?")
_TOLD = re.compile("目标|突破|首次|首个|首台|首届|将于|创.{0,4}(?:新高|纪录)")
_SLOGAN = in_folded(
    "新思想引领|重要讲话|重要指示|精神|贯彻落实|以.{2,30}为指导|凝心聚力|谱写|贡献.{0,6}力量|致贺信|欢迎"
)


def of_title(quote: str, title: str) -> float:
    """What a sentence is worth beside its own news: 3 for the title's figure, less for slogans and formulas.

    Years and days of the title are no figures of it.
    """
    plain, told = fold(quote), fold(title)
    figures = {one for one in _FIGURE.findall(_DAY.sub("", told)) if len(one) > 1}
    carries = any(re.search(rf"(?<![\d.]){re.escape(one)}(?![\d.])", plain) for one in figures)
    worth = 3.0 if carries else 0.0
    worth += 0.5 * bool(_TOLD.search(plain))
    return worth - 1.0 * bool(_SLOGAN.search(plain))


_DAY = re.compile(r"(?:19|20)\d\d年?|\d{1,2}[月日号届]")


def overlap(quote: str, title: str) -> float:
    """The share of the title's pairs of characters that a sentence says too, from 0 to 1."""
    told, said = _only_words(fold(title)), _only_words(fold(quote))
    pairs = {told[at : at + 2] for at in range(len(told) - 1)}
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else 0.0


def value(page: Reader, one: Unsaid) -> float:
    """The news of a sentence; 0 or less for what tells none."""
    start, end = one.span
    words = _SOURCE.sub("", page.folded[start:end].strip(' \u3000“”"'))
    if len(words) < _SHORTEST or _NO_NEWS.search(words):
        return 0.0
    found = tokens(page, start, min(end, start + _READ))
    figures = sum(isinstance(word.fact, Quantity) and word.fact.kind != "number" for word in found)
    dates = sum(isinstance(word.fact, Period) for word in found)
    deeds = any(word.has("publish", "act", "event", "cause") for word in found)
    names = any(word.kind in ACTOR_KINDS and word.kind != "place" for word in found)
    worth = min(figures, _MOST_FIGURES) + 0.5 * bool(dates) + 0.5 * deeds + 0.5 * names
    worth += any(word.has("plan", "publish") for word in found)
    worth += 1.0 if one.paragraph == 0 else 0.0
    return worth - (2.0 if _SPOKEN.search(words) else 0.0) - 0.05 * one.paragraph
