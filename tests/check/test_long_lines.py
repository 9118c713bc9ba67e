"""Lines with more figures than any sentence has are passed over, not worked at for minutes."""

from __future__ import annotations

from donghyang import check, report


def test_a_long_line_of_means() -> None:
    line = "- " + ", ".join(f"1인당 {at + 101}위안, {at % 80 + 11}명, {at * 7 + 1003}위안" for at in range(60))
    text = f"01\n지원 결과\n■ 결과를 발표함(3.2)\n{line}\n{line}\n"
    assert check.check(report.document(text), select=["told-mean"]) == []
