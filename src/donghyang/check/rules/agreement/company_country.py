"""회사의 소속 국가가 사실과 다릅니다. | A company's country is wrong.

왜: 긴 표에서는 국가 칸이 한 줄씩 밀리기 쉽다. 널리 알려진 회사로 확인할 수 있다.
Why: In long tables the column of countries slips by a row; well-known companies show it.
Bad:
  〈주요 기업〉
  순위	기업	소속국가
  1	Siemens	미국
  2	Nokia Corp.	핀란드
Good:
  〈주요 기업〉
  순위	기업	소속국가
  1	Siemens	독일
  2	Nokia Corp.	핀란드
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.records import Message

ID = "company-country"
CLASS = "table-text"
SEVERITY = "error"

_COUNTRY = re.compile(r"국가|국적|나라|본사")
_TAIL = re.compile(r"(?:,? ?(?:inc|ltd|co|corp|corporation|company|holdings|group|ag|plc|s\.a|cloud|그룹|홀딩스)\.?)+$")
_BRACKETS = re.compile(r"\s?[(（].*$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rows of a table with a column of countries, against the list of companies."""
    table = _companies()
    for board in sheet.boards:
        at = next((at for at, head in enumerate(board.head) if _COUNTRY.search(head.text)), None)
        if at is None:
            continue
        for row in board.rows:
            name = next((cell for cell in row if _key(cell.text) in table and cell is not row[at]), None)
            country = row[at]
            if name is None or not country.text or country.text in table[_key(name.text)]:
                continue
            if country.text in _countries():
                right = table[_key(name.text)][0]
                first, last = sorted((name, country), key=lambda cell: cell.start)
                yield Hit(
                    first.start,
                    last.end,
                    Message(f"{name.text}은(는) {right} 회사입니다.", f"{name.text} is a company of {right}."),
                )


@cache
def _companies() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in tables.read(__package__, "companies.tsv")}


@cache
def _countries() -> frozenset[str]:
    return frozenset(country for countries in _companies().values() for country in countries)


def _key(name: str) -> str:
    plain = _BRACKETS.sub("", name).strip().lower()
    return _TAIL.sub("", plain).strip(" ,.") or plain
