"""What a page is, read from its own signs: a document before its news, an advertisement before what it praises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from donghyang.language import tables
from donghyang.records import PageKind
from donghyang.stories.documents import is_document, opening
from donghyang.stories.tables import Lexicon, abroad, lexicon, places
from donghyang.stories.wording import column_of

LEAD = 160
# An advertisement asks for a purchase in several ways; a report on prices does it in one.
SELLING = 3
# A lead with so many figures tells statistics.
FIGURES = 3
# A feature tells its figures further down, and more of them.
FEATURE = 800

_NAMED = rf"《[^《》]{{2,60}}?(?:{tables.either(__package__, 'document_types')})(?:\([^()]*\))?》"
_ISSUING = rf"(?:{tables.either(__package__, 'issued')})"
# 印发《…方案》, 《…条例》公布, 公布修订后的《…条例》.
_DOCUMENT_NEWS = re.compile(rf"{_NAMED}[^。,]{{0,8}}?{_ISSUING}|{_ISSUING}[^。《]{{0,14}}{_NAMED}")
_ISSUED_TITLE = re.compile(
    r"(?:部门|办公厅|委|部|局|省|市|国办|中办)[^,。]{0,10}(?:印发|发布|出台)[^,。]{0,20}(?:意见|方案|办法|规划|通知|计划|措施)"
)
_PUBLISHED = re.compile(r"《[^《》]{2,40}》[^,。]{0,6}(?:出版|首发)")
# A figure that is no date, no ordinal and no session; in words where a headline writes them (两千个, 四成).
_FIGURE = re.compile(
    r"(?<![第\d.])\d[\d.]*(?![\d.]|年|月|日|届|号|—|-|·)"
    r"|[一二三四五六七八九]成(?!立)|[一二三四五六七八九十两][百千万亿]"
)
# 抵达 and 超算 compare nothing.
_COMPARED = re.compile(
    r"同比|环比|增长|增至|下降|回升|(?<![抵到直表发传通])达|超(?![算级导声高大深临重硬])|占(?!领)|突破|累计|新增|总量|总额|总产值|占比|新高|首位|位居|领先|平稳|规模(?!化)|发放|投放"
)
_RANKED = re.compile(r"(?:数量|规模|总量|产量|份额|装机)[^,。]{0,8}居[^,。]{0,6}(?:首位|第一|前列)")
_RATE = re.compile(r"[同环]比")
_MEASURED = re.compile(r"指数|统计公报|装机|产销|增加值")
# A state of things that a feature tells with many figures.
_GROWN = re.compile(r"迈上|新台阶|新阶段|跃升|提速|成就|提前完成|稳步")
_STATED = re.compile(r"数据显示|统计|截至|最新数据|公布的|发布的报告|报告显示")
# A country by one letter, as headlines begin with it; 美丽, 英雄, 乌镇 are none.
_SHORT_COUNTRY = re.compile(r"美(?![丽好食术化育团容味景妆的])|俄|乌(?![鲁兰镇江海梁蒙])|英(?![雄才烈语模])")
_SOLD = re.compile(tables.either(__package__, "selling"))


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page is, and whether it tells of another country."""

    kind: PageKind
    abroad: bool
    column: str
    """The series that the page stands in, as its title names it before the headline; "" without one."""
    headline: str
    """The whole title: a document's may run over several lines of the text."""


def kind_of(title: str, text: str, number: str = "") -> Kind:
    """The kind of a page, title and body given in normal form; "news" where no sign says more.

    `number` is that of a document, as the page's own table says it, "" for none.
    """
    found = dict.fromkeys(_words().values(title), True)
    named = bool(abroad().values(title) or _SHORT_COUNTRY.match(title))
    away = ("abroad" in found or named) and "home" not in found and not places().values(title)
    headline = opening(title, text)
    kind = "document" if is_document(headline, text, number) else _kind(headline, text, found)
    return Kind(kind, away and kind != "document", column_of(title), headline)


def counts(title: str) -> bool:
    """Whether a title in normal form tells a figure, or that something has grown or stands first."""
    return bool(_FIGURE.search(title) or _COMPARED.search(title) or _GROWN.search(title))


@lru_cache(maxsize=1 << 14)  # grouping asks of every pair
def is_roundup(title: str) -> bool:
    """Whether a title in normal form announces many short news in one page."""
    return "roundup" in _words().values(title)


def _kind(title: str, text: str, announced: dict[str, bool]) -> PageKind:
    if announced.get("roundup"):
        return "roundup"
    if len(set(_SOLD.findall(title + "\n" + text))) >= SELLING:
        return "advertisement"
    for kind in _announced():
        if kind in announced and kind not in ("abroad", "home"):
            return kind  # type: ignore[return-value]
    if _PUBLISHED.search(title):
        return "book"
    return _news(title, text)


def _news(title: str, text: str) -> PageKind:
    lead = text[:LEAD]
    acts = _acts().values(title)
    if _DOCUMENT_NEWS.search(title) or _ISSUED_TITLE.search(title):
        return "document news"
    # A meeting is told as one, though a report was published there.
    if "event" not in acts and _DOCUMENT_NEWS.search(lead):
        return "document news"
    if "result" in acts:
        return "result"
    if _RATE.search(title) or _RANKED.search(title) or (_FIGURE.search(title) and _COMPARED.search(title)):
        return "statistics"
    if "event" in acts:
        return "event"
    compared = _COMPARED.search(title) or _MEASURED.search(title)
    if compared and (_STATED.search(lead) or len(_FIGURE.findall(lead)) >= FIGURES):
        return "statistics"
    if _GROWN.search(title) and len(_FIGURE.findall(text[:FEATURE])) >= 2 * FIGURES:
        return "statistics"
    return "news"


@cache
def _announced() -> tuple[str, ...]:
    return tuple(kind for kind, _ in tables.read(__package__, "kinds.tsv"))


@cache
def _words() -> Lexicon[str]:
    return lexicon((kind, words) for kind, words in tables.read(__package__, "kinds.tsv"))


@cache
def _acts() -> Lexicon[str]:
    return lexicon((kind, words) for kind, words in tables.read(__package__, "acts.tsv"))
