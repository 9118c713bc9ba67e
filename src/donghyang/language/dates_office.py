"""Dates in points and short forms, as Korean offices print them: 11.2.(목), '24.7.8.~8.2., 22.10월, 20.上, '24.1Q.

One text of alternatives serves both readers: the reader of dates takes its named groups, the reader of figures only its
shape. Two numbers with a point between them are a decimal more often than a day, so a day asks for a witness: its
weekday, a second point before a particle or a range, 일 behind two digits or with words of time, or a range of two days
that a particle of time follows.
"""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.patterns import lazily

MARKS = "'’‘＇´`"
MONTH = r"1[0-2]|0?[1-9](?![0-9])"
DAY = r"3[01]|[12][0-9]|0?[1-9](?![0-9])"
TO = r"\ ?[-–—~∼～]\ ?"
_WEEKDAY = r"\ ?[(（][월화수목금토일](?:요일)?(?:,\ ?[가-힣\ ]{1,12})?[)）]"
_YEAR = rf"(?:19|20)[0-9]{{2}}|[{MARKS}]?[0-9]{{2}}"
_IN_TIME = r"(?:에(?!서|\ ?(?:달|이르|불과|그|머|가까))|까지|부터|간|동안|기간|중(?![가-힣]))"

_NO_LENGTH = r"(?!간|\ ?동안|\ ?만에|\ ?이[상하내]|\ ?정도|\ ?[걸소단]|분|치|씩|로\ |[이가]\ )"
_DAY_SAID = r"(?:[),]|\ ?\(|부터|까지|에\ |자|종가|기준|현재|\ (?:현지|오전|오후|종가|기준|현재|뉴욕|서울))"
_DAY_TOLD = (
    rf"(?:限|\ (?!{tables.either(__package__, 'behind_decimal_days')}|이[상하내전후]|[0-9만])(?=[가-힣A-Za-z(「‘“]))"
)
NO_DAY = r"(?!\ ?[0-9]{1,2}(?:일|\ ?[-–~∼～]))"
"""Behind a stretch of months (3~4월): no day, which is of the last of them alone (3~4월 5일)."""

POINTS = rf"""
    (?P<year20>{_YEAR})\.\ ?(?P<months20>{MONTH})월?{TO}(?P<months_to20>{MONTH})월{NO_DAY}
  | (?P<year45>[0-4][0-9])\.(?P<month45>1[0-2]|0?[1-9])(?={TO}[0-4][0-9]\.(?:1[0-2]|0?[1-9])월)
  | (?P<year21>{_YEAR})\.\ ?(?P<month21>{MONTH})월(?:\ ?(?P<day21>{DAY})일|\ ?(?:말|초|중순|하순|상순))?
  | (?P<year22>{_YEAR})[.년]\ ?(?:(?P<half22>[상하])반기|(?P<half23>[上下])(?:半期|반기)?|(?P<half24>[상하])(?![가-힣]))
  | (?P<year44>(?:19|20)[0-9]{{2}})\ (?P<half44>[상하])반기
  | (?P<year23>{_YEAR})[.년]\ ?(?P<quarter23>[1-4])(?:{TO}(?P<quarter_to23>[1-4]))?
    (?:(?:/4)?\ ?(?:분기|Q(?![A-Za-z]))|/4(?![0-9/.년개]))
  | (?P<year24>[{MARKS}][0-9]{{2}})\.\ ?(?P<month24>{MONTH})\.\ ?(?P<day24>{DAY})(?:\.(?![0-9]))?(?:{_WEEKDAY})?
  | (?P<year25>[0-4][0-9])\.\ ?(?P<month25>{MONTH})\.\ ?(?P<day25>{DAY})
    (?:\.(?![0-9])|(?=일|{_WEEKDAY}|{TO}))(?:{_WEEKDAY})?
  | (?P<year26>(?:19|20)[0-9]{{2}})\.\ ?(?P<month26>{MONTH})\.\ ?(?P<day26>{DAY})(?:\.(?![0-9]))?(?:{_WEEKDAY})
  | (?P<month27>{MONTH})\.\ ?(?P<day27>{DAY})\.?(?:{_WEEKDAY})
  | (?P<month28>{MONTH})\.\ ?(?P<day28>{DAY})\.
    (?={_IN_TIME}|{TO}(?:(?:{MONTH})\.\ ?)?(?:{DAY})(?:\.(?![0-9])|{_WEEKDAY}))
  | (?P<month41>{MONTH})[./](?P<day41>{DAY})일{_NO_LENGTH}(?=(?<=[0-9][0-9]일)|(?<=/[0-9]일)|{_DAY_SAID}|{_DAY_TOLD})
  | (?P<month43>{MONTH})\.(?P<day43>{DAY})일?
    (?={TO}(?:(?<=1[0-2]\.[0-9][-–—~∼～])|(?<=[0-9]\.[0-9][0-9][-–—~∼～])|(?=[0-9][0-9]))(?:{DAY})일{_NO_LENGTH})
  | (?P<month42>{MONTH})\.(?P<day42>{DAY})\.?(?=\ (?:밝혔|밝힌|전했|발표))
  | (?P<month29>{MONTH})\.(?P<day29>{DAY})(?={TO}(?:{MONTH})\.(?:{DAY})(?:\.(?![0-9])|{_WEEKDAY}|{_IN_TIME}))
"""
"""Alternatives of a verbose pattern, their groups named as in `dates.resolve`."""

TAIL = lazily(
    rf"\.?{TO}(?:(?:(?P<year>{_YEAR})[.-]\ ?)?(?P<month>{MONTH})[.-]\ ?)?"
    rf"(?P<day>{DAY})(?:일(?!간)|\.(?![0-9])|(?![0-9.%]))(?:{_WEEKDAY})?"
)
"""The end of a stretch that begins with a day in points: ~8.2., ~21.(금)."""
MONTH_TAIL = lazily(
    rf"\.?{TO}(?:(?P<year>{_YEAR})\.\ ?)?(?P<month>{MONTH})(?P<day>)(?:월|\.(?![0-9])|(?(year)(?![0-9.%])|(?!)))"
)
"""The end of a stretch that begins with a month: '24.4월~'25.3월, '23.1.~11."""

TAIL_SHAPE = re.sub(r"\?P<\w+>", "?:", TAIL.pattern)
SHAPE = re.sub(r"\?P<\w+>", "?:", f"(?:{POINTS})(?:{TAIL_SHAPE})?")
"""What such a date looks like, without names, for the reader of figures."""
