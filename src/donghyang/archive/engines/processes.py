"""Work shared by processes of this machine, one for each core."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from donghyang.collect import workers
from donghyang.records import CannotProceed, Message

In = TypeVar("In")
Out = TypeVar("Out")

_FEW = 8
"""So many inputs are done before other processes have started."""
_AHEAD = 4
"""Inputs for each process that are under way: what is done waits in memory for its turn."""


@dataclass(frozen=True, slots=True)
class Processes:
    """The engine of a single machine."""

    count: int = 0
    """Of processes; 0: as many as there are cores."""

    def map(self, work: Callable[[In], Out], inputs: Sequence[In]) -> Iterator[Out]:
        """As `Engine.map`; few inputs are worked on in this process."""
        count = min(self.count or workers(), len(inputs))
        if count < 2 or len(inputs) <= _FEW:
            yield from map(work, inputs)
            return
        from concurrent.futures import Future, ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        # Ctrl-C reaches every process of a terminal; the one in front alone answers it.
        deaf = (signal.SIGINT, signal.SIG_IGN)
        pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=signal.signal, initargs=deaf)
        under_way: deque[Future[Out]] = deque()
        waiting = iter(inputs)
        try:
            for one in waiting:
                under_way.append(pool.submit(work, one))
                if len(under_way) >= _AHEAD * count:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BaseException as problem:
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(problem, BrokenProcessPool):
                raise _killed() from problem
            raise
        pool.shutdown()


def _killed() -> CannotProceed:
    return CannotProceed(
        Message(
            "읽던 프로세스가 죽었습니다(메모리 부족일 수 있습니다). 다시 실행하면 이어서 합니다.",
            "a process that was reading was killed (perhaps for want of memory). Run again; it goes on.",
        )
    )
