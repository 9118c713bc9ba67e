"""This side of the process that fetches: its start, what it tells, its end."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress

from donghyang import __version__
from donghyang.collect.evidence import Asked, Evidence
from donghyang.collect.fetching.job import Answer, Broken, Ended, Job, Ready
from donghyang.records import CannotProceed, Capture, Collecting, Message, Progress

_START = "import sys; sys.path[:] = {path!a}; from donghyang.collect.fetching.worker import serve; serve()"
_LABEL = Message("받기", "fetch")


class Fetched:
    """Captures, one by one as they come; `left` says in the end how many pages there was no time for."""

    def __init__(self, asked: Sequence[Asked], evidence: Evidence, job: Job, progress: Progress) -> None:
        self.left = 0
        self._asked, self._evidence, self._job, self._progress = asked, evidence, job, progress

    def __iter__(self) -> Iterator[Capture]:
        """Raises CannotProceed where the work cannot go on: what came before is kept."""
        if not self._asked:
            return
        process = _started(self._job)
        done, ended = 0, False
        try:
            for answer in _answers(process):
                if isinstance(answer, Ready):
                    self._evidence.catch_up()
                elif isinstance(answer, Broken):
                    raise _broken(answer)
                elif isinstance(answer, Ended):
                    self.left, ended = answer.left, True
                else:
                    row = self._evidence.add(answer)
                    if row.capture.kind != "robots":
                        done += 1
                        self._progress(_LABEL, done, len(self._asked))
                        yield row.capture
        finally:
            _end(process)
        if not ended:
            raise _broken(Broken(None, f"exit {process.returncode}"))


def fetch(
    asked: Sequence[Asked],
    evidence: Evidence,
    collecting: Collecting,
    progress: Progress = lambda label, done, total: None,
    seconds: float | None = None,
) -> Fetched:
    """Ask for pages in a process of its own, and keep what comes; each page is a capture, whatever came of it.

    `seconds`: for all of them, from now on; None: what the settings give a run. A killed run leaves no page half
    kept: what it had is known when the next one begins. Needs the extra `collect`.
    """
    agent = collecting.agent or f"donghyang/{__version__}"
    key = os.environ.get(collecting.proxy_key, "") if collecting.proxy else ""
    job = Job(tuple(asked), evidence.folder, collecting, agent, key, seconds or collecting.minutes * 60.0)
    return Fetched(asked, evidence, job, progress)


def _started(job: Job) -> subprocess.Popen[bytes]:
    import scrapy  # noqa: F401 - says here, and not in the other process, that it is not installed
    import warcio  # noqa: F401

    path = [place for place in sys.path if place]  # never the folder one happens to stand in
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _START.format(path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    with suppress(OSError):  # it is gone, as its answers will tell
        pickle.dump(job, process.stdin, protocol=5)
        process.stdin.flush()
    return process


def _answers(process: subprocess.Popen[bytes]) -> Iterator[Answer]:
    """What the process tells, until it ends."""
    assert process.stdout is not None
    while True:
        try:
            answer: Answer = pickle.load(process.stdout)  # our own process wrote it
        except (EOFError, OSError, pickle.UnpicklingError):
            process.wait()
            return
        yield answer
        if isinstance(answer, Ended | Broken):
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process; one that has told its end ends by itself."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


_GRACE = 5.0
"""Seconds in which the process notices that nobody listens any more."""


def _broken(told: Broken) -> CannotProceed:
    if told.message is not None:
        return CannotProceed(told.message)
    return CannotProceed(
        Message(
            f"받는 프로그램이 멈추었습니다({told.kind}). 다시 실행하면 이어서 하고, 되풀이되면 알려 주십시오.",
            f"the process that fetches broke off ({told.kind}). Run again to go on; report it if it stays so.",
        )
    )
