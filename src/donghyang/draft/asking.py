"""What a writer asks of a language model, and how it answers: the model itself stands above, and is handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Message

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a reply."""

    text: str
    rests_on: list[str] = field(default_factory=list)
    """The ids of the sentences that say it."""
    level: Literal[1, 2] = 1
    """Of a bullet: 1 under the lead, 2 under the bullet before."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An article as a model answers with it."""

    headline: Line
    lead: Line
    bullets: list[Line]
    summary: Line | None = None


class NoReply(Exception):  # noqa: N818 - named after what the reader is told, not after its mechanism
    """A model gave no answer that can be used; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


class Asked(Protocol):
    """A language model that can be asked."""

    def ask(self, instructions: str, turns: Sequence[str], shape: type[Shape]) -> Shape:
        """The reply to the last of `turns`, in which asker and model take turns, the asker first.

        Raises NoReply where none came that has the shape.
        """
