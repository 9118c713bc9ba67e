"""How the time of every rule grows with the text: seconds a size, and the exponent of growth (1 is linear).

usage: python -m benchmarks.check.run [--text report|paragraph|table|signs] [--rule ID]

Four texts at one to sixteen times their size: the sample report with new names and figures in every copy, all of it in
one paragraph, one table of up to 10,000 rows, and lines of thousands of brackets, quotes, words or figures. What the
rules share (the sheet, its figures, its pairs of names) is timed before them. A rule slower than `PATIENCE` at one size
is not tried at the next. The exponent is that of the last two steps, where they are long enough to be measured.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import math
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from benchmarks.check.texts import SIZES, TEXTS

from donghyang import report
from donghyang.check.engine import all_rules
from donghyang.check.names import alignment
from donghyang.check.names.find import find_pairs
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.names.verdicts import judge
from donghyang.check.resources import Resources
from donghyang.check.rule import Hit, Rule
from donghyang.check.sheet.boards import boards
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities
from donghyang.language.terms import Termbase
from donghyang.records import Document

DAY = dt.date(2023, 4, 21)
PATIENCE = 4.0
SHORT = 0.3
"""Seconds below which a step is timed three times."""
MEASURABLE = 0.004
"""Seconds below which a growth says nothing."""
LIMIT = 1.2
"""An exponent above it is marked."""

_CACHES = [held for held in vars(alignment).values() if hasattr(held, "cache_clear") and held.cache_info().maxsize]
"""What is remembered of names; emptied before each run, so that no size profits from the one before."""

Times = dict[str, list[float]]


def resources() -> Resources:
    """All that rules can need, so that all of them run."""
    rates = {"CNY": Decimal(190), "USD": Decimal(1300)}
    return Resources(termbase=Termbase.load(), rates=lambda currency, _: rates.get(currency))


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor, the best of three where it is short, the collector of garbage held back."""
    best = math.inf
    gc.collect()
    gc.disable()
    for _ in range(3):
        for cached in _CACHES:
            cached.cache_clear()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best > SHORT:
            break
    gc.enable()
    return best


def steps_of(document: Document, at_hand: Resources, wanted: str | None) -> dict[str, Callable[[], object]]:
    """What the rules share, then every rule, each to be timed by itself."""
    sheet = Sheet(document, DAY, at_hand)
    steps: dict[str, Callable[[], object]] = {
        "parse": lambda: report.parse(document),
        "sheet": lambda: Sheet(document, DAY, at_hand),
        "dates": lambda: find_periods(sheet.text, date=DAY),
        "figures": lambda: find_quantities(sheet.text),
        "tables": lambda: boards(sheet.readings, sheet.passages, sheet.cells),
        "pairs": lambda: [judge(pair) for pair in find_pairs(sheet)],
    }
    _ = (
        sheet.quantities,
        judged_pairs(sheet),
        [sheet.figure(cell) for board in sheet.boards for cell in board.cells()],
    )
    for rule in all_rules():
        if wanted in (None, rule.id):
            steps[rule.id] = partial(_run, rule, sheet)
    return steps


def _run(rule: Rule, sheet: Sheet) -> list[Hit]:
    return list(rule.run(sheet))


def measure(make: Callable[[int], str], wanted: str | None) -> Times:
    """Seconds of each step of the proofreader, a value a size; a step that ran out of patience has fewer."""
    at_hand, times = resources(), Times()
    for size in SIZES:
        for name, step in steps_of(report.document(make(size)), at_hand, wanted).items():
            known = times.setdefault(name, [])
            if not known or known[-1] < PATIENCE:
                known.append(timed(step))
    return times


def exponent(seconds: list[float]) -> float | None:
    """The exponent of growth over the last two doublings; None where the time is too short to say."""
    if len(seconds) < 3 or seconds[-3] < MEASURABLE / 4 or seconds[-1] < MEASURABLE:
        return None
    return math.log2(seconds[-1] / seconds[-3]) / 2


def main() -> None:
    """Print one table a text, the slowest rule first."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--text", choices=TEXTS)
    options.add_argument("--rule")
    given = options.parse_args()
    for name, make in TEXTS.items():
        if given.text in (None, name):
            print(
                f"\n{name}: "
                + ", ".join(f"x{size} {len(make(size)) / 1000:,.0f}" for size in SIZES)
                + " thousand characters"
            )
            times = measure(make, given.rule)
            for step, seconds in sorted(times.items(), key=lambda item: -item[1][-1]):
                grown = exponent(seconds)
                mark = "" if grown is None or grown <= LIMIT else "  <<"
                said = "   -" if grown is None else f"{grown:4.2f}"
                print(f"{step:20} " + " ".join(f"{value:8.4f}" for value in seconds).ljust(45) + f" {said}{mark}")


if __name__ == "__main__":
    main()
