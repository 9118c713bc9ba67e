"""What has the shape of a date and is a figure: ’29.6%, 2.8~3m, 평균 3.8일."""

from __future__ import annotations

from donghyang.language import tables
from donghyang.language.patterns import lazily

_MEASURED = lazily(
    r"[\ ]?(?:[%％‰℃]|퍼센트|포인트)|[㎀-㏟]|(?:[kcmn]?m|[km]?g|t|bps?|p|[kMGT]W?h?|[MGT]B)(?![A-Za-z0-9])"
    r"|[조억만천]\ ?[원달위유엔명개건대톤]|원|달러|명(?!절)|개(?!월)|톤|배(?![가-힣])"
)
_DAYS = lazily(r"[0-9]{1,2}\.[0-9]{1,2}(?:일|[-–—~∼～](?:[0-9]{1,2}\.)?[0-9]{1,2}일)?")
_LENGTH = lazily(
    rf"(?:{tables.either(__package__, 'days_counted')}"
    r"|(?<![가-힣])[약총]\ |당\ )[^.,;:\n(（]{0,12}$"
)
_REACH = 22
"""Characters in front of 3.8일 in which a word says that days are counted."""
FIGURE = r"[-+△▲▽]?\ ?(?:[0-9]{1,3}(?:\.[0-9]+)?\ ?[%％]|(?:1[3-9]|[2-9][0-9]|[0-9]{3,})(?:\.[0-9]+)?(?![0-9.월년]))"
"""Behind a year and its point what is no month: a share, or more than twelve."""
_YEAR = lazily(rf"['’‘＇´`][0-9]{{2}}\.(?=\ {FIGURE})")


def is_figure(text: str, start: int, end: int) -> bool:
    """Whether what stands there in the shape of a date is a figure: a unit follows its digits, or it counts days."""
    if text[end - 1].isdigit() and _MEASURED.match(text, end):
        return True
    return _DAYS.fullmatch(text, start, end) is not None and _counts_days(text, start)


def _counts_days(text: str, start: int) -> bool:
    return _LENGTH.search(text[max(0, start - _REACH) : start]) is not None


def year_before_figure(text: str, start: int) -> int | None:
    """Where the short year ends that a figure follows (’24. 6.09%, ’24. 103); None where none begins at `start`."""
    year = _YEAR.match(text, start)
    return year.end() if year else None
