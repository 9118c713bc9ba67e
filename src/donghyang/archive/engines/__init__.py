"""Who does one work on many inputs: one seam, so that a large archive can be read elsewhere with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from donghyang.workspace import Archiving

In = TypeVar("In")
Out = TypeVar("Out")

__all__ = ["Engine", "engine_of"]


class Engine(Protocol):
    """Does one work on many inputs."""

    def map(self, work: Callable[[In], Out], inputs: Sequence[In]) -> Iterator[Out]:
        """What `work` makes of each of the inputs, in their order, as it comes.

        Work, inputs and results are picklable. Raises what `work` raises, and CannotProceed where a process that
        works is killed.
        """
        ...


def engine_of(settings: Archiving) -> Engine:
    """The engine that the settings name. Raises ModuleNotFoundError where it is not installed."""
    if settings.engine == "daft":
        from donghyang.archive.engines.daft import Daft

        return Daft()
    from donghyang.archive.engines.processes import Processes

    return Processes()
