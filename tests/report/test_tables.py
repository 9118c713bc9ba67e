"""Tables as converters leave them: lost tabs, broken cells, headers in two rows, halves on two pages."""

from __future__ import annotations

import pytest

from donghyang import report
from donghyang.records import Block, Table, Unplaced

HEAD = "I\n\n정책동향\n\n01\n\n가람시, 수소 버스 도입\n\n■ 노선 네 곳을 확정(3.1)\n\n"


def blocks(text: str) -> tuple[Block, ...]:
    issue = report.parse(report.document(HEAD + text))
    assert report.parse(report.document(report.write(issue))) == issue
    return issue.sections[0].articles[0].blocks


def rows(text: str) -> list[list[str]]:
    (table,) = (block for block in blocks(text) if isinstance(block, Table))
    return [list(table.header), *map(list, table.rows)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "구역\t노선\t대수\n강북\t11번\t40대\n12번\t35대\n강남\t21번\t18대\n",
            [["구역", "노선", "대수"], ["강북", "11번", "40대"], ["", "12번", "35대"], ["강남", "21번", "18대"]],
            id="a merged cell of the first column",
        ),
        pytest.param(
            "순번\t구역\t노선\t대수\n1\t강북\t순환선\t40\n2\t강남\t직행선\t18\n합계\t58\n",
            [
                ["순번", "구역", "노선", "대수"],
                ["1", "강북", "순환선", "40"],
                ["2", "강남", "직행선", "18"],
                ["합계", "", "", "58"],
            ],
            id="a total over merged cells",
        ),
        pytest.param(
            "구역\t맡은 곳\t대수\n강북\t가람교통\t40\n강남\t나래교통과\n다솜운수\t18\n강동\t라온버스\t12\n",
            [
                ["구역", "맡은 곳", "대수"],
                ["강북", "가람교통", "40"],
                ["강남", "나래교통과 다솜운수", "18"],
                ["강동", "라온버스", "12"],
            ],
            id="a cell broken over two lines",
        ),
        pytest.param(
            "구역\t2024년\t2025년\n\t대수\t비용\t대수\t비용\n강북\t40\t12\t55\t16\n강남\t18\t6\t20\t7\n",
            [
                ["구역", "2024년", "", "2025년", ""],
                ["", "대수", "비용", "대수", "비용"],
                ["강북", "40", "12", "55", "16"],
                ["강남", "18", "6", "20", "7"],
            ],
            id="a header in two rows whose upper cells lost their tabs",
        ),
        pytest.param(
            "구역\t노선\t대수\n\n강북\t11번\t40\n\n강남\t21번\t18\n",
            [["구역", "노선", "대수"], ["강북", "11번", "40"], ["강남", "21번", "18"]],
            id="rows that stand apart",
        ),
        pytest.param(
            "〈수소 버스〉\n구역\t대수\n강북\t40\n\n〈수소 버스〉(계속)\n구역\t대수\n강남\t18\n".replace(
                "〉(계속)", "(계속)〉"
            ),
            [["구역", "대수"], ["강북", "40"], ["강남", "18"]],
            id="a caption that says it is continued",
        ),
        pytest.param(
            "구역\t대수\n강북\t40\n\n강남\t18\n강동\t12\n",
            [["구역", "대수"], ["강북", "40"], ["강남", "18"], ["강동", "12"]],
            id="the second half without its header",
        ),
        pytest.param(
            "구역\t노선\t대수\n강북\t11번\t40\n강남   21번\t18\n강동\t31번\t12\n",
            [["구역", "노선", "대수"], ["강북", "11번", "40"], ["강남", "21번", "18"], ["강동", "31번", "12"]],
            id="room instead of a tab",
        ),
        pytest.param(
            "구역\t대수\t비고\n강북\t40\t시험\n강남\t18\t시험 운행을\n두 달 연장\n강동\t12\t시험\n",
            [
                ["구역", "대수", "비고"],
                ["강북", "40", "시험"],
                ["강남", "18", "시험 운행을 두 달 연장"],
                ["강동", "12", "시험"],
            ],
            id="the last cell broken over two lines",
        ),
        pytest.param(
            "구역\t대수\t비고\n강북\t40\n강남\t18\t시험\n강동\t12\t시험\n",
            [["구역", "대수", "비고"], ["강북", "40", ""], ["강남", "18", "시험"], ["강동", "12", "시험"]],
            id="a cell missing at the end",
        ),
    ],
)
def test_cells_stand_in_their_columns(text: str, wanted: list[list[str]]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("구역\t대수\n강북\t40\n\n노선\t비용\n11번\t12\n", id="another header"),
        pytest.param("〈가〉\n구역\t대수\n강북\t40\n\n〈나〉\n구역\t대수\n강남\t18\n", id="another caption"),
        pytest.param("구역\t대수\n강북\t40\n\n구역\t대수\t비고\n강남\t18\t-\n", id="another width"),
        pytest.param("구역\t담당\n강북\t김 과장\n\n구간\t책임\n강남\t이 과장\n", id="words only"),
    ],
)
def test_two_tables_stay_two(text: str) -> None:
    assert sum(isinstance(block, Table) for block in blocks(text)) == 2


def test_a_unit_between_caption_and_table_stands_above_both() -> None:
    unit, table = blocks("〈수소 버스〉\n(단위: 대)\n구역\t대수\n강북\t40\n")
    assert unit == Unplaced("(단위: 대)")
    assert isinstance(table, Table)
    assert (table.caption, table.rows) == ("수소 버스", (("강북", "40"),))
