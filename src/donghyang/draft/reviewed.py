"""The time of a figure that another sentence names: 五年来, 过去一年, the heading of a review."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from donghyang.draft.figures import held_against, period_ko
from donghyang.draft.plan_pages import is_review, reviews_at, turns_at
from donghyang.draft.proper import numeral
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A time that holds for what follows it."""

    korean: str
    """"" where the text names none, or more than one."""
    several: bool = False
    """Is it longer than a year?"""

    @property
    def year(self) -> int | None:
        """The year, where it is one."""
        return None if self.several or not self.korean else int(self.korean.removesuffix("년"))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place where a page names the time it goes on to speak of."""

    at: int
    time: Reviewed | None
    """None: the time of the page itself."""
    opens: bool
    """Does it open a paragraph, or is it a heading?"""


_PLAN_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_NUMERAL = "[一二两三四五六七八九十\\d]{1,2}"
_OPENING = (
    r"(?:^|(?<=[\n。;!:]))[ \u3000—“·-]*(?:各位代表[!,:][ \u3000]*)?"
    rf"(?:\(?{_NUMERAL}[)、.]|{_NUMERAL}是)?[ \u3000]*(?:[^,。;:\n]{{0,12}}(?:显示|获悉|介绍|统计),)?"
    r"(?:回顾|回望|经过|在|总的看,)?"
)
_TIME = (
    rf"(?P<span>(?:过去的?|最近的?|近|这)?(?P<count>{_NUMERAL})年(?:来|间)|(?:(?:刚刚)?过去的?这?|这)(?P<past>{_NUMERAL})年(?![前底末初后]))|"
    r"“?十(?P<plan>[一二三四五])五”?(?P<how>时期|期间|以来)|"
    r"(?:刚刚)?(?:过去的?)?(?P<year>(?:19|20)\d\d)年(?![\d代])|(?P<last>去年|上一?年)(?![\d同末底])|"
    r"(?P<now>今年|目前|当前|如今|现在|今后|下一步|下阶段|未来|截至|近日|日前|新年|开年|新春|新的一年)"
)
_MARK = re.compile(_OPENING + f"(?:{_TIME})", re.M)
_TIMES = re.compile(_TIME)
_PART_OF_YEAR = re.compile(
    r"[底末初]|[^,。;]{0,2}\d{1,2}个?月|[前头][一二三四五六七八九十]{1,2}个?月|(?:上|下)半年|[前一二三四第]{1,2}季度"
)
_HEADING = re.compile(r"^(?P<words>[^。;\n]{2,48})$", re.M)
EARLY = 3
"""The last month of a year in which 过去一年 is the year before."""


def _time(found: re.Match[str], day: dt.date) -> Reviewed | None:
    """What a mark names, in Korean, on a page of a day; None for the page's own time."""
    korean, several = _named(found, day)
    return Reviewed(korean, several) if korean else None


def _named(found: re.Match[str], day: dt.date) -> tuple[str, bool]:
    """The time in Korean, "" for the page's own, and whether it is longer than a year."""
    if found["now"]:
        return "", False
    if found["year"]:
        return f"{int(found['year'])}년" if int(found["year"]) < day.year else "", False
    if found["last"]:
        return f"{day.year - 1}년", False
    if found["plan"]:
        begun = _PLAN_YEARS[found["plan"]]
        since = found["how"] == "以来" or begun + 4 >= day.year
        years = f"{begun}년 이후" if since else f"{begun}~{begun + 4}년"
        return years if begun < day.year else "", True
    count = numeral(found["count"] or found["past"])
    if count > 1:
        return f"지난 {count}년간", True
    return (f"{day.year - 1}년", False) if day.month <= EARLY else ("지난 1년간", True)


def _of_heading(words: str, day: dt.date) -> Reviewed | None:
    """The one time that a heading names; one that names none or several leaves it open."""
    times = [_time(found, day) for found in _TIMES.finditer(words)]
    return times[0] if len(times) == 1 and times[0] else Reviewed("")


@lru_cache(maxsize=4)
def _marks(folded: str, day: dt.date) -> tuple[_Mark, ...]:
    found = [
        _Mark(one.start(), _of_heading(one["words"], day), opens=True)
        for one in _HEADING.finditer(folded)
        if is_review(one["words"])
    ]
    heads = {mark.at for mark in found}
    for one in _MARK.finditer(folded):
        line = folded.rfind("\n", 0, one.end()) + 1
        if line in heads or (one["year"] and _PART_OF_YEAR.match(folded, one.end())):
            continue
        opens = not folded[line : one.start()].strip(" \u3000—“")
        found.append(_Mark(one.start(), _time(one, day), opens=opens))
    return tuple(sorted(found, key=lambda mark: mark.at))


def time_of(page: Reader, at: int) -> Reviewed | None:
    """The time of what stands at `at` without a date of its own; None where it is the page's own time.

    In a review the last time named holds; elsewhere only one that the same paragraph has named.
    """
    if page.date is None:
        return None
    marks = _marks(page.folded, page.date)
    before = marks[: bisect_right(marks, at, key=lambda mark: mark.at)]
    start = page.text.rfind("\n", 0, at) + 1
    near = [mark for mark in before if mark.at >= start]
    review = reviews_at(page, at)
    governing = [mark for mark in before if mark.opens or (mark.time and mark.time.several)]
    if not near:
        time = governing[-1].time if governing else None
        return (time or Reviewed("")) if review else None
    last = near[-1]
    time, year_before = last.time, _year_before(page)
    if time is None or time.several:
        return time
    if not review:
        return time if time.korean == year_before else Reviewed("")
    other = next((mark.time for mark in reversed(governing) if mark is not last), None)
    if last.opens and (other is None or not other.several or time.korean == year_before):
        return time
    # 五年来…。2017年减税甲。乙: of that year, or of all five?
    return Reviewed("") if other and other.korean != time.korean else time


def looks_back(page: Reader, at: int) -> bool:
    """Does a place tell of what is past: in a review, or in a paragraph of 这五年 whose chapter plans no years?"""
    if reviews_at(page, at):
        return True
    time = None if planned_at(page, at) else time_of(page, at)
    return time is not None and time.several and bool(time.korean)


def _year_before(page: Reader) -> str:
    """The year that a page of the first months looks back on; "" on any other page."""
    early = page.date is not None and page.date.month <= EARLY
    return f"{page.date.year - 1}년" if page.date and early else ""


_CHAPTER = re.compile(r"^[ \u3000]*(?P<number>[一二三四五六七八九十]{1,2}、)?(?P<words>[^\n。；;]{2,60})$", re.M)
_ALL_TIMES = re.compile(r"(?:19|20)\d\d年|十[一二三四五]五")


@lru_cache(maxsize=4)
def _chapters(folded: str, day: dt.date) -> tuple[tuple[int, str], ...]:
    """Where the chapters of a page begin, and the years that each plans; "" for a review, and for none or several.

    Of one whose head names a plan's years and the page's, what follows the goals of this year is of this year.
    """
    heads = [one for one in _CHAPTER.finditer(folded) if one["number"] or _tells_its_time(one["words"])]
    if any(not one["number"] for one in heads):
        # “十五五”时期主要目标和2026年重点工作: the numbered ones below such heads are parts of theirs.
        heads = [one for one in heads if not one["number"] or _ALL_TIMES.search(one["words"])]
    found: list[tuple[int, str]] = []
    for at, one in enumerate(heads, 1):
        end = heads[at].start() if at < len(heads) else len(folded)
        found.append((one.start(), _planned(one["words"], day)))
        turn = _OF_THIS_YEAR.search(folded, one.end(), end) if f"{day.year}年" in one["words"] else None
        if turn and not found[-1][1]:
            found.append((turn.start(), f"{day.year}년"))
    return tuple(found)


def _tells_its_time(words: str) -> bool:
    return bool(_ALL_TIMES.search(words)) and turns_at(words)


_OF_THIS_YEAR = re.compile(r"(?<=[\n。])[^。;\n]{0,12}(?:今年|20\d\d年)[^。;\n]{0,30}目标")


def _planned(words: str, day: dt.date) -> str:
    named = set(_ALL_TIMES.findall(words))
    if len(named) != 1 or is_review(words):
        return ""
    time = named.pop()
    if time.endswith("年"):
        return time.replace("年", "년") if int(time[:4]) >= day.year else ""
    begun = _PLAN_YEARS[time[1]]
    if _OPENS.search(words) and begun == day.year:
        # 推动“十五五”开好局、起好步: the first of its years.
        return f"{begun}년"
    return f"{begun}~{begun + 4}년" if begun >= day.year else ""


_OPENS = re.compile("开局|开好局|起好步|开门红")


def planned_at(page: Reader, at: int) -> str:
    """The years that the chapter around `at` plans, in Korean (三、2026年重点工作); "" where its head names none."""
    chapters = _chapters(page.folded, page.date) if page.date else ()
    last = bisect_right(chapters, at, key=lambda one: one[0]) - 1
    return chapters[last][1] if last >= 0 else ""


_AS_OF = re.compile("截[至止]到?$")
_MONTH = len("2024-03")
_COMPARED = re.compile("[^。;；\n]*?(?:(?P<same>同比|[较比]上年同期)|[较比]上年(?![末底同初]))")


def is_compared(page: Reader, at: int) -> Literal["", "month", "year"]:
    """Is a figure of the sentence, from `at` on, held against the same months of the year before, or that year?"""
    found = _COMPARED.match(page.folded, at)
    return "" if found is None else "month" if found["same"] else "year"


def compared_time(page: Reader, at: int) -> str:
    """The months or the year that the paragraph has named for what is held against the year before (同比); else ""."""
    start = page.text.rfind("\n", 0, at) + 1
    for place in reversed(page.dates_in(start, at)):
        written = _over(page, place)
        if written:
            return f"{written} 기준" if _AS_OF.search(page.folded, start, place) else written
    return ""


def named_time(page: Reader, at: int) -> str | None:
    """The one time that the page has named for its figures up to `at`; "" where it has named none, None for several."""
    if _first_span(page.folded) <= at:
        return None
    times = {written for place in page.dates_in(0, at) if (written := _over(page, place))}
    return None if len(times) > 1 else "".join(times)


@lru_cache(maxsize=4)
def _first_span(folded: str) -> int:
    """Where the first words end that name several years; behind the text where none do."""
    found = _SPANS_NAMED.search(folded)
    return found.end() if found else len(folded) + 1


_SPANS_NAMED = re.compile(
    f"(?:过去|最近|近|这)[的这]?{_NUMERAL}年|{_NUMERAL}年[来间]|“?十[一二三四五]五”?(?:时期|期间|以来)|[党十八九二]大以来"
)


def compared_year(page: Reader, at: int) -> str:
    """The whole year that the page has named last; "" where it has named none that is over."""
    years = (_over(page, place) for place in reversed(page.dates_in(0, at)))
    return next((year for year in years if _ONE_YEAR.fullmatch(year)), "")


_ONE_YEAR = re.compile(r"\d{4}년")


def _over(page: Reader, place: int) -> str:
    """Months or a year that are over, in Korean; "" for a day, and for what something is held against."""
    fact = page.facts[place]
    if not isinstance(fact, Period) or page.date is None or fact.text.isdigit() or held_against(page.folded, place):
        return ""
    value, high = fact.value or "", fact.high or fact.value or ""
    today = page.date.isoformat()
    if len(value) > _MONTH or not high[:4].isdigit() or high > today[: len(high)]:
        return ""
    return period_ko(fact, page.date) or ""


_SEVERAL = re.compile(r"(?:지난|최근) \d+년간|\d{4}~\d{4}년|\d{4}년 이후")


def is_stock(found_date: str, page: Reader, words: Sequence[Token]) -> bool:
    """Does a clause say how much there is, where it goes on from what several years have brought?"""
    return bool(_SEVERAL.fullmatch(found_date)) and not holds_for(Reviewed(found_date, several=True), page, words)


_FLOWS = re.compile(
    "累计|新增|新建|新改|改造|年均|增长|增加(?!值)|提高|提升|下降|减少|上升|降低|扩大|压减|减[免税费]|翻[了番一两]|共[有计]?[^同]|转移|脱贫"
)


def holds_for(time: Reviewed, page: Reader, words: Sequence[Token]) -> bool:
    """May a figure be told of the time? In several years something moves or adds up; how much there is, is of a day."""
    if not time.korean:
        return False
    moves = any(word.has("move", "moveto") for word in words)
    return not time.several or moves or bool(_FLOWS.search(page.folded[words[0].start : words[-1].end]))


_OWN_SPAN = re.compile(f"[^。;；\n]*(?:连续{_NUMERAL}(?:年|个?月|个季度)|{_NUMERAL}年(?:累计|间|来))")


def has_own_span(page: Reader, at: int) -> bool:
    """已连续4年下降，累计降幅达20%: does the sentence say itself over how long?"""
    start = max(page.folded.rfind(stop, 0, at) for stop in "。\n;；") + 1
    return _OWN_SPAN.match(page.folded, start) is not None


_YEARLY = "年均"


def is_yearly(words: Sequence[Token]) -> bool:
    """年均增长5%: is a figure that of each of several years?"""
    return any(word.zh.startswith(_YEARLY) for word in words)


def is_counted(words: Sequence[Token]) -> bool:
    """Does a clause give a figure that belongs to a time?"""
    return any(isinstance(word.fact, Quantity) and word.fact.kind not in ("number", "rank") for word in words)
