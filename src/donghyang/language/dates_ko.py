"""How Korean text writes dates and periods; the groups are named as in `dates_zh`."""

from __future__ import annotations

import re

from donghyang.language.dates_office import MARKS, NO_DAY, POINTS
from donghyang.language.dates_refuted import FIGURE
from donghyang.language.lone_days import LONE_DAY
from donghyang.language.patterns import lazily

YEAR_WORDS = {
    "올해": 0,
    "금년": 0,
    "작년": -1,
    "지난해": -1,
    "지난 해": -1,
    "전년": -1,
    "재작년": -2,
    "내년": 1,
    "명년": 1,
}
MONTH_WORDS = {
    "이번 달": 0,
    "이 달": 0,
    "이달": 0,
    "금월": 0,
    "지난달": -1,
    "지난 달": -1,
    "전월": -1,
    "다음 달": 1,
    "다음달": 1,
    "내달": 1,
}
DAY_WORDS = {
    "오늘": 0, "금일": 0, "어제": -1, "작일": -1, "전일": -1, "그제": -2, "그저께": -2, "내일": 1, "명일": 1, "모레": 2,
}  # fmt: skip
QUARTER_WORDS = {"이번 분기": 0, "금분기": 0, "전분기": -1, "직전 분기": -1, "지난 분기": -1, "다음 분기": 1}
WEEK_WORDS = {
    "이번 주": 0,
    "이번주": 0,
    "금주": 0,
    "차주": 1,
    "내주": 1,
    "지난주": -1,
    "지난 주": -1,
    "다음 주": 1,
    "다음주": 1,
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\ ")


_YEAR = r"[12][0-9]{3}|['’‘＇´`][0-9]{2}"
_MONTH = r"1[0-2]|0?[1-9](?![0-9])"
_DAY = r"3[01]|[12][0-9]|0?[1-9](?![0-9])"
_ITS = rf"(?:일|(?=\ ?[-~∼～]\ ?(?:{_DAY})일(?!간|\ 동안|\ 만에)))"
"""Behind a day of a month: 7월 1일, and the first day of 7월 1~5일."""


def _clock(n: int) -> str:
    return (
        rf"(?:\ ?(?P<noon{n}>오전|오후)?\ ?(?P<hour{n}>[0-9]{{1,2}})시(?![간])(?:\ ?(?P<minute{n}>[0-9]{{1,2}})분)?)?"
    )


_EDGE = "(?:말|초)(?=까지|부터|에|의|기준|[^가-힣]|$)"

PATTERN = lazily(
    rf"""
    [0-9'’‘＇´`올금작지전재내명이다오어그모제최향앞상하직천일차]
    # most places where a date might begin are told by the next characters to begin none
    (?:(?=[해년월주일분작난번달천음는늘제저레0-9근후으반전구])|(?<=이)(?=\ 달)|(?<![가-힣]))
    (?:(?=[0-9]{{0,3}}[차.·세년월일\ \-–—/~∼～천분])|(?<![0-9]))
    (?<=(?=(?P<all>
      # 14차 5개년 계획, 제14차 5개년 규획 말, 14.5 규획 기간
      제?(?P<plan>[0-9]{{1,2}})차\ ?5개년(?:\ ?(?:계획|규획))?['’”"』」]?(?:\ ?(?:기간|시기))?
      (?:\ ?(?P<plan_part>{_EDGE}))?
    | ['‘“]?(?P<plan1>1[0-9])[.·]5['’”]?\ ?(?:(?:계획|규획)['’”]?(?:\ ?(?:기간|시기))?|기간|시기)
      (?:\ ?(?P<plan_part1>{_EDGE}))?
      # ‘14.5 정보통신 산업 발전계획’: the plan of a field runs as long as the plan
    | ['‘“]?(?P<plan2>1[0-9])[.·]5(?=\ [가-힣·\ ]{{1,20}}(?:계획|규획))
    | (?:(?P<century>[0-9]{{2}})세기\ ?)?(?P<decade>(?:[12][0-9])?[0-9]0)년대
    | (?P<day_word>{_any(DAY_WORDS)})(?=(?:은|는|도|부터|까지|의|에는?|과|와|자)?(?:[^가-힣]|$)|\ ?대비)
    | (?P<quarter_word>{_any(QUARTER_WORDS)})
    | {POINTS}
    | (?:(?P<past>지난)|(?P<next>오는))\ (?:
          (?P<months30>{_MONTH})월?\ ?[-–~∼～]\ ?(?P<months_to30>{_MONTH})월
        | (?P<month30>{_MONTH})월(?:\ ?(?P<day30>{_DAY}){_ITS}{_clock(4)}|\ ?(?:말|초|중순|하순|상순|초순))?
        | (?P<quarter30>[1-4])(?:\ ?[-–~∼～]\ ?(?P<quarter_to30>[1-4]))?/?4?분기|(?P<half30>[상하])반기)
    | (?P<spelled>(?:일?천구백|이천)[일이삼사오육칠팔구십]{{1,5}}|2천\ ?[0-9]{{1,2}})\ ?년(?![대생간]|\ ?동안)
    | (?P<week_word>{_any(WEEK_WORDS)})\ ?(?P<weekday>[월화수목금토일])요일
    | (?P<month_word>{_any(MONTH_WORDS)})(?!세)(?:\ ?(?P<day>{_DAY}){_ITS}|\ ?(?:말|초|중순|하순|상순|초순))?
    | (?:최근|지난|과거)\ ?(?P<recent>[0-9]{{1,3}})년(?:간|\ 동안)?
    | (?P<ahead>향후|앞으로)\ ?(?P<recent1>[0-9]{{1,3}})년(?:간|\ 동안|\ ?내)?
      # 2023년 5월 30일 9시 31분, '22년 말, 올해 상반기, 지난해 같은 기간
    | (?: (?P<year>{_YEAR})\ ?년(?:도|(?![대생차제간]))
        | (?P<year2>[0-9]{{2}})년(?=\ ?말|\ ?초|\ ?[상하]반기|\ [0-9]{{1,2}}월)
        | (?P<year_word>{_any(YEAR_WORDS)}))
      (?: \ ?(?P<months>{_MONTH})월?\ ?[-–~∼～]\ ?(?P<months_to>{_MONTH})월{NO_DAY}
        | \ ?(?P<month>{_MONTH})월(?:\ ?(?P<day1>{_DAY}){_ITS}{_clock(1)}|\ ?(?:말|초|중순|하순|상순|초순))?
        | \ ?(?P<quarter>[1-4])(?:\ ?[-–~∼～]\ ?(?P<quarter_to>[1-4]))?/?4?분기
        |\ ?(?P<half>[상하])반기|\ ?(?P<edge>{_EDGE})
        | \ 같은\ (?:기간|시기)|\ 동기|\ 한해
      )?
      # 2023. 2. 17, 2023.02.17, 25.12.19, '20.4
    | (?P<year3>[12][0-9]{{3}})[-./]\ ?(?P<month1>{_MONTH})[-./]\ ?(?P<day2>3[01]|[12][0-9]|0?[1-9])(?![0-9])
    | (?P<year5>(?:19|20)[0-9]{{2}})\.\ ?(?P<month5>{_MONTH})(?:(?=[)~∼～월\ ,\n]|$)|\.(?=[)）]))
    | (?P<year4>['’‘＇´`][0-9]{{2}})\.(?P<month2>{_MONTH})(?:\.(?P<day3>{_DAY}))?(?![0-9])
    | (?P<year6>['’‘＇´`][0-9]{{2}})(?:\.(?=\ {FIGURE})|(?=[~∼～,)\]\ –—-]|$))
    | (?:(?P<coming>오는\ )|(?P<gone>지난\ ))?(?P<lone_day>(?:{LONE_DAY}))
      (?:(?=\ ?[(（](?P<of_week>[월화수목금토일])(?:요일)?[)）,])|)(?:(?=(?P<open_day>부터|까지))|){_clock(3)}
    | (?P<months1>{_MONTH})월?\ ?[-–~∼～]\ ?(?P<months_to1>{_MONTH})월{NO_DAY}
      # 454년에, 676년 11월; most lengths of a hundred years are round
    | (?<![0-9.,약])(?<!약\ )(?<!총\ )(?P<year7>[1-9][0-9][1-9])년
      (?:\ ?(?P<month6>{_MONTH})월(?:\ ?(?P<day6>{_DAY})일)?|(?=에(?!서|\ 걸쳐|\ 불과|\ 한|\ 이르)|경[에\ ]))
    | (?P<month3>{_MONTH})월
      (?:\ ?(?P<day4>{_DAY}){_ITS}{_clock(2)}|\ ?(?:말|초|중순|하순|상순|초순)(?![가-힣]))?(?!호|드)
    | (?P<quarter1>[1-4])(?:\ ?[-–~∼～]\ ?(?P<quarter_to1>[1-4]))?/?4?분기(?!\ ?(?:만에|연속|째|동안|간\ |이상))
    | (?P<half1>[상하])반기
    )).)
    """,
    re.VERBOSE,
)
WHOLE_WORDS = ("day_word", "week_word", "month_word", "year_word", "quarter_word", "spelled", "past", "next", "gone")
"""Parts that begin a word: 제작일, 오전일정 and 안내년 hold such words by chance."""
BRACKETED = lazily(
    rf"(?:\(|（|\[(?<!\S.))(?:[~∼～]\ ?)?(?:(?P<year>[0-9]{{2}})\.\ ?)?(?P<month>{_MONTH})\.\ ?"
    r"(?P<day>3[01]|[12][0-9]|0?[1-9](?![0-9]))\.?(?=[)）,~∼～]|\]\ )"
)
"""(2.6), [2.6], (02.07) and (25.12.19, 机构): how leads and sources are dated."""
SLASHED = lazily(
    rf"(?:(?<=[(（])|(?<=[가-힣A-Za-z],\ ))(?P<month>{_MONTH})/(?P<day>3[01]|[12][0-9]|0?[1-9](?![0-9]))"
    r"(?=[)）][\ \t]*(?:\n|$)|[\ \t]*(?:\n|$))"
)
"""(10/14) at the end of a line, and 신화사, 10/14: how some offices date leads and sources."""
MONTHS = 12
"""A second number above it makes 10/14 a day; 1/2 may be a part of two."""
TAIL = lazily(
    rf"(?:\ ?[(（][월화수목금토일](?:요일)?[)）])?\ ?(?:[-–—~∼～]|부터|에서)"
    rf"\ ?(?:(?P<year>{_YEAR})\ ?년)?\ ?(?:(?P<month>{_MONTH})월)?"
    rf"\ ?(?:(?P<day>{_DAY})일(?!간|\ ?동안))?(?:\ ?말)?"
)
_FROM = "|".join(f"{char}(?<![0-9.].)[0-9]{{{count}}}" for chars, count in (("12", 3), (MARKS, 2)) for char in chars)
YEARS = lazily(
    rf"(?P<from>{_FROM})년?\ ?(?:[-–—~∼～]|부터)\ ?"
    r"(?P<to>[12][0-9]{3}|['’‘＇´`]?[0-9]{2})(?:(?P<unit>\ ?년)|(?![0-9%-]|[.,][0-9]))"
)
LIMIT = lazily(
    r"(?: ?[(（][월화수목금토일](?:요일)?[)）](?=까지|부터))?"
    r"(?:(?: ?말)?(?P<before>까지| ?이전| 전(?=에|까| (?!세계|국민|지역|과정|분야|기간|산업|주기|세대)))"
    r"|(?P<since>부터| ?이후| ?이래| ?[~∼～](?=[)）\]])))"
)
