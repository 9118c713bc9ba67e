"""Dates and periods of a text, resolved from the day it speaks from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.anchors import anchored
from donghyang.facts.doubtful_days import by_weekday, doubted
from donghyang.facts.year_rows import short_years, with_own_years
from donghyang.language import dates_ko, dates_odd, dates_office, dates_zh
from donghyang.language.dates import Moment, full_year, number, resolve
from donghyang.language.dates_refuted import is_figure, year_before_figure
from donghyang.language.hangul import is_syllable
from donghyang.language.numeral import NO_WORD
from donghyang.language.overlap import Taken
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.printed import Seen, plain
from donghyang.language.quantities import blank_addresses, figures
from donghyang.records import Message, Period

if TYPE_CHECKING:
    import datetime as dt
    from types import ModuleType

_HANGUL = lazily("[가-힣]")
_HAN = lazily("[年月日季今昨去明后本上下前第周星礼近“未过]")
_SENTENCE = lazily("[。\n！？;；]|[.!?] ")
_DOUBTFUL = ("后年", "前年", "后天", "前天")
_PREPOSITIONS = frozenset("到至于在和比从自")
"""达产后年产值 and 以前年度 hold these words by chance: they are words behind a preposition or a stop."""
_YEARS = ("year", "spelled", "shift_year", "shift_month", "shift_day", "shift_week", "shift_quarter", "plan", "decade",
          "recent")  # fmt: skip
"""Parts that say in which year a date lies."""
_ODD_YEAR = lazily(r"(?<![0-9０-９.,，])([0-9０-９][0-9０-９.,，]{0,40})(?:年|년 ?)\Z")
_REACH = 44
"""Characters in front of a month in which such a year begins; no longer than its digits in the pattern."""
_SHORT = 2
"""Digits of a length of time rather than of a year: 连续3年上半年."""
_SUFFIX = lazily(r"[0-9]+$")
_COUNTED = (
    r"(?![년年]| ?[%㎡万亿千百个家项名条元人倍]|[만억조천백개명건종가원위배]"
    rf"| [만억조천백]{NO_WORD}"
    r"| [개명건종가원위배](?:[이가은는을를의로와과씩여]?(?![가-힣])|당))"
)
"""Not before what counts, which a word may only begin like: 2,000 개, and 2025 개최."""
_FOUR = r"(?:19[5-9][0-9]|20[0-6][0-9])"
_BARE_YEAR = lazily(
    r"(?:1(?<![A-Za-z0-9.,/_-].)9[5-9][0-9]|2(?<![A-Za-z0-9.,/_-].)0[0-6][0-9])(?=[ 가-힣一-龥]|(?<=[\t\n]....)[\t\n]"
    r"|(?<=[(（]....)[)）]|(?<=[가-힣A-Za-z.], ....)[);]|(?<=[가-힣A-Za-z]·....)[)]"
    r"|(?<=[가-힣A-Za-z)] ....)[」』’”》〉)])"
    rf"{_COUNTED}"
)
_PLAIN_SPAN = lazily(rf"{_FOUR}\ ?[-–~∼～]\ ?{_FOUR}{_COUNTED}")
_WHOLE_YEAR = lazily("(?:19|20)[0-9]{2} ?[년年]")
_NEAR = 40
"""Characters between a year and a quarter or half of it."""
_PART_OF_YEAR = lazily("분기|반기|季度|半年|[上下]|[0-9]Q")
"""What has an end of its own, and none where something goes on from it: 하반기부터."""
_UNIT_REACH = 16
"""Characters behind a figure in which its unit stands: no printed form of a unit is longer."""
_WORD_ENDS = lazily(rf"(?:{JOSA})?(?![가-힣])|[당씩급]")
"""Behind a Korean unit: 2000대를, 2000톤급, but not 2023대만구."""
_FROM_YEAR = lazily(r"(?:1(?<=[(（].)9[5-9][0-9]|2(?<=[(（].)0[0-6][0-9])년?\ ?[~∼～](?=[)）])")
"""(2019~)"""

NO_DAY = Message("기준 날짜가 없어 풀 수 없음", "cannot be resolved without a reference date")
NO_YEAR = Message("연도를 읽을 수 없음", "its year cannot be read")
OTHER_ERA = Message("다른 기원으로 세는 해", "a year that is counted from elsewhere")
NO_SUCH_DAY = Message("달력에 없는 날짜", "the calendar has no such day")


def find_periods(text: str, *, date: dt.date | None = None) -> list[Period]:
    """Dates and stretches of time in order of their place, overlaps resolved for the longer; empty when there are none.

    What depends on the day of the text (今年, '지난해', 2월 3일) has no value and a problem when `date` is None.
    """
    seen = Seen(text)
    text = plain(seen.text)
    blank = blank_addresses(text)
    found: list[Period] = []
    korean = _HANGUL.search(blank) is not None
    if not korean or _HAN.search(blank):
        found += _read(text, blank, dates_zh, date)
    if korean:
        found += _read(text, blank, dates_ko, date)
        found += _bracketed(text, blank, date)
    found += [
        Period(year[0], year.start(), year.end(), year[0])
        for year in _BARE_YEAR.finditer(blank)
        if not _counts(blank, year)
    ]
    found += [Period(year[0], year.start(), year.end(), year[0][:4], "..") for year in _FROM_YEAR.finditer(blank)]
    if korean:
        found += short_years(text, blank, date)
    odd = [_unread(text, no_day, NO_SUCH_DAY) for no_day in dates_odd.impossible(blank)]
    odd += [_unread(text, era, OTHER_ERA) for era in dates_odd.ERA.finditer(blank)]
    if odd:
        odd.sort(key=lambda period: period.start)
        taken = Taken((period.start, period.end) for period in odd)
        found = [*odd, *(period for period in found if not taken.touches(period.start, period.end))]
    apart = doubted(text, anchored(text, with_own_years(text, _apart(found)), date, _reread))
    return apart if text == seen.original else [seen.placed(period) for period in apart]


def _counts(blank: str, year: re.Match[str]) -> bool:
    """Whether four digits in the shape of a year are a figure with its unit: 产量2000台, 2000余公里, 신규 2000대."""
    printed = blank[year.start() : year.end() + _UNIT_REACH]
    figure = next(figures(printed), None)
    if figure is None or figure.start or figure.unit is None or figure.unit.kind == "none":
        return False
    return not is_syllable(printed[figure.end - 1]) or _WORD_ENDS.match(printed, figure.end) is not None


def _reread(printed: str, day: dt.date) -> Period | None:
    """The value of a period read alone on another day; its place is that of `printed`."""
    language = dates_ko if _HANGUL.search(printed) else dates_zh
    found = _read(printed, printed, language, day)
    return found[0] if found else None


def _unread(text: str, found: re.Match[str], problem: Message) -> Period:
    return Period(text[found.start() : found.end()], found.start(), found.end(), None, problem=problem)


def _apart(found: list[Period]) -> list[Period]:
    """Without overlaps: the longer of two wins, and one with a value before one without."""
    kept: list[Period] = []
    for period in sorted(found, key=lambda p: (p.start, -p.end)):
        if kept and period.start < kept[-1].end:
            if period.end - period.start > kept[-1].end - kept[-1].start and (period.value or not kept[-1].value):
                kept[-1] = period
            continue
        kept.append(period)
    return kept


def _read(text: str, blank: str, language: ModuleType, day: dt.date | None) -> list[Period]:
    found: list[Period] = []
    for years in language.YEARS.finditer(blank):
        first, last = number(years["from"]), number(years["to"])
        last += first - first % 100 if last < 100 else 0
        bracketed = blank[years.start() - 1 : years.start()] in ("(", "（") or blank[years.end() : years.end() + 1] in (
            ")",
            "）",
        )
        if 1800 <= first < last <= 2200 and (years["unit"] or bracketed or _PLAIN_SPAN.match(blank, years.start())):
            found.append(Period(years[0], years.start(), years.end(), str(first), str(last)))
    done = 0
    year: int | None = None
    told = 0  # up to where no sentence has ended since the year
    for match in language.PATTERN.finditer(blank):
        start = match.start()
        before = blank[start - 1] if start else ""
        if start < done or (before.isascii() and before.isalnum()):
            continue
        if blank.startswith(_DOUBTFUL, start) and "一" <= before <= "龥" and before not in _PREPOSITIONS:
            continue
        end = match.end("all")
        if is_figure(blank, start, end):
            if year_end := year_before_figure(blank, start):
                found.append(_short_year(text, start, year_end))
            continue
        parts = _parts(match, language)
        if is_syllable(before) and any(parts.get(word) for word in language.WHOLE_WORDS):
            continue
        if year is not None:
            year, told = (None if _SENTENCE.search(blank, told, start) else year), max(told, start - 1)
        if (apart := _odd_year(blank, start, done, parts)) is not None:
            found.append(Period(text[apart:end], apart, end, None, problem=NO_YEAR))
            done = end
            continue
        moment = resolve(parts, day, year if year is not None else _bare_year(blank, found, start, parts, day))
        if year is not None and moment is not None and moment.day is not None:
            moment = by_weekday(blank, (start, end), moment, resolve(parts, day, None))
        period = _period(text, (start, end), moment, language)
        if moment is not None and parts.get("year") and moment.month is not None and period.high != "..":
            year, told = moment.year, end
        if moment is None and day is None and not parts.get("year"):
            period = replace(period, problem=NO_DAY)
        found.append(period)
        done = found[-1].end
    return found


def _bare_year(
    blank: str, found: list[Period], start: int, parts: dict[str, str | None], day: dt.date | None
) -> int | None:
    """The year that a quarter or half of a year is of where the sentence has just named one that is not to come:
    2022년 국내 기업의 3분기 실적. None without such a year."""
    if not found or not (parts.get("quarter") or parts.get("half")) or any(parts.get(name) for name in _YEARS):
        return None
    last = found[-1]
    near = _WHOLE_YEAR.fullmatch(last.text) is not None and start - last.end <= _NEAR
    if not near or last.high is not None or not last.value or _SENTENCE.search(blank, last.end, start):
        return None
    return int(last.value) if day is None or int(last.value) <= day.year else None


def _short_year(text: str, start: int, end: int) -> Period:
    """The year of ’24. 6.09%."""
    return Period(text[start:end], start, end, str(full_year(text[start : end - 1])))


def _odd_year(blank: str, start: int, done: int, parts: dict[str, str | None]) -> int | None:
    """Where the year in front of a month begins that is no year as the patterns know it (99999年3月): the month alone
    would be read in another one. None where no such year stands there."""
    if any(parts.get(name) for name in _YEARS):
        return None
    odd = _ODD_YEAR.search(blank, max(done, start - _REACH), start)
    if odd is None or not (parts.get("month") or len(odd[1]) > _SHORT):
        return None
    return odd.start()


def _parts(match: re.Match[str], language: ModuleType) -> dict[str, str | None]:
    """The groups that matched, by the names `resolve` knows; words of relative time become their distance."""
    parts: dict[str, str | None] = {
        _SUFFIX.sub("", name): value for name, value in match.groupdict().items() if value and name != "all"
    }
    for word, shift, table in (
        ("year_word", "shift_year", language.YEAR_WORDS),
        ("month_word", "shift_month", language.MONTH_WORDS),
        ("day_word", "shift_day", language.DAY_WORDS),
        ("week_word", "shift_week", language.WEEK_WORDS),
        ("quarter_word", "shift_quarter", language.QUARTER_WORDS),
    ):
        if parts.get(word):
            parts[shift] = str(table[parts[word]])
    if parts.get("day_word") and parts.get("month"):
        del parts["shift_day"]  # 今天（2月3日）: the day printed in brackets is the day
    return parts


def _period(text: str, span: tuple[int, int], moment: Moment | None, language: ModuleType) -> Period:
    start, end = span
    if moment is None:
        return Period(text[start:end], start, end, None, problem=NO_SUCH_DAY)
    high = moment.last()
    tail = _tail(text, span, moment, language)
    if tail and tail.end() > end and high is None and any(tail.groupdict().values()):
        upper = _upper(tail, moment)
        if upper is not None and upper.first() > moment.first():
            return Period(text[start : tail.end()], start, tail.end(), moment.first(), upper.first())
    limit = language.LIMIT.match(text, end)
    if limit and (moment.last_year is None or moment.last_month is not None):
        end = limit.end()
        if limit["since"] and (high is None or _PART_OF_YEAR.search(text, start, end)):
            high = ".."
    return Period(text[start:end], start, end, moment.first(), high)


def _tail(text: str, span: tuple[int, int], low: Moment, language: ModuleType) -> re.Match[str] | None:
    """What makes the date a stretch; behind a date in points the end stands in points too ('24.7.8.~8.2.)."""
    printed = text[slice(*span)]
    pointed = ("." in printed or "-" in printed) and low.month is not None
    in_points = dates_office.TAIL if low.day is not None else dates_office.MONTH_TAIL
    return (in_points.match(text, span[1]) if pointed else None) or language.TAIL.match(text, span[1])


def _upper(tail: re.Match[str], low: Moment) -> Moment | None:
    """The end of a stretch; what it does not say it has from the beginning (5月25日—30日)."""
    year, month, day = tail["year"], tail["month"], tail["day"]
    if (low.day is not None and day is None) or (low.month is None and not year):
        return None
    upper = replace(low, time=None, year=full_year(year) if year else low.year)
    if month:
        upper = replace(upper, month=number(month), day=None)
    elif year and day is None:
        upper = replace(upper, month=None)  # 2024년 6월부터 2027년까지
    if day:
        upper = replace(upper, day=number(day))
    if not year and upper.month is not None and low.month is not None and upper.month < low.month:
        upper = replace(upper, year=low.year + 1)  # 12.28.~1.3.
    return upper


def _bracketed(text: str, blank: str, day: dt.date | None) -> list[Period]:
    slashed = list(dates_ko.SLASHED.finditer(blank))
    if not any(int(match["day"]) > dates_ko.MONTHS for match in slashed):
        slashed = []
    found = []
    for match in (*dates_ko.BRACKETED.finditer(blank), *slashed):
        parts = {name: value for name, value in match.groupdict().items() if value}
        moment = resolve(dict(parts), day, None)
        opens = not match[0][0].isdigit()
        period = _period(text, (match.start() + opens, match.end()), moment, dates_ko)
        found.append(replace(period, problem=NO_DAY) if moment is None and day is None else period)
    return found
