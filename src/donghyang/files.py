"""The only way files are written: whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from donghyang.records import CannotProceed, Message


def write(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all: beside its place, then renamed over it. Answers `path`.

    Raises CannotProceed when the place cannot be written or the disk is full; nothing half-written stays.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as out:
            out.write(data)
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise cannot_write(path, problem) from problem
    return path


def append(path: Path, line: str) -> None:
    """Add one line to a file of lines; a last line that a kill cut short is closed first.

    Raises CannotProceed as `write` does.
    """
    make_folder(path.parent)
    try:
        with path.open("ab+") as out:
            if out.tell() and (out.seek(-1, os.SEEK_END), out.read(1))[1] != b"\n":
                out.write(b"\n")
            out.write(line.encode() + b"\n")
    except OSError as problem:
        raise cannot_write(path, problem) from problem


def cannot_write(path: Path, problem: OSError) -> CannotProceed:
    """The error for a place that cannot be written, naming what to do."""
    if isinstance(problem, FileExistsError | NotADirectoryError):
        return CannotProceed(
            Message(
                f"{path}: 폴더 자리에 파일이 있습니다. 다른 이름을 고르십시오.",
                f"{path}: a file stands in the way. Choose another name.",
            )
        )
    if isinstance(problem, PermissionError) and path.exists():
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
    except OSError as problem:
        raise cannot_write(path, problem) from problem
