"""What a line breaks a whole down into ('승용 110대, 화물 52대, 특장 38대'), and the figures that may be the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from donghyang.check.figures.operands import is_conversion
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.roles import BRACKET
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Quantity, Span

_TIMES = "['‘’]?[0-9]{2,4}년|[0-9]{1,2}월"
_WORD, _SECOND = "[가-힣A-Za-z·]{1,14}", "(?: [가-힣A-Za-z·]{1,10})?"
_BEHIND_NAME = r"(?:[(（][^()（）0-9]{1,20}[)）])?(?:에|은|는|이|가)? ?"
_FIRST = lazily(rf"(?:^|[\s,:△▲(])(?P<name>{_TIMES}|{_WORD}){_BEHIND_NAME}$")
_NEXT = lazily(rf"{BRACKET}(?:으로|로|이며|이고)?,? (?:및 |△|▲)?(?P<name>{_TIMES}|{_WORD}{_SECOND}){_BEHIND_NAME}")
_TIME = lazily(_TIMES)
_WHOLE = lazily(r"^가운데|^중$|총$|합계|전체|모두|도합|누적|^등|^각각$|(?:^| )각$|^약$")
_DONE = lazily(r"[가-힣]{1,3}[려여워어해] ")
"""A verb, behind which a list begins: 120개로 늘려 도심 64개, 항만 20개."""
_SHARE = lazily(r" ?[(（](?:약 )?(?P<share>[0-9.]+)%")
_WHOLE_SHARE = 100
_LEADS = lazily(r"(?:[(（][^()（）]*[)）])?(?:으로|로|이|가)? ?(?:가장|최다|최대|제일|1위|선두|으뜸)")
"""Behind the largest of the parts, told before the others: 900대(45%)로 가장 많고."""
_BEFORE = 18
"""So far before the first figure its name may begin."""
_LEAST = 2
_COUNTS = lazily(r"별(?:로)? (?P<noun>[가-힣]{2,6}) ?수(?:는|가) ")
"""What a line breaks down: 분야별 과제 수는."""
_BY = lazily(r"[(（]?[가-힣]{2,6}별(?:[)）]|로는?|에)? ")
"""What opens a line that breaks the article's whole down: 분야별 모집 인원은, (유형별)."""
_NEAR = 4
"""So many lines above, the whole of a breakdown may stand that says what it counts."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Figures of one unit in a row, each behind its name."""

    names: tuple[str, ...]
    figures: tuple[Quantity, ...]
    line: Passage
    wholes: tuple[Quantity, ...]
    """Figures of that unit elsewhere in the line and in the one before that are larger than each of them."""

    @property
    def by_time(self) -> bool:
        """Whether the figures are those of years or months."""
        return _TIME.fullmatch(self.names[0]) is not None

    @property
    def sum(self) -> Decimal:
        """What they add up to."""
        return sum((figure.value or Decimal(0) for figure in self.figures), Decimal(0))

    @property
    def span(self) -> Span:
        """From the first figure to the last."""
        return self.figures[0].start, self.figures[-1].end


@once_a_sheet
def breakdowns(sheet: Sheet) -> list[tuple[Breakdown, Passage | None]]:
    """The breakdowns of lines, those of each article in order, each with the line that follows in it."""
    found: list[tuple[Breakdown, Passage | None]] = []
    for lines in (article.of(*PROSE) for article in sheet.articles):
        top = [line for line in lines if line.part in ("headline", "lead")]
        for at, (line, following) in enumerate(zip(lines, [*lines[1:], None], strict=False)):
            above = lines[max(0, at - _NEAR) : at]
            told = [one for one in top if one is not line and one not in above[-1:]] if _BY.match(line.text) else []
            found += ((one, following) for one in _of_line(sheet, line, above, told))
    return found


def _of_line(sheet: Sheet, line: Passage, above: list[Passage], top: Sequence[Passage] = ()) -> Iterator[Breakdown]:
    figures = _amounts(sheet, line)
    at = 0
    while at < len(figures):
        begin = max(line.start, figures[at].start - _BEFORE, figures[at - 1].end if at else 0)
        first = _FIRST.search(sheet.text[begin : figures[at].start])
        named = first is not None and not _WHOLE.search(first["name"])
        names, end = ([without_particle(first["name"])] if first and named else []), at
        while names and end + 1 < len(figures) and figures[end + 1].unit == figures[at].unit:
            gap = _NEXT.fullmatch(sheet.text, figures[end].end, figures[end + 1].start)
            if gap is None or _WHOLE.search(gap["name"].strip()) or _DONE.match(gap["name"]):
                break
            names.append(without_particle(gap["name"].strip()))
            end += 1
        times = sum(_TIME.fullmatch(name) is not None for name in names)
        if len(names) >= _LEAST and len(set(names)) == len(names) and times in (0, len(names)):
            run = tuple(figures[at : end + 1])
            beside = [*figures[:at], *figures[end + 1 :], *(_amounts(sheet, above[-1]) if above else [])]
            beside += _counted_above(sheet, line, figures[at], above[:-1])
            beside += (one for passage in top for one in _amounts(sheet, passage))
            largest = max(figure.value or Decimal(0) for figure in run)
            wholes = [one for one in beside if one.unit == run[0].unit and one.value and one.value > largest]
            wholes = [one for one in wholes if not _is_part(sheet, one)]
            yield Breakdown(tuple(names), run, line, tuple(wholes))
        at = end + 1


def _counted_above(sheet: Sheet, line: Passage, first: Quantity, above: list[Passage]) -> list[Quantity]:
    """The figures of the lines further up that count the thing that the line breaks down: 과제 수는, 200개 과제."""
    said = _COUNTS.search(sheet.text, line.start, first.start)
    if said is None:
        return []
    counted = re.compile(rf" ?{said['noun']}(?![가-힣]{{2}})")
    return [one for passage in above for one in _amounts(sheet, passage) if counted.match(sheet.text, one.end)]


def _is_part(sheet: Sheet, figure: Quantity) -> bool:
    """Is a figure told with its own share of a whole, or as the largest of several?"""
    share = _SHARE.match(sheet.text, figure.end)
    if share is not None and share["share"].count(".") < 2 and Decimal(share["share"].strip(".") or 0) < _WHOLE_SHARE:
        return True
    return _LEADS.match(sheet.text, figure.end) is not None


def _amounts(sheet: Sheet, line: Passage) -> list[Quantity]:
    """The amounts of a line without bounds, ranges, shares and conversions."""
    figures = sheet.quantities_in(*line.span)
    kept = [
        figure
        for last, figure in zip([None, *figures], figures, strict=False)
        if not (last is not None and is_conversion(sheet, last, figure))
    ]
    return [
        figure
        for figure in kept
        if figure.kind in ("count", "measure", "money") and figure.value and figure.high is None and not figure.bound
    ]
