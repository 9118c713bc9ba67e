"""One writer at a time, kept so by the system: the lock of a process that dies is free."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from donghyang.records import CannotProceed, Message

_NAME = ".writing"
_STEP = 0.05
"""Seconds between two tries."""
_BUSY = Message(
    "다른 수집이 쓰고 있습니다. 끝난 뒤 다시 실행하십시오.", "another run is collecting. Run again when it has ended."
)


class Lock:
    """Held until `release`, or until the process ends."""

    def __init__(self, folder: Path, patience: float, name: str = _NAME, busy: Message = _BUSY) -> None:
        """Wait so many seconds for whoever writes there; his lock is the file called `name`.

        Raises CannotProceed, saying who is `busy`, when that is not enough.
        """
        self._file = (folder / name).open("ab")
        until = time.monotonic() + patience
        while not lock(self._file.fileno()):
            if time.monotonic() > until:
                self._file.close()
                raise CannotProceed(Message(f"{folder}: {busy.ko}", f"{folder}: {busy.en}"))
            time.sleep(_STEP)

    def release(self) -> None:
        """Let others write."""
        self._file.close()


def lock(file: int) -> bool | None:
    """Lock an open file, by its number, where nobody else has: whether it is ours; None where this system or disk keeps
    no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, 0, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return None
    except OSError as problem:
        return False if problem.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK) else None
    return True
