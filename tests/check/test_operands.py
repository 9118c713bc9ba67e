"""What the arithmetic gives is told in the magnitude in which the figure it corrects is printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from donghyang.check.figures.operands import shown_like
from donghyang.check.resources import Resources
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.facts.quantities import find_quantities
from donghyang.facts.slips import computed, fits
from donghyang.report import document


@pytest.mark.parametrize(
    ("printed", "value", "told"),
    [
        ("총 121건", "131", "131"),
        ("817억 위안", "86700000000", "867억"),
        ("2억 410만 대", "20410000", "2,041만"),
        ("평균 761.8억 위안", "71680000000", "716.8억"),
        ("100%", "100.01", "100.01"),
        ("2,500명", "1234567.891", "1,234,567.89"),
    ],
)
def test_in_the_magnitude_of_the_text(printed: str, value: str, told: str) -> None:
    (figure,) = find_quantities(printed)
    assert shown_like(Decimal(value), figure) == told


def test_in_the_magnitude_of_the_head() -> None:
    sheet = Sheet(document("〈매출〉\n기업\t매출(억 위안)\n한빛\t886.1\n새벽\t51.0\n"), None, Resources())
    figure = sheet.figure(sheet.boards[0].rows[0][1])
    assert figure is not None
    assert shown_like(Decimal("93710000000"), figure) == "937.1"


@pytest.mark.parametrize("printed", ["12.5%", "약 12.5%", "12.5% 이상", "320만 대", "-3.4%", "10~20개", "3배", "0.8%p"])
@pytest.mark.parametrize(
    ("below", "above"), [("0.01", "0.02"), ("-0.01", "0.02"), ("0.2", "0.3"), ("-1", "1"), ("0", "0.1")]
)
def test_a_figure_fits_a_range_as_it_agrees_with_it(printed: str, below: str, above: str) -> None:
    (figure,) = find_quantities(printed)
    assert figure.value is not None
    low, high = figure.value + Decimal(below), figure.value + Decimal(above)
    plain = replace(figure, si=None, si_unit=None, bound=None)
    assert fits(plain, low, high) == bool(agrees(plain, computed(plain, low, high)))
