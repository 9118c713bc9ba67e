"""How long the ledger of an archive takes to answer, command by command: median and p95 of several askings.

usage: python -m benchmarks.archive.ledger WORKSPACE [--asked 20]

`rows` is what the last asking came to; `processor` is the p95 without what a server works.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from donghyang.archive import giving, models
from donghyang.archive.ledger import Asking, Chosen, benefits, booked, card, standings
from donghyang.archive.ledger.booked import BookKind
from donghyang.archive.opening import Archive, opened
from donghyang.archive.search.names import Names
from donghyang.archive.searching import names_of, ready
from donghyang.workspace import open_workspace

KINDS: tuple[BookKind, ...] = ("target", "benefit", "ranking", "record", "achievement")
PLACES = ("베이징", "선전", "저장", "쑤저우", "광둥")
WORDS = ("양자", "반도체", "핵잠수함", "로봇", "수소")
_FIRST_ROWS = 100


def asked(archive: Archive, count: int) -> Iterator[tuple[str, list[Callable[[], Sequence[Any]]]]]:
    """What is asked of each command, so many times: one week of the archive after another, one word after another."""
    days = list(models.Issue.objects.using(archive.alias).order_by("-date").values_list("date", flat=True)[: 7 * count])
    weeks = [Chosen(since=day - dt.timedelta(6), until=day) for day in days[::7]]
    for kind in KINDS:
        first = giving.Wanted(kind, limit=_FIRST_ROWS, whole=False)
        yield f"first {_FIRST_ROWS} {kind}s", [partial(_listed, giving.ledger, archive, first)] * count
        yield f"{kind}s of a week", [partial(_listed, booked, archive, kind, week) for week in weeks]
        narrow = [replace(week, words=(word,)) for week, word in zip(weeks, cycle(WORDS), strict=False)]
        yield f"{kind}s of a word in a week", [partial(_listed, booked, archive, kind, one) for one in narrow]
    yield "rankings through their editions", [partial(standings, archive, week) for week in weeks]
    who = [Asking.of(f"중소기업, {place}") for place in PLACES]
    yield "benefits for somebody", [partial(benefits, archive, week, one) for week, one in zip(weeks, cycle(who))]
    names = names_of(archive.home)
    yield "entity", [partial(_said, archive, place, names) for place, _ in zip(cycle(PLACES), range(count))]


def _listed(ask: Callable[..., Iterator[Any]], *given: Any) -> Sequence[Any]:
    return list(ask(*given))


def _said(archive: Archive, name: str, names: Names) -> Sequence[Any]:
    return card(archive, name, names).said


def main() -> None:
    """Print a line of JSON for each command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("workspace", type=Path)
    options.add_argument("--asked", type=int, default=20)
    given = options.parse_args()
    with opened(open_workspace(given.workspace)) as archive:
        ready(archive)
        print(json.dumps({"articles": models.Article.objects.using(archive.alias).count()}), flush=True)
        for name, askings in asked(archive, given.asked):
            times, worked, rows = [], [], 0
            for ask in (askings[0], *askings):  # the first warms up
                start, before = time.perf_counter(), time.process_time()
                rows = len(ask())
                times.append(1000 * (time.perf_counter() - start))
                worked.append(1000 * (time.process_time() - before))
            told = {"rows": rows, "median ms": statistics.median(times[1:]), "p95 ms": _p95(times[1:])}
            told |= {"processor": _p95(worked[1:])}
            print(json.dumps({"asked": name, **{key: round(value, 1) for key, value in told.items()}}), flush=True)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
