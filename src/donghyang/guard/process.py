"""This side of the process that reads: its start, its questions, its end."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Literal

from donghyang import read
from donghyang.read.files import called, sound
from donghyang.read.limits import Exceeded, Limits, exceeded
from donghyang.records import Message

if TYPE_CHECKING:
    import subprocess
    import threading
    from pathlib import Path
    from types import TracebackType

    from donghyang.records import Document, PageText

Kind = Literal["document", "page"]
_PATIENCE = 3
"""Seconds by the clock for one of work: a busy machine gives a process a part of its time."""
_START = "import sys; sys.path[:] = {path!a}; from donghyang.guard.worker import serve; serve()"


class ReaderFault(Exception):  # noqa: N818 - named after whose fault it is
    """A reader broke on a file: a fault of the program, not of whoever gave the file. `kind` names the exception."""

    def __init__(self, kind: str, details: str) -> None:
        super().__init__(f"{kind}\n{details}")
        self.kind = kind
        self.details = details


class Guard:
    """Reads files one after another; those that a native library reads, in a process of its own.

    The process is started when it is first needed and again when a file has killed it. Use it in a `with`.
    """

    def __init__(self, limits: Limits | None = None, *, always: bool = False) -> None:
        """`always`: read every file in the other process, so that several guards work side by side."""
        self._limits = limits or Limits()
        self._always = always
        self._process: subprocess.Popen[bytes] | None = None

    def document(self, data: bytes, name: str) -> Document:
        """As `read.document_of`. Raises Unreadable as it does, and Exceeded for a file that takes too much."""
        if self._is_light(data):
            return read.document_of(data, name, self._limits)
        found: Document = self._ask("document", data, name)  # type: ignore[assignment]
        return found

    def page(self, data: bytes, name: str) -> PageText:
        """As `read.page_of`. Raises Unreadable as it does, and Exceeded for a file that takes too much."""
        if self._is_light(data):
            return read.page_of(data, name, self._limits)
        found: PageText = self._ask("page", data, name)  # type: ignore[assignment]
        return found

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _is_light(self, data: bytes) -> bool:
        return not sys.executable or not (self._always or read.is_heavy(data))

    def _ask(self, kind: Kind, data: bytes, name: str) -> object:
        import pickle  # only here, as `subprocess`: most of what is proofread needs no other process

        sound(data, name)
        process = self._process = self._process or _started()
        assert process.stdin is not None
        assert process.stdout is not None
        clock = _Clock(process, self._limits.seconds * _PATIENCE)
        try:
            pickle.dump((kind, data, name, self._limits), process.stdin, protocol=5)
            process.stdin.flush()
            answer = _answer(process.stdout, clock)
        except (EOFError, OSError, pickle.UnpicklingError):
            code = process.wait()
            self.close()
            raise _died(name, self._limits, code, late=clock.rang) from None
        except BaseException:
            self.close()
            raise
        finally:
            clock.stop()
        told, found = answer
        if told == "refused":
            assert isinstance(found, Exception)
            if isinstance(found, Exceeded):
                self.close()  # what it has taken, the next file shall not lack
            raise found
        if told == "fault":
            raise ReaderFault(*found)  # type: ignore[misc]
        return found


def document(path: Path, limits: Limits | None = None) -> Document:
    """What stands in a file. Raises Unreadable as `read.document` does."""
    with Guard(limits) as guard:
        return guard.document(read.load(path), called(path))


def page(path: Path, limits: Limits | None = None) -> PageText:
    """The article of a collected page. Raises Unreadable as `read.page` does."""
    with Guard(limits) as guard:
        return guard.page(read.load(path), called(path))


class _Clock:
    """Kills the process when its time is up."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.rang = False
        self._process = process
        self._timer = self._set(seconds)

    def again(self, seconds: float) -> None:
        """Give the process so many seconds from now on."""
        self._timer.cancel()
        self._timer = self._set(seconds)

    def stop(self) -> None:
        """Let it live."""
        self._timer.cancel()

    def _set(self, seconds: float) -> threading.Timer:
        import threading

        timer = threading.Timer(seconds, self._ring)
        timer.daemon = True
        timer.start()
        return timer

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()


def _started() -> subprocess.Popen[bytes]:
    import subprocess

    path = [place for place in sys.path if place]  # never the folder one happens to stand in
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START.format(path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _answer(stream: IO[bytes], clock: _Clock) -> tuple[str, object]:
    """What the process says in the end; before that it may ask for more time."""
    import pickle

    while True:
        told, found = pickle.load(stream)  # our own process wrote it
        if told != "patience":
            return told, found
        clock.again(found)


def _died(name: str, limits: Limits, code: int, *, late: bool) -> Exceeded:
    """The refusal of a file on which the process died."""
    if late or code == -_XCPU:
        return exceeded(name, "seconds", limits.seconds)
    most = limits.memory
    why = Message(
        f"읽는 도중 중단되었습니다. 손상되었거나 메모리 한도(memory {most:,}MB)를 넘는 파일입니다. 다시 저장하십시오.",
        f"killed the process that read it: it is damaged, or above the limit memory ({most:,} MB); save it anew.",
    )
    return Exceeded(name, why, "memory")


_XCPU = 24
"""The signal for too much time of work (signal.SIGXCPU, which Windows does not have)."""
