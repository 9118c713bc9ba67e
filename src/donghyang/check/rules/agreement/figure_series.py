"""되풀이된 숫자의 줄이 한 곳만 다릅니다. | A row of figures is repeated with one of them changed.

왜: '200nm, 120nm, 60nm'처럼 함께 다니는 숫자가 다른 곳에서 하나만 다르면 그 하나가 틀린 것이다.
Why: Figures that go together, repeated elsewhere with one of them different: that one is wrong.
Bad:
  - 두께 200nm, 120nm, 60nm의 막을 만듦
  〈두께 200nm, 120nm, 80nm 막의 비교〉
Good:
  - 두께 200nm, 120nm, 60nm의 막을 만듦
  〈두께 200nm, 120nm, 60nm 막의 비교〉
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees, comparable
from donghyang.facts.slips import one_slip_apart
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "figure-series"
CLASS = "table-text"
SEVERITY = "warning"

_GAP = lazily(r"(?:,|·| 및|와|과|/) ?")
_LEAST = 3
"""Two figures side by side agree in one by chance."""
_MOST = 40
"""How many rows of figures of one article are compared; more than a weekly's article has."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rows of three or more figures of one article that differ in one place only."""
    groups: dict[int | None, list[list[Quantity]]] = {}
    for passage in sheet.of(KOREAN):
        if passage.part != "cell":
            groups.setdefault(passage.article, []).extend(_runs(sheet, sheet.quantities_in(*passage.span)))
    for runs in groups.values():
        for one, two in combinations(runs[:_MOST], 2):
            if len(one) == len(two):
                yield from _differing(one, two)


def _runs(sheet: Sheet, figures: list[Quantity]) -> Iterator[list[Quantity]]:
    run: list[Quantity] = []
    for figure in figures:
        if run and not _GAP.fullmatch(sheet.text[run[-1].end : figure.start]):
            if len(run) >= _LEAST:
                yield run
            run = []
        if figure.value is not None:
            run.append(figure)
    if len(run) >= _LEAST:
        yield run


def _differing(one: list[Quantity], two: list[Quantity]) -> Iterator[Hit]:
    pairs = list(zip(one, two, strict=True))
    # Two are enough to let go of the rows: they may hold thousands of figures.
    apart = list(islice(((a, b) for a, b in pairs if not _is_same(a, b) and not agrees(a, b)), 2))
    if len(apart) == 1 and one_slip_apart(*apart[0]) and all(comparable(a, b) for a, b in pairs):
        a, b = apart[0]
        yield Hit(
            b.start, b.end, Message(f"앞에는 '{a.text}'입니다.", f"it was '{a.text}' before."), ((a.start, a.end),)
        )


def _is_same(a: Quantity, b: Quantity) -> bool:
    """Whether they are written alike, which most figures of two rows are, and mean the same."""
    return a.text == b.text and (a.kind, a.value, a.high, a.unit) == (b.kind, b.value, b.high, b.unit)
