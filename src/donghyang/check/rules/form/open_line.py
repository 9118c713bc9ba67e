"""아직 쓰지 않은 글입니다. | A line still to be written.

왜: `??`로 시작하는 글과 자리만 잡아 둔 글은 초안에만 찍힌다. 다 쓰기 전에는 보고서를 낼 수 없다.
Why: Lines that begin with `??`, and words that only hold a place, belong in drafts alone: the report cannot go out.
Bad: ● ?? 성 정부는 로봇 2,300대를 投放
Good: ● 성 정부는 로봇 2,300대를 보급함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message
from donghyang.report.unwritten import missing

ID = "open-line"
CLASS = "form"
SEVERITY = "error"

_OPEN = Message("아직 쓰지 않은 글입니다.", "still to be written.")
_PLACEHOLDER = Message(
    "자리만 잡아 둔 말입니다. 원문을 보고 쓰십시오.", "holds a place only: look at the source and write."
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Open lines and cells, each whole, and placeholders in the others."""
    still = {line.span for line in sheet.open}
    for line in sheet.open:
        lacks = missing(line.text)
        told = Message(f"{_OPEN.ko} 없는 낱말: {', '.join(lacks)}", f"{_OPEN.en} It lacks: {', '.join(lacks)}")
        yield Hit(*line.span, told if lacks else _OPEN)
    for line in sheet.lines:
        if line.part == "remark" or line.span in still:
            continue
        for found in _placeholders().finditer(line.text):
            start, end = found.span("bracket" if found["bracket"] else "alone")
            yield Hit(line.start + start, line.start + end, _PLACEHOLDER)


@cache
def _placeholders() -> re.Pattern[str]:
    rows = tables.read("donghyang.check", "placeholders.tsv")
    words = {where: "|".join(re.escape(row[0]) for row in rows if row[1] == where) for where in ("bracket", "alone")}
    return lazily(
        rf"(?P<bracket>[(（\[【〔]\s?(?:{words['bracket']})\s?[)）\]】〕])"
        rf"|^(?:출처\s?[:：]\s?)?(?P<alone>{words['alone']})(?:\s?[(（][\d./]+[)）])?$"
    )
