"""How a clause says what it says: done, under way, planned, demanded, possible, denied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from donghyang.language import tables
from donghyang.language.moods import AHEAD, DENIED, LASTING, OPEN, Mood, bare, said_mood
from donghyang.language.script import in_folded
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader

__all__ = ["AHEAD", "AS_IS", "DENIED", "LASTING", "OPEN", "TO_COME", "UNTIMED", "Mood", "mood_of", "settled"]

TO_COME: frozenset[Mood] = AHEAD - {"goal"}
"""What somebody will do or foresees; an aim is a plan's own."""
UNTIMED: frozenset[Mood] = OPEN - {"deed"}
"""Those that say nothing of when."""
AS_IS: frozenset[Mood] = OPEN | {"done"}
"""What is told as it is, and no promise, demand or foresight."""
_FIRST_MONTHS = re.compile(r"前[一二两三四五六七八九十\d]{1,2}个月")
"""前4个月 of the page's year are over."""
# 今天（2月13日）: what the page calls today has come about, whatever day the page was saved under.
_TODAY = re.compile("今[天日晨早]|昨[天日]")
# 今天23时08分发射: an evening's news speaks of it before it comes about, unless it says how it ended.
_TONIGHT = in_folded(r"今(?:晚|[天日](?:（[^）]{1,12}）)?(?:晚|2[0-3]时))")
_OVER = re.compile("成功|圆满|顺利|已|了|举行|召开|发布|开幕|闭幕|播出")
_NAMED = re.compile("《[^《》]*》")
# 主席韩正在杭州出席: the name ends there.
_NAME_ENDS = re.compile(r"(?<=主席.|总理.|书记.|部长.|省长.|市长.|主任.|局长.|院长.|院士.|教授.)正(?=在)")
# 比2020年, 在2020年基础上: what something is held against is neither promised nor told.
_HELD_AGAINST = re.compile(r"[比较由从与]$")
_GROUND = re.compile(r".{0,4}基础")


_AIMED_AT = in_folded(
    f"(?:{tables.either(__package__, 'in_view')})[^，。；]*(?:{tables.either(__package__, 'seen_ahead')})$"
)
"""锚定2035年建成强国的目标: what is done with an eye on it, what follows says."""


def mood_of(page: Reader, start: int, end: int, mark: int | None = None) -> Mood:
    """The mood that the words and dates of `page.text[start:end]` show; "" where they show none.

    `mark`: the place of a 将 that only puts an object in front of its deed.
    """
    if _AIMED_AT.match(page.folded[start:end].strip(" “”,。;")):
        return ""
    piece = _bare(page, start, end, mark)
    found: Mood = said_mood(piece)
    if found == "done" and _TONIGHT.search(piece) and not _OVER.search(piece):
        return "planned"
    if found not in OPEN:
        return found
    if _FIRST_MONTHS.search(piece):
        return "done"
    times = [_time(page, place) for place in _dates(page, start, end)]
    if any(time == "ahead" for time in times):
        return "goal"
    if any(time == "soon" for time in times):
        return "planned"
    if any(time == "running" for time in times):
        return "ongoing"
    return "done" if times and all(time == "gone" for time in times) else found


def settled(mood: Mood, shape: str) -> Mood:
    """The mood in which a clause of this shape is told: what is open is done only for a figure, an event, a document.

    A deed without time or aspect (推动…) is told without a past.
    """
    if mood == "planned" and shape == "figure":
        return "expected"
    if mood == "ongoing":
        return "done" if shape == "figure" else mood
    if mood in ("neutral", "steady") and shape == "event":
        return "underway"
    if mood in ("neutral", "steady"):
        return "done" if shape in ("figure", "publish") else "neutral"
    if mood in ("", "conditional"):
        return "neutral" if shape == "act" else "done"
    return "done" if mood == "deed" else mood


def _bare(page: Reader, start: int, end: int, mark: int | None) -> str:
    """The clause without names of plans, words that only look modal, and bounds that belong to a figure (不足7%)."""
    clause = page.folded[start:end]
    if mark is not None:
        clause = clause[: mark - start] + "＿" + clause[mark - start + 1 :]
    held = (page.facts.get(place) for place in range(start, end))
    bounded = [(one.start - start, one.end - start) for one in held if isinstance(one, Quantity) and one.bound]
    return bare(_NAME_ENDS.sub("＿", clause), bounded)


def _dates(page: Reader, start: int, end: int) -> list[int]:
    named = [(start + name.start(), start + name.end()) for name in _NAMED.finditer(page.folded[start:end])]
    return [
        place
        for place in page.dates_in(start, end)
        if not any(first < place < last for first, last in named)
        and not page.facts[place].text.endswith("规划")
        and not _HELD_AGAINST.search(page.folded[start:place])
        and not _GROUND.match(page.folded, page.facts[place].end)
    ]


def _time(page: Reader, place: int) -> Literal["gone", "now", "running", "soon", "ahead"]:
    """Where a date lies: gone by, now, begun on a day and not over, later in the page's year, in a year not begun."""
    fact = page.facts[place]
    # 2025中国国际大数据产业博览会: a year without 年 belongs to a name.
    if not isinstance(fact, Period) or page.date is None or not (fact.value or "")[:4].isdigit():
        return "now"
    if fact.text[-4:].isdigit():
        return "now"
    if _TODAY.match(fact.text):
        return "gone"
    today = page.date.isoformat()
    first, last = (fact.value or "")[: len(today)], (fact.high or fact.value or "")[: len(today)]
    if first[:4] > today[:4]:
        # A year is aimed at, a day is fixed.
        return "soon" if len(first) == len(today) else "ahead"
    if first > today[: len(first)]:
        return "soon"
    if len(first) == len(today) and first <= today < last:
        return "running"
    if len(last) == len(today) == len(first):
        # 9月21日 on a page of that day: what is told of it has come about, as what is told of today.
        return "gone" if last <= today else "now"
    return "gone" if last != ".." and last < today[: len(last)] else "now"
