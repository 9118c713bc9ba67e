"""A government's work report: what it sets itself for its year, and which of its sentences tell nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans, trim
from donghyang.draft.moods import OPEN, mood_of
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.outline import INNER
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.plans import words_of
from donghyang.draft.prose import about
from donghyang.draft.reading import opens_paragraph, reader
from donghyang.draft.reviewed import is_yearly, planned_at, time_of
from donghyang.draft.sentences import Phrase, Unsaid
from donghyang.facts import find_facts
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.script import fold
from donghyang.records import Quantity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.draft.reading import Reader
    from donghyang.records import Span

_TITLE = re.compile("政府工作报告(?:[（(][^（）()]*[）)])?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
# 主要预期目标是：甲；乙。 Those of a five-year plan are no 预期目标 of a year.
_EXPECTED = re.compile("[^。\n]*?(?<!“十.五”)预期目标\n?(?:是|为)[：:，,]")
_RIDER = re.compile("(?:在)?实际工作中(?:努力|全力)?争取更好结果|力争取得更好结果|力争更好结果")
_CONGRESS = re.compile(r"在(?P<place>[^，。；\n]{2,12}(?:省|自治区|市))第?[一二三四五六七八九十]{1,4}届")
_HEAD = 600
"""Characters of a report in front of its first chapter, in which the congress is named."""
_LONGEST_HEAD = 36
"""Characters of a sentence that heads its paragraph."""
_IN_LEAD = 3
"""Goals that the lead names."""
_GROWTH, _RATE = "经济增长", "经济增速"
_WHOLE = re.compile("^(?:성|시|구) 전역 ")
_PRODUCT, _REGIONAL = "총생산", "지역내총생산(GRDP)"
_NARROWED = re.compile("扣除|剔除|不含|除.{1,20}外")
_WHOLE_YEAR = "全年"
_MACRO = frozenset(tables.words(__package__, "macro"))
_LEADING = tables.words(__package__, "macro")
_OF_ECONOMY = re.compile(tables.either(__package__, "macro"))


@dataclass(frozen=True, slots=True)
class Indicator:
    """A goal or a result: what is measured, and how much of it, both in Korean; `what` is "" where it has none."""

    span: Span
    what: str
    amount: str
    rider: bool = False
    """Is more to be striven for?"""


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
    """The province or city whose congress the report was given to, in Korean; "" for the country's own."""
    found = _CONGRESS.search(page.folded, 0, _HEAD)
    return (noun_phrase(page, words_of(page, *found.span("place"))) or "") if found else ""


def goals_at(page: Reader, title: str | None) -> tuple[int, Span] | None:
    """The year that the report plans, and what opens the list of its goals; None where the page is no such report."""
    year = year_of(title, page.date)
    found = _EXPECTED.search(page.folded) if year and is_work_report(title) else None
    return (year, (trim(page.text, *found.span())[0], found.end())) if year and found else None


def goals_of(page: Reader, title: str | None) -> Goals | None:
    """What the report expects of its year; None where the page is no such report or lists nothing."""
    at = goals_at(page, title)
    if at is None:
        return None
    year, (start, listed) = at
    end = page.folded.find("。", listed)
    end = len(page.folded) if end < 0 else end
    items: list[Indicator] = []
    for span in _pieces(page, listed, end):
        if _RIDER.fullmatch(page.folded, *span):
            if items:
                items[-1] = replace(items[-1], rider=True)
            continue
        items.append(_item(page, span) or Indicator(span, "", ""))
    end, more = _going_on(page, end)
    items += more
    place = place_of(page)
    return Goals(year, place, (start, end), tuple(_of_place(items, place))) if items else None


def _going_on(page: Reader, end: int) -> tuple[int, list[Indicator]]:
    """The goals that the sentences behind `end` go on to list, in its paragraph, and where they end."""
    items: list[Indicator] = []
    line = page.text.find("\n", end)
    last = len(page.text) if line < 0 else line
    while (stop := page.folded.find("。", end + 1, last)) >= 0:
        pieces = list(_pieces(page, end + 1, stop))
        found = [_item(page, span) for span in pieces]
        if not pieces or found[0] is None or not page.folded.startswith(_LEADING, pieces[0][0]):
            break
        items += [one or Indicator(span, "", "") for one, span in zip(found, pieces, strict=True)]
        end = stop
    return end, items


def _of_place(items: Sequence[Indicator], place: str) -> list[Indicator]:
    """Measures of the place whose report it is: its own product, without saying that they are all of the place's."""
    if not place:
        return list(items)
    named = [_WHOLE.sub("", one.what) if one.what != _PRODUCT else _REGIONAL for one in items]
    return [replace(one, what=what) for one, what in zip(items, named, strict=True)]


def _pieces(page: Reader, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = page.folded.find(";", at, end)
        stop = end if stop < 0 else stop
        for span in clause_spans(page, at, stop):
            yield from _parted(page, span)
        at = stop + 1


def _parted(page: Reader, span: Span) -> Iterator[Span]:
    """甲增长7%左右、乙增长8%左右: the parts of a clause that give a figure each; 分别增长5%、6% is one."""
    start, end = span
    ends = {fact.end for place in range(*span) if isinstance(fact := page.facts.get(place), Quantity)}
    for place in re.finditer(r"、(?![\d约])", page.folded[start:end]):
        at = span[0] + place.start()
        if at in ends:
            yield trim(page.text, start, at)
            start = at + 1
    yield start, end


def _item(page: Reader, span: Span) -> Indicator | None:
    """[what is measured] [how much]; None where the words are no such thing, or say more."""
    if page.folded.startswith(_GROWTH, span[0]):
        # 经济增长5%: by what rate it grows.
        told = _RATE + page.text[span[0] + len(_GROWTH) : span[1]]
        rate = _item(reader(told, find_facts(told, date=page.date), page.terms, page.date), (0, len(told)))
        return replace(rate, span=span) if rate else None
    found = clause(page, words_of(page, *span))
    if not found or found.shape != "figure" or not found.who or found.date or mood_of(page, *span) not in OPEN:
        return None
    if re.search(r"\d", found.who):
        return None
    return Indicator(span, found.who, found.korean.removesuffix(" 기록"))


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


def results_of(page: Reader, title: str | None) -> list[Indicator]:
    """What a work report tells of the economy in the year in front of its own, each measure once; [] of other pages."""
    planned = year_of(title, page.date) if is_work_report(title) else None
    if planned is None:
        return []
    year, goals, found = planned - 1, _EXPECTED.search(page.folded), dict[str, Indicator]()
    end = goals.start() if goals else len(page.text)
    for start, stop in _reviewed(page, end):
        whole, last = False, None
        if _NARROWED.search(page.folded, start, stop):
            # 扣除房地产投资后，固定资产投资增长甲: the figure is not that of the whole.
            continue
        for span in clause_spans(page, start, stop):
            whole = whole or _WHOLE_YEAR in page.folded[slice(*span)]
            one = _result(page, span, year, whole=whole)
            if one:
                last = found.setdefault(one.what, one)
            elif last and (move := _move(page, span)):
                # 达到2.15万亿元、增长5.5%: how it moved belongs to how much it was.
                found[last.what] = replace(last, amount=f"{last.amount}, {move}")
                last = None
            else:
                last = None
    return _of_place(list(found.values()), place_of(page))


def _move(page: Reader, span: Span) -> str:
    """How much something moved, of which the clause in front says what it is; "" for any other clause."""
    if not _MOVES.match(page.folded, span[0]):
        return ""
    found = clause(page, words_of(page, *span))
    return found.korean if found and found.shape == "figure" and not found.who and not found.date else ""


_MOVES = re.compile("(?:同比)?(?:增长|下降)")


def _reviewed(page: Reader, end: int) -> Iterator[Span]:
    """The sentences of the review in front of `end`."""
    at = 0
    for stop in re.finditer("[。；\n]", page.text[:end]):
        if reviews_at(page, at):
            yield at, stop.start()
        at = stop.end()


def _result(page: Reader, span: Span, year: int, *, whole: bool) -> Indicator | None:
    if not _OF_ECONOMY.search(page.folded, *span):
        return None
    words = words_of(page, *span)
    first = next((word for word in words if word.has("noun") and word.kind != "place" and not word.has("date")), None)
    if first is None or first.zh not in _MACRO or not any(word.has("quantity") for word in words):
        return None
    found = clause(page, words)
    if not found or found.shape != "figure" or not found.who or mood_of(page, *span) not in (*OPEN, "done"):
        return None
    if is_yearly(words):
        return None
    time = time_of(page, span[0])
    of_year = found.date == f"{year}년" if found.date else whole or (time is not None and time.year == year)
    what = found.who.removeprefix("이 중 ")
    return Indicator(span, what, found.korean.removesuffix(" 기록")) if of_year and not re.search(r"\d", what) else None


def lead_of(page: Reader, goals: Goals) -> Phrase | Unsaid:
    """The report's news: whose goals of which year; unsaid where its first one has no Korean."""
    known = [one for one in goals.items if one.what and page.folded.startswith(_LEADING, one.span[0])]
    said = list(dict.fromkeys((goals.items[0], *known)))[:_IN_LEAD]
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
