"""Who was sent what, written down before and behind each sending, so that a kill at any moment loses nothing.

A line says `begun` before the last sign of a mail leaves (until then no server keeps it, RFC 5321 4.1.1.4), and what
became of it behind the server's answer; each is on the disk before anything else is done. So a kill leaves a reader
- without a line: nothing was sent; the next run sends it.
- `sent`, `refused`: the next run does not send it.
- `begun` alone: the kill fell between the last sign and the note of the answer. SMTP has no way to ask the server
  afterwards. Nobody guesses: the next run names the reader, and a person says whether to send once more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Literal, get_args

from donghyang.files import cannot_write, make_folder
from donghyang.locking import Lock
from donghyang.records import CannotProceed, Message
from donghyang.workspace.reading import is_there

State = Literal["begun", "sent", "refused", "later", "again"]
"""`later`: the server asked to try later; `again`: a person has decided to send once more."""
JOURNAL = "mail.jsonl"
LOCK = "mail.lock"
_MOST_BYTES = 16 << 20
"""Of a journal; as many lines as a hundred thousand readers make."""
_BEGINS = b'{"to": "'
_BUSY = Message(
    "다른 프로그램이 이 호를 보내고 있습니다. 끝난 뒤 다시 실행하십시오.",
    "another program is sending this issue. Run again when it has ended.",
)


def states(path: Path) -> dict[str, State]:
    """The last state of each reader, by key; a line that a kill cut short says nothing."""
    found: dict[str, State] = {}
    try:
        if not is_there(path, _MOST_BYTES):
            return {}
        lines = path.read_bytes().split(b"\n")
    except OSError as problem:
        raise cannot_write(path, problem) from problem
    for number, line in enumerate(lines, 1):
        try:
            told = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            told = None if _is_cut_short(line, last=number == len(lines)) else line
        if isinstance(told, dict) and told.get("state") in get_args(State) and isinstance(told.get("to"), str):
            found[told["to"]] = told["state"]
        elif told is not None:
            raise _broken(path, number)
    return found


def _is_cut_short(line: bytes, *, last: bool) -> bool:
    """Whether a line that is no JSON begins as those of a journal do, so that a kill may have broken it off."""
    return (last or not line.endswith(b"}")) and (line.startswith(_BEGINS) or _BEGINS.startswith(line))


class Journal:
    """The journal of one sending, open to be written; one program at a time."""

    def __init__(self, out: IO[bytes], path: Path) -> None:
        self._out, self._path = out, path

    def note(self, key: str, state: State, said: str = "", by: str | None = None) -> None:
        """Write down what became of a reader; on the disk when this returns. Raises CannotProceed where it cannot."""
        line = {"to": key, "state": state} | ({"said": said} if said else {}) | ({"by": by} if by else {})
        try:
            self._out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            self._out.flush()
            os.fsync(self._out.fileno())
        except OSError as problem:
            raise cannot_write(self._path, problem) from problem


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """The journal at `path`. Raises CannotProceed while another program writes it, where it cannot be written, or is
    a link that leads to none: a new one would know of nobody who has the mail."""
    make_folder(path.parent)
    is_there(path, _MOST_BYTES)
    try:
        with _locked(path), path.open("ab+") as out:
            if out.tell() and (out.seek(-1, os.SEEK_END), out.read(1))[1] != b"\n":
                out.write(b"\n")  # a line that a kill cut short is closed, and says nothing
            out.flush()
            os.fsync(out.fileno())
            _settle(path.parent)
            yield Journal(out, path)
    except OSError as problem:
        raise cannot_write(path, problem) from problem


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = Lock(path.parent, 0, LOCK, _BUSY)
    try:
        yield
    finally:
        lock.release()


def _settle(folder: Path) -> None:
    """Put the journal's name on the disk, where the system lets a folder be opened for that."""
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _broken(path: Path, number: int) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}:{number}: 읽을 수 없는 줄입니다. 누구에게 보냈는지 알 수 없어 보내지 않습니다. 줄을 고치십시오.",
            f"{path}:{number}: cannot be read, so it is not known who was sent it: nothing is sent. Mend the line.",
        )
    )
