"""The days on which something may be expected of a source."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.collect.health.calendar import is_working, working_days
from donghyang.language import tables

D = dt.date


@pytest.mark.parametrize(
    "day",
    [
        D(2019, 2, 4),
        D(2020, 1, 31),  # the Spring Festival that was made longer
        D(2023, 9, 29),
        D(2024, 10, 7),
        D(2025, 1, 28),
        D(2026, 2, 23),
        D(2026, 11, 29),  # a Sunday
        D(2027, 2, 8),
        D(2031, 10, 6),
        D(2022, 1, 3),
        D(2018, 12, 31),
    ],
)
def test_days_of_rest(day: dt.date) -> None:
    assert not is_working(day)


@pytest.mark.parametrize(
    "day", [D(2019, 2, 11), D(2024, 2, 9), D(2025, 2, 5), D(2026, 11, 30), D(2027, 1, 4), D(2018, 12, 28)]
)
def test_working_days(day: dt.date) -> None:
    assert is_working(day)


def test_a_weekend_that_is_worked_is_not_counted_on() -> None:
    assert not is_working(D(2025, 1, 26))


def test_working_days_are_counted_behind_the_first_up_to_the_last() -> None:
    assert working_days(D(2026, 11, 27), D(2026, 11, 30)) == 1
    assert working_days(D(2026, 2, 13), D(2026, 2, 24)) == 1
    assert working_days(D(2026, 9, 30), D(2026, 10, 8)) == 1
    assert working_days(D(2026, 11, 30), D(2026, 11, 30)) == 0
    assert working_days(D(2026, 12, 1), D(2026, 11, 30)) == 0


def test_every_year_has_its_two_long_holidays() -> None:
    for year in range(2019, 2051):
        assert not any(is_working(D(year, 10, number)) for number in range(1, 8))
        free = [D(year, 1, 1) + dt.timedelta(days=number) for number in range(14, 60)]
        runs = "".join("." if is_working(day) else "x" for day in free)
        assert "x" * 7 in runs, year


@pytest.mark.parametrize("name", ["holidays.tsv", "expected.tsv"])
def test_the_spans_stand_in_order_and_apart(name: str) -> None:
    rows = tables.read("donghyang.collect.health", name)
    spans = [(D.fromisoformat(first), D.fromisoformat(last)) for first, last, *_ in rows]
    assert all(first <= last <= first + dt.timedelta(days=10) for first, last in spans)
    assert sorted(spans) == spans
    assert all(
        row[3].startswith(("国办发明电〔",)) and row[4].startswith("https://www.gov.cn/")
        for row in rows
        if len(row) > 3
    )
