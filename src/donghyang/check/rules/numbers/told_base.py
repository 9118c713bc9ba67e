"""배수나 증가율이 기사에 적힌 기준값과 맞지 않습니다. | A multiple or a rise does not fit its base in the article.

왜: "설비용량을 '22년의 5배인 4,000만 kW로"의 '22년 값은 같은 기사의 다른 줄에 있다.
Why: The base of 'five times that of 2022, 40 million kW' stands in another line of the article.
Bad:
  01
  설비 확대 계획
  ■ 설비를 늘리는 계획을 발표(3.2)
  - '22년 말 기준 전국의 저장 설비용량은 800만 kW임
  - '27년까지 설비용량을 '22년의 약 4배인 4,000만 kW로 확대
Good:
  01
  설비 확대 계획
  ■ 설비를 늘리는 계획을 발표(3.2)
  - '22년 말 기준 전국의 저장 설비용량은 800만 kW임
  - '27년까지 설비용량을 '22년의 5배인 4,000만 kW로 확대
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from donghyang.check.figures.operands import follows, middle, quotient, rise, same_unit, shown, turn
from donghyang.check.figures.told import Told, told
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._turns import FELL, ROSE
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-base"
CLASS = "ratio"
SEVERITY = "warning"

_YEAR = r"(?:(?:19|20)?[0-9]{2})"
_TIMES = lazily(rf"(?P<noun>[가-힣]{{2,10}})[을를은는] (?:['‘’]?(?P<year>{_YEAR})년(?: ?말)?의 )?(?:약 )?$")
_THAT_IS = lazily(r"(?: 수준)?인 (?:약 )?")
_GROWS = lazily(r"(?P<noun>[가-힣]{2,10})[을를은는] (?:약 )?$")
_TO = lazily(r"(?:으로|로) (?:약 )?")
_AGAINST = lazily(rf"['‘’]?(?P<year>{_YEAR})년(?: ?말)? (?:대비|보다)")
_BEFORE = 40


def find(sheet: Sheet) -> Iterator[Hit]:
    """'X를 (Y년의) n배인 M으로' and 'Y년 대비 …, X는 M으로 p% 확대' against the one figure of X in the article."""
    for article in sheet.articles:
        for line in article.of(*PROSE):
            for one, other in pairwise(sheet.quantities_in(*line.span)):
                if one.kind == "multiple":
                    yield from _multiple(sheet, line, one, other)
                elif other.unit == "%":
                    yield from _growth(sheet, line, one, other)


def _multiple(sheet: Sheet, line: Passage, times: Quantity, new: Quantity) -> Iterator[Hit]:
    said = _TIMES.search(sheet.text, max(line.start, times.start - _BEFORE), times.start)
    if said is None or not _THAT_IS.fullmatch(sheet.text, times.end, new.start) or times.bound not in (None, "approx"):
        return
    old = _base(sheet, line, _Said(said["noun"], full_year(said["year"]) if said["year"] else None), new)
    if old is not None and not follows(times, worth := quotient(new, old)):
        yield _hit(times, new, old, f"{middle(worth):.3g}배" if middle(worth) < 1 else f"{shown(middle(worth))}배")


def _growth(sheet: Sheet, line: Passage, new: Quantity, rate: Quantity) -> Iterator[Hit]:
    against = _AGAINST.search(sheet.text, line.start, new.start)
    said = _GROWS.search(sheet.text, max(line.start, new.start - _BEFORE), new.start) if against else None
    sign = turn(sheet.text, rate.end, ROSE, FELL)
    if against is None or said is None or not sign or rate.bound is not None:
        return
    if not _TO.fullmatch(sheet.text, new.end, rate.start) or not new.value:
        return
    old = _base(sheet, line, _Said(said["noun"], full_year(against["year"])), new)
    if old is not None and not follows(rate, worth := rise(new, old, sign)):
        yield _hit(rate, new, old, f"{shown(middle(worth))}%")


class _Said(NamedTuple):
    """What grows, and the year from which, None where it is not told."""

    noun: str
    year: int | None


def _base(sheet: Sheet, line: Passage, said: _Said, new: Quantity) -> Quantity | None:
    """The one figure of other lines that is said so; None for none or several."""
    article = [] if line.article is None else told(sheet)[line.article]
    found = [one.binding.figure for one in article if one.where is not line and _is_base(one, said, new)]
    return found[0] if len({one.value for one in found}) == 1 else None


def _is_base(one: Told, said: _Said, new: Quantity) -> bool:
    binding, figure = one.binding, one.binding.figure
    if one.row or binding.part not in ("value", "end") or binding.nouns[-1:] != (said.noun,):
        return False
    of_year = said.year is None or binding.year == str(said.year)
    known = figure.value and new.value and figure.high is None and figure.value != new.value
    return of_year and bool(known) and same_unit(figure, new)


def _hit(rate: Quantity, new: Quantity, old: Quantity, worth: str) -> Hit:
    message = Message(f"'{old.text}'에서라면 {worth}입니다.", f"from '{old.text}' it is {worth}.")
    return Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))
