"""What a date looks like in Chinese and Korean text, so that its digits are not taken for quantities."""

from __future__ import annotations

import re

_YEAR = r"(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3}|['’‘＇´`][0-9]{2}|0[0-9](?=년))"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|３[０１]|[１２][０-９]|[１-９]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])"

DATE_SHAPE = re.compile(
    rf"""
    # 2023年2月20日, 2月3日, 5月, 30日; a year of four digits, never 500年
      {_YEAR}\ ?(?:年[代度]?|년[도대]?)(?:\ ?{_MONTH}\ ?(?:月份?|월)(?:\ ?{_DAY}\ ?[日号號일])?)?
    | [0-9]{{2}}년\ ?(?=말|초|도|[상하]반기|[1-4]분기|1?[0-9]월)
    | {_MONTH}\ ?(?:月份?|월)(?:\ ?{_DAY}\ ?[日号號일])?(?!호)
    | {_DAY}\ ?[日号號](?!元|圆|圓)
    # 2023-02-06, 2023.2.6, 2023/2/6, 23.2.6 in brackets or after an apostrophe
    | [12][0-9]{{3}}\ ?(?P<mark>[-./])\ ?{_MONTH}(?P=mark)\ ?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])
    """,
    re.VERBOSE,
)
