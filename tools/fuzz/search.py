"""Looks for shapes on which a command takes more than its input's length: batches of tokens, halved where one grows."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from tools.fuzz.alphabet import tokens
from tools.fuzz.growth import Growth, measured
from tools.fuzz.paths import PATHS, paths_of, seconds
from tools.fuzz.shapes import PAGES, REPORTS, Shape
from tools.fuzz.watched import Watched

__all__ = ["PATHS", "fuzz"]

PATIENCE = 60.0
BATCH = 8
"""Tokens tried together: most shapes are harmless, and a file costs less than eight files."""
_MOST = 16_000
"""Characters over which each token of a batch is repeated; a shape found in one is measured alone over eight times."""


def fuzz(limit: float, seed: int, log: Path, wanted: list[str]) -> int:
    """Try shapes for so many seconds and say which grow; how many were found."""
    until, found, count = time.monotonic() + limit, 0, 0
    done = set(log.read_text("utf-8").splitlines()) if log.is_file() else set()
    log.parent.mkdir(parents=True, exist_ok=True)
    asked = Watched(seconds, PATIENCE)
    for shape, path in _shapes(seed, wanted):
        if time.monotonic() > until:
            break
        line = f"{path}\t{shape.place}\t{shape.units!r}"
        if line in done:
            continue
        count += 1
        for small, growth in _guilty(asked, path, shape):
            found += 1
            print(f"{path} {small.place} {small.units!r}: {_told(growth)}", flush=True)
        with log.open("a", encoding="utf-8") as out:
            out.write(line + "\n")
    asked.stop()
    print(f"{count} batches of shapes, {found} that grow or break")
    return found


def _shapes(seed: int, wanted: list[str]) -> Iterator[tuple[Shape, str]]:
    """Batches at every place, in an order that the seed decides, without end: single tokens, then two and three."""
    rng = random.Random(seed)
    alphabet = list(tokens())
    for length in (1, 2, 3, *[2] * 1000):
        rng.shuffle(alphabet)
        units = ["".join(rng.choice(alphabet) for _ in range(length - 1)) + token for token in alphabet]
        for at in range(0, len(units), BATCH):
            places = (*REPORTS, *PAGES)
            for place in places if length == 1 else rng.sample(places, 4):
                shape = Shape(place, tuple(units[at : at + BATCH]))
                yield from ((shape, path) for path in paths_of(place) if path in wanted)


def _guilty(asked: Watched, path: str, shape: Shape) -> Iterator[tuple[Shape, Growth]]:
    """The smallest parts of a batch that grow by themselves; the batch where none does alone."""
    most = _MOST if len(shape.units) > 1 else BATCH * _MOST
    if not _grows(asked, path, shape, most, 1).is_bad:
        return
    if len(shape.units) == 1:
        growth = _grows(asked, path, shape, most, 3)
        if growth.is_bad:
            yield shape, growth
        return
    half = len(shape.units) // 2
    found = [
        guilty
        for units in (shape.units[:half], shape.units[half:])
        for guilty in _guilty(asked, path, Shape(shape.place, units))
    ]
    if found:
        yield from found
    elif (growth := _grows(asked, path, shape, most, 3)).is_bad:
        yield shape, growth


def _grows(asked: Watched, path: str, shape: Shape, most: int, tries: int) -> Growth:
    return measured(lambda size: asked.ask(path, shape, size), most, tries)


def _told(growth: Growth) -> str:
    if growth.trouble:
        return growth.trouble
    return f"grows by {growth.exponent:.2f}: " + ", ".join(f"{n:,} {t:.2f} s" for n, t in growth.points)
