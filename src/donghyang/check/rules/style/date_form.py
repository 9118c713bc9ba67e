"""날짜를 적는 방식이 섞였습니다. | Dates are written in different ways.

왜: 12월 19일, 12.19일, '22.12.19가 섞이면 같은 날인지 한눈에 알 수 없다. 문장의 날짜와 요지 끝의 날짜는 따로 본다.
Why: 12월 19일, 12.19일 and '22.12.19 side by side are hard to compare. Dates in sentences and those that end a lead
  are looked at apart.
Bad: 3월 2일에 착공하고 4월 5일에 시험하여 5.19일에 준공
Good: 3월 2일에 착공하고 4월 5일에 시험하여 5월 19일에 준공(’25.6.1)
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "date-form"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_YEAR = r"(?:['‘’]?[0-9]{2}|20[0-9]{2})"
_DAY = lazily(
    rf"""
      (?P<words>  (?<![0-9]) [0-9]{{1,2}}월\s?[0-9]{{1,2}}일 )
    | (?P<mixed>  (?<![0-9.]) [0-9]{{1,2}}\.\s?[0-9]{{1,2}}일 )
    | (?P<dotted> (?<![0-9.]) {_YEAR}\.\s?(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|\.[0-9]) )
    | (?P<dashed> (?<![0-9-]) 20[0-9]{{2}}-[01][0-9]-[0-3][0-9] (?![0-9]|-[0-9]) )
    """,
    re.VERBOSE,
)
_FORM = {"words": "N월 N일", "mixed": "N.N일", "dotted": "'YY.M.D", "dashed": "YYYY-MM-DD", "short": "M.D"}
_LEAD = lazily(
    rf"[(（](?:(?P<words>[0-9]{{1,2}}월\s?[0-9]{{1,2}}일)|(?P<dotted>{_YEAR}\.\s?[0-9]{{1,2}}\.\s?[0-9]{{1,2}})\.?"
    r"|(?P<short>[0-9]{1,2}\.\s?[0-9]{1,2})\.?)[)）]$"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Days of sentences, and days that end a lead, in another form than most."""
    lines = [line for line in sheet.of(PROSE) if any(char.isdigit() for char in line.text)]
    for use, example in departures(use for line in lines for use in _in_sentences(line)):
        yield departure(use, example)
    for use, example in departures(use for line in lines if line.part == "lead" for use in _at_end(line)):
        yield departure(use, example)


def _in_sentences(line: Passage) -> Iterator[Use]:
    """Days outside of brackets: what stands inside is short on purpose."""
    depth, outside = 0, []
    for char in line.text:
        depth = max(0, depth + (char in "(（") - (char in ")）"))
        outside.append(" " if depth else char)
    for found in _DAY.finditer("".join(outside)):
        yield Use(_FORM[found.lastgroup or ""], line.start + found.start(), line.start + found.end())


def _at_end(line: Passage) -> Iterator[Use]:
    found = _LEAD.search(line.text)
    if found is not None:
        yield Use(_FORM[found.lastgroup or ""], line.start + found.start() + 1, line.start + found.end() - 1)
