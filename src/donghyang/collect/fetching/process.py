"""This side of the process that fetches: its start, what it is asked and tells, its end."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from types import TracebackType

from donghyang import __version__
from donghyang.collect.evidence import Asked, Evidence, Row
from donghyang.collect.fetching.job import Answer, Broken, Job
from donghyang.records import CannotProceed, Capture, Collecting, Message, Progress

_START = "import sys; sys.path[:] = {path!a}; from donghyang.collect.fetching.worker import serve; serve()"
_LABEL = Message("받기", "fetch")
_NEEDED = ("scrapy", "warcio")
_GRACE = 5.0
"""Seconds in which the process notices that nobody listens any more."""
_LONGER = 2
"""The page, and the robots.txt before it."""


class Fetcher:
    """Asks for pages in a process of its own, and keeps what comes. Use it in a `with`.

    A killed run leaves no page half kept: what it had is known when the
    next one begins. Needs the extra `collect`.
    """

    def __init__(
        self,
        evidence: Evidence,
        collecting: Collecting,
        progress: Progress = lambda label, done, total: None,
        seconds: float | None = None,
    ) -> None:
        """`seconds`: in which pages are asked for, from the first on; None: what the settings give a run."""
        agent = collecting.agent or f"donghyang/{__version__}"
        key = os.environ.get(collecting.proxy_key, "") if collecting.proxy else ""
        given = collecting.minutes * 60.0 if seconds is None else seconds
        self._job = Job(evidence.folder, collecting, agent, key, given)
        self._evidence, self._progress = evidence, progress
        self._process: subprocess.Popen[bytes] | None = None
        self._clock: threading.Timer | None = None

    def open(self) -> subprocess.Popen[bytes]:
        """Start the process, where it is not; then the evidence holds all that a killed run had.

        Raises CannotProceed when another run is collecting, or the evidence cannot be written.
        """
        if self._process is None:
            self._process = _started(self._job)
            self._clock = _clock(self._process, self._job)
            answer = _answer(self._process)
            if isinstance(answer, Broken):
                raise _broken(answer)
            self._evidence.catch_up()
        return self._process

    def fetch(self, pages: Sequence[Asked]) -> Iterator[Capture]:
        """What came of each page, one by one as they come; nothing of those for which no time was left.

        Raises CannotProceed where the work cannot go on; what came before is kept.
        """
        if not pages:
            return
        process = self.open()
        _tell(process, tuple(pages))
        done = 0
        while done < len(pages):
            answer = _answer(process)
            if isinstance(answer, Broken):
                raise _broken(answer)
            if isinstance(answer, Row):
                capture = self._evidence.add(answer).capture
                if capture.kind != "robots":
                    done += 1
                    self._progress(_LABEL, done, len(pages))
                    yield capture
            else:
                done += 1

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._clock is not None:
            self._clock.cancel()
        _tell(process, None)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _started(job: Job) -> subprocess.Popen[bytes]:
    for name in _NEEDED:
        if find_spec(name) is None:  # said here, and not by the other process
            raise ModuleNotFoundError(name=name)
    path = [place for place in sys.path if place]  # never the folder one happens to stand in
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _START.format(path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    _tell(process, job)
    return process


def _clock(process: subprocess.Popen[bytes], job: Job) -> threading.Timer:
    """Ends a process that goes on when its time, and that of the last page it may have begun, is long over."""
    collecting = job.collecting
    last = (collecting.retries + 1) * (collecting.seconds + collecting.wait)
    clock = threading.Timer(job.seconds + _LONGER * last, process.kill)
    clock.daemon = True
    clock.start()
    return clock


def _tell(process: subprocess.Popen[bytes], what: object) -> None:
    assert process.stdin is not None
    with suppress(OSError, ValueError):  # it is gone, as its answers tell
        pickle.dump(what, process.stdin, protocol=5)
        process.stdin.flush()


def _answer(process: subprocess.Popen[bytes]) -> Answer:
    """What the process tells next; one that is gone tells nothing more."""
    assert process.stdout is not None
    try:
        answer: Answer = pickle.load(process.stdout)  # our own process wrote it
    except (EOFError, OSError, pickle.UnpicklingError):
        return Broken(None, f"exit {process.wait()}")
    return answer


def _broken(told: Broken) -> CannotProceed:
    if told.message is not None:
        return CannotProceed(told.message)
    return CannotProceed(
        Message(
            f"받는 프로그램이 멈추었습니다({told.kind}). 다시 실행하면 이어서 하고, 되풀이되면 알려 주십시오.",
            f"the process that fetches broke off ({told.kind}). Run again to go on; report it if it stays so.",
        )
    )
