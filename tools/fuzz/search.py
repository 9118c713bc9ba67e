"""Looks for shapes on which a command takes more than its input's length: batches of tokens, halved where one grows.

A batch is tried at two lengths; only what grows between them is measured over four doublings, the best of three. What
grows then is measured once more before it is told, and again at the end with nothing beside it, which decides: other
work on the machine slows long inputs more than short ones.
"""

from __future__ import annotations

import math
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.fuzz.alphabet import tokens
from tools.fuzz.growth import FLOOR, LINEAR, Growth, measured
from tools.fuzz.paths import PATHS, paths_of, seconds
from tools.fuzz.shapes import PAGES, REPORTS, Shape
from tools.fuzz.watched import Watched

__all__ = ["PATHS", "fuzz"]

PATIENCE = 60.0
BATCH = 8
"""Tokens tried together: most shapes are harmless, and a file costs less than eight files."""
_SHORT, _LONG = 1_000, 4_000
"""Characters over which each token of a batch is repeated to see whether it grows."""
_MOST = 128_000
"""Characters over which a shape is repeated that seems to grow, and more where it is too quick to tell."""
_QUICK = 0.005
"""Seconds that a short input is taken to need at least: what is quicker is noise."""
_TELL = 300.0
"""Seconds between two lines about how far it is."""


class _Search:
    """What several threads share: the shapes that are left, and what came of those that were tried."""

    def __init__(self, limit: float, seed: int, log: Path, wanted: list[str]) -> None:
        self.begun, self.until, self.log = time.monotonic(), time.monotonic() + limit, log
        self.done = set(log.read_text("utf-8").splitlines()) if log.is_file() else set()
        log.parent.mkdir(parents=True, exist_ok=True)
        self._shapes = _shapes(seed, wanted)
        self._lock = threading.Lock()
        self._told = self.begun
        self.tried: Counter[str] = Counter()
        self.units: set[str] = set()
        self.seeming = 0
        self.found: list[tuple[str, Shape, Growth]] = []

    def next(self) -> tuple[Shape, str] | None:
        """The next shape and command; None once the time is up."""
        with self._lock:
            for shape, path in self._shapes:
                if time.monotonic() > self.until:
                    return None
                if _line(shape, path) not in self.done:
                    return shape, path
        return None

    def note(self, shape: Shape, path: str, guilty: list[tuple[Shape, Growth]], *, seemed: bool) -> None:
        """Keep what came of a shape, and say what grows."""
        with self._lock:
            self.tried[path] += 1
            self.units.update(shape.units)
            self.seeming += seemed
            self.found += [(path, small, growth) for small, growth in guilty]
            for small, growth in guilty:
                print(f"{path} {small.place} {small.units!r}: {_told(growth)}", flush=True)
            with self.log.open("a", encoding="utf-8") as out:
                out.write(_line(shape, path) + "\n")
            if time.monotonic() - self._told > _TELL:
                self._told = time.monotonic()
                print(f"{(self._told - self.begun) / 60:.0f} minutes: {self.summary()}", flush=True)

    def summary(self) -> str:
        """What was tried so far and what came of it, in one line."""
        each = ", ".join(f"{path} {self.tried[path]}" for path in PATHS if self.tried[path]) or "none"
        return (
            f"batches of shapes: {each}; {len(self.units)} different units; "
            f"{self.seeming} seemed to grow and were measured; {len(self.found)} grow or break"
        )


def fuzz(limit: float, seed: int, log: Path, wanted: list[str]) -> int:
    """Try shapes for so many seconds and say which grow; how many were found."""
    search = _Search(limit, seed, log, wanted)
    asked = [Watched(seconds, PATIENCE) for _ in range(min(2, os.cpu_count() or 1))]
    threads = [threading.Thread(target=_run, args=(search, one)) for one in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(search.summary(), flush=True)
    broken = sum([_holds(asked[0], *one) for one in search.found])
    for one in asked:
        one.stop()
    if not broken:
        print(f"no shape grows with an exponent above {LINEAR}, and none breaks a command", flush=True)
    return broken


def _holds(asked: Watched, path: str, shape: Shape, growth: Growth) -> bool:
    """Does what was found show once more, now that nothing is measured beside it? Says so."""
    again = growth if growth.trouble else _growth(asked, path, shape)
    told = _told(again) if again.is_bad else f"grows by {again.exponent or 0:.2f} when measured alone"
    print(f"at the end, {path} {shape.place} {shape.units!r}: {told}", flush=True)
    return again.is_bad


def _run(search: _Search, asked: Watched) -> None:
    while (chosen := search.next()) is not None:
        shape, path = chosen
        seemed = _seems_to_grow(asked, path, shape)
        guilty = list(_guilty(asked, path, shape, search.until)) if seemed else []
        search.note(shape, path, guilty, seemed=seemed)


def _line(shape: Shape, path: str) -> str:
    return f"{path}\t{shape.place}\t{shape.units!r}"


def _shapes(seed: int, wanted: list[str]) -> Iterator[tuple[Shape, str]]:
    """Batches in an order that the seed decides, without end: every token alone at a place of a report and of a page,
    then at others, then two and three of them together."""
    rng = random.Random(seed)
    alphabet = list(tokens())
    for length in (1, 2, 1, 3, *[1, 2, 2] * 1000):
        rng.shuffle(alphabet)
        units = ["".join(rng.choice(alphabet) for _ in range(length - 1)) + token for token in alphabet]
        for at in range(0, len(units), BATCH):
            for place in (rng.choice(REPORTS), rng.choice(PAGES)):
                shape = Shape(place, tuple(units[at : at + BATCH]))
                yield from ((shape, path) for path in paths_of(place) if path in wanted)


def _seems_to_grow(asked: Watched, path: str, shape: Shape) -> bool:
    """Whether a shape breaks something, or takes more than its length between two lengths of it."""
    costs = []
    for size in (1, _SHORT, _LONG):
        cost = asked.ask(path, shape, size)
        if isinstance(cost, str):
            return True
        costs.append(cost)
    base, short, long = costs
    grown = (long - base) / max(short - base, _QUICK)
    return long - base >= FLOOR and math.log(max(grown, 1)) / math.log(_LONG / _SHORT) > LINEAR


def _guilty(asked: Watched, path: str, shape: Shape, until: float) -> Iterator[tuple[Shape, Growth]]:
    """The smallest parts of a batch that grow by themselves; the batch where none does alone. Once the time is up the
    batch is measured as it is."""
    half = len(shape.units) // 2
    found = []
    if half and time.monotonic() < until:
        for units in (shape.units[:half], shape.units[half:]):
            part = Shape(shape.place, units)
            if _seems_to_grow(asked, path, part):
                found += list(_guilty(asked, path, part, until))
    if found:
        yield from found
    elif (growth := _growth(asked, path, shape)).is_bad and (growth.trouble or _growth(asked, path, shape).is_bad):
        yield shape, growth


def _growth(asked: Watched, path: str, shape: Shape) -> Growth:
    return measured(lambda size: asked.ask(path, shape, size), _MOST, 3)


def _told(growth: Growth) -> str:
    if growth.trouble:
        return growth.trouble
    return f"grows by {growth.exponent:.2f}: " + ", ".join(f"{n:,} {t:.2f} s" for n, t in growth.points)
