"""A folder of saved pages -> their articles, each file read once and the unreadable ones kept with their reason."""

from __future__ import annotations

import hashlib
import os
import signal
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
class PageRead:
    """What came of one file."""

    name: str
    """The file's path below its folder, with slashes."""
    digest: str
    """Of the file's bytes; "" when they could not be read."""
    page: PageText | None
    reason: Message | None = None
    """Why there is no page, without the file's name."""


def page_files(folder: Path) -> dict[str, Path]:
    """The files below `folder` that may hold pages, by name, in order; hidden files are none of ours.

    A folder inside that cannot be listed is among them, so that its reading says why it is left out. Raises
    CannotProceed when there is no such folder or it cannot be listed itself.
    """
    if not folder.is_dir():
        raise CannotProceed(
            Message(
                f"{folder}: 그런 폴더가 없습니다. 저장한 페이지가 있는 폴더를 지정하십시오.",
                f"{folder}: no such folder. Name a folder of saved pages.",
            )
        )
    unlisted: dict[str, Path] = {}
    found = {name: path for name, path in _walk(folder, unlisted) if _may_hold_a_page(path)}
    return dict(sorted((found | unlisted).items()))


def other_files(folder: Path) -> dict[str, Message]:
    """The files below `folder` that hold no page we read (.png, .zip, .hwp), by name, in order, each with the reason.

    Hidden files are none of ours.
    """
    kinds = " ".join(read.SUFFIXES)
    why = Message(f"페이지로 읽지 않는 종류의 파일입니다. 읽는 것: {kinds}", f"no kind of page that is read: {kinds}")
    return dict.fromkeys(sorted(name for name, path in _walk(folder, {}) if not _may_hold_a_page(path)), why)


def _may_hold_a_page(path: Path) -> bool:
    return path.suffix.lower() in read.SUFFIXES


def _walk(folder: Path, unlisted: dict[str, Path]) -> Iterator[tuple[str, Path]]:
    for place, folders, names in os.walk(folder, onerror=_unlisted(folder, unlisted)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith("."):
                yield _name(folder, Path(place) / name), Path(place) / name


def _unlisted(folder: Path, found: dict[str, Path]) -> Callable[[OSError], None]:
    def keep(problem: OSError) -> None:
        path = Path(problem.filename)
        if path == folder:
            raise CannotProceed(
                Message(
                    f"{folder}: 폴더를 읽을 수 없습니다({problem.strerror}). 권한을 확인하십시오.",
                    f"{folder}: the folder cannot be read ({problem.strerror}). Check its permissions.",
                )
            ) from problem
        found[_name(folder, path) + "/"] = path

    return keep


def _name(folder: Path, path: Path) -> str:
    """The path below its folder with slashes; bytes that are no UTF-8 become replacement characters."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")


def read_pages(
    files: Mapping[str, Path],
    known: Mapping[str, PageRead],
    on_read: Callable[[PageRead], None] = lambda reading: None,
) -> list[PageRead]:
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


def _unchanged(path: Path, old: PageRead | None) -> PageRead | None:
    return old if old is not None and old.digest and old.digest == file_digest(path) else None


def _readings(files: Mapping[str, Path]) -> Iterator[PageRead]:
    if len(files) < _MANY:
        yield from map(_read, files, files.values())
        return
    # Ctrl-C reaches every process of a terminal; the one in front alone answers it.
    deaf = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=signal.signal, initargs=deaf) as pool:
        try:
            yield from pool.map(_read, files, files.values(), chunksize=8)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _read(name: str, path: Path) -> PageRead:
    digest = file_digest(path)
    try:
        return PageRead(name, digest, replace(read.page(path), name=name))
    except Unreadable as problem:
        return PageRead(name, digest, None, problem.why)
    except Exception as problem:  # a page is hostile input: one that breaks a reader must not stop the week
        why = type(problem).__name__
        return PageRead(
            name,
            digest,
            None,
            Message(
                f"읽다가 오류가 났습니다({why}). 파일을 빼고 알려 주십시오.",
                f"broke the reader ({why}). Leave it out and report it.",
            ),
        )


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
