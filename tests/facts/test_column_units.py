"""Units stated above a table belong to its columns in their order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from donghyang import report
from donghyang.facts.column_units import in_order
from donghyang.facts.tables import cell_quantities

ORDERS = [
    (["거점", "2026년", "2027년", "합계", "비중"], ["count", "money", "percent"], [None, None, None, None, "percent"],
     [0, 1, 1, 1, 2]),
    (["집행액", "달성도"], ["money", "percent"], [None, None], [0, 1]),
    (["설비", "인력", "예산"], ["count", "money"], [None, None, "money"], [0, None, 1]),
    (["매출", "증가율", "이익", "이익률"], ["money", "percent"], ["money", "percent", "money", "percent"],
     [None, None, None, None]),
    (["매출"], ["money", "percent"], ["money"], [None]),
    (["매출", "이익"], ["money"], ["money", "money"], [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("names", "kinds", "known", "wanted"), ORDERS)
def test_units_stand_in_the_order_of_their_columns(
    names: list[str], kinds: list[str], known: list[str | None], wanted: list[int | None]
) -> None:
    assert in_order(names, kinds, known) == wanted


def test_the_figures_of_a_table_with_three_units_above_it() -> None:
    text = (
        "[표 1] 거점별 사업비\n(단위: 곳, 억 위안, %)\n"
        "구역\t거점\t2026년\t2027년\t합계\t비중\n"
        "루산\t3\t1.5\t2.5\t4.0\t40.0\n젠어우\t2\t2.0\t4.0\t6.0\t60.0\n"
    )
    found = [(q.text, q.value, q.unit) for q in cell_quantities(report.document(text))]
    assert found[:5] == [
        ("3", Decimal(3), "곳"),
        ("1.5", Decimal(150_000_000), "CNY"),
        ("2.5", Decimal(250_000_000), "CNY"),
        ("4.0", Decimal(400_000_000), "CNY"),
        ("40.0", Decimal("40.0"), "%"),
    ]


def test_a_bound_in_a_cell() -> None:
    text = "구분\t생산능력(GW)\t보급(만 대)\n현재\t14\t1.8\n목표\t40 이상\t10 이하\n"
    found = [(q.text, q.value, q.bound) for q in cell_quantities(report.document(text))]
    assert ("40 이상", Decimal(40), ">=") in found
    assert ("10 이하", Decimal(100_000), "<=") in found
