"""Bounds: the words around a figure that say "at least", "more than", "about"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from donghyang.records import Bound

_GAP = r"(?>(?: ?(?:<[^<>]{1,12}>|\*\*) ?)*) ?"
HOW_FAR = tables.either(__package__, "how_far")
"""By how much a figure is surpassed, in front of the verb."""
_SURPASS = lazily(
    rf"[을를이가은는도]? ?(?:(?:{HOW_FAR}) )?"
    r"(?:넘어[서설선섰섬]|돌파|(?P<denied>(?:넘|초과하|상회하|웃돌)지 (?:않|못))"
    r"|초과|상회|웃[돌도]|(?P<reach>넘)|(?P<less>하회|밑[돌도]))"
)
_BY_HOW_MUCH = lazily(" ?(?:초과|상회|웃[돌도]|하회|밑[돌도])")
_BACK = 8
"""Characters before a figure in which stands what is surpassed by it."""
_THAN = lazily("(?:[을를]|보다)(?:[(（][^()（）\n]*[)）])? ?(?:약 )?$")
_WITHIN = lazily(r" ?(?P<word>내|안(?=에))(?:에|로|의|,|\s|$)")
_LEFT_OPEN = lazily(r"여(?=[\ 간만에의,.)]|$)| 여(?=간(?![가-힣])| ?만에| ?동안|에 걸쳐)")
"""Behind a unit of time: 1년여 만에."""
_BRACKETED = lazily(r"[(（][^()（）\n]{1,20}[)）](?= ?(?:이상|이하|이내|초과|미만))")
"""What is told once more between a figure and its bound: 10%(18개) 이상, 50㎖(g) 이하."""
_WITHIN_ZH = lazily(r"内(?![部容外涵在地需])")
_SPANS_OF_TIME = frozenset(
    (
        "년",
        "개월",
        "일",
        "시간",
        "주",
        "분",
        "年",
        "个月",
        "天",
        "日",
        "小时",
        "月",
        "周",
        "分钟",
        "달",
        "초",
        "秒",
        "秒钟",
        "个小时",
    )
)
_TAG = frozenset("/\"'")
_WORD_BEFORE = {
    "约": "节合签契预制违守大婚稿", "約": "節合簽契預制違守大", "近": "最附临邻靠亲贴走", "超": "赶反",
    "不": "找看想买碰见听遇等拿收感做办得",
}  # fmt: skip
"""Characters that make another word with a bound word: 节约 (save), 最近 (lately), 找不到 (cannot find)."""


@cache
def _words() -> tuple[dict[str, Bound], dict[str, Bound]]:
    before: dict[str, Bound] = {}
    after: dict[str, Bound] = {}
    for place, bound, words in tables.read(__package__, "bounds.tsv"):
        for word in words.split():
            (before if place == "before" else after)[word] = cast("Bound", bound)
    return before, after


@cache
def _before() -> re.Pattern[str]:
    words = sorted(_words()[0], key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, words))}){_GAP}$")


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in _words()[0]) | {" ", ">", "*"}


@cache
def _after() -> re.Pattern[str]:
    words = sorted(_words()[1], key=len, reverse=True)
    return re.compile(f" ?(?:<[^<>]{{1,12}}>|\\*\\*)? ?({'|'.join(map(re.escape, words))})")


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(word[0] for word in _words()[1]) | frozenset(" <*을를이가은는도넘돌초상웃하밑내안内여(（")


def bound_before(text: str, start: int, unit: str | None) -> tuple[Bound | None, int]:
    """The bound set by the word that ends before `start` and where that word begins; (None, start) without one.

    A tag between word and figure parts them, and then the figure begins where it did (최대 <b>2,000만 위안</b>).
    """
    if start == 0 or text[start - 1] not in _last_characters():
        return None, start
    window = max(0, start - 24)
    found = _before().search(text[window:start])
    if not found:
        return None, start
    word = found[1]
    at = window + found.start()
    ahead = text[at - 1] if at else ""
    if word[0] in _WORD_BEFORE and ahead and ahead in _WORD_BEFORE[word[0]]:
        return None, start
    if "가" <= word[0] <= "힣" and "가" <= ahead <= "힣":
        return None, start  # 계약 5건
    if word == "近" and unit in _SPANS_OF_TIME:
        return None, start  # 近五年: the last five years
    if word in ("<", ">") and (ahead.isalnum() or ahead in _TAG):
        return None, start  # the end of a tag
    if word in "~∼～〜" and (ahead.isalnum() or ahead in (")", "%", "년", "월")):
        return None, start
    return _words()[0][word], at if not found[0][len(word) :].strip() else start


def is_surplus(text: str, start: int, end: int) -> bool:
    """Whether a figure says by how much something else is surpassed: 목표를 22만 톤 웃도는, 지난해보다 5% 상회."""
    return _BY_HOW_MUCH.match(text, end) is not None and _THAN.search(text[max(0, start - _BACK) : start]) is not None


def bound_after(text: str, end: int, unit: str | None) -> tuple[Bound | None, int]:
    """The bound set by the word behind `end` and where it ends; a particle between parts them (85%를 넘어)."""
    if text[end : end + 1] not in _first_characters():
        return None, end
    found = _after().match(text, end)
    if found:
        parted = "<" in found[0] or "*" in found[0]
        return _words()[1][found[1]], end if parted else found.end()
    if bracket := _BRACKETED.match(text, end):
        found = _after().match(text, bracket.end())
        return (_words()[1][found[1]] if found else None), end
    if unit in _SPANS_OF_TIME:
        if (left_open := _LEFT_OPEN.match(text, end)) is not None:
            return "approx", left_open.end()
        within = _WITHIN.match(text, end)
        if within:
            return "<=", within.end("word")
        if _WITHIN_ZH.match(text, end):
            return "<=", end + 1
    found = _SURPASS.match(text, end)
    if not found:
        return None, end
    if found["reach"]:
        return ">=", end
    if found["denied"]:
        return "<=", end
    return ("<" if found["less"] else ">"), end
