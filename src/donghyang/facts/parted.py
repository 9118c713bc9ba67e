"""Goals told again by their parts, in a bullet or a table of their own: 농장 60곳을 조성, then 동부 24곳, 서부 36곳.

The parts are told by arithmetic: figures of one unit that sum to the value of a goal of the same article have its
deadline. Parts that stand in the sentence of their goal are not goals of their own (`targets`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from donghyang.facts.deadlines import Deadline
from donghyang.facts.goal_tables import cell_targets, row_and_head
from donghyang.facts.governed import governed
from donghyang.facts.tables import one_line
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.facts.governed import Stated
    from donghyang.records import Cell, Grid, Quantity, Span, Target

PLANNED = lazily(r"(?:조성|구축|건설|설치|보급|확충|육성|양성|공급)\s?계획")
"""In a caption: what is to be built or brought about; a plan of money, places or calls for people is none."""
_TELLS = lazily(r"(?:임|이다|음|했다|함)[\s.]*$|현재|기준|실적")
"""A bullet that tells how things are: 과제 수는 집적회로 60개, 신소재 40개임."""
_SUM = lazily(r"\s*(?:합\s?계|총\s?계|소\s?계|계|전체|总?合?计)\s*$")
_NOT_SUMMED = frozenset(("percent", "rank", "multiple", "number"))


def parted_bullet(stated: Stated, span: Span, wholes: Sequence[Target]) -> list[Target]:
    """The parts of a goal that a bullet shares out; [] where its figures are none."""
    if _TELLS.search(stated.text[slice(*span)]):
        return []
    for unit, figures in _by_unit(stated.quantities_in(span)):
        if whole := _whole(figures, unit, wholes):
            found = governed(stated, Deadline(whole.deadline or "", -1, -1), span, span[0], named=True)
            return [target for target in found if target.unit == unit]
    return []


def parted_table(stated: Stated, grid: Grid, wholes: Sequence[Target]) -> list[Target]:
    """The cells of those columns that share out a goal, their sum among them; [] where there are none.

    Money is left out: a plan's table shares out what is put in, not what is reached.
    """
    heads = [one_line(cell.text) for cell in grid.rows[0]]
    found: list[Target] = []
    for at, head in enumerate(heads):
        cells = [row[at] for row in grid.rows[1:] if at < len(row)]
        rows = [(cell, row[0]) for cell, row in zip(cells, grid.rows[1:], strict=False)]
        parts = [quantity for cell, first in rows if not _SUM.match(first.text) for quantity in _only(stated, cell)]
        for unit, figures in _by_unit(parts):
            whole = _whole(figures, unit, wholes)
            if whole and figures[0].kind != "money":
                for cell, first in rows:
                    name = head if _SUM.match(first.text) else row_and_head(one_line(first.text), head)
                    found += cell_targets(stated, cell, whole.deadline or "", name, keyed=False)
    return found


def _only(stated: Stated, cell: Cell) -> list[Quantity]:
    figures = stated.quantities_in(cell.span)
    return figures if len(figures) == 1 else []


def _by_unit(figures: Sequence[Quantity]) -> Iterator[tuple[str, list[Quantity]]]:
    """The figures that can be summed, unit by unit."""
    summed = [figure for figure in figures if figure.kind not in _NOT_SUMMED and figure.unit and figure.value]
    for unit in dict.fromkeys(figure.unit for figure in summed if figure.unit):
        yield unit, [figure for figure in summed if figure.unit == unit]


def _whole(figures: Sequence[Quantity], unit: str, wholes: Sequence[Target]) -> Target | None:
    """The goal that two or more figures sum to; the one told last where several are as large."""
    total = sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
    same = (whole for whole in reversed(wholes) if whole.unit == unit and whole.value == total)
    return next(same, None) if len(figures) > 1 else None
