"""What every print says of its edition: the number of the issue, and what was put right since it was first sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from donghyang.publish import marks
from donghyang.publish.text import printable
from donghyang.records import Corrected, Correction, Edition, Issue

CORRECTION = "정정"
_OPENING = f"{CORRECTION}({{}}): "
"""What a notice begins with, its day in it."""
_NOTICE = re.compile(re.escape(_OPENING).replace(re.escape("{}"), marks.FULL_DATE))
_SHOWN = 20
"""So many changes of a correction are printed; a report of which more changed is read anew."""


def numbered(issue: Issue, edition: Edition | None) -> Issue:
    """The issue with its number and its corrections among the lines of the cover; as it is where it has none."""
    return issue if edition is None else replace(issue, front=(*lines(edition), *issue.front))


def lines(edition: Edition) -> tuple[str, ...]:
    """The lines that the cover says of an edition; () for a first sending without a number."""
    return (*([label(edition)] if label(edition) else []), *(line for one in edition.corrections for line in told(one)))


def label(edition: Edition) -> str:
    """제7호, or of a later sending 제7호(2차 발행, 2024. 3. 20); "" for a first sending without a number."""
    number = f"제{edition.number}호" if edition.number is not None else ""
    if edition.sending == 1:
        return number
    return f"{number}({edition.sending}차 발행, {marks.full_date(edition.date)})" if number else ""


def told(correction: Correction) -> Iterator[str]:
    """The lines of a correction: its notice, then what changed."""
    yield _OPENING.format(marks.full_date(correction.date)) + _line(correction.notice)
    yield from (f"· {change(one)}" for one in correction.changes[:_SHOWN])
    if len(correction.changes) > _SHOWN:
        yield f"· 그 밖에 {len(correction.changes) - _SHOWN}곳"


def is_notice(line: str) -> bool:
    """Whether a line of the cover says that something was put right: it is to be seen before all others."""
    return _NOTICE.match(line) is not None


def change(one: Corrected) -> str:
    """One change as a reader is told of it."""
    where = f"{one.place} {one.part}".strip()
    if one.before is None:
        return f"{where}: “{_line(one.after)}” 추가"
    if one.after is None:
        return f"{where}: “{_line(one.before)}” 삭제"
    return f"{where}: “{_line(one.before)}” → “{_line(one.after)}”"


def _line(text: str | None) -> str:
    return " ".join(printable(text or "").split())
