"""A government's work report: what it sets itself for its year, and which of its sentences tell nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.cutting import trim
from donghyang.draft.measured import Indicator, measures
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.outline import INNER
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.plans import words_of
from donghyang.draft.prose import about
from donghyang.draft.reading import opens_paragraph
from donghyang.draft.reviewed import planned_at
from donghyang.draft.sentences import Phrase, Unsaid
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.script import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader
    from donghyang.records import Span

_TITLE = re.compile("政府工作报告(?:[（(][^（）()]*[）)])?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
# 主要预期目标是：甲；乙。 Those of a five-year plan are no 预期目标 of a year.
_EXPECTED = re.compile("(?:(?<!“十.五”)预期|今年[^。\n]{0,16}主要)目标\n?(?:是|为)[：:，,]")
_RIDER = re.compile("(?:在)?实际工作中(?:努力|全力)?争取更好结果|力争取得更好结果|力争更好结果")
_CONGRESS = re.compile(r"在(?P<place>[^，。；\n]{2,12}(?:省|自治区|市))第?[一二三四五六七八九十]{1,4}届")
_OWN_TITLE = re.compile(
    r"^(?:20\d\d年)?(?P<place>[^，。；\n\d]{2,8}(?:省|自治区|市))(?:20\d\d年)?(?:人民)?政府工作报告$", re.M
)
_HEAD = 600
"""Characters of a report in front of its first chapter, in which the congress is named."""
_LONGEST_HEAD = 36
"""Characters of a sentence that heads its paragraph."""
_IN_LEAD = 3
"""Goals that the lead names, one of them that of research where there is one."""
_RESEARCH = "研发"
_WHOLE = re.compile("^(?:성|시|구) 전역 ")
_PRODUCT, _REGIONAL = ("총생산", "GDP"), "지역내총생산(GRDP)"
_LEADING = tables.words(__package__, "macro")


@dataclass(frozen=True, slots=True)
class Goals:
    """What a work report sets itself for its year."""

    year: int
    place: str
    """Whose report it is, in Korean; "" where it is the country's."""
    span: Span
    """The sentence that lists them."""
    items: tuple[Indicator, ...]


def is_work_report(title: str | None) -> bool:
    """Is a page, by its title, a government's yearly report?"""
    return bool(_TITLE.search(fold(title or "").strip()))


def year_of(title: str | None, day: dt.date | None) -> int | None:
    """The year that a report plans: its title's, else its day's."""
    named = _YEAR.search(fold(title or ""))
    return int(named.group()) if named else day.year if day else None


def place_of(page: Reader) -> str:
    """The province or city whose congress the report was given to, or whose its own line says that it is, in Korean.

    "" for the country's own.
    """
    found = _CONGRESS.search(page.folded, 0, _HEAD) or _OWN_TITLE.search(page.folded, 0, _HEAD)
    return (noun_phrase(page, words_of(page, *found.span("place"))) or "") if found else ""


def goals_at(page: Reader, title: str | None) -> tuple[int, Span] | None:
    """The year that the report plans, and what opens the list of its goals; None where the page is no such report."""
    year = year_of(title, page.date)
    found = _EXPECTED.search(page.folded) if year and is_work_report(title) else None
    if not year or found is None:
        return None
    opens = max(page.folded.rfind(stop, 0, found.start()) for stop in "。\n") + 1
    return year, (trim(page.text, opens, found.end())[0], found.end())


def goals_of(page: Reader, title: str | None) -> Goals | None:
    """What the report expects of its year; None where the page is no such report or lists nothing."""
    at = goals_at(page, title)
    if at is None:
        return None
    year, (start, listed) = at
    end = page.folded.find("。", listed)
    end = len(page.folded) if end < 0 else end
    items: list[Indicator] = []
    for span, one in measures(page, listed, end, ahead=True):
        if _RIDER.fullmatch(page.folded, *span):
            if items:
                items[-1] = replace(items[-1], rider=True)
            continue
        if one or _measures(page, span):
            items.append(one or Indicator(span, "", ""))
    end, more = _going_on(page, end)
    items += more
    place = place_of(page)
    return Goals(year, place, (start, end), tuple(of_place(items, place))) if items else None


def _measures(page: Reader, span: Span) -> bool:
    """Is there anything measured in what has no Korean, or is it more than a short word of urging (努力跑赢全国)?"""
    long = span[1] - span[0] > _SHORT_AIM
    return long or any(word.kind == "metric" or word.has("quantity") for word in words_of(page, *span))


_SHORT_AIM = 12


def _going_on(page: Reader, end: int) -> tuple[int, list[Indicator]]:
    """The goals that the sentences behind `end` go on to list, in its paragraph, and where they end."""
    items: list[Indicator] = []
    line = page.text.find("\n", end)
    last = len(page.text) if line < 0 else line
    while (stop := page.folded.find("。", end + 1, last)) >= 0:
        found = list(measures(page, end + 1, stop, ahead=True))
        if not found or found[0][1] is None:
            break
        if not (all(one for _, one in found) or page.folded.startswith(_LEADING, found[0][0][0])):
            break
        items += [one or Indicator(span, "", "") for span, one in found]
        end = stop
    return end, items


def of_place(items: Sequence[Indicator], place: str) -> list[Indicator]:
    """Measures of the place whose report it is: its own product, without saying that they are all of the place's."""
    if not place:
        return list(items)
    named = [_WHOLE.sub("", one.what) if one.what not in _PRODUCT else _REGIONAL for one in items]
    return [replace(one, what=what) for one, what in zip(items, named, strict=True)]


def _heads_paragraph(page: Reader, phrase: Phrase | Unsaid) -> bool:
    """产业结构不断优化。工业增长7%…: is what is told of a sentence only the head of its paragraph, without a figure?"""
    start, end = phrase.span
    if isinstance(phrase, Phrase) and phrase.rest:
        end = phrase.rest[0]
    short = opens_paragraph(page, start) and end - start <= _LONGEST_HEAD
    return short and not any(place in page.facts for place in range(start, end))


def without_head(page: Reader, phrase: Phrase | Unsaid) -> Phrase | Unsaid | None:
    """The sentence; open where what could be said gives no figure; None where it is no more than a head.

    That something went well or better is what such reports say in front of their figures.
    """
    whole = isinstance(phrase, Unsaid) or phrase.rest is None
    if _heads_paragraph(page, phrase):
        return None if whole else _opened(phrase)
    if isinstance(phrase, Unsaid):
        return phrase
    counted = bool(re.search(r"\d", _DATED.sub("", phrase.korean)))
    vague = phrase.shapes[0] == "event" or (phrase.shapes[0] == "act" and not phrase.who)
    review = reviews_at(page, phrase.span[0])
    timeless = review and not _DATED.search(phrase.korean)
    inner = not counted and _of_an_inner_region(page, phrase)
    if not (review or counted) and planned_at(page, phrase.span[0]):
        # What is to be done without figures the table of tasks says.
        return None
    if not (timeless or inner or (vague and review and not counted)):
        return phrase
    return None if whole and not (counted or phrase.who) else _opened(phrase)


def _of_an_inner_region(page: Reader, phrase: Phrase) -> bool:
    """加快推进南疆发展。加快资源开发: is a sentence of the part of the province that its paragraph has named?"""
    start, end = phrase.span
    opens = page.text.rfind("\n", 0, start) + 1
    return bool(INNER.search(page.folded, opens, start)) and not INNER.search(page.folded, start, end)


def _opened(phrase: Phrase | Unsaid) -> Unsaid:
    """What could be said, left open."""
    return Unsaid(phrase.span, phrase.quote, phrase.paragraph)


_DATED = re.compile(r"\d{4}(?:~\d{4})?년(?: (?:이후|말|상반기|하반기))?|지난 \d+년간|\d+(?:년|개월|분기) 연속")


def lead_of(page: Reader, goals: Goals) -> Phrase | Unsaid:
    """The report's news: whose goals of which year; unsaid where its first one has no Korean."""
    known = [one for one in goals.items if one.what and page.folded.startswith(_LEADING, one.span[0])]
    research = [one for one in goals.items if one.what and _RESEARCH in page.folded[slice(*one.span)]]
    said = list(dict.fromkeys((goals.items[0], *research[:1], *known)))[:_IN_LEAD]
    said.sort(key=lambda one: one.span)
    paragraph = page.text.count("\n", 0, goals.span[0])
    quote = page.text[slice(*goals.span)]
    if not goals.items[0].what:
        return Unsaid(goals.span, quote, paragraph)
    told = ", ".join(f"{one.what} {one.amount}" for one in said)
    first = f"{said[0].what} {said[0].amount}"
    year = f"{goals.year}년"
    front = f"{goals.place}, {year}" if goals.place else year
    prose = about(goals.place, f"{year} {with_particle(told, '을')} 목표로 한다.")
    return Phrase(
        korean=f"{front} {told} 목표",
        short=f"{front} {first} 목표",
        prose=prose,
        span=goals.span,
        quote=quote,
        shapes=("figure",),
        goal=True,
        rest=None,
        paragraph=paragraph,
        who=True,
        year=goals.year,
    )
