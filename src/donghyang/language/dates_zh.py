"""How Chinese text writes dates and periods.

The groups of `PATTERN` carry the names that `dates.resolve` knows; a number at the end of a name only tells
alternatives apart.
"""

from __future__ import annotations

import re

from donghyang.language.dates import DAY, MONTH, YEAR
from donghyang.language.patterns import lazily

YEAR_WORDS = {
    "今年": 0, "本年": 0, "本年度": 0, "去年": -1, "上年": -1, "上年度": -1, "前年": -2, "明年": 1, "后年": 2,
}  # fmt: skip
MONTH_WORDS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
DAY_WORDS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
QUARTER_WORDS = {"本季度": 0, "上季度": -1, "上个季度": -1, "下季度": 1, "下个季度": 1}
WEEK_WORDS = {"本": 0, "这": 0, "上": -1, "下": 1}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ONE = "[一二三四1-4１-４]"


_ALONE = "(?<![十廿卅])(?<![〇零一二三四五六七八九十]年)"
"""No month of 零二年四月, whose year is not known."""


def _clock(n: int) -> str:
    noon = f"(?P<noon{n}>上午|下午|晚上|晚|凌晨|中午)?"
    return rf"(?:{noon}(?P<hour{n}>[0-9]{{1,2}})[时時点點](?:(?P<minute{n}>[0-9]{{1,2}})分)?)?"


_COUNT = "(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})"

PATTERN = lazily(
    rf"""
    [0-9０-９一二三四五六七八九十今昨明前后本这上下去近过最未第周星礼“"‘'’](?<=(?=(?P<all>
      # “十四五”时期, 到“十四五”末, 十四五规划
      [“"‘'](?P<plan>[一二三四五六七八九]|十[一二三四五六七八九]?)五[”"’'](?:规划|时期|期间)?(?P<plan_part>末|初|期末)?
    | (?P<plan1>十[一二三四五六七八九]?)五(?:规划|时期|期间)(?P<plan_part1>末|初)?
      # 20世纪80年代, 上世纪九十年代
    | (?P<century>[0-9]{{2}})世纪(?P<decade>[0-9]0)年代
      # 今天（2月3日）, 昨日
    | (?P<day_word>{_any(DAY_WORDS)})
      (?:\ ?[（(](?:{YEAR}年)?(?P<month>{MONTH})月(?P<day>{DAY})[日号號][）)])?{_clock(1)}
    | (?:(?P<week_word>[本这上下])个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![期年个方边围一二三四五六])
    | (?P<month_word>{_any(MONTH_WORDS)})(?:(?P<day1>{DAY})[日号號]|[底初末中]|[上中下]旬)?
    | (?:最?近|过去)(?P<recent>{_COUNT})年(?:来|间|里|中)?
    | (?P<ahead>未来|今后)(?P<recent1>{_COUNT})(?:年|到{_COUNT}年)(?:内|间|里)?
      # 2023年2月20日9时, 今年8月底, 2023年上半年, 去年同期
    | (?:(?P<year>{YEAR})\ ?年度?|(?P<year_word>{_any(YEAR_WORDS)}))
      (?: \ ?(?P<months>{MONTH})月?[-–—~～至到]{{1,2}}(?P<months_to>{MONTH})月(?:份|底|末)?(?![0-9０-９])
        | \ ?(?P<month1>{MONTH})\ ?月份?(?:\ ?(?P<day2>{DAY})\ ?[日号號]{_clock(2)}|[底初末中]|[上中下]旬)?
        | 第?(?P<quarter>{_ONE})(?:[-–—~～至到]第?(?P<quarter_to>{_ONE}))?季度
        | 前(?P<quarters>[二三两])季度|(?P<half>[上下])半年
        | 前(?P<months_to2>{_COUNT})(?:个月|月(?![份初中底末0-9一二三四五六七八九十]))
        | 年?(?P<edge>[底末初]|中(?=[，。、；：,.;）)\s]|[旬期前后起以]|$))|同期|全年
      )?
    | (?P<year1>[12][0-9]{{3}})[-./](?P<month2>1[0-2]|0?[1-9])[-./](?P<day3>3[01]|[12][0-9]|0?[1-9])(?![0-9])
    | {_ALONE}(?P<months1>{MONTH})月?[-–—~～至到]{{1,2}}(?P<months_to1>{MONTH})月(?:份|底|末)?(?![0-9０-９])
    | {_ALONE}(?P<month3>{MONTH})月(?!球)(?:\ ?(?P<day4>{DAY})[日号號]{_clock(3)}|[底初末]|[上中下]旬|份)?
    | (?P<quarter_word>{_any(QUARTER_WORDS)})
    | 第(?P<quarter1>{_ONE})季度
    | (?P<quarter2>[一二三四1-4])(?:[-–—~～至到](?P<quarter_to1>{_ONE}))?季度
    | (?<![此之以提日目眼生产会战年期节])前(?P<months_to3>{_COUNT})(?:个月|月(?![份初中底末日0-9一二三四五六七八九十]))
    | 前(?P<quarters1>[二三两])季度|(?P<half1>[上下])半年
    )).)
    """,
    re.VERBOSE,
)
WHOLE_WORDS = ()
"""Chinese has no spaces between its words."""
TAIL = lazily(
    rf"\ ?[-–—~～至到]{{1,2}}\ ?(?:(?P<year>{YEAR})年)?(?:(?P<month>{MONTH})月)?"
    rf"(?:(?P<day>{DAY})[日号號])?(?:底|末|初)?"
)
"""What may follow a date to make it a stretch: 5月25日—30日, 2021年至2025年."""
YEARS = lazily(
    r"(?<![0-9.])(?P<from>[12][0-9]{3})年?\ ?[-－–—~～至到]{1,2}\ ?(?P<to>[12][0-9]{3})(?P<unit>年)?(?![0-9.-])"
)
"""2021—2025年, （2023-2025）."""
LIMIT = lazily(
    r"[底末]?(?P<before>之?前(?![0-9一二三四五六七八九十两几]{1,3}(?:个|季|年|月))|以前)|(?P<since>以来|起|至今|开始|之后|以后)"
)
