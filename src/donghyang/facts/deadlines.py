"""Which dates of a sentence are deadlines.

A firm one is said to be an end (2027년까지, 2030년 전에, '14차 5개년 계획' 말까지, 향후 5년 내, 到2027年). A
loose one is a year or half-year to come, and counts where the clause behind it names a goal (2028년 완공 예정, '27년
20곳으로 확대). A step is the last year of a stretch that labels a stage ((1단계, '24~'26년) …). A date in a title, a
beginning (부터), and what is over on the day of the text are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.facts.wording import either
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.records import Span

_BY = lazily(
    r"\s?(?:말\s?)?(?:까지(?!도)|이전|전에|전까지|을 목표로|안에|이내에?)"
    r"|(?:以前|之?前(?![0-9一二三四五六七八九十两几]{1,3}[个季年月]))"
    r"|['’”」』]?\s?(?:말|末)(?:까지|，|,)"
)
_BY_SAID = lazily(r"^연내|(?:까지|이전|전|之?前|以前|五[”\"’']?末)$|^(?:향후|앞으로).*내$|^(?:未来|今后).*[内里]$")
_TO = lazily(r"(?:(?<!截)[到至]|力争|争取|计划|拟|确保)[于在]?$")
_COMPARED = lazily(
    r"[”’\"』」]?(?:时期)?(?:经济社会)?(?:发展)?目标(?!是|为|[:：])|[”’\"』」]规划(?!建设)|\s?(?:[말초]\s?)?(?:전망치|추정치|예상치|잠정치|실적|수준|대비|보다|기준|당시)"
)
"""Behind a year that only stands to compare with: 2025년 전망치의 8.3배, 与“十五五”发展目标衔接."""
_LASTS_ZH = lazily(rf"(?:{either('lasting_zh')})(?:实施|执行)?[到至]$|(?:{either('given_out_zh')})$")
"""In front of how long something goes on, or of the year of sums given out: 持续至今年年底, 下达2026年补助资金."""
_SINCE = lazily(r"[”’\"']?(?:时期|期间)?以来|[’”」』]?\s?(?:기간\s)?(?:이래|이후)")
"""Behind a plan or a year from which something is told: “十四五”以来."""
_OF_PLAN = lazily(r"(?:까지)?\s(?:초?단기|중기|장기|중장기)(?:[,，·]|\s(?:로드맵|계획|전략|청사진|비전))")
"""Behind the year that a plan reaches to: ’31년까지 단기, ’50년까지 장기 로드맵."""
_FROM = lazily(r"(?:부터|从|自)\s?$")
_NAMED = lazily(
    r"[0-9]{4}|['’‘＇´`][0-9]{2}|[0-9]{2}년|五|14[.·]5|15[.·]5|5개년|올해|내년|연내|연말|향후|앞으로|년간|년 동안"
    r"|今年|明年|未来|今后"
)
_QUOTES = {"「": "」", "『": "』", "“": "”", "《": "》", "〈": "〉", "‘": "’"}
PLAN = rf"(?:{either('plans')})"
"""What the title of a plan ends in."""
YEAR = r"(?:20[0-9]{2}|['’‘][0-9]{2})"
"""A year in full or by its last two digits, without what counts it."""
_PLAN_YEARS = lazily(rf"{PLAN}[(（]$")
_PAST = ("지난", "최근", "과거", "近", "最近", "过去")
_STEP = lazily(r"(?:단계\s?[(（［\[]\s?|[(（［\[]\s?제?[0-9]\s?단계[,:]?\s?|^[\s\W]{0,6}[(（［\[]\s?)$")
_SAID = lazily("(?:것|다|자|[할될길릴]|계획|예정|방침|목표)[.]?$")
_SAYING = ("이라고", "라고", "이라며", "라며", "고 ", "며 ", "이라는", "라는", "는 ")
"""What follows a quotation that is speech, not a title: … 성사시킬 것’이라고 밝힘."""
_YEAR_END = lazily(r"(?:년|올해|내년|금년|연)\s?(?:말|底|末)|(?:年底|年末)")
_LASTS = lazily(r"(?:까지)?까지\s(?:이어지|계속되|지속되|유효)")
"""Behind how long something goes on: 2050년까지 이어지는 사업."""
_THIS_YEAR = lazily(r"(?<![가-힣])(?:연내(?:에|로)?(?=\s)|연말(?=까지\s))")
_FOR_YEARS = lazily(
    r"(?:(?P<from>20[0-9]{2}|(?<=['’‘])[0-9]{2})년부터\s(?:향후\s)?)?(?<![0-9])(?P<years>[0-9]{1,2})년(?:간|\s동안)(?=\s)"
)
_PLAN_STRETCH = lazily(rf"{PLAN}[’'”」』》〉]?\s?[(（](20[0-9]{{2}})년?\s?[-–~∼～]\s?(20[0-9]{{2}})년?[)）]")
_MOST_YEARS, _NEAR_PLAN = 16, 2500
"""Years that a plan may run for, and how far behind its name its money is told: within an article."""
_YEAR_MARK = lazily("‘[0-9]{2}[년.~]")
LEAD = 12
"""Characters before a date or a figure in which the words stand that say what it is: a beginning, an aim, a past."""
_BACK = 60
"""How far from a date the quotation marks stand that make it part of a title; a bound for the time."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline and where it stands."""

    when: str
    """In ISO 8601 as precise as known: 2027, 2026-06, 2025-03-31."""
    start: int
    end: int
    firm: bool = True
    """Said to be an end; else a year that something falls into."""
    to_the_day: bool = False
    """A day or a stretch of days: such deadlines bind applicants and events more often than plans."""

    @property
    def year(self) -> str:
        """The year that it lies in."""
        return self.when[:4]


def _when(period: Period) -> str:
    """The end of a period as precise as it is told; the end of a year is the year."""
    last = period.high or period.value or ""
    whole = _YEAR_END.search(period.text) is not None or (period.high is not None and len(period.high) == len("2027"))
    return last[:4] if whole else last


def same_deadline(one: str | None, other: str | None) -> bool:
    """Whether two deadlines may be one, told more or less precisely: 2026 and 2026-06."""
    if one is None or other is None:
        return one is other
    return one.startswith(other) or other.startswith(one)


def is_later(one: str, other: str) -> bool:
    """Whether a deadline ends behind another; a year ends with its last day."""
    return f"{one}~" > f"{other}~" and not same_deadline(one, other)


def deadline_of(text: str, period: Period, span: Span, date: dt.date | None) -> Deadline | None:
    """The deadline that a date in the sentence `span` is; None when it is none, or lies before `date`."""
    if period.text.startswith(_PAST) or not period.value or not _NAMED.search(period.text) or period.high == "..":
        return None
    last = period.high or period.value
    if date is not None and last[:10] < date.isoformat()[: len(last[:10])]:
        return None
    before = text[max(span[0], period.start - LEAD) : period.start]
    if _FROM.search(before) or "부터" in before or _LASTS_ZH.search(before) or _in_title(text, period, span):
        return None
    after = text[period.end : period.end + 1]
    if _COMPARED.match(text, period.end) or _SINCE.match(text, period.end) or _OF_PLAN.match(text, period.end):
        return None
    begun = date is not None and last[:4] == str(date.year) and period.text.endswith("초")
    if begun or after in ("의", "的", "~", "～"):
        return None
    fine = len(period.value) > 7
    stretch = period.high is not None and _is_stretch(period.text)
    if stretch:
        step = _STEP.search(before) is not None and after in (")", "）", "]", "］")
        step = step and text[period.end + 1 : period.end + 2] in (" ", ":", "에", "\t")
        return Deadline(_when(period), period.start, period.end + step, firm=step) if not fine else None
    if text.startswith(("까지의", "까지도"), period.end) or _LASTS.match(text, period.end - len("까지")):
        return None
    towards = _TO.search(before) is not None and "年" not in before[-6:]
    firm = towards or bool(_BY_SAID.search(period.text) or _BY.match(text, period.end))
    return Deadline(_when(period), period.start, period.end, firm, fine)


def goal_periods(text: str, periods: Sequence[Period], date: dt.date | None) -> list[Period]:
    """The periods of a text with those that only goals are told by, in order of place.

    연내 is the end of the year of the text; '26년부터 5년간 ends four years on; 5년간 alone is the stretch of the plan
    named before it whose years are as many: 「행동계획(2026~2030)」.
    """
    found = list(periods)
    if date is not None:
        found += [Period(one[0], one.start(), one.end(), str(date.year)) for one in _THIS_YEAR.finditer(text)]
    plans = [(one.end(), int(one[1]), int(one[2])) for one in _PLAN_STRETCH.finditer(text)]
    for one in _FOR_YEARS.finditer(text):
        years = int(one["years"])
        first = full_year(one["from"]) if one["from"] else _begun(plans, one.start(), years)
        if first is not None and 1 < years < _MOST_YEARS:
            found = [period for period in found if not one.start() <= period.start < one.end()]
            found.append(Period(one[0], one.start(), one.end(), str(first), str(first + years - 1)))
    return sorted(found, key=lambda period: period.start)


def _begun(plans: Sequence[tuple[int, int, int]], place: int, years: int) -> int | None:
    """The first year of the last plan told before a place, where it runs for so many years; None else."""
    told = next((plan for plan in reversed(plans) if place - _NEAR_PLAN < plan[0] < place), None)
    return told[1] if told and told[2] - told[1] + 1 == years else None


def _is_stretch(printed: str) -> bool:
    """Whether the period names its beginning too: 2024~2027년, 2024년부터 2027년; a plan or half-year does not."""
    return re.search(r"[0-9]\s?(?:년|年|월|月|일|日)?\.?\s?(?:[-–—~∼～至]|부터)", printed) is not None


def _in_title(text: str, period: Period, span: Span) -> bool:
    """Whether a quotation or title is open where the period stands: 「2050 탄소중립 시나리오」, not '28년."""
    before = text[max(span[0], period.start - _BACK) : period.start]
    behind = text[period.end : period.end + _BACK]
    for opening, closing in _QUOTES.items():
        at = before.rfind(opening)
        if at < 0 or closing in before[at:] or _YEAR_MARK.match(before, at):
            continue
        inside, close, rest = behind.partition(closing)
        if inside == ")" and _PLAN_YEARS.search(before):
            return False  # ‘산업 고도화 행동계획(2024~2026)’
        if close and "까지" not in inside and not rest.startswith(("을 목표", "를 목표")):
            return not (_SAID.search(inside) and rest.startswith(_SAYING))
    return False
