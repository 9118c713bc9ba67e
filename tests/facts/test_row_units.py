"""Units that stand in the head of a row, beside a symbol, or as a price for each; and cells whose units clash."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.facts.tables import cell_quantities

ARTICLE = "01\n시험 기사\n■ 시험 기사의 요지(3.2)\n"

CASES = [
    ("row", "구분\t2021년\t2022년\n오존(O3, ㎍/㎥)*\t137\t145", [(137, "㎍/㎥"), (145, "㎍/㎥")]),
    (
        "row, other unit below",
        "구분\t2022년\n먼지(㎍/㎥)\t29\n일산화탄소(CO, mg/㎥)\t1.1",
        [(29, "㎍/㎥"), ("1.1", "mg/㎥")],
    ),
    ("price", "품목\t인하 전(위안/정)\t인하 후(위안/정)\n혈압약\t1.20\t0.18", [("1.20", "CNY"), ("0.18", "CNY")]),
    ("row before the table", "〈현황〉(단위: 만 톤)\n구분\t2023년\n생산\t30\n비중(%)\t20", [(300000, "톤"), (20, "%")]),
    ("row and column clash", "구분\t2023년(억 위안)\n점유율(%)\t30\n매출\t3", [(300000000, "CNY")]),
    ("two units", "구분\t인원(명, %)\n가람\t30", []),
    ("company, no unit", "구분\t기업(개)\n가람전자(주)\t3\n나래(2기)\t4", [(3, "개"), (4, "개")]),
]


@pytest.mark.parametrize(("name", "table", "expected"), CASES, ids=[case[0] for case in CASES])
def test_units_of_rows_and_columns(name: str, table: str, expected: list[tuple[float | str, str]]) -> None:
    found = cell_quantities(report.document(f"{ARTICLE}{table}\n"))
    assert [(str(one.value), one.unit) for one in found] == [(str(value), unit) for value, unit in expected], name
