"""같은 뜻의 말이 겹쳤습니다. | Two words of one phrase say the same.

왜: 한쪽은 군더더기이고, 외래어와 우리말이 겹치면 서로 다른 둘로 읽힌다.
Why: One of them is superfluous, and a loan word beside its own translation reads like two things.
Bad: 매년마다 약 100여 개의 과제를 선정하고 전담 조직 설립을 구성함
Good: 매년 100여 개의 과제를 선정하고 전담 조직 설립을 추진함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "tautology"
CLASS = "doubled-word"
SEVERITY = "note"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Every phrase of `tautologies.tsv`."""
    pattern, reasons = _table()
    for passage in sheet.of(KOREAN):
        for found in pattern.finditer(passage.text):
            assert found.lastgroup is not None
            yield Hit(passage.start + found.start(), passage.start + found.end(), reasons[found.lastgroup])


@cache
def _table() -> tuple[re.Pattern[str], dict[str, Message]]:
    rows = tables.read(__package__, "tautologies.tsv")
    pattern = "|".join(f"(?P<r{at}>{row[0]})" for at, row in enumerate(rows))
    reasons = {f"r{at}": Message(row[1], row[2]) for at, row in enumerate(rows)}
    return lazily(pattern), reasons
