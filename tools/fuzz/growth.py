"""How the cost of a shape grows with its length: an exponent, fitted over doublings, never an absolute time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

FLOOR = 0.020
"""Seconds below which a time says nothing about growth."""
DOUBLINGS = 4
FIRST = 1000
"""Characters of the shortest input that is measured."""
ENOUGH = 6.0
"""Seconds after which no longer input is tried: what grows has shown it by then."""
LONGEST = 2_000_000
"""Characters of the longest input that is tried to have four doublings above the floor."""
LINEAR = 1.2
"""An exponent up to which growth counts as linear."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured: (characters, seconds) above the floor, and the exponent fitted to them."""

    points: tuple[tuple[int, float], ...]
    exponent: float | None
    """None where it stayed too quick to tell."""
    trouble: str = ""
    """"hang", "died" or a traceback."""

    @property
    def is_bad(self) -> bool:
        """Whether it broke something or grew faster than its length."""
        return bool(self.trouble) or (self.exponent is not None and self.exponent > LINEAR)


def fitted(points: tuple[tuple[int, float], ...]) -> float | None:
    """The slope of log seconds over log characters by least squares; None for fewer than three points."""
    if len(points) < 3:
        return None
    xs = [math.log(size) for size, _ in points]
    ys = [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def measured(cost: Callable[[int], float | str], most: int, tries: int = 1) -> Growth:
    """The growth of a cost over the last four doublings up to `most` characters, and beyond where fewer lie above the
    floor.

    Of each length the best of `tries` sweeps over all lengths counts: where other work slows the machine for a while,
    it weighs on no length alone. What the file costs with nothing repeated is taken off first, but where the first
    two lengths leave room for less than half of it: a printer refuses them that prints the file. `cost` answers with
    seconds, or says what broke.
    """
    best: dict[int, float] = {}
    size = 1
    while size <= (most if len(_points(best)) > DOUBLINGS else LONGEST):
        answer = cost(size)
        if isinstance(answer, str):
            return Growth(_points(best), None, answer)
        best[size] = answer
        if answer > ENOUGH:
            break
        size = FIRST if size == 1 else 2 * size
    for size in [size for _ in range(tries - 1) for size in best]:
        answer = cost(size)
        if isinstance(answer, str):
            return Growth(_points(best), None, answer)
        best[size] = min(best[size], answer)
    last = _points(best)[-DOUBLINGS - 1 :]
    return Growth(last, fitted(last))


def _points(best: dict[int, float]) -> tuple[tuple[int, float], ...]:
    """(characters, seconds) above the floor, without what nothing repeated costs."""
    shortest, first, second = (best.get(size, 0.0) for size in (1, FIRST, 2 * FIRST))
    left = 2 * first - second
    base = max(0.0, left) if second and left < shortest / 2 else shortest
    return tuple((size, taken - base) for size, taken in best.items() if size > 1 and taken - base >= FLOOR)
