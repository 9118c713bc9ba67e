"""A folder of saved pages -> their articles, each file read once and the unreadable ones kept with their reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from donghyang import read
from donghyang.records import CannotProceed, Message, PageText, Unreadable

_BLOCK = 1 << 20
_MANY = 200
"""So many files are worth the start of a process for each core."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file."""

    name: str
    """The file's path below its folder, with slashes."""
    digest: str
    """Of the file's bytes; "" when they could not be read."""
    page: PageText | None
    reason: Message | None = None
    """Why there is no page."""


def page_files(folder: Path) -> dict[str, Path]:
    """The files below `folder` that may hold pages, by name, in order; hidden files are none of ours.

    Raises CannotProceed when there is no such folder or it cannot be listed.
    """
    try:
        paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else None
        if paths is not None:
            next(folder.iterdir(), None)
    except OSError as problem:
        raise CannotProceed(
            Message(
                f"{folder}: 폴더를 읽을 수 없습니다({problem.strerror}). 권한을 확인하십시오.",
                f"{folder}: the folder cannot be read ({problem.strerror}). Check its permissions.",
            )
        ) from problem
    if paths is None:
        raise CannotProceed(
            Message(
                f"{folder}: 그런 폴더가 없습니다. 저장한 페이지가 있는 폴더를 --from으로 지정하십시오.",
                f"{folder}: no such folder. Name the folder of saved pages with --from.",
            )
        )
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: path
        for name, path in names.items()
        if path.suffix.lower() in read.SUFFIXES and not any(part.startswith(".") for part in name.split("/"))
    }


def read_pages(
    files: Mapping[str, Path],
    known: Mapping[str, Reading],
    on_read: Callable[[Reading], None] = lambda reading: None,
) -> list[Reading]:
    """What comes of each file, in the order of `files`; many files are read on all cores.

    A file whose bytes are as they were in `known` is not read again; `on_read` is told of each of the others, one by
    one, as it is read.
    """
    kept = {name: _unchanged(path, known.get(name)) for name, path in files.items()}
    fresh = {name: files[name] for name, reading in kept.items() if reading is None}
    for reading in _readings(fresh):
        on_read(reading)
        kept[reading.name] = reading
    return [reading for reading in kept.values() if reading is not None]


def _unchanged(path: Path, old: Reading | None) -> Reading | None:
    return old if old is not None and old.digest and old.digest == file_digest(path) else None


def _readings(files: Mapping[str, Path]) -> Iterator[Reading]:
    if len(files) < _MANY:
        yield from map(_read, files, files.values())
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read, files, files.values(), chunksize=8)


def _read(name: str, path: Path) -> Reading:
    digest = file_digest(path)
    try:
        return Reading(name, digest, replace(read.page(path), name=name))
    except Unreadable as problem:
        return Reading(name, digest, None, problem.message)


def file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes; "" when they cannot be read, or are more than will be read at all."""
    seen = hashlib.sha256()
    try:
        if path.stat().st_size > read.MAX_BYTES:
            return ""
        with path.open("rb") as source:
            while block := source.read(_BLOCK):
                seen.update(block)
    except OSError:
        return ""
    return seen.hexdigest()
