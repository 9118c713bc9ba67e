"""'각각' 뒤에 적은 수의 개수가 앞에서 센 것과 다릅니다. | Behind 'each' stand more or fewer figures than counted.

왜: '3개 지점에서 각각 520m, 480m, 610m, 590m'는 지점이 넷이거나 수가 하나 남은 것이다.
Why: Three places with four figures behind 각각 are four places, or one figure is too many.
Bad: 3개 지점에서 각각 520m, 480m, 610m, 590m를 굴착함
Good: 4개 지점에서 각각 520m, 480m, 610m, 590m를 굴착함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import are_listed
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "each-count"
CLASS = "count-list"
SEVERITY = "warning"

_EACH = lazily(
    r"(?<![0-9.,])(?P<number>[2-9])(?:개사|개국|개|곳|명|기|대|척) ?[가-힣]{0,8}(?:에서는?|에는?|[은는이가을를])? "
    r"각각 (?:약 )?$"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """A count, 각각, and a run of figures of one unit right behind it."""
    for passage in sheet.of(PROSE):
        if "각각" in passage.text:
            yield from _of_line(sheet, passage)


def _of_line(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    figures = sheet.quantities_in(*passage.span)
    for at, first in enumerate(figures):
        said = _EACH.search(sheet.text[passage.start : first.start])
        run = _run(sheet, figures[at:]) if said else []
        if said and len(run) > 1 and len(run) != int(said["number"]):
            start = passage.start + said.start("number")
            yield Hit(start, first.start, miscount(int(said["number"]), len(run)), ((run[0].start, run[-1].end),))


def _run(sheet: Sheet, figures: list[Quantity]) -> list[Quantity]:
    run = figures[:1]
    for figure in figures[1:]:
        if figure.unit != run[0].unit or not are_listed(sheet, run[-1], figure):
            break
        run.append(figure)
    return run
