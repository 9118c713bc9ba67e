"""옮긴 수의 해가 기사와 다릅니다. | A retold figure stands under another year than in the article.

왜: 본문은 '2028년까지 10만 대'인데 제목이 '2027년 10만 대'이면, 두 해가 다 기사에 나오더라도 하나는 잘못 옮긴 것이다.
Why: Where the article has 100,000 by 2028 and the headline by 2027, one is wrong, though the article names both years.
Bad:
  01
  가온시, 2027년 전기버스 1,200대 목표
  ■ 가온시는 보급 계획을 발표함(3.2)
  - 2027년까지 충전소 40곳을 짓고 2028년까지 전기버스를 1,200대로 확대
Good:
  01
  가온시, 2028년 전기버스 1,200대 목표
  ■ 가온시는 보급 계획을 발표함(3.2)
  - 2027년까지 충전소 40곳을 짓고 2028년까지 전기버스를 1,200대로 확대
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.figures.meant import around
from donghyang.check.figures.operands import is_closed
from donghyang.check.figures.told import Told, of_article, of_line, years
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import is_quoted
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "retold-year"
CLASS = "headline-body"
SEVERITY = "warning"

_ALIKE = 2
"""Pairs of letters that stand beside both figures: two words, or a long one."""
_MOST = 40
"""So many figures of a line are held against an article."""
_SURE = 2
"""Words that two measures share, to be the same."""
_TELLING = 2
"""Digits of a figure, at the least, that stand for one thing in an article."""
_TIMES = frozenset(("년", "개월", "일", "주", "시간", "분", "초"))
"""How long a thing takes says nothing of when."""
_BEHIND = 4
"""So near behind a figure its year may begin: 10만 대(2030년)."""
_TURNS = lazily(r"[가-힣][고며],? [^0-9]{1,20}[은는이가] ")
"""Between a year and a figure: another one who does something else."""
_WAS = lazily(r"[0-9][^ ,.]{0,12}(?:인|이던|였던|이었던) ")
"""Between them, that what grows was another figure then: 2023년 말 230MW인 용량을 3년 안에 360MW로."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of retelling lines that the article has too, always under one other year."""
    for line, article in retellings(sheet, "headline", "lead"):
        theirs = [one for one in of_article(sheet, article) if one.where is not line]
        for mine in of_line(sheet, line)[:_MOST]:
            year = mine.binding.year
            if (
                year is not None
                and "/" not in (mine.binding.time or "")
                and _when(sheet, mine, year) is not None
                and _has_own_time(sheet, mine)
                and not _turns(sheet, mine, year)
            ):
                yield from _held(sheet, mine, year, theirs)


def _has_own_time(sheet: Sheet, told: Told) -> bool:
    """Is the time that of the figure, and not that of the one from which it grew: 2025년 400대에서 1,200대로?"""
    if told.row or told.binding.part == "value":
        return True
    when = _when(sheet, told, told.binding.year or "")
    if told.binding.part != "end" or when is None:
        return False
    between = sheet.text[when[0] : told.binding.figure.start]
    return "에서 " not in between or "까지" in between


def _turns(sheet: Sheet, told: Told, year: str) -> bool:
    """Does another one do something else between the year and the figure: 2030년 100만 톤으로 늘리고, 시는 60억을?"""
    said = _when(sheet, told, year)
    between = sheet.text[said[1] : told.binding.figure.start] if said else ""
    return _TURNS.search(between) is not None or _WAS.search(between) is not None


def _is_same(sheet: Sheet, mine: Told, other: Told) -> bool:
    """Is it the same figure of the same thing: of measures that share their nearest word, or between the same words?"""
    one, two = mine.binding.figure, other.binding.figure
    if one.kind in ("number", "rank") or one.value is None or one.value != two.value or one.unit != two.unit:
        return False
    if one.kind == "money" and (is_closed(sheet, one) or is_closed(sheet, two)):
        return False  # the other currency of the figure before
    if one.unit in _TIMES or sheet.text.startswith("대", one.end) or sum(map(str.isdigit, one.text)) < _TELLING:
        return False  # 11개월, and 2%대, which many a month has; 5개 of one thing and 5개 of another
    return _is_of_one_measure(mine, other) or (not other.row and len(around(sheet, one) & around(sheet, two)) >= _ALIKE)


def _is_of_one_measure(mine: Told, other: Told) -> bool:
    """Is the nearest word of the one's measure a word of the other's, and none that many measures have?"""
    ours, theirs = mine.binding.nouns, other.binding.nouns
    return bool(ours and theirs) and ours[-1] in theirs and ours[-1] not in _general()


def _shared(mine: Told, other: Told) -> int:
    """How many words the measures of two figures of one unit share; 0 where the nearest is none of them."""
    alike = mine.binding.figure.unit == other.binding.figure.unit and _is_of_one_measure(mine, other)
    return len(set(mine.binding.nouns) & set(other.binding.nouns)) if alike else 0


@cache
def _general() -> frozenset[str]:
    return frozenset(tables.words(__package__, "general_measures"))


def _held(sheet: Sheet, mine: Told, year: str, theirs: list[Told]) -> Iterator[Hit]:
    same = [one for one in theirs if _is_same(sheet, mine, one)]
    timed = [(one, span) for one in same if (span := years(one.binding.time)) and _has_own_time(sheet, one)]
    spans = [span for _, span in timed]
    ends = {last for _, last in spans}
    if len(ends) != 1 or any(first <= year <= last for first, last in spans) or min(ends) in mine.where.text:
        return
    other = timed[0][0].binding.figure
    of_year = [one.binding.figure for one in theirs if one.binding.time == year and _shared(mine, one) >= _SURE]
    told = _when(sheet, mine, year)
    if len({one.value for one in of_year}) == 1:
        figure, right = mine.binding.figure, of_year[0]
        message = Message(f"본문에는 {year}년이 '{right.text}'입니다.", f"the article has '{right.text}' for {year}.")
        yield Hit(figure.start, figure.end, message, ((right.start, right.end), (other.start, other.end)))
    elif told is not None:
        message = Message(f"본문에는 '{other.text}'이(가) {min(ends)}년입니다.", f"the article has it in {min(ends)}.")
        yield Hit(*told, message, ((other.start, other.end),))


def _when(sheet: Sheet, mine: Told, year: str) -> tuple[int, int] | None:
    """Where the line says the year of its figure; a year in a name ('2019 백서') is none."""
    behind = mine.binding.figure.end + _BEHIND
    told = [
        period
        for period in sheet.periods_in(*mine.where.span)
        if (period.value or "").startswith(year)
        and period.start < behind
        and year[2:] in period.text
        and not is_quoted(sheet, mine.where, period.start)
    ]
    return (told[-1].start, told[-1].end) if told else None
