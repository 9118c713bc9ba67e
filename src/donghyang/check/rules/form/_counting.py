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
