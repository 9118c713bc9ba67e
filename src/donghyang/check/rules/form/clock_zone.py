"""베이징 시각과 한국 시각이 한 시간 차이가 아닙니다. | Beijing time and Korean time are not an hour apart.

왜: 한국은 베이징보다 한 시간 이르다. 베이징 23시 44분은 한국 이튿날 0시 44분이다.
Why: Korea is an hour ahead of Beijing: 23:44 there is 0:44 of the next day here.
Bad: 우주선은 베이징 시각 10월 3일 9시 20분(한국 시각 10월 3일 8시 20분)에 솟아올랐다.
Good: 우주선은 베이징 시각 10월 3일 9시 20분(한국 시각 10월 3일 10시 20분)에 솟아올랐다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "clock-zone"
CLASS = "date"
SEVERITY = "warning"

_DAY = r"(?:(?:20[0-9]{2}년 ?)?(?:[0-9]{1,2}월 ?)?(?:[0-9]{1,2}일|같은 날|이튿날|다음 날)? ?)?"
_HOUR = r"(?P<half{n}>오전|오후|새벽|밤|낮)? ?(?P<hour{n}>[0-9]{{1,2}})(?:시|:)(?: ?(?P<minute{n}>[0-9]{{1,2}})분?)?"
_HERE, _THERE = r"(?:한국|우리|서울)(?: ?현지)? ?시[각간](?:으로)?", r"(?:베이징|중국)(?: ?현지)? ?시[각간](?:으로)?"
_BOTH = lazily(
    rf"(?:(?P<there>{_THERE})|{_HERE}) {_DAY}{_HOUR.format(n=1)}[^0-9.;]{{0,8}}[(（,] ?(?(there){_HERE}|"
    rf"{_THERE}) {_DAY}{_HOUR.format(n=2)}"
)
_DAY_MINUTES = 24 * 60
_LATE = ("오후", "밤")
_NOON = 12


def find(sheet: Sheet) -> Iterator[Hit]:
    """A time in Beijing with that in Korea right behind it, either first."""
    for passage in sheet.of(PROSE):
        for found in _BOTH.finditer(passage.text) if "시" in passage.text and "한국" in passage.text else ():
            first, second = _minutes(found, 1), _minutes(found, 2)
            ahead = second - first if found["there"] else first - second
            halves = _NOON * 60 if not (found["half1"] and found["half2"]) else _DAY_MINUTES
            if ahead % halves != 60:
                message = Message("한국은 베이징보다 한 시간 이릅니다.", "Korea is an hour ahead of Beijing.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _minutes(found: re.Match[str], number: int) -> int:
    hour = int(found[f"hour{number}"]) % _NOON if found[f"half{number}"] in _LATE else int(found[f"hour{number}"])
    late = _NOON if found[f"half{number}"] in _LATE else 0
    return (hour + late) * 60 + int(found[f"minute{number}"] or 0)
