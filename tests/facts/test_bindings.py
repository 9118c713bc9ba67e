"""What the figures of a line are said of: measure, time and part in a change, in texts of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.facts.bindings import Binding, bindings
from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities

# text, then for each figure: its last words of measure, its time, its part
CASES = [
    (
        "어선 매출을 2024년 520억 위안에서 2027년 650억 위안(약 12조 원)으로 25% 확대",
        [
            ("어선 매출", "2024", "start"),
            ("어선 매출", "2027", "end"),
            ("", "2027", "value"),
            ("", "2027", "change"),
        ],
    ),
    (
        "시험선은 2025년 70척, 2026년 95척으로 늘리고 정비소 14곳을 조성",
        [("시험선", "2025", "value"), ("시험선", "2026", "end"), ("정비소", "2026", "value")],
    ),
    ("연구비는 전년(4,500억 위안)보다 12% 증가", [("연구비", "전년", "value"), ("", "전년", "change")]),
    ("단가는 2030년까지 2024년 대비 40% 낮출 계획", [("단가", "2030", "change")]),
    ("나래사가 업계 매출의 16%를 차지", [("", None, "value")]),
    ("가람시에서 74개 센터가 운영됨", [("가람시 센터", None, "value")]),
    ("위성 1기당 제조원가는 2,800만 위안임", [("위성", None, "base"), ("제조원가", None, "value")]),
    ("가동률을 높여 발전량 30GWh를 확보", [("발전량", None, "value")]),
    ("가입자는 200만 명(2023년 말)임", [("가입자", "2023", "value")]),
]


def said(text: str) -> list[Binding]:
    periods = find_periods(text, date=dt.date(2024, 4, 19))
    dated = {at for period in periods for at in range(period.start, period.end)}
    figures = [q for q in find_quantities(text) if dated.isdisjoint(range(q.start, q.end))]
    return bindings(text, 0, figures, periods)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_figures_are_bound(text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert [(" ".join(one.nouns), one.time, one.part) for one in said(text)] == wanted


def test_a_year_is_known_of_a_dated_figure_only() -> None:
    assert [one.year for one in said("매출은 전년 30억 위안, 2025년 40억 위안임")] == [None, "2025"]
