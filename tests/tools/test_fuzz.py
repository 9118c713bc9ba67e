"""The fuzzer's own parts, and a handful of its shapes: the work that they make grows with their length and no faster.

Work is counted in calls, never in seconds; what a regular expression does inside one call is left to `make fuzz`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from tools.fuzz import search
from tools.fuzz.alphabet import tokens
from tools.fuzz.growth import Growth, fitted, measured
from tools.fuzz.paths import PATHS, paths_of
from tools.fuzz.shapes import PAGES, REPORTS, Shape
from tools.fuzz.watched import CRASH, Watched


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python or C, are called in a piece of work."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("path", "place", "unit"),
    [
        ("facts", "bare", "百分之"),
        ("facts", "text", "(中)"),
        ("facts", "text", "중(中)"),
        ("facts", "row", "7"),
        ("facts", "text", "'7"),
        ("facts", "text", "2031년 "),
        ("facts", "text", "기타1"),
        ("check", "row", "7"),
        ("check", "text", "평균 7, "),
        ("check", "rows", "1,"),
        ("check", "rows", "가온"),
        ("read", "rows", "7"),
        ("read", "page-cell", "7 "),
        ("week", "page", "《某方案》"),
        ("week", "page", "到2031年"),
        ("week", "page", "自然资源部、"),
        ("week", "page", "2031年6月7日、"),
        ("week", "page", "到2031年，产值达到700亿元，"),
        ("week", "page", "7亿8万9千，"),
        ("week", "page", "提出建设70个基地，扶持90家工厂。"),
        ("week", "page", "“海洋”、"),
        ("week", "page", " 평균 7"),
        ("week", "page", "平均 7 "),
        ("week", "page", "(日)"),
        ("week", "page-title", "实施方案"),
        ("week", "page-title", "自然资源部、"),
        ("week", "page-source", "海洋日报"),
        ("claims", "text", "2031년까지 7개, "),
        ("sources", "paragraphs", "到2031年达到7亿元。"),
        ("mine", "text", "왕강(王刚) "),
        ("diff", "lines", "2"),
    ],
)
def test_work_grows_with_the_length(path: str, place: str, unit: str) -> None:
    shape = Shape(place, (unit,))

    def work(size: int) -> int:
        data, name = shape.file(size)
        return calls(lambda: PATHS[path](data, name))

    work(600)
    assert work(2400) < 2.4 * work(1200)


def test_long_rows_of_figures_cost_little_more_where_they_are_compared() -> None:
    def work(longer: int) -> int:
        rows = "".join(f"- 두께 {'/'.join(['6', str(row), *['5'] * (400 + longer * row)])}\n" for row in range(20))
        data = f"I\n정책동향\n01\n로봇 보급\n■ 로봇 보급을 발표(2.6)\n{rows}".encode()
        return calls(lambda: PATHS["check"](data, "report.txt"))

    work(1)
    assert work(0) < 1.3 * work(1)  # rows of different lengths are not compared


def test_the_alphabet_is_made_of_patterns_and_tables() -> None:
    found = tokens()
    assert found == tokens()
    assert len(found) > 1000
    assert {"(", "百分之", "(中)"} <= set(found)
    assert all(0 < len(token) <= 24 for token in found)


@pytest.mark.parametrize("place", [*REPORTS, *PAGES])
def test_a_shape_grows_with_its_size(place: str) -> None:
    short, long = (len(Shape(place, ("가나", "1")).file(size)[0]) for size in (1000, 4000))
    base = len(Shape(place, ("가나", "1")).file(1)[0])
    assert 3 < (long - base) / (short - base) < 5
    assert set(paths_of(place)) <= set(PATHS)


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
def test_the_exponent_is_that_of_the_cost(power: float) -> None:
    grown = measured(lambda size: 0.5 + (size / 1000) ** power * 0.03, most=64_000)
    assert grown.exponent == pytest.approx(power, abs=0.02)
    assert grown.is_bad == (power > 1.2)


def test_what_is_quick_or_broken_has_no_exponent() -> None:
    assert measured(lambda size: 0.001, most=64_000) == Growth((), None)
    assert measured(lambda size: "hang", most=64_000).is_bad
    assert fitted(((1, 1.0), (2, 2.0))) is None


def _answer(question: str) -> str:
    if question == "raise":
        raise ValueError(question)
    if question == "die":
        os._exit(3)
    if question == "sleep":
        time.sleep(600)
    return question


def test_a_process_that_hangs_dies_or_raises_is_replaced() -> None:
    asked = Watched(_answer, 60)
    assert asked.ask("a") == "a"
    assert str(asked.ask("raise")).startswith(CRASH)
    assert asked.ask("die") == "died"
    assert asked.ask("b") == "b"
    asked.stop()
    hurried = Watched(_answer, 0.2)
    assert hurried.ask("sleep") == "hang"
    hurried.stop()


ENOUGH = 3_600.0
"""Seconds that are never used up: a few shapes are soon tried."""


def a_few(shapes: Callable[[int, list[str]], Iterator[Any]]) -> Callable[[int, list[str]], Iterator[Any]]:
    """The first shapes alone, so that how busy the machine is decides nothing."""
    return lambda seed, wanted: islice(shapes(seed, wanted), 12)


def test_a_batch_that_grows_is_halved_and_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def cost(self: Watched, path: str, shape: Shape, size: int) -> float:
        return sum(size**2 / 10_000_000 if unit == "b" else size / 50_000 for unit in shape.units)

    monkeypatch.setattr(Watched, "ask", cost)
    monkeypatch.setattr(search, "tokens", lambda: ("a", "b", "c"))
    monkeypatch.setattr(search, "_shapes", a_few(search._shapes))
    log = tmp_path / "log.tsv"
    assert search.fuzz(ENOUGH, 1, log, ["facts"]) > 0
    said = capsys.readouterr().out
    assert "('b',): grows by 2.00" in said
    assert "('a',)" not in said
    assert "different units" in said
    assert "facts\t" in log.read_text("utf-8")


def test_a_search_that_finds_nothing_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Watched, "ask", lambda self, path, shape, size: len(shape.units) * size / 50_000)
    monkeypatch.setattr(search, "tokens", lambda: ("a", "b", "c"))
    monkeypatch.setattr(search, "_shapes", a_few(search._shapes))
    assert search.fuzz(ENOUGH, 1, tmp_path / "log.tsv", ["check", "week"]) == 0
    assert "no shape grows with an exponent above 1.2" in capsys.readouterr().out


def test_what_only_seems_to_grow_is_not_told() -> None:
    uneven = measured(lambda size: size / 40_000 * (1.3 if size == 4_000 else 1), most=64_000)
    assert not uneven.is_bad


def _spared(speed: int, size: int) -> float:
    return 0.25 if size == 1 else size / speed


def test_what_long_inputs_are_spared_is_no_growth() -> None:
    """A printer that refuses long rows: the shortest input costs as much as the next ones."""
    for speed in (20_000, 4_200):
        work = partial(_spared, speed)
        assert not measured(work, most=128_000).is_bad


def test_quick_work_is_measured_over_longer_inputs() -> None:
    grown = measured(lambda size: (size / 100_000) ** 2 * 0.03, most=64_000)
    assert grown.exponent == pytest.approx(2, abs=0.02)
    assert len(grown.points) >= 4
