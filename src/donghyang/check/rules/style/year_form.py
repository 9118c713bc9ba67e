"""연도를 네 자리로도 두 자리로도 적었습니다. | Years are written with four digits and with two.

왜: 2025년과 '25년은 같은 해다. 본문에서는 한 가지로 적는다.
Why: 2025년 and '25년 are one year; the body of a report writes them in one way.
Bad: 2023년에 착공하여 2025년까지 완공하고 '27년까지 확대
Good: 2023년에 착공하여 2025년까지 완공하고 2027년까지 확대('23~'25년 1단계)
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "year-form"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_YEAR = lazily(
    r"(?<![0-9~∼〜～–-])(?<![~∼～–-]\s)(?:20(?P<long>[0-9]{2})|(?P<mark>['‘’])(?P<short>[0-4][0-9]))년(?!\s?[~∼～–-])"
)
_BRACKETS = lazily(r"[(（][^()（）\n]*[)）]")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Years of bullets and notes outside of brackets and ranges."""
    found: dict[int, re.Match[str]] = {}
    uses: list[Use] = []
    for passage in sheet.of({"bullet", "heading", "note", "text"}):
        text = _BRACKETS.sub(lambda inside: " " * len(inside[0]), passage.text)
        for year in _YEAR.finditer(text):
            use = Use("'YY년" if year["mark"] else "YYYY년", passage.start + year.start(), passage.start + year.end())
            uses.append(use)
            found[use.start] = year
    mark = next((year["mark"] for year in found.values() if year["mark"]), "")
    for use, example in departures(uses):
        year = found[use.start]
        right = f"20{year['short']}년" if year["short"] else f"{mark}{year['long']}년"
        yield departure(use, example, right)
