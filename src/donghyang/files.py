"""The only way files are written: whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import FileIO
from pathlib import Path

from donghyang.locking import lock
from donghyang.records import CannotProceed, Message

_PART = re.compile(r"\..+\.(\d+)\.part")
"""What a file is called while it is written: of what name, by which process."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_OLD = 3600
"""Seconds after which no process is still at it: it has the bytes at hand."""


def write(path: Path, data: bytes, *, lasting: bool = True) -> Path:
    """Write a file whole or not at all: beside its place, then renamed over it. Answers `path`.

    `lasting`: the disk is waited for, so that no machine that dies loses it; not for what is made anew in that case.

    A link stays a link, and the file it leads to is written; a file that is there keeps its permissions. Raises
    CannotProceed when the place cannot be written, is a folder, a device or a pipe, the disk is full, or the system has
    not the letters of its name; nothing half-written stays.
    """
    make_folder(path.parent)
    try:
        place = _led_to(path)
        if place.exists() and not place.is_file():
            raise _no_file(path)
        _sweep(place.parent)
        _replace(place, data, lasting)
    except UnicodeEncodeError as problem:
        raise _no_name(path) from problem
    except OSError as problem:
        raise cannot_write(path, problem) from problem
    return path


def _led_to(path: Path) -> Path:
    """Where a link leads, though nothing be there; else the path itself. Raises OSError for one that leads round."""
    if not path.is_symlink():
        return path
    with suppress(FileNotFoundError):
        path.stat()
    return Path(os.path.realpath(path))


def write_all_names(path: Path, data: bytes) -> Path:
    """Write a file that is there under all names it has. Answers `path`.

    Raises CannotProceed as `write` does, and for a file that nobody may write, or not this account: a rename asks the
    folder alone, an administrator's nothing at all.

    A rename would part the name from the others (hard links). So a file of several names is written in its own place,
    and only once the new bytes stand whole beside it: where the machine dies in between they are there, and a full
    disk is met before anything is changed.
    """
    try:
        place = _led_to(path)
        if place.is_file() and not (place.stat().st_mode & _WRITABLE and os.access(place, os.W_OK)):
            raise _protected(path)
        if not place.is_file() or place.stat().st_nlink < _SEVERAL:
            return write(path, data)
        _write_in_place(place, data)
    except OSError as problem:
        raise cannot_write(path, problem) from problem
    return path


_SEVERAL = 2
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _write_in_place(place: Path, data: bytes) -> None:
    with place.open("r+b", buffering=0) as out:  # a buffer would try again, when it is closed, what has failed
        length = out.seek(0, os.SEEK_END)
        whole = write(_beside(place, "whole"), data)
        try:
            _put(out, data[length:])  # what is longer first: without room for it nothing has changed
        except OSError:
            out.truncate(length)
            whole.unlink()
            raise
        try:
            _write_over(out, data)
        except OSError as problem:
            raise _half_written(place, whole) from problem
    whole.unlink()


def _write_over(out: FileIO, data: bytes) -> None:
    out.seek(0)
    _put(out, data)
    out.truncate()
    os.fsync(out.fileno())


def _put(out: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[out.write(left) :]


def _half_written(place: Path, whole: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{place}: 쓰는 도중 중단되었습니다. 새 내용은 {whole}에 온전히 있으니 옮겨 쓰십시오.",
            f"{place}: could not be written to its end. The new bytes stand whole in {whole}; put them in its place.",
        )
    )


def _protected(path: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}: 쓰기를 막아 둔 파일이라 고치지 않았습니다.",
            f"{path}: is write-protected and was left as it is.",
        ),
        "protected",
    )


def _beside(place: Path, end: str) -> Path:
    """Of one length, however long the name is: a name of 80 Hangul leaves no room behind it (255 bytes on Linux)."""
    named = hashlib.sha256(place.name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return place.with_name(f".{named}.{os.getpid()}.{end}")


def _no_name(path: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}: 이 시스템의 파일 이름에 쓸 수 없는 글자가 있습니다. 다른 이름을 고르거나 UTF-8로 실행하십시오.",
            f"{path}: file names here cannot have these letters. Choose another name, or run where names are UTF-8.",
        )
    )


def _no_file(path: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{path}: 파일이 아닌 것(폴더, 장치, 파이프)이 그 이름으로 있습니다. 다른 이름으로 옮기십시오.",
            f"{path}: what bears this name is no file but a folder, device or pipe. Move it to another name.",
        )
    )


def _replace(place: Path, data: bytes, lasting: bool) -> None:
    beside = _beside(place, "part")
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else None
    try:
        with os.fdopen(os.open(beside, _NEW, 0o666 if mode is None else mode), "wb") as out:
            out.write(data)
            out.flush()
            if lasting:  # before the rename: else a machine that dies leaves an empty file under the name
                os.fsync(out.fileno())
        if mode is not None:
            with suppress(OSError):  # a disk that keeps no permissions has none to lose
                beside.chmod(mode)
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    if lasting:
        _settle(place.parent)


def _settle(folder: Path) -> None:
    """Put the new name on the disk, where the system lets a folder be opened for that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@cache
def _sweep(folder: Path) -> None:
    """Take away what killed runs left half-written, once in the life of a process."""
    with suppress(OSError):
        for path in folder.iterdir():
            found = _PART.fullmatch(path.name)
            if found and _is_left(path, int(found[1])):
                path.unlink(missing_ok=True)


def _is_left(path: Path, process: int) -> bool:
    """Whether nobody writes this file any more."""
    if os.name == "posix":  # elsewhere asking for a process this way would end it
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass
    return time.time() - path.stat().st_mtime > _OLD


def append(path: Path, line: str) -> None:
    """Add one line to a file of lines; a last line that a kill cut short is closed first.

    Raises CannotProceed as `write` does.
    """
    make_folder(path.parent)
    _sweep(path.parent)
    if path.exists() and not path.is_file():
        raise _no_file(path)
    try:
        with path.open("ab+") as out:
            if out.tell() and (out.seek(-1, os.SEEK_END), out.read(1))[1] != b"\n":
                out.write(b"\n")
            out.write(line.encode() + b"\n")
    except OSError as problem:
        raise cannot_write(path, problem) from problem


_PATIENCE = 30.0
"""Seconds that somebody else's change of a file is waited for: it reads, and writes."""
_STEP = 0.05
_HELD: set[str] = set()
"""Folders whose files this process is changing."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Inside, nobody else who asks the same changes a file of the folder: what is read there, changed and written back
    takes nothing along that another program has written meanwhile.

    The system keeps it, so that it ends with the process, and nothing is left in the folder; where a disk keeps no
    locks nobody is waited for. Raises CannotProceed where another program goes on for long.
    """
    place = os.path.realpath(folder)
    if place in _HELD:
        yield
        return
    held = _opened(place)
    until = time.monotonic() + _PATIENCE
    try:
        while held is not None and lock(held) is False:
            if time.monotonic() > until:
                raise _in_use(folder)
            time.sleep(_STEP)
        _HELD.add(place)
        yield
    finally:
        _HELD.discard(place)
        if held is not None:
            os.close(held)


def _opened(place: str) -> int | None:
    """What is to be locked: the folder itself, on Windows a file called after it; None where neither can be opened."""
    with suppress(OSError):
        if sys.platform != "win32":
            return os.open(place, os.O_RDONLY)
        import tempfile

        name = hashlib.sha256(os.path.normcase(place).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return os.open(Path(tempfile.gettempdir(), f"donghyang-{name}.lock"), os.O_RDWR | os.O_CREAT)
    return None


def _in_use(folder: Path) -> CannotProceed:
    return CannotProceed(
        Message(
            f"{folder}: 다른 프로그램이 고치고 있습니다. 끝난 뒤 다시 실행하십시오.",
            f"{folder}: another program is changing its files. Run again when it has ended.",
        )
    )


def cannot_write(path: Path, problem: OSError) -> CannotProceed:
    """The error for a place that cannot be written, naming what to do."""
    if isinstance(problem, FileExistsError | NotADirectoryError):
        return CannotProceed(
            Message(
                f"{path}: 폴더 자리에 파일이 있습니다. 다른 이름을 고르십시오.",
                f"{path}: a file stands in the way. Choose another name.",
            )
        )
    if isinstance(problem, PermissionError) and path.is_file():
        return CannotProceed(
            Message(
                f"{path}: 쓸 수 없습니다. 다른 프로그램에서 열려 있으면 닫고, 아니면 권한을 확인하십시오.",
                f"{path}: cannot be written. Close it in other programs, or check its permissions.",
            )
        )
    if problem.errno == errno.ENOSPC:
        return CannotProceed(
            Message(
                f"{path}: 디스크가 가득 찼습니다. 자리를 비운 뒤 다시 실행하십시오.",
                f"{path}: the disk is full. Free space and run again.",
            )
        )
    if problem.errno == errno.ENAMETOOLONG:
        return CannotProceed(
            Message(
                f"{path}: 이름이 너무 깁니다. 더 짧은 이름으로 바꾸십시오.",
                f"{path}: the name is too long. Choose a shorter one.",
            )
        )
    return CannotProceed(
        Message(
            f"{path}: 쓸 수 없습니다({problem.strerror}). 폴더의 권한을 확인하십시오.",
            f"{path}: cannot be written ({problem.strerror}). Check the folder's permissions.",
        )
    )


def make_folder(path: Path) -> None:
    """Make a folder and those above it. Raises CannotProceed as `write` does."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except UnicodeEncodeError as problem:
        raise _no_name(path) from problem
    except OSError as problem:
        raise cannot_write(path, problem) from problem
