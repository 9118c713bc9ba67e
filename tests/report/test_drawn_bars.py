"""Rows whose cells are parted by bars without any around them."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.records import Grid


def grids(text: str) -> list[list[list[str]]]:
    pieces = report.document(text).blocks
    return [[[cell.text for cell in row] for row in piece.rows] for piece in pieces if isinstance(piece, Grid)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "구역│수(곳)│비중(%)\n북항│4│40\n남항│6│60",
            [["구역", "수(곳)", "비중(%)"], ["북항", "4", "40"], ["남항", "6", "60"]],
        ),
        ("구역 ¦ 수 ¦ 값\n북항 ¦ 4 ¦ 7\n남항 ¦ 6 ¦ 9", [["구역", "수", "값"], ["북항", "4", "7"], ["남항", "6", "9"]]),
        (
            "│ 구역 │ 수 │ 값 │\n├───┼───┼───┤\n│ 북항 │ 4 │ 7 │\n│ 남항 │ 6 │ 9 │",
            [["구역", "수", "값"], ["북항", "4", "7"], ["남항", "6", "9"]],
        ),
        ("[표 3] 항구별 수\n구역│수\n북항│4\n남항│6", [["구역", "수"], ["북항", "4"], ["남항", "6"]]),
    ],
)
def test_rows_with_as_many_bars_each_are_a_table(text: str, wanted: list[list[str]]) -> None:
    assert grids(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "발행처 │ 서해연구원\n전화 │ 032-555-0100\n주소 │ 인천시 연수구",
        "구역│수│값\n북항│4│7",
        "구역│수│값\n북항│4\n남항│6│9",
        "구역│수│값\n\n북항│4│7\n\n남항│6│9",
        "주간 소식 | 제12호 | 2025. 4. 7.",
        "│ 요지가 상자 안에 있음 │\n│ 둘째 줄도 그러함 │\n│ 셋째 줄도 그러함 │",
    ],
)
def test_other_lines_with_bars_are_no_table(text: str) -> None:
    assert grids(text) == []
