"""'순'이라고 적은 차례와 값이 맞지 않습니다. | Figures said to be listed in order are not.

왜: 'A(38개), B(20개) 순'이라 하면 값이 차례로 내려간다. 어긋나면 값이나 차례가 틀린 것이다.
Why: 'A (38), B (20), in this order' comes down; where it does not, a figure or the order is wrong.
Bad: 연구소는 대전(20개), 부산(38개) 순으로 많음
Good: 연구소는 부산(38개), 대전(20개) 순으로 많음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._neighbours import is_age
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "stated-order"
CLASS = "order"
SEVERITY = "error"

_IN_ORDER = lazily(r"^\s?[)）]?(?:의)?\s?(?:순임|순이|순으로|순서|순$|순[,. ])")
_BEHIND = 8
"""So far behind the last figure the words 'in this order' end at the latest: a bracket, spaces and three letters."""
_GAP = 30
"""So much may be said between two figures of one list: a name and what is counted."""
_OTHERS = lazily(r"(?:기타|나머지)[^0-9]*(?:[0-9][^(（]*[(（])?$")
"""What stands last whatever its size: 주하이 10.0%, 기타 52억(15.0%) 순."""
_NEW_RUN = lazily(r"순|포함|[을를은는이가] |[으]로,? |[며고],? |\. ")
"""What parts a ranking from a total, a condition or another ranking before it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A(38개), B(20개) 순': the figures must come down, or go up where there are three or more."""
    for passage in sheet.of(KOREAN):
        figures = [figure for figure in sheet.quantities_in(*passage.span) if figure.value is not None]
        for at, figure in enumerate(figures):
            if not _IN_ORDER.match(sheet.text[figure.end : min(figure.end + _BEHIND, passage.end)]):
                continue
            run = _run(sheet, figures[: at + 1])
            if len(run) > 1 and _OTHERS.search(sheet.text, run[-2].end, run[-1].start):
                run.pop()
            values = [one.value or Decimal(0) for one in run]
            falls, rises = values == sorted(values, reverse=True), values == sorted(values)
            if not falls and not rises:
                yield _hit(run, "these are not in order.")
            elif not falls and len(run) == 2:
                yield _hit(run, "these are not in descending order.")


def _run(sheet: Sheet, figures: list[Quantity]) -> list[Quantity]:
    """The list that ends with the last of `figures`: one unit, near one another; of 'A 40억(20%)' one of the two."""
    run = [figures[-1]]
    for before in reversed(figures[:-1]):
        gap = sheet.text[before.end : run[0].start]
        if not comparable(before, run[0]):
            if len(gap) > _GAP or _is_apart(gap):
                break
            continue
        if len(gap) > 2 * _GAP or _is_apart(gap) or is_age(before):
            break
        run.insert(0, before)
    return run


def _is_apart(gap: str) -> bool:
    return _NEW_RUN.search(gap) is not None


def _hit(run: list[Quantity], en: str) -> Hit:
    return Hit(run[0].start, run[-1].end, Message("많은 순서가 아닙니다.", en))
