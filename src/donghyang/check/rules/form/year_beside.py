"""'이듬해', '2년 뒤' 같은 말과 함께 적은 해가 맞지 않습니다. | A year does not fit the words beside it.

왜: 2024년의 이듬해는 2025년이고, 올해가 2025년이면 내년은 2026년이다.
Why: The year after 2024 is 2025, and where this year is 2025 the next is 2026.
Bad: 이 장치는 2023년 5월 조립을 마쳤고 이듬해인 2025년 2월 시험을 통과하였다.
Good: 이 장치는 2023년 5월 조립을 마쳤고 이듬해인 2024년 2월 시험을 통과하였다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "year-beside"
CLASS = "date"
SEVERITY = "warning"

_YEAR = r"(?:(?P<full>(?:19|20)[0-9]{2})|['‘’](?P<short>[0-9]{2}))년"
_YEARS = lazily(_YEAR)
_AFTER = lazily(
    rf"(?P<words>이듬해|다음 ?해|그다음 ?해|바로 전해|전해|한 해 앞선|"
    rf"(?P<number>[1-9][0-9]?)년 ?(?P<way>뒤|후|전|앞선|만))"
    rf"(?:인|이던|였던|,|\(|에 해당하는)? ?{_YEAR}"
)
_BACK = frozenset(("바로 전해", "전해", "한 해 앞선"))
_TODAY = lazily(rf"(?<![가-힣])(?P<words>올해|금년|내년|지난해|작년|재작년|내후년)(?:\s?[(（]|인 ){_YEAR}(?![0-9~∼-])")
_SHIFT = {"올해": 0, "금년": 0, "내년": 1, "지난해": -1, "작년": -1, "재작년": -2, "내후년": 2}
_DAYS = lazily(
    r"(?:(?P<full>20[0-9]{2})|['‘’]?(?P<short>2[0-9]))(?:\. ?|년 ?|-)(?:1[0-2]|0?[1-9])(?:\. ?|월 ?|"
    r"-)(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_STOP = lazily(r"(?<=[가-힣])[.;] ")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'이듬해인 2026년' behind another year, and '내년(2026년)' against the year of the text."""
    for passage in sheet.of(PROSE):
        if "년" in passage.text:
            yield from _after(passage)
            yield from _today(sheet, passage)
            yield from _itself(passage)


_ITSELF = lazily(
    r"(?<![0-9])(?P<year>20[0-9]{2})년(?P<first>의? [^.;0-9]{2,40}(?:은|는|이|가) )[^.;]{1,40}?"
    r"(?P<again>(?P=year)년의? [^.;]{1,20}(?:보다|대비|에 비해|에 견주어) )[^.;]{0,10}[0-9.]+(?:%|배)"
)
_PARTS_OF_YEAR = lazily(r"분기|반기|[0-9]월|말|초|목표|계획|예상|전망|까지")


def _itself(passage: Passage) -> Iterator[Hit]:
    """'2024년 생산액은 …으로 2024년의 60억 위안보다 13% 증가': a year held against itself."""
    for found in _ITSELF.finditer(passage.text):
        if not _PARTS_OF_YEAR.search(found[0]):
            start = passage.start + found.start("again")
            message = Message("같은 해와 견주고 있습니다.", "a year is held against itself.")
            yield Hit(
                start,
                start + len("2024년"),
                message,
                ((passage.start + found.start(), passage.start + found.start() + len("2024년")),),
            )


def _after(passage: Passage) -> Iterator[Hit]:
    for found in _AFTER.finditer(passage.text):
        stop = max((one.end() for one in _STOP.finditer(passage.text, 0, found.start())), default=0)
        before = list(_YEARS.finditer(passage.text, stop, found.start()))
        if not before:
            continue
        back = found["words"] in _BACK or found["way"] in ("전", "앞선")
        by = int(found["number"] or 1) * (-1 if back else 1)
        years = {_read(one) + by for one in before}
        if _read(found) not in years and not (found["way"] == "만" and _read(found) - 1 in years):
            yield _hit(passage, found, _read(before[-1]) + by)


def _today(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    for found in _TODAY.finditer(passage.text):
        told = sheet.issue.date.year if sheet.issue.date else _year_of(sheet.text)
        now = told or (sheet.date.year if sheet.date else None)
        right = now + _SHIFT[found["words"]] if now else None
        if right is not None and _read(found) != right:
            yield _hit(passage, found, right)


def _year_of(text: str) -> int | None:
    """The one year of all whole days of a text; None for none or several."""
    years = {int(full_year(day["full"] or day["short"])) for day in _DAYS.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _read(found: re.Match[str]) -> int:
    return int(full_year(found["full"] or found["short"]))


def _hit(passage: Passage, found: re.Match[str], right: int) -> Hit:
    message = Message(f"'{found['words']}'라면 {right}년입니다.", f"by the words beside it, it is {right}.")
    return Hit(passage.start + found.start(), passage.start + found.end(), message)
