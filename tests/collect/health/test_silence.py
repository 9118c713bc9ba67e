"""Silence by a source's own cadence: two years of many sources, none of it false, and each that really ends found."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

import pytest

from donghyang.collect.health.calendar import is_working, working_days
from donghyang.collect.health.silence import PATIENCE, pace, silence

FIRST = dt.date(2024, 11, 1)
DAYS = [FIRST + dt.timedelta(days=number) for number in range(730)]
OPEN = [day for day in DAYS if is_working(day)]


def publications(every: float, jitter: float, seed: int) -> list[dt.date]:
    """Days on which a source publishes: every so many working days, up to `jitter` of it later or earlier."""
    chance, at, found = random.Random(seed), 0.0, []
    while at < len(OPEN):
        found.append(OPEN[int(at)])
        at += max(1.0, every * (1 + chance.uniform(-jitter, jitter)))
    return found


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("cadence", "jitter"), [(1, 0.0), (2, 0.3), (3, 0.4), (7, 0.45), (14, 0.4), (30, 0.45)])
def test_no_false_silence_over_two_years(cadence: float, jitter: float, seed: int) -> None:
    days = publications(max(1.0, cadence * 5 / 7), jitter, seed)
    for told in (float(cadence), None):
        for day in DAYS:
            assert silence([known for known in days if known <= day][-60:], told, day) is None, day


@pytest.mark.parametrize("seed", range(4))
def test_a_source_without_a_pace_is_seldom_called_silent(seed: int) -> None:
    chance = random.Random(seed)
    days = [day for day in OPEN if chance.random() < 0.2]
    false = [day for day in DAYS if silence([known for known in days if known <= day][-60:], None, day)]
    starts = sum(1 for one, other in pairwise([dt.date.min, *false]) if (other - one).days > 1)
    assert starts <= 2


@pytest.mark.parametrize("ends", ["2025-03-11", "2025-01-27", "2025-09-30", "2026-02-13", "2025-12-31", "2026-06-18"])
@pytest.mark.parametrize("cadence", [1, 3, 7, 14, 30])
def test_a_source_that_ends_is_silent_after_one_and_a_half_intervals(cadence: float, ends: str) -> None:
    every = max(1.0, cadence * 5 / 7)
    days = [day for day in publications(every, 0.2, 3) if day <= dt.date.fromisoformat(ends)]
    interval = pace(days, float(cadence))
    assert interval is not None
    told = next(day for day in DAYS if day > days[-1] and silence(days[-60:], float(cadence), day))
    assert PATIENCE * interval < working_days(days[-1], told) <= PATIENCE * interval + 1
    assert is_working(told)


def test_no_source_is_silent_in_a_holiday() -> None:
    for last, day in (("2026-02-13", "2026-02-24"), ("2026-09-30", "2026-10-08"), ("2031-01-20", "2031-01-31")):
        assert silence([dt.date.fromisoformat(last)], 1.0, dt.date.fromisoformat(day)) is None


def test_what_is_not_known_is_not_called_silent() -> None:
    assert silence([], 1.0, FIRST) is None
    assert silence([FIRST], None, FIRST + dt.timedelta(days=300)) is None
    assert silence([FIRST + dt.timedelta(days=9)], 1.0, FIRST) is None


def test_a_pace_of_its_own_widens_what_its_source_tells() -> None:
    weekly = publications(5, 0.1, 1)
    assert pace(weekly, 1.0) == pytest.approx(5, abs=1)
    assert pace(weekly, 30.0) == pytest.approx(30 * 5 / 7)
    assert pace(weekly[:5], 1.0) == 1.0
    assert pace(weekly[:5], None) is None
