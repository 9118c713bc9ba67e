"""Work shared by daft: its own processes here, or a Ray cluster where the environment names one (DAFT_RUNNER=ray)."""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from donghyang.collect import workers

In = TypeVar("In")
Out = TypeVar("Out")

_BATCH = 16
"""Inputs that a process takes at once."""
_AHEAD = 4
"""Batches that wait in memory for their turn."""
_SILENT = {"DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}
"""No word of what is read here leaves the machine, and nothing but ours stands on standard error."""


class _Work:
    """What each process of daft holds."""

    def __init__(self, work: bytes, stop: str) -> None:
        """`stop`: the file that is there once nobody waits for results."""
        self._work, self._stop = pickle.loads(work), stop

    def __call__(self, given: bytes) -> bytes:
        """What the work makes of an input, or the error that it raised."""
        if os.path.exists(self._stop):  # noqa: PTH110 - asked for every input
            return b""
        try:
            return pickle.dumps((True, self._work(pickle.loads(given))))
        except Exception as problem:
            return pickle.dumps((False, problem))


@dataclass(frozen=True, slots=True)
class Daft:
    """The engine of large back-processing."""

    count: int = 0
    """Of processes; 0: as many as there are cores."""

    def map(self, work: Callable[[In], Out], inputs: Sequence[In]) -> Iterator[Out]:
        """As `Engine.map`."""
        if not inputs:
            return
        os.environ.update({name: os.environ.get(name, value) for name, value in _SILENT.items()})
        import daft

        with TemporaryDirectory() as folder:
            stop = Path(folder) / "stop"
            worker = daft.cls(_Work, use_process=True, max_concurrency=self.count or workers())
            made = worker(pickle.dumps(work), str(stop))(daft.col("given")).alias("made")
            given = {"place": list(range(len(inputs))), "given": [pickle.dumps(one) for one in inputs]}
            table = daft.from_pydict(given).into_batches(_BATCH).select("place", made)
            rows = table.iter_rows(results_buffer_size=_AHEAD)
            try:
                yield from _in_order(rows)
            finally:
                stop.touch()
                deque(rows, 0)  # daft 0.7 brings the program down when it ends before a query that nobody reads


def _in_order(rows: Iterator[dict[str, Any]]) -> Iterator[Any]:
    """The results in the order of their inputs; what comes early waits."""
    early: dict[int, bytes] = {}
    place = 0
    for row in rows:
        early[row["place"]] = row["made"]
        while place in early:
            is_made, made = pickle.loads(early.pop(place))
            if not is_made:
                raise made
            yield made
            place += 1
