"""Dates that no calendar has (13월 45일, 2023-13-05), and years counted from elsewhere (民国112年, 기원전 221년).

They are read whole, and without a value: a part of one (5일, 221年) would be an invented length of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.language import tables
from donghyang.language.patterns import lazily

_N = "0-9０-９"
_MONTH, _DAY = rf"[{_N}]{{1,2}}\ ?(?:月份?|월)", rf"[{_N}]{{1,2}}\ ?[日号號일]"
_NO_MONTH = r"(?:1[3-9]|[2-9][0-9]|00?(?![0-9]))\ ?[月월]"
_NO_DAY = r"(?:3[2-9]|[4-9][0-9]|00?(?![0-9]))\ ?[日号號일]"
_YEAR = r"[12][0-9]{3}\ ?[年년]도?\ ?"
_AT_WORDS = r"(?<![0-9０-９.,:])"
_NO_LENGTH = r"(?!간|\ ?동안|\ ?연속|\ ?만에|\ ?이[상하내]|째)"

_IMPOSSIBLE = lazily(
    rf"""
    {_AT_WORDS}(?:
        {_YEAR}(?:{_NO_MONTH}(?:\ ?{_DAY}{_NO_LENGTH})?(?![호球])|第?[05-9]\ ?(?:분기|季度){_NO_LENGTH})
      | (?:{_YEAR})?(?:{_NO_MONTH}\ ?{_DAY}|{_MONTH}\ ?{_NO_DAY}){_NO_LENGTH})
    # 2023-13-05, 2023.2.45: of the right shape, but for the figures
    | (?<![0-9A-Za-z.,:/_-])(?:19|20)[0-9]{{2}}(?P<mark>[-.])
      (?: (?:1[3-9]|[2-9][0-9]|00)(?P=mark)[0-3]?[0-9] | (?:0?[1-9]|1[0-2])(?P=mark)(?:3[2-9]|[4-9][0-9]|00))
      (?![0-9A-Za-z_-]|[.,][0-9])
    """,
    re.VERBOSE,
)
"""Days, months and quarters that do not exist, with the year before them."""
_BEGUN = lazily(rf"[{_N}](?<![{_N}].)[{_N}]*+(?=\ ?[年년月월]|[-.][0-9])")
"""What all of them begin with: figures, the mark behind them."""


def impossible(text: str) -> Iterator[re.Match[str]]:
    """The days, months and quarters that do not exist, in order."""
    done = 0
    for begun in _BEGUN.finditer(text):
        found = _IMPOSSIBLE.match(text, begun.start()) if begun.start() >= done else None
        if found is not None:
            done = found.end()
            yield found


ERA = lazily(
    rf"(?:단기(?= ?[0-9]{{4}} ?[年년])|불기(?= ?[0-9]{{4}} ?[年년])|{tables.either(__package__, 'eras')}) ?"
    r"(?:元|[0-9]{1,5}|[一二三四五六七八九十百〇零]{1,6}) ?[年년](?![代대间간])"
)
"""A year that is not counted as ours are; what era it is of, is not worked out."""
