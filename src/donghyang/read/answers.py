"""Three answers to whether a rule of a style sheet holds: what may hold is not believed when it hides words."""

from __future__ import annotations

from enum import IntEnum


class Answer(IntEnum):
    """The least of several answers is their "and", the greatest their "or"."""

    NO = 0
    MAYBE = 1
    """A script, another screen or a later state may make it so."""
    YES = 2


NO, MAYBE, YES = Answer


def opposite(answer: Answer) -> Answer:
    """The answer to the opposite question."""
    return Answer(YES - answer)
