"""이름을 든 것들의 합계가 표와 다릅니다. | The sum given for things named is not what the table adds up to.

왜: '가, 나, 다 3개사의 출하량 합계는 1만 대'의 합은 표에 있는 세 줄로 셈해 볼 수 있다.
Why: The total said of several rows of a table can be worked out from those rows.
Bad:
  01
  출하 현황
  ■ 출하 현황을 발표함(3.2)
  - 가온(佳穩), 나래, 다솜 등 상위 3개사의 출하량 합계는 1,290대임
  〈출하 현황〉
  기업	출하량(대)
  가온	520
  나래	410
  다솜	380
  기타	190
Good:
  01
  출하 현황
  ■ 출하 현황을 발표함(3.2)
  - 가온(佳穩), 나래, 다솜 등 상위 3개사의 출하량 합계는 1,310대임
  〈출하 현황〉
  기업	출하량(대)
  가온	520
  나래	410
  다솜	380
  기타	190
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._tallies import Tally, tallies
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "named-sum"
CLASS = "sum"
SEVERITY = "warning"

_SUM = lazily(r"(?:합계|합산|도합|합)(?:은|는|이|가)? (?:약 |총 )?$|(?:합쳐|합하면|합해|모두|총) (?:약 )?$")
_BRACKET = lazily(r"[(（][^()（）]*[)）]")
_NEXT = lazily(r"(?:시|성|현|사)?(?:,|·|와|과|및| 및)\s?")
_UP_TO = lazily(
    r"(?:시|성|현|사)?(?: 등)?[^.,;0-9]{0,4}(?:상위 )?(?:[0-9]{1,2}(?:개사?|곳|개국|개 도시|개 지역)?)?"
    r"(?:의|이|가)? ?(?!전국|전체)[^.,;0-9]{0,16}"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two and more rows of one tally named in a row, then 합계 and a figure of the tally's unit."""
    for article in sheet.articles:
        counted = [tally for tally in tallies(sheet, article) if len(tally.counts) > 1]
        for line in article.passages if counted else ():
            if line.part in PROSE and ("합" in line.text or "총 " in line.text or "모두 " in line.text):
                yield from _of_line(sheet, line, counted)


def _of_line(sheet: Sheet, line: Passage, counted: list[Tally]) -> Iterator[Hit]:
    for figure in sheet.quantities_in(*line.span):
        before = sheet.text[line.start : figure.start]
        if not _SUM.search(before) or figure.value is None or figure.high is not None:
            continue
        fitting = []
        for tally in counted:
            names = _named_before(before, tally)
            added = tally.sum_of(names) if len(names) > 1 else None
            if (
                added is None
                or tally.unit not in (figure.unit, None)
                or tally.where[0] <= figure.start < tally.where[1]
            ):
                continue
            fitting.append((tally, added))
        if fitting and not any(fits(figure, added, added) for _, added in fitting):
            tally, added = fitting[0]
            worth = shown_like(added, figure)
            message = Message(f"표의 수를 더하면 {worth}입니다.", f"the counts add up to {worth}.")
            yield Hit(figure.start, figure.end, message, (tally.where,))


def _named_before(before: str, tally: Tally) -> tuple[str, ...]:
    """The names of the tally that stand joined to one another, the last of them not far from the end of `before`."""
    plain = _BRACKET.sub("", before)
    found = sorted((at, name) for name in tally.counts if len(name) > 1 and (at := plain.rfind(name)) >= 0)
    run: list[tuple[int, str]] = []
    for at, name in found:
        if run and not _NEXT.fullmatch(plain[run[-1][0] + len(run[-1][1]) : at]):
            run = []
        run.append((at, name))
    if not run or not _UP_TO.fullmatch(plain[run[-1][0] + len(run[-1][1]) :]):
        return ()
    return tuple(name for _, name in run)
