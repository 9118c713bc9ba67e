"""Numbers that should follow one another: the gaps and repeats in a series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.records import Message, Span


def gaps(numbers: Sequence[tuple[int, Span]], *, first: bool = True, restarts: bool = False) -> Iterator[Hit]:
    """Numbers that do not follow on the one before, each with its place; `restarts` allows a new 1.

    With `first` and `restarts`, a series that opens with another number than 1 is left alone, but for a second
    number 2 in the place of number 1.
    """
    if first and restarts and len(numbers) > 1 and numbers[0][0] != 1:
        if numbers[1][0] == 2:
            yield Hit(*numbers[0][1], Message("1번의 자리입니다.", "this is the place of number 1."))
        return
    for (before, above), (number, span) in pairwise(numbers):
        if number == before + 1 or (restarts and number == 1):
            continue
        if number == before:
            message = Message(f"{number}번이 두 번 나옵니다.", f"number {number} stands twice.")
        elif number == before + 2:
            message = Message(f"{before + 1}번이 없습니다.", f"number {before + 1} is missing.")
        else:
            message = Message(f"{before}번 다음이 {number}번입니다.", f"number {number} follows on {before}.")
        yield Hit(*span, message, related=(above,))


_FAR = 2
"""A number that lies further off begins an excerpt, or another list."""


def odd_one(numbers: Sequence[int]) -> int | None:
    """Which number breaks a list that begins at 1: the one to be put right, or the second of two that do not follow.

    None where nothing breaks it, where several do, as in an excerpt, and where the list begins elsewhere.
    """
    wrong = [at for at, number in enumerate(numbers) if number != at + 1]
    if not wrong or (numbers[0] != 1 and (wrong != [0] or len(numbers) <= _FAR or numbers[0] != numbers[1])):
        return None
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if other != one + 1]
    if len(wrong) == 1 and len(numbers) > _FAR:
        return wrong[0]
    if len(breaks) == 1 and 0 <= numbers[breaks[0]] - numbers[breaks[0] - 1] <= _FAR:
        return breaks[0]
    swapped = len(wrong) == 2 and [numbers[at] - 1 for at in wrong] == wrong[::-1]
    return wrong[0] if swapped else None
