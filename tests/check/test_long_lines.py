"""Lines with more figures than any sentence has are passed over, not worked at for minutes."""

from __future__ import annotations

import pytest

from donghyang import check, report
from donghyang.check.sheet.heaps import HEAP
from donghyang.check.sheet.sheet import Sheet


def test_a_long_line_of_means() -> None:
    line = "- " + ", ".join(f"1인당 {at + 101}위안, {at % 80 + 11}명, {at * 7 + 1003}위안" for at in range(60))
    text = f"01\n지원 결과\n■ 결과를 발표함(3.2)\n{line}\n{line}\n"
    assert check.check(report.document(text), select=["products"]) == []


@pytest.mark.parametrize("unit", ["'4", "3개사 ", "·9.1%", "《11"])
def test_a_heap_of_figures_tells_no_rule_anything(unit: str) -> None:
    told = "A안 6명, B안 5명 등 총 12명"
    sheet = Sheet(report.document(f"{unit * (HEAP + 1)}\n{told}\n{unit * 20}\n"), None, check.Resources())
    first, *others = sheet.quantities
    assert (first.text, len(others)) == ("6명", 2 + 20)


def test_words_lines_and_cells_part_heaps() -> None:
    for mark in ("과 ", "\n", "\t"):
        sheet = Sheet(report.document(mark.join(f"{at}%" for at in range(1, HEAP + 9))), None, check.Resources())
        assert len(sheet.quantities) == HEAP + 8
