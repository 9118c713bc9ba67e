"""Questions in Chinese: their words as Korean articles say them.

A word is said in Korean by the termbase, the gazetteer and the tables of this room, by its Korean reading (技术, 기술),
a name by its sound; else it has to stand in the text as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, product

from donghyang.archive.answers.asking.alike import done_otherwise, fold, in_chinese
from donghyang.archive.answers.asking.asked import ANY_FIGURE, Asked, kind_of, measured
from donghyang.archive.answers.asking.need import Need
from donghyang.archive.answers.asking.patterns import patterns
from donghyang.archive.answers.asking.question import Question, core_of, periods_of, words
from donghyang.archive.answers.asking.tokens import figure_of
from donghyang.language import abroad, gazetteer, tables
from donghyang.language.hanja import hangul_readings
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.segments import words as cut
from donghyang.language.transliterate import looks_like_person, transliterate
from donghyang.records import Span
from donghyang.verify.key import korean_forms

_LONGEST = 10
"""Characters of a word of the tables."""
_READINGS = 8
_GAP = 3
"""Characters between the noun and what asks: 达到了."""
_PAIR = 2
"""Characters of a word that is not cut."""
_MEASURES = {
    "重": "무게 중량",
    "长": "길이",
    "高": "높이 고도 해발",
    "宽": "폭 너비",
    "深": "깊이 심도 수심",
    "厚": "두께",
}
_MEASURED = lazily(f"(?P<measure>[{''.join(_MEASURES)}])[达约为有]?(?=多少|几)")
"""What a syllable before 多少 measures: 重多少."""
_HAN = lazily("[一-鿿]+")
_LATIN = lazily(r"[A-Za-z][A-Za-z0-9]*(?:[-.&+][A-Za-z0-9]+)*")
_NUMBER = lazily(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?(?:[μnmck]?m|[A-Z]Hz|kg|%|V|W|K|号|代|次|届|度))?")
_NUMBERED = lazily("[一二三四五六七八九十百零〇]+(?=[号代次届期大倍])")
"""Numbers in characters that name a thing (神舟十六号), which reports write in digits."""
_IS = "是为有达到占了"
"""Between a noun and what asks how much it is."""
_TURNED_TO = lazily(
    "(?:将|要|会|可|能|已|预计|力争){0,3}"
    "(?:提高|提升|增加|增长|扩大|降低|下降|减少|缩短|压缩|上升|发展|[达升降增减])[到至为]?了?$"
)
"""How a figure is said to change, between its noun and 多少: 回收率要提高到多少."""
_AIM = lazily("(?:[0-9]{4}年)?的?(?:目标|计划|预期)值?$")
_MONEY = ("投资", "资金", "补贴", "资助", "奖励", "金额", "收入")
_TIMES = lazily("时间|期间|寿命|周期|多久|多长")
_MULTIPLE = "倍"
_RANK = lazily("(?<=..)(?:特别行政区|自治区|[省市区县])$")
_NOT, _NOT_IN_KOREAN = "未非", ("비", "미", "무", "불")
_COUNTERS = {ord(one): said for one, said in (("号", "호"), ("代", "세대"), ("次", "차"), ("届", "회"), ("度", "도"))}
_BODIES = ("大学", "学院", "研究院", "研究所", "公司", "集团", "医院", "实验室", "委员会")
_CHANGED = lazily("(?:增长|增加|上升|上涨|提高|提升|下降|减少|降低|下跌|缩短)了?约?$")
"""Right before what asks by how much a thing went up or down; 提高到 asks for the end."""
_COUNT = "[一二三四五六七八九十]+|[0-9]+"
_PLACE = lazily(f"(?:排名?|名列|位居|位列|居|列)[在为]?第?(?P<rank>{_COUNT})[位名]?|第(?P<place>{_COUNT})[位名]")
"""Whose place is asked for: 排第二, 第五位."""
_SOME = lazily("[一二三四五六七八九十两几][个家座所位名项种台辆条]")
"""How many of a thing, by which it is not known: 三个中心."""
_BEFORE_IS = "的是为,，"
"""Between a noun and what asks which: 获批的城市是哪个."""
_MOST = lazily("最(?:(?P<least>少|低|小|短|慢)|多|高|大|长|快|强)的?")


def question(text: str, day: dt.date | None) -> Question:
    """A question in Chinese understood; its needs are Korean."""
    plain = _NUMBERED.sub(_in_digits, simplify(text))
    asked = _asked(plain)
    periods = periods_of(plain, day)
    taken = [*((period.start, period.end) for period in periods), *(asked.taken if asked else ())]
    needs = tuple(sorted(_needs(plain, taken), key=lambda need: need.span))
    core = _core(asked, needs) or core_of(needs, asked)
    return Question(plain, "zh", asked, needs, core, core, periods)


def _core(asked: Asked | None, needs: Sequence[Need]) -> tuple[Need, ...]:
    """What is measured: the word before 多少, the one behind 多少家."""
    if asked is not None and asked.sort == "extreme":
        at = asked.taken[1]
        before = [need for need in needs if at[0] - _GAP <= need.span[1] <= at[0]][-1:]
        return tuple(before or [need for need in needs if need.span[0] >= at[1]][:1])
    if asked is None or asked.sort != "figure" or not asked.taken or asked.kinds == {"rank"}:
        return ()
    start, end = asked.taken[0]
    behind: list[Need] = []
    needs = [need for need in needs if need.kind != "deed" or measured(need.forms[0])]
    for need in needs if asked.unit else ():
        if end <= need.span[0] <= (behind[-1].span[1] if behind else end + 1):
            behind.append(need)
    return tuple(behind[-1:] or [need for need in needs if start - _GAP <= need.span[1] <= start][-1:])


def _in_digits(found: re.Match[str]) -> str:
    value = read_zh(found[0])
    return found[0] if value is None else f"{value:f}"


def _asked(text: str) -> Asked | None:
    for pattern, asked in patterns("zh"):
        if (found := pattern.search(text)) is None:
            continue
        said, taken = found.groupdict(), found.span()
        if "noun" in said:
            noun = _noun_of(said["noun"]) or _noun_of(text[: found.start()].rstrip(_BEFORE_IS)[-_LONGEST:], last=True)
            if noun is None:
                continue
            asked, taken = replace(asked, noun=noun[0], kind=kind_of(noun[0])), (found.start(), found.start("noun"))
        if (size := read_zh(said.get("size") or "")) is not None:
            asked = replace(asked, size=int(size))
        if (unit := said.get("unit")) == _MULTIPLE:
            return Asked("figure", frozenset({"multiple"}), taken=(taken,))
        if unit is not None:
            asked = replace(asked, unit=_units()[unit])
        if asked.sort == "figure" and _CHANGED.search(text, 0, found.start()):
            asked = replace(asked, change=True)
        if asked.kinds == ANY_FIGURE:
            asked = replace(asked, kinds=_measured(text[: found.start()]) or ANY_FIGURE)
        if asked.sort == "name":
            return _of_rank(text, replace(asked, taken=(taken,)))
        return replace(asked, taken=(taken,), times=_TIMES.search(text) is not None)
    return None


def _of_rank(text: str, asked: Asked) -> Asked:
    """The same, as who holds a place (排第二), or has the most, where the question says so."""
    if place := _PLACE.search(text):
        value = read_zh(place["rank"] or place["place"])
        if value is not None:
            return replace(asked, sort="ranked", rank=int(value), taken=(*asked.taken, place.span()))
    if most := _MOST.search(text):
        return replace(asked, sort="extreme", least=most["least"] is not None, taken=(*asked.taken, most.span()))
    return asked


def _noun_of(said: str, *, last: bool = False) -> tuple[str, ...] | None:
    """The Korean of the longest word of the tables that a text begins with, or ends in; None for none."""
    for size in range(len(said), 1, -1):
        word = said[-size:] if last else said[:size]
        if _is_known(word):
            return _need(word, (0, size)).forms
    return None


@cache
def _units() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.read(__package__ or "", "chinese_units.tsv")}


def _measured(before: str) -> frozenset[str]:
    """The kinds of fact that the noun at the end of a text is measured in."""
    noun = _AIM.sub("", _TURNED_TO.sub("", before).rstrip(_IS))[-4:]
    if noun.endswith(_MONEY):
        return frozenset({"money"})
    return measured("".join(next(iter(hangul_readings(char)), char) for char in noun))


def _needs(text: str, taken: list[Span]) -> Iterator[Need]:
    closed = {at for start, end in taken for at in range(start, end)}
    for found in _LATIN.finditer(text):
        if found.start() not in closed:
            yield Need(found[0], (found[0].lower(),), 1, "name", found.span())
    for found in _NUMBER.finditer(text):
        if found.start() not in closed:
            yield figure_of(
                found[0].translate(_COUNTERS),
                found.span(),
            )
    if measure := _MEASURED.search(text):
        own = tuple(_MEASURES[measure["measure"]].split())
        yield Need(measure["measure"], own, len(own), "word", measure.span("measure"))
    for run in _HAN.finditer(text):
        yield from needs_of_run(text, run.span(), closed)


def needs_of_run(text: str, run: Span, closed: Container[int] = ()) -> Iterator[Need]:
    """The words of a run of Chinese characters, each as a need; the characters at the places of `closed` only ask."""
    parts = (part for start, end in _cut(text, run, closed) for part in _in_parts(simplify(text[start:end]), start))
    known_to = 0
    for first, last in parts:
        if last - first < _PAIR:
            continue
        if not _is_plain(text[first:last]):
            need = _need(simplify(text[first:last]), (first, last))
            yield _turned(need) if first > known_to and text[first - 1] in _NOT else need
        known_to = last


def _is_plain(word: str) -> bool:
    """Whether a word says nothing of what is asked for, or only how many."""
    return word in words("chinese_plain") or _SOME.fullmatch(word) is not None


def _turned(need: Need) -> Need:
    """A word behind 未 or 非, which a text has to say so: 未接种, 비접종."""
    forms = tuple(f"{prefix}{form}" for form in need.forms[: need.own] for prefix in _NOT_IN_KOREAN)
    return replace(need, forms=forms, own=len(forms), kind="turned")


def _cut(text: str, run: Span, closed: Container[int]) -> Iterator[Span]:
    """The words of a run: the longest of the tables, else those of the cutter; characters left between them are one."""
    at, end = run
    left = at
    cutter = dict(cut(text) or ())
    while at < end:
        sizes = range(min(_LONGEST, end - at), 1, -1)
        size = next((size for size in sizes if _is_known(text[at : at + size])), 1)
        stop = max(at + size, min(cutter.get(at, 0), end))
        if at not in closed and stop == at + 1 and text[at] not in words("chinese_plain"):
            at = stop
            continue
        yield left, at
        if at not in closed:
            yield at, stop
        at = left = stop if at not in closed else at + 1
    yield left, end


def _in_parts(word: str, start: int) -> Iterator[Span]:
    """A word where it is known, else its parts of which one is: 日产量, 产量."""
    size = len(word)
    if size > _PAIR and not (_is_known(word) or gazetteer.written(_RANK.sub("", word)) or looks_like_person(word)):
        for at in range(1, size - 1):
            if _is_known(word[at:]):
                yield start, start + at
                yield start + at, start + size
                return
    yield start, start + size


def _is_known(word: str) -> bool:
    return word in korean_forms() or word in in_chinese()


def _need(word: str, span: Span) -> Need:
    forms = list(in_chinese().get(word, ()))
    forms.extend(fold(form) for form in sorted(korean_forms().get(word, ()), key=len, reverse=True))
    places = gazetteer.written(word) or gazetteer.written(_RANK.sub("", word))
    forms.extend(place.hangul for place in places)
    named = bool(places) or word in _countries()
    forms.extend(_readings(word))
    if named or looks_like_person(word):
        forms.append(transliterate(word).hangul)
    own = tuple(dict.fromkeys(form for form in (*forms, word) if form))
    if not named and (done := done_otherwise(own)):
        return Need(word, tuple(dict.fromkeys((*own, *done))), len(own), "deed", span)
    if named or word.endswith(_BODIES):
        return Need(word, own, len(own), "name", span)
    return Need(word, own, len(own), "word", span)


def _readings(word: str) -> Iterator[str]:
    """How a word is read in Korean, the usual readings first."""
    return map("".join, islice(product(*(hangul_readings(char)[:2] for char in word)), _READINGS))


@cache
def _countries() -> frozenset[str]:
    """Chinese names of countries that the tables say in Korean."""
    known = abroad.countries()
    return frozenset(chinese for chinese, forms in korean_forms().items() if any(form in known for form in forms))
