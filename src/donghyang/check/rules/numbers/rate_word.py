"""같은 수가 하루의 것으로도 한 해의 것으로도 적혔습니다. | One figure is said of a day and of a year.

왜: 하루 240만 톤과 연간 240만 톤은 365배 다르다. 본문과 표가 하루라면 제목의 연간은 잘못 옮긴 것이다.
Why: 2.4 million tonnes a day and a year differ 365 times; where body and table say a day, the headline is wrong.
Bad:
  01
  가온시, 담수 생산 연간 243만 톤으로 확대
  ■ 담수화 시설의 현황을 공개(3.2)
  - 생산능력은 하루 243만 톤으로 늘어남
Good:
  01
  가온시, 담수 생산 하루 243만 톤으로 확대
  ■ 담수화 시설의 현황을 공개(3.2)
  - 생산능력은 하루 243만 톤으로 늘어남
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.compare import agrees
from donghyang.facts.slips import significant
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "rate-word"
CLASS = "unit"
SEVERITY = "warning"

_SAID = lazily(
    r"(?:(?P<day>하루|일일|매일|1일)|(?P<month>매월|매달|월간|한 달)|(?P<year>연간|매년|해마다|한 해))"
    r"(?: (?:약|최대|총))? ?$"
)
_BEFORE = 10
_TELLING = 3
"""Digits of a figure that does not come twice by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of headline, lead and summary behind a word of time that the article says of another."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = [one for one in _timed(sheet, [line]) if significant(one[0].text) >= _TELLING and one[0].unit]
        theirs = list(_timed(sheet, (one for one in article.of(*KOREAN) if one is not line))) if mine else []
        for figure, own in mine:
            said = [(one, word) for one, word in theirs if one.unit == figure.unit and agrees(one, figure)]
            if said and not any(word == own for _, word in said):
                yield _hit(figure, said[0][0])


def _timed(sheet: Sheet, lines: Iterable[Passage]) -> Iterator[tuple[Quantity, str]]:
    """The figures of lines that stand behind a word of time, each with the kind of time."""
    for figure in sheet.figures_of(lines):
        word = _word(sheet, figure)
        if word is not None:
            yield figure, word


def _word(sheet: Sheet, figure: Quantity) -> str | None:
    """The kind of time right before a figure: day, month or year; None for none."""
    found = _SAID.search(sheet.text, max(0, figure.start - _BEFORE), figure.start)
    return found.lastgroup if found else None


def _hit(figure: Quantity, other: Quantity) -> Hit:
    message = Message("본문에는 다른 기간의 수입니다.", "the article says it of another time.")
    return Hit(figure.start, figure.end, message, ((other.start, other.end),))
